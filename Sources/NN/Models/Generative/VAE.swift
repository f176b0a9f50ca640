import Swiftgrad

/// A variational autoencoder of perceptrons (Kingma and Welling, arXiv:1312.6114), conditional if it has classes
/// (Sohn et al., 2015).
public final class VAE: Module {
    private let inputs: Int
    private let latent: Int
    private let classes: Int?

    public init(
        inputs: Int, hidden: [Int], latent: Int, classes: Int? = nil, activation: Activation = .relu
    ) throws(SwiftgradError) {
        try ModelSettings.checkSizes(
            "VAE", ["in_features": inputs, "latent_dim": latent, "num_classes": classes ?? 1])
        for width in hidden { try ModelSettings.checkSizes("VAE", ["hidden": width]) }
        self.inputs = inputs
        self.latent = latent
        self.classes = classes
        super.init()
        let extra = classes ?? 0
        try setChild("encoder", MLP.stack([inputs + extra] + hidden + [2 * latent], activation))
        try setChild("decoder", MLP.stack([latent + extra] + hidden.reversed() + [inputs], activation))
    }

    public override class var inputs: [Parameter] {
        super.inputs + [.tensor("labels", default: .some(.none))]
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        let result = try callAsFunction(given.tensor("input"), labels: given.optionalTensor("labels"))
        return .list([.tensor(result.logits), .tensor(result.mean), .tensor(result.logVariance)])
    }

    /// Logits of the reconstruction (N, inputs) from a code drawn in training and the mean in evaluation; mean and
    /// logarithm of the variance (N, latent).
    public func callAsFunction(
        _ x: Tensor, labels: Tensor? = nil
    ) throws(SwiftgradError) -> (logits: Tensor, mean: Tensor, logVariance: Tensor) {
        guard x.rank == 2, x.shape[1] == inputs else {
            throw .value("expected (N, \(inputs)), got \(Shape.text(x.shape))")
        }
        let parts = try apply("encoder", conditioned(x, labels))
        let mean = try parts.slice(axis: 1, 0..<latent)
        let logVariance = try parts.slice(axis: 1, latent..<2 * latent)
        var code = mean
        if isTraining {
            code = try mean + Tensor.normal(mean.shape, mean.dtype) * (logVariance * 0.5).exp()
        }
        return (try apply("decoder", conditioned(code, labels)), mean, logVariance)
    }

    /// The labels' one-hot rows behind x.
    private func conditioned(_ x: Tensor, _ labels: Tensor?) throws(SwiftgradError) -> Tensor {
        guard let classes else {
            guard labels == nil else { throw .value("labels need a VAE with num_classes") }
            return x
        }
        guard let labels, labels.shape == [x.shape[0]] else {
            throw .value("expected labels (\(x.shape[0]),), got \(labels.map { Shape.text($0.shape) } ?? "None")")
        }
        let table = try Tensor.eye(rows: classes, columns: classes, diagonal: 0, x.dtype)
        return try .concat([x, table.embedding(labels)], axis: 1)
    }

    static let definition = ClassDefinition(
        VAE.self, name: "VAE", in: "nn.models", base: ForeignModule.self,
        [
            .int("in_features", 784), .ints("hidden", default: .ints([400])), .int("latent_dim", 20),
            Parameter("num_classes", .int, default: .some(.none)), .string("activation", "relu"),
        ],
        doc: """
            A variational autoencoder (arXiv:1312.6114): x (N, in_features) gives logits of its reconstruction, and mean and
            log_variance (N, latent_dim) of its code, which is drawn in training and the mean in evaluation.

            encoder gives mean and log_variance side by side, (N, 2 * latent_dim), decoder turns codes into logits. With
            num_classes forward takes labels (N,), whose one-hot rows follow x and the code.
            """
    ) { arguments throws(SwiftgradError) in
        try VAE(
            inputs: arguments.int("in_features"), hidden: arguments.ints("hidden"),
            latent: arguments.int("latent_dim"), classes: arguments.optionalInt("num_classes"),
            activation: Activation(arguments.string("activation"), of: "VAE"))
    }
}
