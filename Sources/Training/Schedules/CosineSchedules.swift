import Glibc
import Swiftgrad

/// Half a cosine from the rate down to `minimum` in `period` steps, and up again (Loshchilov and Hutter,
/// arXiv:1608.03983, without restarts).
public final class CosineAnnealingLR: Schedule {
    private let period: Int
    private let minimum: Double

    public init(_ optimiser: Optimiser, period: Int, minimum: Double = 0) throws(SwiftgradError) {
        guard period > 0 else { throw .value("CosineAnnealingLR: T_max must be positive, got \(period)") }
        self.period = period
        self.minimum = minimum
        try super.init(optimiser)
        try begin()
    }

    public override func rate(ofGroup position: Int, base: Double, current: Double) -> Double {
        let (step, period) = (Double(lastEpoch), Double(period))
        if lastEpoch == 0 { return current }
        let (halves, rest) = (lastEpoch - 1).quotientAndRemainder(dividingBy: self.period)
        if rest == 0 && halves % 2 == 1 {  // the step before was the lowest, from which no factor leads up
            return current + (base - minimum) * (1 - cos(.pi / period)) / 2
        }
        return (1 + cos(.pi * step / period)) / (1 + cos(.pi * (step - 1) / period)) * (current - minimum) + minimum
    }
}

/// Half a cosine from the rate down to `minimum`, again and again, each period `growth` times as long as the one before
/// (SGDR: Loshchilov and Hutter, arXiv:1608.03983).
public final class CosineAnnealingWarmRestarts: Schedule {
    private let growth: Int
    private let minimum: Double
    private var period: Int
    private var stepInPeriod = 0

    public init(
        _ optimiser: Optimiser, period: Int, growth: Int = 1, minimum: Double = 0
    ) throws(SwiftgradError) {
        guard period > 0 else { throw .value("CosineAnnealingWarmRestarts: T_0 must be positive, got \(period)") }
        guard growth >= 1 else { throw .value("CosineAnnealingWarmRestarts: T_mult must be at least 1, got \(growth)") }
        self.period = period
        self.growth = growth
        self.minimum = minimum
        try super.init(optimiser)
        try begin()
    }

    public override func firstRate(base: Double) -> Double? { nil }

    public override func rate(ofGroup position: Int, base: Double, current: Double) -> Double {
        minimum + (base - minimum) * (1 + cos(.pi * Double(stepInPeriod) / Double(period))) / 2
    }

    public override func step() throws(SwiftgradError) {
        stepInPeriod += 1
        if stepInPeriod >= period {
            stepInPeriod -= period
            let (next, overflow) = period.multipliedReportingOverflow(by: growth)
            period = overflow ? Int.max : next
        }
        try super.step()
    }

    public override var ownState: [(key: String, value: Value)] {
        [("T_cur", .int(stepInPeriod)), ("T_i", .int(period))]
    }

    public override func restore(_ state: [(key: String, value: Value)]) throws(SwiftgradError) {
        guard case .int(let step)? = state.value("T_cur"), case .int(let length)? = state.value("T_i"),
            Schedule.counts.contains(step), step >= 0, length > 0
        else { throw .value("CosineAnnealingWarmRestarts: the state has no 'T_cur' and 'T_i'") }
        (stepInPeriod, period) = (step, length)
    }
}
