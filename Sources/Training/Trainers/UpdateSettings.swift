import Swiftgrad

/// What every trainer can be told about its updates.
public struct UpdateSettings: Sendable {
    /// Batches whose gradients are averaged into one step of the optimiser.
    public var accumulation = 1
    /// The largest norm of a network's gradients; larger ones are scaled down.
    public var gradientNorm: Double?
    /// The decay of the exponential average of the weights that samples and predictions come from; none for no average.
    public var averageDecay: Double?
    /// Whether a loss that is not a number ends training.
    public var stopsOnNaN = true

    public init() {}

    static func parameters(ema: Parameter.Default = .none) -> [Parameter] {
        [
            Parameter.int("accumulate", 1).keywordOnly,
            Parameter("clip_grad_norm", .float, default: .some(.none), isKeywordOnly: true),
            Parameter("ema", .float, default: ema, isOptional: true, isKeywordOnly: true),
            Parameter.bool("stop_on_nan", true).keywordOnly,
        ]
    }

    /// How the settings are told to users, at the end of a trainer's documentation.
    static let documentation = """
        accumulate batches make one step of the optimiser; clip_grad_norm limits the norm of a network's gradients; ema is \
        the decay of a running average of the weights. A loss that is not a number ends training with a RuntimeError that \
        says where, unless stop_on_nan is false.
        """

    init(_ arguments: Arguments) throws(SwiftgradError) {
        accumulation = try arguments.int("accumulate")
        gradientNorm = try arguments.optionalDouble("clip_grad_norm")
        averageDecay = try arguments.optionalDouble("ema")
        stopsOnNaN = try arguments.bool("stop_on_nan")
        guard accumulation >= 1 && accumulation < 1 << 31 else {
            throw .value("\(arguments.name): accumulate must be at least 1, got \(accumulation)")
        }
        if let norm = gradientNorm, !(norm > 0) {
            throw .value("\(arguments.name): clip_grad_norm must be positive, got \(norm)")
        }
        if let decay = averageDecay, !(decay >= 0 && decay < 1) {
            throw .value("\(arguments.name): ema must lie in [0, 1), got \(decay)")
        }
    }
}
