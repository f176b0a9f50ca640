import Swiftgrad

/// Lowers the rate when a measured value has stopped improving.
public final class ReduceLROnPlateau: Schedule {
    /// What improving means; defaults as PyTorch's.
    public struct Settings: Sendable {
        public var isMaximum = false
        public var factor = 0.1
        /// Steps without improvement that are borne.
        public var patience = 10
        public var threshold = 1e-4
        /// The threshold is a part of the best value, not a difference.
        public var isRelative = true
        /// Steps after a reduction in which none are counted.
        public var cooldown = 0
        /// One number, or one a group.
        public var minimum = [0.0]
        /// A smaller change of the rate is not made.
        public var epsilon = 1e-8

        public init() {}
    }

    private let settings: Settings
    private var best: Double
    private var badSteps = 0
    private var cooldownLeft = 0

    public init(_ optimiser: Optimiser, _ settings: Settings = Settings()) throws(SwiftgradError) {
        guard settings.factor >= 0 && settings.factor < 1 else {
            throw .value("ReduceLROnPlateau: factor must be in [0, 1), got \(settings.factor)")
        }
        guard settings.minimum.count == 1 || settings.minimum.count == optimiser.groups.count else {
            throw .value(
                "ReduceLROnPlateau: expected 1 or \(optimiser.groups.count) values for min_lr, "
                    + "got \(settings.minimum.count)")
        }
        self.settings = settings
        best = settings.isMaximum ? -.infinity : .infinity
        try super.init(optimiser)
        try begin()
    }

    public override func step() throws(SwiftgradError) {
        throw .type("ReduceLROnPlateau: step() needs the value that it watches")
    }

    /// Looks at the value of this step.
    public func step(_ value: Double) throws(SwiftgradError) {
        lastEpoch += 1
        if improves(value) {
            best = value
            badSteps = 0
        } else {
            badSteps += 1
        }
        if cooldownLeft > 0 {
            cooldownLeft -= 1
            badSteps = 0
        }
        if badSteps > settings.patience {
            try reduce()
            cooldownLeft = settings.cooldown
            badSteps = 0
        }
        lastRates = try optimiser.groups.indices.map { position throws(SwiftgradError) in try current(position) }
    }

    private func improves(_ value: Double) -> Bool {
        if best.isInfinite { return settings.isMaximum ? value > best : value < best }
        let margin = settings.isRelative ? best * settings.threshold : settings.threshold
        return settings.isMaximum ? value > best + margin : value < best - margin
    }

    private func reduce() throws(SwiftgradError) {
        for position in optimiser.groups.indices {
            let old = try current(position)
            let least = settings.minimum.count == 1 ? settings.minimum[0] : try own(settings.minimum, position)
            let new = max(old * settings.factor, least)
            if old - new > settings.epsilon { try optimiser.set("lr", .double(new), group: position) }
        }
    }

    public override var ownState: [(key: String, value: Value)] {
        [
            ("best", .double(best)), ("num_bad_epochs", .int(badSteps)), ("cooldown_counter", .int(cooldownLeft)),
        ]
    }

    public override func restore(_ state: [(key: String, value: Value)]) throws(SwiftgradError) {
        guard let best = state.value("best")?.number, case .int(let bad)? = state.value("num_bad_epochs"),
            case .int(let cooldown)? = state.value("cooldown_counter"), Schedule.counts.contains(bad),
            Schedule.counts.contains(cooldown)
        else { throw .value("ReduceLROnPlateau: the state has no 'best', 'num_bad_epochs' and 'cooldown_counter'") }
        (self.best, badSteps, cooldownLeft) = (best, bad, cooldown)
    }
}
