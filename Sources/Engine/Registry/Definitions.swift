/// A name and what may be given with it: shared by all calls of one function, method or class.
public final class Signature: Sendable {
    public let name: String
    public let parameters: [Parameter]

    public init(_ name: String, _ parameters: [Parameter]) {
        self.name = name
        self.parameters = parameters
    }
}

/// A function as every language sees it: signature, documentation and what it does.
public final class FunctionDefinition: Sendable {
    public typealias Body = @Sendable (Arguments) throws(SwiftgradError) -> Value

    public let signature: Signature
    /// "" for the top level, else `linalg`, `random`, `nn.functional`; with a leading underscore, not for users.
    public let namespace: String
    /// The name it also has as a method of a tensor.
    public let method: String?
    /// The function of which this is another name, with its namespace.
    public let original: String?
    public let doc: String
    /// May take long whatever the size of its arguments.
    public let isBlocking: Bool
    /// The operation, when the function is nothing else: with tensors alone for arguments a call can go straight to it.
    public let primitive: (any Primitive)?
    public let body: Body

    public init(
        _ name: String, in namespace: String = "", method: String? = nil, _ parameters: [Parameter], doc: String,
        isBlocking: Bool = false, primitive: (any Primitive)? = nil, original: String? = nil, body: @escaping Body
    ) {
        signature = Signature(name, parameters)
        self.namespace = namespace
        self.method = method
        self.original = original
        self.doc = doc
        self.isBlocking = isBlocking
        self.primitive = primitive
        self.body = body
    }

    public var name: String { signature.name }
    public var parameters: [Parameter] { signature.parameters }

    public func callAsFunction(_ values: [Value]) throws(SwiftgradError) -> Value {
        try body(Arguments(signature, values))
    }
}

/// A method of a registered class.
public final class MethodDefinition: Sendable {
    public typealias Body = @Sendable (ManagedObject, Arguments) throws(SwiftgradError) -> Value

    public let signature: Signature
    public let doc: String
    /// Reads like an attribute.
    public let isProperty: Bool
    public let isBlocking: Bool
    public let body: Body

    public init(
        _ name: String, _ parameters: [Parameter] = [], doc: String, isProperty: Bool = false, isBlocking: Bool = false,
        body: @escaping Body
    ) {
        signature = Signature(name, parameters)
        self.doc = doc
        self.isProperty = isProperty
        self.isBlocking = isBlocking
        self.body = body
    }

    /// A method whose body takes the object as the class it belongs to.
    public static func on<Object: ManagedObject>(
        _ type: Object.Type, _ name: String, _ parameters: [Parameter] = [], doc: String, isProperty: Bool = false,
        isBlocking: Bool = false, body: @escaping @Sendable (Object, Arguments) throws(SwiftgradError) -> Value
    ) -> MethodDefinition {
        MethodDefinition(name, parameters, doc: doc, isProperty: isProperty, isBlocking: isBlocking) {
            object, arguments throws(SwiftgradError) in
            guard let object = object as? Object else {
                throw .type("\(name)() needs \(Object.self), got \(Swift.type(of: object))")
            }
            return try body(object, arguments)
        }
    }
}

/// A class (layer, loss, optimiser, loader, trainer) as every language sees it.
public final class ClassDefinition: Sendable {
    public typealias Constructor = @Sendable (Arguments) throws(SwiftgradError) -> ManagedObject

    /// The Swift class, by which an object finds its definition.
    public let type: ManagedObject.Type
    public let signature: Signature
    public let namespace: String
    /// The Swift class of the definition it inherits methods from.
    public let base: ManagedObject.Type?
    public let doc: String
    public let methods: [MethodDefinition]
    public let construct: Constructor

    public init(
        _ type: ManagedObject.Type, name: String, in namespace: String, base: ManagedObject.Type? = nil,
        _ parameters: [Parameter], doc: String, methods: [MethodDefinition] = [], construct: @escaping Constructor
    ) {
        self.type = type
        signature = Signature(name, parameters)
        self.namespace = namespace
        self.base = base
        self.doc = doc
        self.methods = methods
        self.construct = construct
    }
}
