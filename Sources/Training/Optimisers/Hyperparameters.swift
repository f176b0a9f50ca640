import Swiftgrad

/// The settings of a parameter group by name, checked against what the optimiser declares.
public struct Hyperparameters {
    let parameters: [Parameter]
    private var values: [String: Value] = [:]

    /// Every setting from `source`, which fills in defaults.
    init(_ parameters: [Parameter], from source: Arguments) throws(SwiftgradError) {
        self.parameters = parameters
        for parameter in parameters { try set(parameter.name, source.value(parameter.name)) }
    }

    /// Those named, the others at their defaults.
    init(_ name: String, _ parameters: [Parameter], _ named: [String: Value]) throws(SwiftgradError) {
        try self.init(
            parameters, from: Arguments(Signature(name, parameters), parameters.map { named[$0.name] ?? .absent }))
    }

    /// In the order of declaration.
    public var entries: [(key: String, value: Value)] { parameters.map { ($0.name, values[$0.name] ?? .none) } }

    /// Sets one; throws when there is no such setting or the value is not of its type.
    public mutating func set(_ name: String, _ value: Value) throws(SwiftgradError) {
        guard let parameter = parameters.first(where: { $0.name == name }) else {
            throw .key("there is no hyperparameter '\(name)'")
        }
        switch (parameter.kind, value) {
        case (.float, .double), (.bool, .bool), (.any, .list): values[name] = value
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

    /// Two numbers, as Adam's betas.
    public func pair(_ name: String) throws(SwiftgradError) -> (Double, Double) {
        guard case .list(let items)? = values[name], items.count == 2, let first = items[0].number,
            let second = items[1].number
        else { throw .type("hyperparameter '\(name)' must be two numbers") }
        return (first, second)
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
