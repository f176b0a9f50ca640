/// One parameter of a registered function, class or method.
public struct Parameter: Sendable {
    /// What a parameter takes. The raw value is its name across the boundary.
    public enum Kind: String, Sendable {
        case tensor, tensors, bool, int, float, string, dtype, scalar, object, callable, index, any
        /// An int or a sequence of ints.
        case ints
    }

    /// A default value.
    public enum Default: Sendable {
        case none
        case bool(Bool)
        case int(Int)
        case float(Double)
        case string(String)
        case ints([Int])
        case floats([Double])
        case dtype(DType)
    }

    public let name: String
    public let kind: Kind
    /// Nil when the argument must be given.
    public let defaultValue: Default?
    public let isOptional: Bool
    public let isKeywordOnly: Bool
    /// Takes the rest of the positional arguments, as in `reshape(2, 3)`.
    public let isVariadic: Bool

    public init(
        _ name: String, _ kind: Kind, default defaultValue: Default? = nil, isOptional: Bool = false,
        isKeywordOnly: Bool = false, isVariadic: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.defaultValue = defaultValue
        var optional = isOptional
        if case .some(.none) = defaultValue { optional = true }
        self.isOptional = optional
        self.isKeywordOnly = isKeywordOnly
        self.isVariadic = isVariadic
    }

    /// The same parameter, to be given by name only.
    public var keywordOnly: Parameter {
        Parameter(
            name, kind, default: defaultValue, isOptional: isOptional, isKeywordOnly: true, isVariadic: isVariadic)
    }

    /// The type as the boundary spells it: `tensor?`, `ints`.
    public var typeText: String { kind.rawValue + (isOptional ? "?" : "") }

    /// The default as Python writes it.
    public var defaultText: String? {
        switch defaultValue {
        case nil: nil
        case .some(.none): "None"
        case .bool(let flag): flag ? "True" : "False"
        case .int(let number): "\(number)"
        case .float(let number): "\(number)"
        case .string(let text): "'\(text)'"
        case .ints(let numbers): Shape.text(numbers)
        case .floats(let numbers): "(" + numbers.map { "\($0)" }.joined(separator: ", ") + ")"
        case .dtype(let dtype): "'\(dtype)'"
        }
    }
}

// Short forms, so that a signature reads as one.
extension Parameter {
    public static func tensor(_ name: String, default value: Default? = nil) -> Parameter {
        Parameter(name, .tensor, default: value)
    }
    public static func tensors(_ name: String) -> Parameter { Parameter(name, .tensors) }
    public static func scalar(_ name: String, default value: Default? = nil) -> Parameter {
        Parameter(name, .scalar, default: value)
    }
    public static func bool(_ name: String, _ value: Bool) -> Parameter {
        Parameter(name, .bool, default: .bool(value))
    }
    public static func bool(_ name: String) -> Parameter { Parameter(name, .bool) }
    public static func int(_ name: String, _ value: Int) -> Parameter { Parameter(name, .int, default: .int(value)) }
    public static func int(_ name: String) -> Parameter { Parameter(name, .int) }
    public static func float(_ name: String, _ value: Double) -> Parameter {
        Parameter(name, .float, default: .float(value))
    }
    public static func float(_ name: String) -> Parameter { Parameter(name, .float) }
    public static func string(_ name: String, _ value: String) -> Parameter {
        Parameter(name, .string, default: .string(value))
    }
    public static func string(_ name: String) -> Parameter { Parameter(name, .string) }
    public static func ints(_ name: String, default value: Default? = nil) -> Parameter {
        Parameter(name, .ints, default: value)
    }
    /// `shape` written as one sequence or as the rest of the arguments.
    public static func variadic(_ name: String) -> Parameter { Parameter(name, .ints, isVariadic: true) }
    /// An element type, None unless given.
    public static let dtype = Parameter("dtype", .dtype, default: .some(.none))
    /// Axes to reduce, all unless given.
    public static let axes = Parameter("axis", .ints, default: .some(.none))
    public static let keepdims = Parameter("keepdims", .bool, default: .bool(false))
    public static let x = Parameter("x", .tensor)
}

extension Signature {
    /// `(x, axis=None, *, keepdims=False)`, as Python writes a signature.
    public var text: String {
        var parts: [String] = []
        var starred = false
        for parameter in parameters {
            if parameter.isVariadic {
                parts.append("*" + parameter.name)
                starred = true
                continue
            }
            if parameter.isKeywordOnly && !starred {
                parts.append("*")
                starred = true
            }
            parts.append(parameter.name + (parameter.defaultText.map { "=" + $0 } ?? ""))
        }
        return "(" + parts.joined(separator: ", ") + ")"
    }
}
