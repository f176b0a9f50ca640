import Swiftgrad

/// One schedule after another: the next one starts at its milestone, from the rate before any schedule.
public final class SequentialLR: Schedule {
    public let schedules: [Schedule]
    private let milestones: [Int]
    private let ownDepth: Int

    public init(_ optimiser: Optimiser, _ schedules: [Schedule], milestones: [Int]) throws(SwiftgradError) {
        try Schedule.check(schedules, of: "SequentialLR", optimiser)
        guard milestones.count == schedules.count - 1 else {
            throw .value(
                "SequentialLR: \(schedules.count) schedules need \(schedules.count - 1) milestones, got \(milestones.count)"
            )
        }
        guard zip(milestones, milestones.dropFirst()).allSatisfy({ $0 < $1 }), milestones.allSatisfy({ $0 > 0 }) else {
            throw .value("SequentialLR: milestones must be positive and rising, got \(milestones)")
        }
        self.schedules = schedules
        self.milestones = milestones
        ownDepth = Schedule.depth(of: schedules)
        try super.init(optimiser)
        for schedule in schedules { schedule.undoBegin() }
        try begin()
    }

    public override func begin() throws(SwiftgradError) { try restart() }

    override func restart() throws(SwiftgradError) {
        lastEpoch = 0
        try schedules[0].restart()
        lastRates = schedules[0].lastRates
    }

    public override func step() throws(SwiftgradError) {
        let next = lastEpoch + 1
        let position = milestones.count { $0 <= next }
        if position > 0 && milestones[position - 1] == next {
            try schedules[position].restart()
        } else {
            try schedules[position].step()
        }
        lastEpoch = next
        lastRates = schedules[position].lastRates
    }

    override var depth: Int { ownDepth }

    public override var ownState: [(key: String, value: Value)] { Schedule.state(of: schedules) }

    public override func restore(_ state: [(key: String, value: Value)]) throws(SwiftgradError) {
        try Schedule.restore(schedules, state, className)
    }
}

/// Several schedules at once: each changes the rates that the one before it left.
public final class ChainedScheduler: Schedule {
    public let schedules: [Schedule]
    private let ownDepth: Int

    public init(_ schedules: [Schedule]) throws(SwiftgradError) {
        guard let first = schedules.first else { throw .value("ChainedScheduler: got no schedules") }
        try Schedule.check(schedules, of: "ChainedScheduler", first.optimiser)
        self.schedules = schedules
        ownDepth = Schedule.depth(of: schedules)
        try super.init(first.optimiser)
        lastRates = schedules[schedules.count - 1].lastRates
    }

    override func restart() throws(SwiftgradError) {
        lastEpoch = 0
        try set(optimiser.groups.indices.map { position throws(SwiftgradError) in try base(position) })
        for schedule in schedules { try schedule.begin() }
        lastRates = schedules[schedules.count - 1].lastRates
    }

    override func undoBegin() {
        super.undoBegin()
        for schedule in schedules { schedule.undoBegin() }
    }

    public override func step() throws(SwiftgradError) {
        for schedule in schedules { try schedule.step() }
        lastEpoch += 1
        lastRates = schedules[schedules.count - 1].lastRates
    }

    override var depth: Int { ownDepth }

    public override var ownState: [(key: String, value: Value)] { Schedule.state(of: schedules) }

    public override func restore(_ state: [(key: String, value: Value)]) throws(SwiftgradError) {
        try Schedule.restore(schedules, state, className)
    }
}

extension Schedule {
    fileprivate static func depth(of schedules: [Schedule]) -> Int { 1 + (schedules.map(\.depth).max() ?? 0) }

    fileprivate static func check(
        _ schedules: [Schedule], of name: String, _ optimiser: Optimiser
    ) throws(SwiftgradError) {
        if schedules.isEmpty { throw .value("\(name): got no schedules") }
        guard schedules.allSatisfy({ $0.depth < 500 }) else {
            throw .value("\(name): schedules can be nested 500 deep at most")
        }
        for (position, schedule) in schedules.enumerated() {
            guard schedule.optimiser === optimiser else {
                throw .value("\(name): schedule \(position) belongs to another optimiser")
            }
            guard type(of: schedule) != Schedule.self else {
                throw .type("\(name): schedule \(position) is computed in Python; use LambdaLR as one of several")
            }
            guard !(schedule is ReduceLROnPlateau) else {
                throw .value("\(name): ReduceLROnPlateau watches a value and cannot be one of several schedules")
            }
        }
    }

    fileprivate static func state(of schedules: [Schedule]) -> [(key: String, value: Value)] {
        [("_schedulers", .list(schedules.map { .map($0.stateDict) }))]
    }

    fileprivate static func restore(
        _ schedules: [Schedule], _ state: [(key: String, value: Value)], _ name: String
    ) throws(SwiftgradError) {
        guard case .list(let states)? = state.value("_schedulers"), states.count == schedules.count else {
            throw .value("\(name): the state is not that of \(schedules.count) schedules")
        }
        for (schedule, state) in zip(schedules, states) {
            guard case .map(let fields) = state else { throw .value("\(name): the state of a schedule is no dict") }
            try schedule.loadStateDict(fields)
        }
    }
}
