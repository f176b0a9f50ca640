import Swiftgrad

/// A parameter that is computed from others whenever it is read: `original`, or `original0`, `original1`, ... are trained
/// and the children "0", "1", ... are applied to them in turn.
///
/// A layer keeps one for each such parameter in the child `parametrizations`, as PyTorch does.
public final class ParametrizationList: Module {
    /// The parameter as it is now. In training, reading it may advance buffers.
    public func value() throws(SwiftgradError) -> Tensor {
        var values = ownParameters.values.compactMap { $0.map(Value.tensor) }
        for child in children.values { values = [try child.call(values)] }
        guard values.count == 1, case .tensor(let value) = values[0] else {
            throw .runtime("a parametrization must give one tensor")
        }
        return value
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value { .tensor(try value()) }
}

extension Module {
    private static let childName = "parametrizations"

    /// What computes the parameter of this name, if something does.
    func parametrization(of name: String) -> ParametrizationList? {
        children[Module.childName]?.children[name] as? ParametrizationList
    }

    /// Puts `parametrization` between the tensors `originals` and the parameter `name`, whose place they take.
    func parametrize(
        _ name: String, by parametrization: Module, originals: [(name: String, tensor: Tensor)]
    ) throws(SwiftgradError) {
        let list = ParametrizationList()
        for (name, tensor) in originals { try list.setParameter(name, tensor) }
        try list.setChild("0", parametrization)
        list.train(isTraining)
        try removeMember(name)
        if let lists = children[Module.childName] { return try lists.setChild(name, list) }
        try setChild(Module.childName, ModuleDict([(key: name, module: list)]))
    }

    /// A parameter that can be parametrized: there, of floats, and computed by nothing yet.
    func parameterToParametrize(_ name: String, operation: String) throws(SwiftgradError) -> Tensor {
        guard parametrization(of: name) == nil else {
            throw .value("\(operation): '\(name)' of \(className) is parametrized already")
        }
        guard let tensor = ownParameters[name] ?? nil else {
            throw .value("\(operation): \(className) has no parameter '\(name)'")
        }
        return tensor
    }
}
