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
        try forward([.tensor(x)]).asResult()
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        try ForeignModule.callHost(self, arguments)
    }

    /// Calls what stands for a module on the other side.
    static func callHost(_ module: Module, _ arguments: [Value]) throws(SwiftgradError) -> Value {
        guard let host else { throw .runtime("there is no host to compute this module") }
        guard let wrapper = module.wrapper else { throw .runtime("the Python object of this module is gone") }
        return try host.callModule(wrapper, arguments)
    }
}

extension Value {
    /// The tensor that a forward returned.
    func asResult() throws(SwiftgradError) -> Tensor {
        guard case .tensor(let tensor) = self else { throw .type("forward must return a tensor here, got \(kindName)") }
        return tensor
    }
}
