/// A view of the elements at which two axes of one length have the same index; the second axis is dropped.
struct Diagonal: Primitive {
    let name = "diagonal"
    let first: Int
    let second: Int

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        var shape = inputs[0].shape
        guard shape[first] == shape[second] else {
            throw .value(
                "diagonal: axes \(first) and \(second) of shape \(Shape.text(shape)) differ in length")
        }
        shape.remove(at: second)
        return [TensorSpec(shape, inputs[0].dtype)]
    }

    func layout(_ input: Tensor, shape: [Int]) -> (strides: [Int], offset: Int)? {
        var strides = input.strides
        strides[first] &+= strides[second]
        strides.remove(at: second)
        return (strides, input.offset)
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {}

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let shape = context.inputSpec(0).shape
        return [try .apply(PlaceDiagonal(shape: shape, diagonal: self), context.gradient())]
    }
}

/// Zeros of a shape with an array placed on a diagonal of it: the gradient of `Diagonal`.
struct PlaceDiagonal: Primitive {
    let name = "diagonal_backward"
    let shape: [Int]
    let diagonal: Diagonal

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] { [TensorSpec(shape, inputs[0].dtype)] }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let whole = outputs[0]
        whole.fill(0)
        guard let layout = diagonal.layout(whole, shape: inputs[0].shape) else { return }
        inputs[0].copyElements(
            to: Tensor(
                storage: whole.storage, shape: inputs[0].shape, strides: layout.strides, offset: layout.offset,
                dtype: whole.dtype))
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try .apply(diagonal, context.gradient())]
    }
}

extension Tensor {
    /// The elements at which two different axes of one length have the same index, in the place of the first axis.
    func diagonal(_ first: Int = -2, _ second: Int = -1) throws(SwiftgradError) -> Tensor {
        let axes = try Axes.normalise([first, second], rank: rank, operation: "diagonal")
        return try .apply(Diagonal(first: axes[0], second: axes[1]), self)
    }
}
