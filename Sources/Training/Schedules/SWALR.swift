import Glibc
import Swiftgrad

/// From the rate that a group has to a constant one, for the averaging of weights at the end of training (Izmailov et al.,
/// arXiv:1803.05407).
public final class SWALR: Schedule {
    private let goals: [Double]
    private let length: Int
    private let isCosine: Bool

    /// `goal` is one number, or one a group; it is reached after `length` steps.
    public init(_ optimiser: Optimiser, goal: [Double], length: Int = 10, isCosine: Bool = true) throws(SwiftgradError)
    {
        let groups = optimiser.groups.count
        guard goal.count == 1 || goal.count == groups else {
            throw .value("SWALR: expected 1 or \(groups) values for swa_lr, got \(goal.count)")
        }
        guard length >= 0 else { throw .value("SWALR: anneal_epochs must not be negative, got \(length)") }
        goals = goal.count == 1 ? [Double](repeating: goal[0], count: groups) : goal
        self.length = length
        self.isCosine = isCosine
        try super.init(optimiser)
        try begin()
    }

    public override func firstRate(base: Double) -> Double? { nil }

    /// From the share of the way behind the rate follows where the way began.
    public override func rate(ofGroup position: Int, base: Double, current: Double) throws(SwiftgradError) -> Double {
        let goal = try own(goals, position)
        let step = length == 0 ? max(1, lastEpoch) : lastEpoch
        let (before, now) = (share(step - 1), share(step))
        let start = before == 1 ? goal : (current - before * goal) / (1 - before)
        return goal * now + start * (1 - now)
    }

    /// The share of the way that is behind after a number of steps.
    private func share(_ step: Int) -> Double {
        let part = max(0, min(1, Double(step) / Double(max(1, length))))
        return isCosine ? (1 - cos(.pi * part)) / 2 : part
    }
}
