import Swiftgrad

// The tree: every module once, a parent before its children, children in order of definition.
extension Module {
    /// All modules of the tree, this one first under the empty name; one that is shared appears under its first path.
    public var namedModules: [(path: String, module: Module)] { walk(repeatingShared: false) }

    /// Every path of the tree: a module that is shared appears under each of its paths.
    var paths: [(path: String, module: Module)] { walk(repeatingShared: true) }

    private func walk(repeatingShared: Bool) -> [(path: String, module: Module)] {
        var result: [(path: String, module: Module)] = []
        var seen: Set<ObjectIdentifier> = []
        var pending: [(path: String, module: Module)] = [("", self)]
        while let next = pending.popLast() {
            guard seen.insert(ObjectIdentifier(next.module)).inserted || repeatingShared else { continue }
            result.append(next)
            let prefix = next.path.isEmpty ? "" : next.path + "."
            for (name, child) in zip(next.module.children.names, next.module.children.values).reversed() {
                pending.append((prefix + name, child))
            }
        }
        return result
    }

    public var modules: [Module] { namedModules.map(\.module) }

    /// Parameters by path; one that is shared appears once, under its first path.
    public func namedParameters(recurse: Bool = true) -> [(path: String, tensor: Tensor)] {
        namedTensors(recurse: recurse) { module in module.ownParameters.map { ($0, $1) } }
    }

    /// Buffers by path; one that is shared appears once, under its first path.
    public func namedBuffers(recurse: Bool = true) -> [(path: String, tensor: Tensor)] {
        namedTensors(recurse: recurse) { module in module.ownBuffers.map { ($0, $1.tensor) } }
    }

    /// Every parameter of the tree once.
    public var parameters: [Tensor] { namedParameters().map(\.tensor) }

    private func namedTensors(
        recurse: Bool, _ own: (Module) -> [(String, Tensor?)]
    ) -> [(path: String, tensor: Tensor)] {
        var seen: Set<ObjectIdentifier> = []
        var result: [(path: String, tensor: Tensor)] = []
        for (path, module) in recurse ? namedModules : [("", self)] {
            for case (let name, let tensor?) in own(module) where seen.insert(ObjectIdentifier(tensor)).inserted {
                result.append((path.isEmpty ? name : path + "." + name, tensor))
            }
        }
        return result
    }

    /// Puts the whole tree into training or evaluation mode.
    public func train(_ mode: Bool = true) {
        for module in modules { module.isTraining = mode }
    }

    /// Sets the mode of this module alone.
    public func restoreMode(_ mode: Bool) { isTraining = mode }

    /// Lets go of every parameter's gradient, or fills it with zeros.
    public func zeroGrad(setToNone: Bool = true) throws(SwiftgradError) {
        for parameter in parameters { try parameter.clearGradient(setToNone: setToNone) }
    }

    public func setRequiresGrad(_ flag: Bool) throws(SwiftgradError) {
        for parameter in parameters { try parameter.setRequiresGrad(flag) }
    }

    /// Elements in all parameters.
    public var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }
}

extension Tensor {
    /// Lets go of the gradient, or fills it with zeros.
    public func clearGradient(setToNone: Bool) throws(SwiftgradError) {
        guard let gradient = grad else { return }
        if setToNone {
            grad = nil
        } else {
            let zeroed = gradient.requiresGrad ? gradient.detach() : gradient
            try zeroed.overwrite(with: .zeros([], dtype).broadcast(to: shape))
            grad = zeroed
        }
    }
}
