import SwiftgradKernels

/// Weighted sums of the places of one axis: the operation of interpolation and of bags. It is linear, and its gradient is
/// the same with the transposed weights.
struct WeightedSum: Primitive {
    let name: String
    /// In 0..<rank.
    let axis: Int
    let matrix: WeightedRows

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        guard inputs[0].dtype.isFloating else {
            throw .type("\(name): needs a floating-point tensor, got \(inputs[0].dtype)")
        }
        var result = inputs[0]
        result.shape[axis] = matrix.rows
        return [result]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let x = try inputs[0].operand(dtype)
            withExtendedLifetime(x) {
                matrix.run(
                    dtype: dtype, outer: x.shape[..<axis].reduce(1, *), inner: x.shape[(axis + 1)...].reduce(1, *),
                    input: x.pointer, output: result.pointer)
            }
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let backward = WeightedSum(name: name, axis: axis, matrix: matrix.transposed())
        return [try .apply(backward, context.gradient())]
    }
}
