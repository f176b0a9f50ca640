import SwiftgradKernels

/// Arrays one behind the other along an axis.
struct Concatenate: Primitive {
    let name = "concat"
    let axis: Int

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        guard let first = inputs.first else { throw .value("concat: needs at least one array") }
        let axis = try Axes.normalise(axis, rank: first.rank, operation: name)
        var result = first
        for input in inputs.dropFirst() {
            var expected = first.shape
            guard input.rank == first.rank else {
                throw .value(
                    "concat: arrays of shapes \(Shape.text(first.shape)) and \(Shape.text(input.shape)) "
                        + "differ in their number of axes")
            }
            expected[axis] = input.shape[axis]
            guard input.shape == expected else {
                throw .value(
                    "concat: shapes \(Shape.text(first.shape)) and \(Shape.text(input.shape)) "
                        + "differ beside axis \(axis)")
            }
            let length = result.shape[axis].addingReportingOverflow(input.shape[axis])
            guard !length.overflow else { throw .value("concat: the result is too large") }
            result.shape[axis] = length.partialValue
            result.dtype = Promotion.promote(result.dtype, input.dtype)
        }
        return [result]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let whole = outputs[0]
        let axis = axis < 0 ? axis + whole.rank : axis
        var start = 0
        for input in inputs {
            input.copyElements(
                to: Tensor(
                    storage: whole.storage, shape: input.shape, strides: whole.strides,
                    offset: whole.offset + start * whole.strides[axis], dtype: whole.dtype))
            start += input.shape[axis]
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let gradient = try context.gradient()
        let axis = axis < 0 ? axis + gradient.rank : axis
        var start = 0
        var results: [Tensor?] = []
        for position in context.node.inputSpecs.indices {
            let spec = context.inputSpec(position)
            let range = start..<start + spec.shape[axis]
            results.append(
                context.needs(position) ? try gradient.slice(axis: axis, range).cast(to: spec.dtype) : nil)
            start = range.upperBound
        }
        return results
    }
}

extension Tensor {
    /// Arrays joined along an axis that they have.
    public static func concat(_ tensors: [Tensor], axis: Int = 0) throws(SwiftgradError) -> Tensor {
        try apply(Concatenate(axis: axis), tensors)[0]
    }

    /// Arrays of one shape joined along a new axis.
    public static func stack(_ tensors: [Tensor], axis: Int = 0) throws(SwiftgradError) -> Tensor {
        guard !tensors.isEmpty else { throw .value("stack: needs at least one array") }
        for tensor in tensors where tensor.shape != tensors[0].shape {
            throw .value("stack: shapes \(Shape.text(tensors[0].shape)) and \(Shape.text(tensor.shape)) differ")
        }
        return try concat(
            tensors.map { tensor throws(SwiftgradError) in try tensor.expandDims([axis]) }, axis: axis)
    }
}
