import Swiftgrad

/// Instance normalisation (Ulyanov et al., arXiv:1607.08022): each channel of each sample less its mean and divided by
/// its deviation. Takes a batch or one sample.
///
/// Where it is asked for: parameters weight and bias (C,); buffers running_mean, running_var (C,) and
/// num_batches_tracked (), an int64, whose averages eval mode then uses.
open class InstanceNorm: Module {
    public let features: Int
    public internal(set) var epsilon: Double
    public internal(set) var momentum: Double
    private let isAffine: Bool
    private let tracksStatistics: Bool

    /// Axes of a batch.
    open class var rank: Int { 0 }
    /// The shape of a batch, for messages.
    open class var inputText: String { "" }

    public required init(
        _ features: Int, epsilon: Double = 1e-5, momentum: Double = 0.1, isAffine: Bool = false,
        tracksStatistics: Bool = false, dtype: DType = .float32
    ) throws(SwiftgradError) {
        guard features >= 0 else { throw .value("\(Self.self): num_features must not be negative, got \(features)") }
        try Setting.checkEpsilon(epsilon, of: "\(Self.self)")
        self.features = features
        self.epsilon = epsilon
        self.momentum = momentum
        self.isAffine = isAffine
        self.tracksStatistics = tracksStatistics
        super.init()
        try setScaleParameters([features], weight: isAffine, bias: isAffine, dtype)
        try setBuffer("running_mean", tracksStatistics ? .zeros([features], dtype) : nil)
        try setBuffer("running_var", tracksStatistics ? .ones([features], dtype) : nil)
        try setBuffer("num_batches_tracked", tracksStatistics ? .zeros([], .int64) : nil)
    }

    public override var extraDescription: String {
        "num_features=\(features), eps=\(epsilon), momentum=\(momentum), affine=\(isAffine ? "True" : "False"), "
            + "track_running_stats=\(tracksStatistics ? "True" : "False")"
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        let isSample = x.rank == Self.rank - 1
        guard isSample || x.rank == Self.rank, x.shape[isSample ? 0 : 1] == features else {
            let expected = Self.inputText.replacing("C", with: features)
            throw .value("expected input \(expected), or without N, got \(Shape.text(x.shape))")
        }
        let (mean, variance) = (buffer("running_mean"), buffer("running_var"))
        let y = try (isSample ? x.expandDims([0]) : x).instanceNorm(
            runningMean: mean, runningVariance: variance, weight: ownParameters["weight"] ?? nil,
            bias: ownParameters["bias"] ?? nil, usesInputStatistics: isTraining || mean == nil || variance == nil,
            momentum: momentum, epsilon: epsilon)
        return isSample ? try y.squeeze([0]) : y
    }
}

/// `InstanceNorm` of (N, C, L).
public final class InstanceNorm1d: InstanceNorm {
    public override class var rank: Int { 3 }
    public override class var inputText: String { "(N, C, L)" }
}

/// `InstanceNorm` of (N, C, H, W).
public final class InstanceNorm2d: InstanceNorm {
    public override class var rank: Int { 4 }
    public override class var inputText: String { "(N, C, H, W)" }
}

/// `InstanceNorm` of (N, C, D, H, W).
public final class InstanceNorm3d: InstanceNorm {
    public override class var rank: Int { 5 }
    public override class var inputText: String { "(N, C, D, H, W)" }
}

extension NNClasses {
    static let instanceNorms: [ClassDefinition] =
        ([InstanceNorm1d.self, InstanceNorm2d.self, InstanceNorm3d.self] as [InstanceNorm.Type]).map { type in
            ClassDefinition(
                type, name: "\(type)", in: "nn", base: ForeignModule.self,
                [
                    .int("num_features"), .float("eps", 1e-5), .float("momentum", 0.1), .bool("affine", false),
                    .bool("track_running_stats", false), .dtype,
                ],
                doc: """
                    (x - mean) / sqrt(var + eps) * weight + bias for each channel of each sample of \(type.inputText), or of
                    one sample (arXiv:1607.08022).

                    weight and bias exist with affine. With track_running_stats, eval mode uses running averages.
                    """,
                methods: Setting.epsilon(InstanceNorm.self, \.epsilon)
                    + Setting.number(
                        InstanceNorm.self, "momentum", doc: "The weight of a new batch in the running statistics.",
                        \.momentum, expected: "between 0 and 1", { $0 >= 0 && $0 <= 1 })
            ) { arguments throws(SwiftgradError) in
                try type.init(
                    arguments.int("num_features"), epsilon: arguments.double("eps"),
                    momentum: arguments.double("momentum"), isAffine: arguments.bool("affine"),
                    tracksStatistics: arguments.bool("track_running_stats"), dtype: arguments.dtype() ?? .float32)
            }
        }
}
