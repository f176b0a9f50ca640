import SwiftgradKernels

/// Running sums along an axis. Booleans and integers add up in 64 bits.
struct CumulativeSumPrimitive: Primitive {
    let name = "cumsum"
    /// In 0..<rank.
    let axis: Int

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [TensorSpec(inputs[0].shape, ReduceOperation.sum.outputType(inputs[0].dtype))]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let x = try inputs[0].detach().contiguous()
        CumulativeSum.run(
            dtype: x.dtype, outer: x.shape[..<axis].reduce(1, *), axis: x.shape[axis],
            inner: x.shape[(axis + 1)...].reduce(1, *), input: x.pointer, output: outputs[0].pointer)
    }

    /// What was added from here on: the running sums from the other end.
    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let sums = try Tensor.apply(self, context.gradient().flip([axis]))
        return [try sums.flip([axis]).cast(to: context.inputSpec(0).dtype)]
    }
}

extension Tensor {
    /// Running sums along an axis, or over the flattened array.
    public func cumulativeSum(axis: Int? = nil) throws(SwiftgradError) -> Tensor {
        guard let axis, rank > 0 else { return try .apply(CumulativeSumPrimitive(axis: 0), reshape([count])) }
        let position = try Axes.normalise(axis, rank: rank, operation: "cumsum")
        return try .apply(CumulativeSumPrimitive(axis: position), self)
    }
}
