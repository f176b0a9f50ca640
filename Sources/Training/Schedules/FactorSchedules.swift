import Glibc
import Swiftgrad

/// The rate times gamma every `stepSize` steps.
public final class StepLR: Schedule {
    private let stepSize: Int
    private let gamma: Double

    public init(_ optimiser: Optimiser, stepSize: Int, gamma: Double = 0.1) throws(SwiftgradError) {
        guard stepSize > 0 else { throw .value("StepLR: step_size must be positive, got \(stepSize)") }
        self.stepSize = stepSize
        self.gamma = gamma
        try super.init(optimiser)
        try begin()
    }

    public override func rate(ofGroup position: Int, base: Double, current: Double) -> Double {
        lastEpoch > 0 && lastEpoch % stepSize == 0 ? current * gamma : current
    }
}

/// The rate times gamma at each milestone.
public final class MultiStepLR: Schedule {
    private let milestones: [Int]
    private let gamma: Double

    /// A milestone that is there twice counts twice.
    public init(_ optimiser: Optimiser, milestones: [Int], gamma: Double = 0.1) throws(SwiftgradError) {
        self.milestones = milestones
        self.gamma = gamma
        try super.init(optimiser)
        try begin()
    }

    public override func rate(ofGroup position: Int, base: Double, current: Double) -> Double {
        current * pow(gamma, Double(milestones.count { $0 == lastEpoch }))
    }
}

/// The rate times gamma at each step.
public final class ExponentialLR: Schedule {
    private let gamma: Double

    public init(_ optimiser: Optimiser, gamma: Double) throws(SwiftgradError) {
        self.gamma = gamma
        try super.init(optimiser)
        try begin()
    }

    public override func rate(ofGroup position: Int, base: Double, current: Double) -> Double {
        lastEpoch > 0 ? current * gamma : current
    }
}

/// The rate times a factor for the first `steps` steps.
public final class ConstantLR: Schedule {
    private let factor: Double
    private let steps: Int

    public init(_ optimiser: Optimiser, factor: Double = 1.0 / 3, steps: Int = 5) throws(SwiftgradError) {
        guard factor > 0 && factor <= 1 else { throw .value("ConstantLR: factor must be in (0, 1], got \(factor)") }
        self.factor = factor
        self.steps = steps
        try super.init(optimiser)
        try begin()
    }

    public override func firstRate(base: Double) -> Double? { base * factor }

    public override func rate(ofGroup position: Int, base: Double, current: Double) -> Double {
        if lastEpoch == 0 { return current * factor }
        return lastEpoch == steps ? current / factor : current
    }
}

/// The rate times a factor that moves from `start` to `end` in `steps` steps: a linear warm-up.
public final class LinearLR: Schedule {
    private let start: Double
    private let end: Double
    private let steps: Int

    public init(
        _ optimiser: Optimiser, start: Double = 1.0 / 3, end: Double = 1, steps: Int = 5
    ) throws(SwiftgradError) {
        guard start > 0 && start <= 1 else { throw .value("LinearLR: start_factor must be in (0, 1], got \(start)") }
        guard end >= 0 && end <= 1 else { throw .value("LinearLR: end_factor must be in [0, 1], got \(end)") }
        guard steps > 0 else { throw .value("LinearLR: total_iters must be positive, got \(steps)") }
        self.start = start
        self.end = end
        self.steps = steps
        try super.init(optimiser)
        try begin()
    }

    public override func firstRate(base: Double) -> Double? { base * start }

    public override func rate(ofGroup position: Int, base: Double, current: Double) -> Double {
        if lastEpoch == 0 { return current * start }
        if lastEpoch > steps { return current }
        return current * (1 + (end - start) / (Double(steps) * start + Double(lastEpoch - 1) * (end - start)))
    }
}

/// The rate times (1 - t / steps)^power, 0 from `steps` on.
public final class PolynomialLR: Schedule {
    private let steps: Int
    private let power: Double

    public init(_ optimiser: Optimiser, steps: Int = 5, power: Double = 1) throws(SwiftgradError) {
        guard steps > 0 else { throw .value("PolynomialLR: total_iters must be positive, got \(steps)") }
        self.steps = steps
        self.power = power
        try super.init(optimiser)
        try begin()
    }

    public override func rate(ofGroup position: Int, base: Double, current: Double) -> Double {
        if lastEpoch == 0 || lastEpoch > steps { return current }
        let total = Double(steps)
        return current * pow((1 - Double(lastEpoch) / total) / (1 - Double(lastEpoch - 1) / total), power)
    }
}
