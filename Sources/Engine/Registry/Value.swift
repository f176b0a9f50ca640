/// An argument or a result of a registered function: what can cross the boundary to another language.
public enum Value {
    /// Not given: the default is used.
    case absent
    case none
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case dtype(DType)
    case tensor(Tensor)
    case object(ManagedObject)
    case list([Value])
    /// Keys and values in order.
    case map([(key: String, value: Value)])
    case callable(ForeignCallable)
    /// Part of an index; each bound an int or none.
    case slice(Int?, Int?, Int?)
    /// Part of an index.
    case ellipsis

    /// What to call it in an error message.
    public var kindName: String {
        switch self {
        case .absent: "nothing"
        case .none: "None"
        case .bool: "bool"
        case .int: "int"
        case .double: "float"
        case .string: "str"
        case .dtype: "dtype"
        case .tensor: "Tensor"
        case .object(let object): "\(type(of: object))"
        case .list: "list"
        case .map: "dict"
        case .callable: "function"
        case .slice: "slice"
        case .ellipsis: "Ellipsis"
        }
    }
}

/// A function of the host's language.
public protocol ForeignCallable: AnyObject {
    /// Throws an error of kind `foreign` when the function itself fails.
    func call(_ arguments: [Value]) throws(SwiftgradError) -> Value
    /// A callable that keeps the function alive; the one passed as an argument lives only as long as the call.
    func retained() -> any ForeignCallable
}
