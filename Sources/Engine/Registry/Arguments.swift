/// The arguments of one call, by name: checked against the parameters, defaults filled in.
public struct Arguments {
    private let signature: Signature
    private let values: [Value]

    public init(_ signature: Signature, _ values: [Value]) throws(SwiftgradError) {
        guard values.count == signature.parameters.count else {
            throw .type("\(signature.name)() takes \(signature.parameters.count) arguments, got \(values.count)")
        }
        self.signature = signature
        self.values = values
    }

    /// The function or class, for messages.
    public var name: String { signature.name }

    private var parameters: [Parameter] { signature.parameters }

    /// The value as it came, or none when it was left out.
    public func value(_ name: String) throws(SwiftgradError) -> Value {
        let position = try position(name)
        if case .absent = values[position] {
            switch parameters[position].defaultValue {
            case nil: throw .type("\(self.name)() missing required argument '\(name)'")
            case .some(.none): return .none
            case .bool(let flag): return .bool(flag)
            case .int(let number): return .int(number)
            case .float(let number): return .double(number)
            case .string(let text): return .string(text)
            case .ints(let numbers): return .list(numbers.map(Value.int))
            case .floats(let numbers): return .list(numbers.map(Value.double))
            case .dtype(let dtype): return .dtype(dtype)
            }
        }
        return values[position]
    }

    public func tensor(_ name: String) throws(SwiftgradError) -> Tensor {
        let value = try value(name)
        switch value {
        case .tensor(let tensor): return tensor
        case .bool, .int, .double: return try Tensor.scalar(value)
        default: throw mismatch(name, value)
        }
    }

    public func optionalTensor(_ name: String) throws(SwiftgradError) -> Tensor? {
        if case .none = try value(name) { return nil }
        return try tensor(name)
    }

    public func tensors(_ name: String) throws(SwiftgradError) -> [Tensor] {
        let value = try value(name)
        guard case .list(let items) = value else { throw mismatch(name, value) }
        return try items.map { item throws(SwiftgradError) in
            guard case .tensor(let tensor) = item else { throw mismatch(name, item) }
            return tensor
        }
    }

    public func optionalTensors(_ name: String) throws(SwiftgradError) -> [Tensor?] {
        let value = try value(name)
        guard case .list(let items) = value else { throw mismatch(name, value) }
        return try items.map { item throws(SwiftgradError) in
            switch item {
            case .tensor(let tensor): return tensor
            case .none: return nil
            default: throw mismatch(name, item)
            }
        }
    }

    public func bool(_ name: String) throws(SwiftgradError) -> Bool {
        let value = try value(name)
        switch value {
        case .bool(let flag): return flag
        case .int(let number): return number != 0
        default: throw mismatch(name, value)
        }
    }

    public func int(_ name: String) throws(SwiftgradError) -> Int {
        guard let number = try optionalInt(name) else { throw mismatch(name, .none) }
        return number
    }

    public func optionalInt(_ name: String) throws(SwiftgradError) -> Int? {
        let value = try value(name)
        switch value {
        case .none: return nil
        case .int(let number): return number
        case .bool(let flag): return flag ? 1 : 0
        default: throw mismatch(name, value)
        }
    }

    public func double(_ name: String) throws(SwiftgradError) -> Double {
        guard let number = try optionalDouble(name) else { throw mismatch(name, .none) }
        return number
    }

    public func optionalDouble(_ name: String) throws(SwiftgradError) -> Double? {
        let value = try value(name)
        switch value {
        case .none: return nil
        case .double(let number): return number
        case .int(let number): return Double(number)
        case .bool(let flag): return flag ? 1 : 0
        default: throw mismatch(name, value)
        }
    }

    public func string(_ name: String) throws(SwiftgradError) -> String {
        guard let text = try optionalString(name) else { throw mismatch(name, .none) }
        return text
    }

    public func optionalString(_ name: String) throws(SwiftgradError) -> String? {
        let value = try value(name)
        switch value {
        case .none: return nil
        case .string(let text): return text
        default: throw mismatch(name, value)
        }
    }

    public func dtype(_ name: String = "dtype") throws(SwiftgradError) -> DType? {
        let value = try value(name)
        switch value {
        case .none: return nil
        case .dtype(let dtype): return dtype
        default: throw mismatch(name, value)
        }
    }

    /// One int or a sequence of them.
    public func ints(_ name: String) throws(SwiftgradError) -> [Int] {
        guard let numbers = try optionalInts(name) else { throw mismatch(name, .none) }
        return numbers
    }

    public func optionalInts(_ name: String) throws(SwiftgradError) -> [Int]? {
        let value = try value(name)
        switch value {
        case .none: return nil
        case .int(let number): return [number]
        case .list(let items):
            return try items.map { item throws(SwiftgradError) in
                guard case .int(let number) = item else { throw mismatch(name, item) }
                return number
            }
        default: throw mismatch(name, value)
        }
    }

    /// An instance of a registered class.
    public func object<Object: ManagedObject>(_ name: String, as type: Object.Type) throws(SwiftgradError) -> Object {
        let value = try value(name)
        guard case .object(let object) = value, let typed = object as? Object else { throw mismatch(name, value) }
        return typed
    }

    public func optionalObject<Object: ManagedObject>(
        _ name: String, as type: Object.Type
    ) throws(SwiftgradError) -> Object? {
        if case .none = try value(name) { return nil }
        return try object(name, as: type)
    }

    public func optionalCallable(_ name: String) throws(SwiftgradError) -> (any ForeignCallable)? {
        let value = try value(name)
        switch value {
        case .none: return nil
        case .callable(let callable): return callable
        default: throw mismatch(name, value)
        }
    }

    private func position(_ name: String) throws(SwiftgradError) -> Int {
        for position in parameters.indices where parameters[position].name == name { return position }
        throw .runtime("\(self.name)() has no parameter '\(name)'")
    }

    private func mismatch(_ name: String, _ value: Value) -> SwiftgradError {
        let expected = parameters.first { $0.name == name }?.typeText ?? "another type"
        return .type("\(self.name)(): argument '\(name)' must be \(expected), got \(value.kindName)")
    }
}
