import Glibc
import Swiftgrad

/// One cycle: the rate rises to `maximum` and falls to nearly nothing while the momentum does the opposite (Smith and
/// Topin, arXiv:1708.07120).
public final class OneCycleLR: Schedule {
    /// What the curve is made of; defaults as PyTorch's.
    public struct Shape: Sendable {
        /// The part of the steps in which the rate rises.
        public var rise = 0.3
        public var isCosine = true
        /// Momentum, or Adam's first beta, falls from the second to the first while the rate rises; nil leaves it.
        public var momentum: (low: Double, high: Double)? = (0.85, 0.95)
        /// The first rate is the largest over this, the last one the first over the other.
        public var divisor = 25.0
        public var finalDivisor = 1e4
        /// Falls as fast as it rose, and to nearly nothing after that.
        public var hasThreePhases = false

        public init() {}
    }

    private struct Phase {
        let end: Double
        let rates: (from: Double, to: Double)
        let momenta: (from: Double, to: Double)
    }

    private let maxima: [Double]
    private let steps: Int
    private let shape: Shape

    /// `maximum` is one number, or one a group.
    public init(
        _ optimiser: Optimiser, maximum: [Double], steps: Int, shape: Shape = Shape()
    ) throws(SwiftgradError) {
        let groups = optimiser.groups
        guard maximum.count == 1 || maximum.count == groups.count else {
            throw .value("OneCycleLR: expected 1 or \(groups.count) values for max_lr, got \(maximum.count)")
        }
        guard steps > 0 else { throw .value("OneCycleLR: total_steps must be positive, got \(steps)") }
        guard shape.rise >= 0 && shape.rise <= 1 else {
            throw .value("OneCycleLR: pct_start must be between 0 and 1, got \(shape.rise)")
        }
        guard shape.divisor > 0 && shape.finalDivisor > 0 else {
            throw .value("OneCycleLR: div_factor and final_div_factor must be positive")
        }
        maxima = groups.indices.map { maximum.count == 1 ? maximum[0] : maximum[$0] }
        self.steps = steps
        self.shape = shape
        if shape.momentum != nil,
            groups.contains(where: { !$0.settings.has("momentum") && !$0.settings.has("betas") })
        {
            throw .value("OneCycleLR: cycle_momentum needs an optimiser with momentum or betas")
        }
        try super.init(optimiser)
        for position in groups.indices {
            try optimiser.set("initial_lr", .double(maxima[position] / shape.divisor), group: position)
        }
        try begin()
    }

    public override func firstRate(base: Double) -> Double? { nil }

    public override func rate(ofGroup position: Int, base: Double, current: Double) throws(SwiftgradError) -> Double {
        guard lastEpoch <= steps else {
            throw .value("OneCycleLR: step \(lastEpoch) of a cycle of \(steps) steps")
        }
        var start = 0.0
        let phases = phases(base: base, maximum: try own(maxima, position))
        for (number, phase) in phases.enumerated() {
            if Double(lastEpoch) <= phase.end || number == phases.count - 1 {
                let part = phase.end > start ? (Double(lastEpoch) - start) / (phase.end - start) : 1
                if shape.momentum != nil { try setMomentum(position, between(phase.momenta, part)) }
                return between(phase.rates, part)
            }
            start = phase.end
        }
        return current
    }

    private func phases(base: Double, maximum: Double) -> [Phase] {
        let (low, high) = shape.momentum ?? (0, 0)
        let total = Double(steps)
        let last = base / shape.finalDivisor
        let rise = Phase(end: shape.rise * total - 1, rates: (base, maximum), momenta: (high, low))
        if !shape.hasThreePhases {
            return [rise, Phase(end: total - 1, rates: (maximum, last), momenta: (low, high))]
        }
        return [
            rise, Phase(end: 2 * shape.rise * total - 2, rates: (maximum, base), momenta: (low, high)),
            Phase(end: total - 1, rates: (base, last), momenta: (high, high)),
        ]
    }

    private func between(_ values: (from: Double, to: Double), _ part: Double) -> Double {
        shape.isCosine
            ? values.to + (values.from - values.to) / 2 * (cos(.pi * part) + 1)
            : (values.to - values.from) * part + values.from
    }

    private func setMomentum(_ position: Int, _ value: Double) throws(SwiftgradError) {
        let settings = optimiser.groups[position].settings
        if settings.has("betas") {
            let betas = try settings.pair("betas")
            try optimiser.set("betas", .list([.double(value), .double(betas.1)]), group: position)
        } else {
            try optimiser.set("momentum", .double(value), group: position)
        }
    }
}
