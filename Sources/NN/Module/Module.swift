import Swiftgrad

/// A part of a network: parameters, buffers and children by name, and a way to compute.
///
/// Names are those of PyTorch, and so is the order: own parameters, own buffers, then the children. A child knows its
/// parent without owning it; a module that several parents share has the path of the last one that took it.
open class Module: ManagedObject {
    /// A tensor that is part of the state without being trained.
    public struct Buffer {
        public var tensor: Tensor?
        /// Belongs to the state dict.
        public var isPersistent: Bool
    }

    /// What a name can stand for.
    public enum Member {
        case parameter(Tensor?)
        case buffer(Tensor?)
        case child(Module)
    }

    /// A parameter can be absent, as the bias of a layer without one.
    public private(set) var ownParameters: NamedValues<Tensor?> {
        get { guardedParameters.value }
        set { guardedParameters.value = newValue }
    }
    public private(set) var ownBuffers: NamedValues<Buffer> {
        get { guardedBuffers.value }
        set { guardedBuffers.value = newValue }
    }
    public private(set) var children: NamedValues<Module> {
        get { guardedChildren.value }
        set { guardedChildren.value = newValue }
    }
    /// Set for a whole tree by `train`.
    public internal(set) var isTraining = true
    /// The host's object adds to forward (hooks, a forward of its own), so that calls from here go through it.
    public var isCalledThroughHost = false
    public var parent: Module? { place.value.parent }

    private struct Place {
        weak var parent: Module?
        var name = ""
    }

    // A thread may compute with a module while another changes it.
    private let guardedParameters = Guarded(NamedValues<Tensor?>())
    private let guardedBuffers = Guarded(NamedValues<Buffer>())
    private let guardedChildren = Guarded(NamedValues<Module>())
    private let place = Guarded(Place())

    /// The name of the class as users write it.
    open var className: String { String(describing: type(of: self)) }

    /// What stands between the parentheses when the module is printed: `in_features=784, out_features=128, bias=True`.
    open var extraDescription: String { "" }

    /// Computes. Call the module itself, which says where an error came from; a subclass overrides one of the two.
    open func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        throw .notImplemented("\(className) has no forward that makes one tensor of one, as is needed here")
    }

    /// What forward takes, in order; the host may give an argument by its name here.
    open class var inputs: [Parameter] { [.tensor("input")] }

    /// Computes from any number of arguments, `absent` where one was left out.
    open func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        guard arguments.count == 1, case .tensor(let x) = arguments[0] else {
            let kinds = arguments.map(\.kindName).joined(separator: ", ")
            throw .type("expected one tensor, got (\(kinds))")
        }
        return .tensor(try forward(x))
    }

    /// The names from the root of the tree to this module, joined with dots; empty at the root.
    public var path: String {
        var names: [String] = []
        var module = self
        while true {
            let place = module.place.value
            guard let parent = place.parent else { break }
            names.append(place.name)
            module = parent
        }
        return names.reversed().joined(separator: ".")
    }
}

// Members by name. A name stands for one thing: setting it takes it from what it stood for before.
extension Module {
    public func setChild(_ name: String, _ child: Module) throws(SwiftgradError) {
        try checkName(name)
        try checkNesting(of: child)
        forget(name, except: .children)
        if let previous = children[name] { previous.leave(self, name) }
        children.set(name, child)
        child.place.value = Place(parent: self, name: name)
    }

    public func setParameter(_ name: String, _ tensor: Tensor?) throws(SwiftgradError) {
        try checkName(name)
        guard tensor?.isLeaf != false else {
            throw .value("\(className): parameter '\(name)' must be a leaf, not the result of a recorded operation")
        }
        forget(name, except: .parameters)
        ownParameters.set(name, tensor)
    }

    public func setBuffer(_ name: String, _ tensor: Tensor?, isPersistent: Bool = true) throws(SwiftgradError) {
        try checkName(name)
        forget(name, except: .buffers)
        ownBuffers.set(name, Buffer(tensor: tensor, isPersistent: isPersistent))
    }

    public func member(_ name: String) -> Member? {
        if let parameter = ownParameters[name] { return .parameter(parameter) }
        if let buffer = ownBuffers[name] { return .buffer(buffer.tensor) }
        return children[name].map(Member.child)
    }

    public func removeMember(_ name: String) throws(SwiftgradError) {
        guard member(name) != nil else {
            throw .init(.attribute, "'\(className)' object has no attribute '\(name)'")
        }
        forget(name, except: nil)
    }

    /// A parameter that has to be there, or is computed by a parametrization.
    public func parameter(_ name: String) throws(SwiftgradError) -> Tensor {
        if let tensor = ownParameters[name] ?? nil { return tensor }
        guard let list = parametrization(of: name) else { throw .runtime("parameter '\(name)' is missing") }
        return try list.value()
    }

    private enum MemberKind { case parameters, buffers, children }

    private func forget(_ name: String, except kept: MemberKind?) {
        if kept != .parameters { ownParameters.remove(name) }
        if kept != .buffers { ownBuffers.remove(name) }
        if kept != .children { children.remove(name)?.leave(self, name) }
    }

    private func leave(_ module: Module, _ name: String) {
        let place = place.value
        if place.parent === module && place.name == name { self.place.value = Place() }
    }

    private func checkName(_ name: String) throws(SwiftgradError) {
        guard !name.isEmpty && !name.utf8.contains(UInt8(ascii: ".")) else {
            throw .key("\(className): a member's name can neither be empty nor contain a dot, got '\(name)'")
        }
    }

    /// Levels of modules inside modules; more would let releasing them overflow the stack.
    private static let maximumDepth = 500

    private func checkNesting(of child: Module) throws(SwiftgradError) {
        var depth = 1
        var ancestor = parent
        while let module = ancestor {
            depth += 1
            ancestor = module.parent
        }
        var pending = [(child, depth)]
        var seen: Set<ObjectIdentifier> = []
        while let (module, depth) = pending.popLast() {
            guard module !== self else { throw .value("\(className): a module cannot contain itself") }
            guard depth < Module.maximumDepth else {
                throw .value("\(className): modules can be nested \(Module.maximumDepth) deep at most")
            }
            guard seen.insert(ObjectIdentifier(module)).inserted else { continue }
            for (_, next) in module.children { pending.append((next, depth + 1)) }
        }
    }
}
