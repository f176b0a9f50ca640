/// What a pullback sees: the gradients of the outputs, and what the operation saved.
public struct PullbackContext {
    let node: Node
    /// One a output; nil where nothing downstream used that output.
    public let gradients: [Tensor?]

    /// Shape and dtype of an input, saved or not.
    public func inputSpec(_ position: Int) -> TensorSpec { node.inputSpecs[position] }

    public func outputSpec(_ position: Int) -> TensorSpec { node.outputSpecs[position] }

    /// Whether anybody wants the gradient of this input.
    public func needs(_ position: Int) -> Bool {
        if case .none = node.edges[position] { return false }
        return true
    }

    /// The gradient of the only output.
    public func gradient() throws(SwiftgradError) -> Tensor { try gradient(0) }

    /// The gradient of one output, zeros where nothing used it.
    public func gradient(_ position: Int) throws(SwiftgradError) -> Tensor {
        if let gradient = gradients[position] { return gradient }
        let spec = node.outputSpecs[position]
        return try Tensor.zeros(spec.shape, spec.dtype)
    }

    /// An input that `saves` names.
    public func input(_ position: Int) throws(SwiftgradError) -> Tensor {
        try saved(node.primitive.saves.inputs.firstIndex(of: position), "input \(position)")
    }

    /// An output that `saves` names.
    public func output(_ position: Int) throws(SwiftgradError) -> Tensor {
        let saves = node.primitive.saves
        return try saved(saves.outputs.firstIndex(of: position).map { $0 + saves.inputs.count }, "output \(position)")
    }

    private func saved(_ index: Int?, _ what: String) throws(SwiftgradError) -> Tensor {
        guard !node.isReleased else { throw Node.releasedError }
        guard let index else {
            throw .runtime("\(node.primitive.name): its pullback reads \(what), which it does not save")
        }
        guard let saved = node.savedTensor(index) else { throw Node.releasedError }
        return try saved.unpack(node)
    }
}
