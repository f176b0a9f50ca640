import Swiftgrad

/// The other language, for modules whose forward is written there.
public protocol ForeignHost {
    /// Calls the object that stands for a module over there, and whose forward computes.
    func callModule(_ wrapper: UnsafeMutableRawPointer, _ arguments: [Value]) throws(SwiftgradError) -> Value
}

/// A module whose forward is in the host's language; the object there owns this one, and is called back through it.
public final class ForeignModule: Module {
    /// Set once by the host, before it makes a module.
    nonisolated(unsafe) public static var host: (any ForeignHost)?

    private let name: String

    public init(className: String = "Module") {
        name = className
        super.init()
    }

    public override var className: String { name }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        let result = try forward([.tensor(x)])
        guard case .tensor(let tensor) = result else {
            throw .type("forward must return a tensor here, got \(result.kindName)")
        }
        return tensor
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        guard let host = ForeignModule.host else { throw .runtime("there is no host to compute this module") }
        guard let wrapper else { throw .runtime("the Python object of this module is gone") }
        return try host.callModule(wrapper, arguments)
    }
}
