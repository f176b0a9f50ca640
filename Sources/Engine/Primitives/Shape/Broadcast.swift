/// A view that repeats an array along new axes and axes of length 1.
struct BroadcastTo: Primitive {
    let name = "broadcast_to"
    let shape: [Int]

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        for length in shape where length < 0 { throw .value("broadcast_to: negative length in \(Shape.text(shape))") }
        guard shape.count <= Shape.maximumRank, Shape.elementCount(shape) != nil,
            Shape.broadcast(inputs[0].shape, shape) == shape
        else {
            throw .value(
                "broadcast_to: shape \(Shape.text(inputs[0].shape)) does not broadcast to \(Shape.text(shape))")
        }
        return [TensorSpec(shape, inputs[0].dtype)]
    }

    func layout(_ input: Tensor, shape: [Int]) -> (strides: [Int], offset: Int)? {
        (Shape.broadcastStrides(input.shape, input.strides, to: shape), input.offset)
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {}

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try context.gradient().sum(toShape: context.inputSpec(0).shape)]
    }
}

extension Tensor {
    /// A read-only view of this array repeated to `shape`.
    public func broadcast(to shape: [Int]) throws(SwiftgradError) -> Tensor {
        shape == self.shape ? self : try .apply(BroadcastTo(shape: shape), self)
    }

    /// The sum over the axes along which `shape` would be repeated to give this array's shape.
    func sum(toShape shape: [Int]) throws(SwiftgradError) -> Tensor {
        if shape == self.shape { return self }
        let missing = rank - shape.count
        let axes = self.shape.indices.filter { $0 < missing || (shape[$0 - missing] == 1 && self.shape[$0] != 1) }
        return try sum(axes: axes, keepDimensions: true).reshape(shape)
    }
}
