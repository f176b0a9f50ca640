import Swiftgrad

/// Linear layers with a function between them (Rosenblatt, 1958; Rumelhart et al., 1986), over the last axis.
public final class MLP: Module {
    public init(
        inputs: Int, hidden: [Int], outputs: Int, activation: Activation = .relu, dropout: Double = 0, bias: Bool = true
    ) throws(SwiftgradError) {
        try ModelSettings.checkSizes("MLP", ["in_features": inputs, "out_features": outputs])
        for width in hidden { try ModelSettings.checkSizes("MLP", ["hidden": width]) }
        super.init()
        try setChild("layers", MLP.stack([inputs] + hidden + [outputs], activation, dropout: dropout, bias: bias))
    }

    /// Linear layers between neighbouring widths, the activation and dropout after each but the last.
    static func stack(
        _ widths: [Int], _ activation: Activation, dropout: Double = 0, bias: Bool = true
    ) throws(SwiftgradError) -> Sequential {
        let layers = try Sequential()
        for (position, (input, output)) in zip(widths, widths.dropFirst()).enumerated() {
            try layers.append(Linear(input, output, bias: bias))
            guard position < widths.count - 2 else { continue }
            try layers.append(activation.layer())
            if dropout != 0 { try layers.append(Dropout(dropout)) }
        }
        return layers
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor { try apply("layers", x) }

    static let definition = ClassDefinition(
        MLP.self, name: "MLP", in: "nn.models", base: ForeignModule.self,
        [
            .int("in_features"), .ints("hidden"), .int("out_features"), .string("activation", "relu"),
            .float("dropout", 0), .bool("bias", true),
        ],
        doc: """
            Linear layers over the last axis: in_features, then those of hidden (none for a perceptron), then out_features.

            Between them activation ('relu', 'gelu', 'silu', 'tanh' or 'gelu_tanh') and dropout. Parameters are
            layers.0.weight, ...
            """
    ) { arguments throws(SwiftgradError) in
        try MLP(
            inputs: arguments.int("in_features"), hidden: arguments.ints("hidden"),
            outputs: arguments.int("out_features"),
            activation: Activation(arguments.string("activation"), of: "MLP"), dropout: arguments.double("dropout"),
            bias: arguments.bool("bias"))
    }
}
