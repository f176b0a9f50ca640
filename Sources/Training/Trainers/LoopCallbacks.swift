import Swiftgrad

/// What the host adds to a loop: the arguments `observers` and `schedules` of a trainer's fit.
enum LoopCallbacks {
    static func read(_ arguments: Arguments) throws(SwiftgradError) -> [any TrainingCallback] {
        var callbacks: [any TrainingCallback] = []
        for item in try list(arguments, "schedules") {
            guard case .object(let schedule as Schedule) = item else {
                throw .type("fit: schedules must be schedules of learning rates, got \(item.kindName)")
            }
            callbacks.append(ScheduleStepper(schedule))
        }
        for item in try list(arguments, "observers") { callbacks.append(try Observer(item)) }
        return callbacks
    }

    private static func list(_ arguments: Arguments, _ name: String) throws(SwiftgradError) -> [Value] {
        let value = try arguments.value(name)
        switch value {
        case .none: return []
        case .list(let items): return items
        default: throw .type("fit: \(name) must be a list, got \(value.kindName)")
        }
    }
}
