import Swiftgrad

/// Changes the learning rates of an optimiser from step to step, as PyTorch's `torch.optim.lr_scheduler` does.
///
/// Each group's rate follows from the one it has, so that several schedules of one optimiser multiply. The rate before
/// any schedule is kept in the group as `initial_lr`.
open class Schedule: ManagedObject {
    public let optimiser: Optimiser
    /// Steps taken; 0 from the start, as soon as the schedule has set the first rates.
    public internal(set) var lastEpoch = 0
    /// Counts of steps from -1, before the first; so far from the largest number that none can overflow.
    static let counts = -1..<Int.max / 4
    /// The rates that this schedule set last, one a group.
    public internal(set) var lastRates: [Double] = []

    /// Does not change the rates yet: `begin` does.
    public init(_ optimiser: Optimiser) throws(SwiftgradError) {
        self.optimiser = optimiser
        super.init()
        for position in optimiser.groups.indices where !optimiser.groups[position].settings.hasValue("initial_lr") {
            try optimiser.set("initial_lr", .double(optimiser.groups[position].settings.double("lr")), group: position)
        }
    }

    /// The class as users write it.
    public var className: String { String(describing: type(of: self)) }

    /// The rate of a group at step `lastEpoch`, from the group's rate before any schedule and the one it has.
    open func rate(ofGroup position: Int, base: Double, current: Double) throws(SwiftgradError) -> Double { current }

    /// The first rate, where it does not depend on the one that the group has; nil where it does.
    open func firstRate(base: Double) -> Double? { base }

    /// How many schedules are inside each other below this one.
    var depth: Int { 0 }

    /// What the state dict holds beside the count of steps.
    open var ownState: [(key: String, value: Value)] { [] }

    /// Takes what `ownState` gave.
    open func restore(_ state: [(key: String, value: Value)]) throws(SwiftgradError) {}

    /// Sets the first rates, from those that the groups have.
    public func begin() throws(SwiftgradError) {
        lastEpoch = 0
        try apply()
    }

    /// Sets the rates of the next step.
    open func step() throws(SwiftgradError) {
        lastEpoch += 1
        do throws(SwiftgradError) { try apply() } catch {
            lastEpoch -= 1
            throw error
        }
    }

    /// Starts from the first rates whatever the groups have: what a sequence does with the next of its schedules.
    func restart() throws(SwiftgradError) {
        lastEpoch = 0
        var rates: [Double] = []
        for position in optimiser.groups.indices {
            let base = try base(position)
            if let first = firstRate(base: base) {
                rates.append(first)
            } else {
                rates.append(try rate(ofGroup: position, base: base, current: base))
            }
        }
        try set(rates)
    }

    /// Takes back the first rates, for the sequence that this schedule becomes part of.
    func undoBegin() { lastEpoch = -1 }

    private func apply() throws(SwiftgradError) {
        var rates: [Double] = []
        for position in optimiser.groups.indices {
            rates.append(try rate(ofGroup: position, base: base(position), current: current(position)))
        }
        try set(rates)
    }

    /// Sets one rate a group.
    public func set(_ rates: [Double]) throws(SwiftgradError) {
        guard rates.count == optimiser.groups.count else {
            throw .value("\(className): \(rates.count) learning rates for \(optimiser.groups.count) parameter groups")
        }
        for (position, rate) in rates.enumerated() { try optimiser.set("lr", .double(rate), group: position) }
        lastRates = rates
    }

    func current(_ position: Int) throws(SwiftgradError) -> Double {
        try optimiser.groups[position].settings.double("lr")
    }

    /// A group's own of values that were given for each group. There can be groups that came later.
    func own(_ values: [Double], _ position: Int) throws(SwiftgradError) -> Double {
        guard values.indices.contains(position) else {
            throw .value(
                "\(className): made for \(values.count) parameter groups, the optimiser has \(optimiser.groups.count)")
        }
        return values[position]
    }

    /// The rate before any schedule.
    public func base(_ position: Int) throws(SwiftgradError) -> Double {
        let settings = optimiser.groups[position].settings
        return try settings.double(settings.hasValue("initial_lr") ? "initial_lr" : "lr")
    }
}

// The state dict has PyTorch's names.
extension Schedule {
    public var stateDict: [(key: String, value: Value)] {
        [("last_epoch", .int(lastEpoch)), ("_last_lr", .list(lastRates.map(Value.double)))] + ownState
    }

    /// Restores what `stateDict` gave. The optimiser's own state has the rates.
    public func loadStateDict(_ state: [(key: String, value: Value)]) throws(SwiftgradError) {
        guard case .int(let epoch)? = state.value("last_epoch"), Schedule.counts.contains(epoch) else {
            throw .value("\(className): the state has no count of steps, 'last_epoch'")
        }
        try restore(state)
        lastEpoch = epoch
        if case .list(let rates)? = state.value("_last_lr") { lastRates = rates.compactMap(\.number) }
    }
}
