import Swiftgrad

/// Two perceptrons, one to a short code and one back (Hinton and Salakhutdinov, 2006).
public final class Autoencoder: Module {
    private let inputs: Int

    public init(inputs: Int, hidden: [Int], code: Int, activation: Activation = .relu) throws(SwiftgradError) {
        try ModelSettings.checkSizes("Autoencoder", ["in_features": inputs, "code": code])
        for width in hidden { try ModelSettings.checkSizes("Autoencoder", ["hidden": width]) }
        self.inputs = inputs
        super.init()
        try setChild("encoder", MLP.stack([inputs] + hidden + [code], activation))
        try setChild("decoder", MLP.stack([code] + hidden.reversed() + [inputs], activation))
    }

    /// What is left of x (..., inputs) after the code.
    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        guard x.shape.last == inputs else { throw .value("expected (..., \(inputs)), got \(Shape.text(x.shape))") }
        return try apply("decoder", apply("encoder", x))
    }

    static let definition = ClassDefinition(
        Autoencoder.self, name: "Autoencoder", in: "nn.models", base: ForeignModule.self,
        [.int("in_features"), .ints("hidden"), .int("code"), .string("activation", "relu")],
        doc: """
            decoder(encoder(x)) for x (..., in_features): linear layers of the widths in hidden down to a code of `code`
            numbers, and the same widths back up.

            encoder and decoder are modules of their own, for train.AutoencoderTrainer.
            """
    ) { arguments throws(SwiftgradError) in
        try Autoencoder(
            inputs: arguments.int("in_features"), hidden: arguments.ints("hidden"), code: arguments.int("code"),
            activation: Activation(arguments.string("activation"), of: "Autoencoder"))
    }
}
