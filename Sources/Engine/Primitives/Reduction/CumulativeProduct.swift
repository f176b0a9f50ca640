import SwiftgradKernels

/// Running products along an axis. Booleans and integers multiply in 64 bits.
struct CumulativeProductPrimitive: Primitive {
    let name = "cumprod"
    /// In 0..<rank.
    let axis: Int
    var saves: Saves { Saves(inputs: [0], outputs: [0]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [TensorSpec(inputs[0].shape, ReduceOperation.product.outputType(inputs[0].dtype))]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let x = try inputs[0].operand(dtype)
            withExtendedLifetime(x) {
                CumulativeProduct.run(
                    dtype: dtype, outer: x.shape[..<axis].reduce(1, *), axis: x.shape[axis],
                    inner: x.shape[(axis + 1)...].reduce(1, *), input: x.pointer, output: result.pointer)
            }
        }
    }

    /// Sum over j >= i of g_j y_j / x_i. From the first zero of a line on all products are 0, and behind it all
    /// gradients; its own is that sum over the products without it.
    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let (x, y, gradient) = (try context.input(0), try context.output(0), try context.gradient())
        let (zero, one) = (try Tensor.zeros([], x.dtype), try Tensor.ones([], x.dtype))
        let isZero = try x.detach().equal(zero)
        let zerosSoFar = try isZero.cast(to: .int64).cumulativeSum(axis: axis)
        let isFirst = try (isZero.cast(to: .int64) * zerosSoFar).equal(.ones([], .int64))
        let isBefore = try zerosSoFar.equal(.zeros([], .int64))
        let ordinary = try sumFromHere(gradient * y) / Tensor.select(isZero, one, x)
        let without = try Tensor.apply(self, Tensor.select(isFirst, one, x))
        let atZero = try Tensor.select(isFirst, sumFromHere(gradient * without), zero)
        return [try Tensor.select(isBefore, ordinary, atZero).cast(to: context.inputSpec(0).dtype)]
    }

    private func sumFromHere(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try x.flip([axis]).cumulativeSum(axis: axis).flip([axis])
    }
}

extension Tensor {
    /// Running products along an axis, or over the flattened array.
    public func cumulativeProduct(axis: Int? = nil) throws(SwiftgradError) -> Tensor {
        guard let axis, rank > 0 else { return try .apply(CumulativeProductPrimitive(axis: 0), reshape([count])) }
        let position = try Axes.normalise(axis, rank: rank, operation: "cumprod")
        return try .apply(CumulativeProductPrimitive(axis: position), self)
    }
}
