/// A tensor kept for the backward pass, with the state its memory had.
final class SavedTensor {
    /// An input as it was; of an output only an alias off the tape, since the node would otherwise own itself.
    private var tensor: Tensor?
    private let snapshot: Storage.Snapshot
    /// The position among the node's outputs, or nil for an input.
    let output: Int?

    init(_ tensor: Tensor, output: Int? = nil) {
        self.output = output
        self.tensor = output == nil ? tensor : tensor.alias()
        snapshot = tensor.storage.startObserving(tensor.byteRange)
    }

    deinit { tensor?.storage.stopObserving() }

    /// The tensor as it was saved; an output is put back on the tape at `node`.
    func unpack(_ node: Node) throws(SwiftgradError) -> Tensor {
        guard let tensor else { throw Node.releasedError }
        guard tensor.storage.isUnchanged(since: snapshot) else {
            throw .runtime(
                "\(node.primitive.name): a tensor of shape \(Shape.text(tensor.shape)) that was saved for the backward "
                    + "pass has since been modified in place, or through memory it shares; copy it before changing it")
        }
        guard let output else { return tensor }
        let restored = tensor.alias()
        if GradMode.isEnabled {
            restored.node = node
            restored.outputIndex = output
        }
        return restored
    }

    /// Hands the tensor over to the caller.
    func giveUp() -> Tensor? {
        guard let given = tensor else { return nil }
        tensor = nil
        given.storage.stopObserving()
        return given
    }
}

extension Node {
    static let releasedError = SwiftgradError.runtime(
        "backward through the same graph a second time: its saved tensors were freed; "
            + "pass retain_graph=True to the first backward")
}
