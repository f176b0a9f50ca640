import Swiftgrad
import SwiftgradNN

/// Something that can be called with values: a module or a function of the host.
enum Computation {
    case module(Module)
    case foreign(any ForeignCallable)

    init?(_ value: Value) {
        switch value {
        case .object(let module as Module): self = .module(module)
        case .callable(let function): self = .foreign(function)
        default: return nil
        }
    }

    func callAsFunction(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        switch self {
        case .module(let module): try module.call(arguments)
        case .foreign(let function): try function.call(arguments)
        }
    }
}

extension Value {
    /// A number, or the only element of a tensor.
    var scalar: Double? {
        get throws(SwiftgradError) {
            if case .tensor(let tensor) = self { return try tensor.detach().item().number }
            return number
        }
    }
}
