import Swiftgrad

/// Batch normalisation (Ioffe and Szegedy, arXiv:1502.03167): each channel less its mean and divided by its deviation,
/// by those of the batch in training and by running averages of them afterwards.
///
/// Parameters weight and bias (C,); buffers running_mean, running_var (C,) and num_batches_tracked (), an int64.
open class BatchNorm: Module, ReLUFusing {
    public let features: Int
    private let settings: Guarded<(epsilon: Double, momentum: Double?)>
    public var epsilon: Double {
        get { settings.value.epsilon }
        set { settings.value.epsilon = newValue }
    }
    /// The weight of a new batch in the running statistics; nil makes them averages of all batches.
    public var momentum: Double? {
        get { settings.value.momentum }
        set { settings.value.momentum = newValue }
    }
    private let isAffine: Bool
    private let tracksStatistics: Bool

    /// How many axes the input may have.
    open class var ranks: [Int] { [] }
    /// The shapes of the input, for messages.
    open class var inputText: String { "" }

    public required init(
        _ features: Int, epsilon: Double = 1e-5, momentum: Double? = 0.1, isAffine: Bool = true,
        tracksStatistics: Bool = true, dtype: DType = .float32
    ) throws(SwiftgradError) {
        guard features >= 0 else { throw .value("\(Self.self): num_features must not be negative, got \(features)") }
        try Setting.checkEpsilon(epsilon, of: "\(Self.self)")
        self.features = features
        settings = Guarded((epsilon, momentum))
        self.isAffine = isAffine
        self.tracksStatistics = tracksStatistics
        super.init()
        try setScaleParameters([features], weight: isAffine, bias: isAffine, dtype)
        try setBuffer("running_mean", tracksStatistics ? .zeros([features], dtype) : nil)
        try setBuffer("running_var", tracksStatistics ? .ones([features], dtype) : nil)
        try setBuffer("num_batches_tracked", tracksStatistics ? .zeros([], .int64) : nil)
    }

    public override var extraDescription: String {
        "num_features=\(features), eps=\(epsilon), momentum=\(momentum.map { "\($0)" } ?? "None"), "
            + "affine=\(isAffine ? "True" : "False"), track_running_stats=\(tracksStatistics ? "True" : "False")"
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor { try normalise(x, rectifies: false) }

    /// max(y, 0) in the same pass; errors are this layer's.
    func withReLU(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        do throws(SwiftgradError) { return try normalise(x, rectifies: true) } catch { throw located(error) }
    }

    private func normalise(_ x: Tensor, rectifies: Bool) throws(SwiftgradError) -> Tensor {
        guard Self.ranks.contains(x.rank), x.shape[1] == features else {
            let expected = Self.inputText.replacing("C", with: features)
            throw .value("expected input \(expected), got \(Shape.text(x.shape))")
        }
        let (mean, variance) = (buffer("running_mean"), buffer("running_var"))
        let usesBatch = isTraining || mean == nil || variance == nil
        var factor = momentum ?? 0
        let counter = isTraining ? buffer("num_batches_tracked") : nil
        if let counter, momentum == nil { factor = try 1 / Double((counter.integers().first ?? 0) + 1) }
        let y = try x.batchNorm(
            runningMean: isTraining || !usesBatch ? mean : nil,
            runningVariance: isTraining || !usesBatch ? variance : nil,
            weight: ownParameters["weight"] ?? nil, bias: ownParameters["bias"] ?? nil, isTraining: usesBatch,
            momentum: factor, epsilon: epsilon, rectifies: rectifies)
        if let counter { try counter.overwrite(with: counter.detach() + .ones([], .int64)) }
        return y
    }
}

/// `BatchNorm` of (N, C) or (N, C, L).
public final class BatchNorm1d: BatchNorm {
    public override class var ranks: [Int] { [2, 3] }
    public override class var inputText: String { "(N, C) or (N, C, L)" }
}

/// `BatchNorm` of (N, C, H, W).
public final class BatchNorm2d: BatchNorm {
    public override class var ranks: [Int] { [4] }
    public override class var inputText: String { "(N, C, H, W)" }
}

/// `BatchNorm` of (N, C, D, H, W).
public final class BatchNorm3d: BatchNorm {
    public override class var ranks: [Int] { [5] }
    public override class var inputText: String { "(N, C, D, H, W)" }
}

extension NNClasses {
    static let batchNorms: [ClassDefinition] =
        ([BatchNorm1d.self, BatchNorm2d.self, BatchNorm3d.self] as [BatchNorm.Type])
        .map { type in
            ClassDefinition(
                type, name: "\(type)", in: "nn", base: ForeignModule.self,
                [
                    .int("num_features"), .float("eps", 1e-5),
                    Parameter("momentum", .float, default: .float(0.1), isOptional: true), .bool("affine", true),
                    .bool("track_running_stats", true), .dtype,
                ],
                doc: """
                    (x - mean) / sqrt(var + eps) * weight + bias for each channel of \(type.inputText) (arXiv:1502.03167).

                    Training takes mean and var from the batch and moves running averages of them by momentum (None: the
                    average of all batches), which eval mode uses. weight starts as ones, bias as zeros.
                    """,
                methods: Setting.epsilon(BatchNorm.self, \.epsilon)
                    + Setting.property(
                        BatchNorm.self, Parameter("momentum", .float, isOptional: true),
                        doc: "The weight of a new batch in the running statistics; None averages all batches.",
                        get: { $0.momentum.map(Value.double) ?? .none },
                        set: { layer, arguments throws(SwiftgradError) in
                            let momentum = try arguments.optionalDouble("momentum")
                            if let momentum, !(momentum >= 0 && momentum <= 1) {
                                throw .value("\(layer.className): momentum must be between 0 and 1, got \(momentum)")
                            }
                            layer.momentum = momentum
                        })
            ) { arguments throws(SwiftgradError) in
                try type.init(
                    arguments.int("num_features"), epsilon: arguments.double("eps"),
                    momentum: arguments.optionalDouble("momentum"), isAffine: arguments.bool("affine"),
                    tracksStatistics: arguments.bool("track_running_stats"), dtype: arguments.dtype() ?? .float32)
            }
        }
}

extension Module {
    /// A weight of ones and a bias of zeros, or nothing in their place.
    func setScaleParameters(
        _ shape: [Int], weight: Bool, bias: Bool?, _ dtype: DType
    ) throws(SwiftgradError) {
        guard dtype.isFloating else { throw .type("parameters need a floating-point type, got \(dtype)") }
        let ones = weight ? try Tensor.full(shape, 1, dtype) : nil
        try ones?.setRequiresGrad(true)
        try setParameter("weight", ones)
        guard let bias else { return }
        let zeros = bias ? try Tensor.full(shape, 0, dtype) : nil
        try zeros?.setRequiresGrad(true)
        try setParameter("bias", zeros)
    }

    func buffer(_ name: String) -> Tensor? { ownBuffers[name]?.tensor }
}

extension String {
    /// `(N, C, L)` with the number of channels for C.
    func replacing(_ letter: Character, with number: Int) -> String {
        reduce(into: "") { $0 += $1 == letter ? String(number) : String($1) }
    }
}
