import Swiftgrad

/// The settings of a parameter group by name, checked against what the optimiser declares.
public struct Hyperparameters {
    let parameters: [Parameter]
    private(set) var values: [String: Value] = [:]

    /// The learning rate before any schedule, in every group that has a schedule.
    private static let initialRate = Parameter("initial_lr", .float, default: .some(.none))

    /// Every setting from `source`, which fills in defaults.
    init(_ parameters: [Parameter], from source: Arguments) throws(SwiftgradError) {
        self.parameters = parameters + [Hyperparameters.initialRate]
        for parameter in parameters { try set(parameter.name, source.value(parameter.name)) }
    }

    /// Those named, the others at their defaults.
    init(_ name: String, _ parameters: [Parameter], _ named: [String: Value]) throws(SwiftgradError) {
        try self.init(
            parameters, from: Arguments(Signature(name, parameters), parameters.map { named[$0.name] ?? .absent }))
    }

    /// In the order of declaration.
    public var entries: [(key: String, value: Value)] {
        parameters.filter { $0.name != Hyperparameters.initialRate.name || values[$0.name] != nil }
            .map { ($0.name, values[$0.name] ?? .none) }
    }

    /// Sets one; throws when there is no such setting or the value is not of its type.
    public mutating func set(_ name: String, _ value: Value) throws(SwiftgradError) {
        guard let parameter = parameters.first(where: { $0.name == name }) else {
            throw .key("there is no hyperparameter '\(name)'")
        }
        switch (parameter.kind, value) {
        case (.float, .double), (.bool, .bool), (.int, .int), (.string, .string), (.any, .list): values[name] = value
        case (.float, .int(let number)): values[name] = .double(Double(number))
        case (.bool, .int(let number)): values[name] = .bool(number != 0)
        case (_, .none) where parameter.isOptional: values[name] = value
        default: throw .type("hyperparameter '\(name)' must be \(parameter.typeText), got \(value.kindName)")
        }
    }

    public func double(_ name: String) throws(SwiftgradError) -> Double {
        guard case .double(let number)? = values[name] else { throw .key("there is no hyperparameter '\(name)'") }
        return number
    }

    public func bool(_ name: String) throws(SwiftgradError) -> Bool {
        guard case .bool(let flag)? = values[name] else { throw .key("there is no hyperparameter '\(name)'") }
        return flag
    }

    public func int(_ name: String) throws(SwiftgradError) -> Int {
        guard case .int(let number)? = values[name] else { throw .key("there is no hyperparameter '\(name)'") }
        return number
    }

    /// Nil where the setting is None.
    public func optionalString(_ name: String) -> String? {
        if case .string(let text)? = values[name] { text } else { nil }
    }

    /// As many numbers as `count` says.
    public func numbers(_ name: String, count: Int) throws(SwiftgradError) -> [Double] {
        guard case .list(let items)? = values[name], items.count == count, !items.contains(where: { $0.number == nil })
        else { throw .type("hyperparameter '\(name)' must be \(count) numbers") }
        return items.compactMap(\.number)
    }

    /// Two numbers, as Adam's betas.
    public func pair(_ name: String) throws(SwiftgradError) -> (Double, Double) {
        let numbers = try numbers(name, count: 2)
        return (numbers[0], numbers[1])
    }

    /// Decay rates, each in 0..<1.
    func checkBetas(of optimiser: String) throws(SwiftgradError) {
        let betas = try pair("betas")
        guard betas.0 >= 0 && betas.0 < 1 && betas.1 >= 0 && betas.1 < 1 else {
            throw .value("\(optimiser): betas must be in 0..<1, got (\(betas.0), \(betas.1))")
        }
    }

    /// A number that must not be negative.
    func checkNotNegative(_ names: String..., of optimiser: String) throws(SwiftgradError) {
        for name in names {
            let number = try double(name)
            guard number >= 0 else { throw .value("\(optimiser): \(name) must not be negative, got \(number)") }
        }
    }
}

extension Value {
    /// A float or an int as a double.
    var number: Double? {
        switch self {
        case .double(let number): number
        case .int(let number): Double(number)
        default: nil
        }
    }
}
