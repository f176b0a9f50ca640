import SwiftgradKernels

/// exp(x) / sum(exp(x)), or its logarithm, along the last axis.
struct SoftmaxPrimitive: Primitive {
    let isLogarithm: Bool
    var name: String { isLogarithm ? "log_softmax" : "softmax" }
    var saves: Saves { .output }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [TensorSpec(inputs[0].shape, inputs[0].dtype.isFloating ? inputs[0].dtype : .float32)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let x = try inputs[0].detach().cast(to: dtype).contiguous()
            let (rows, columns) = result.rowLayout
            if isLogarithm {
                Softmax.logForward(dtype: dtype, rows: rows, columns: columns, input: x.pointer, output: result.pointer)
            } else {
                Softmax.forward(dtype: dtype, rows: rows, columns: columns, input: x.pointer, output: result.pointer)
            }
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let (gradient, y) = (try context.gradient(), try context.output(0))
        let input = context.inputSpec(0).dtype
        if !GradMode.isEnabled {
            let backward = SoftmaxBackward(isLogarithm: isLogarithm)
            return [try Tensor.apply(backward, gradient, y).cast(to: input)]
        }
        let result: Tensor
        let axes = y.rank == 0 ? [] : [-1]
        if isLogarithm {
            result = try gradient - y.exp() * gradient.sum(axes: axes, keepDimensions: true)
        } else {
            result = try y * (gradient - (gradient * y).sum(axes: axes, keepDimensions: true))
        }
        return [try result.cast(to: input)]
    }
}

/// The gradient of `SoftmaxPrimitive` in one pass over (gradient, output); itself without a gradient.
private struct SoftmaxBackward: NonDifferentiablePrimitive {
    let isLogarithm: Bool
    let name = "softmax_backward"

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] { [inputs[1]] }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let gradient = try inputs[0].detach().cast(to: dtype).contiguous()
            let y = try inputs[1].detach().cast(to: dtype).contiguous()
            let (rows, columns) = result.rowLayout
            if isLogarithm {
                Softmax.logBackward(
                    dtype: dtype, rows: rows, columns: columns, output: y.pointer, gradient: gradient.pointer,
                    inputGradient: result.pointer)
            } else {
                Softmax.backward(
                    dtype: dtype, rows: rows, columns: columns, output: y.pointer, gradient: gradient.pointer,
                    inputGradient: result.pointer)
            }
        }
    }
}

extension Tensor {
    /// The array as a matrix of its last axis; an array of no axes is one row of one element.
    var rowLayout: (rows: Int, columns: Int) {
        let columns = shape.last ?? 1
        return (columns == 0 ? 0 : count / columns, columns)
    }

    /// Fills this tensor from one of another type that `body` fills; from itself when the type is the same.
    func compute(
        in dtype: DType, _ body: (Tensor) throws(SwiftgradError) -> Void
    ) throws(SwiftgradError) {
        if dtype == self.dtype { return try body(self) }
        let wide = try Tensor(uninitialised: shape, dtype)
        try body(wide)
        wide.copyElements(to: self)
    }

    /// exp(x) / sum(exp(x)) along an axis.
    public func softmax(axis: Int = -1) throws(SwiftgradError) -> Tensor {
        try alongLastAxis(axis, SoftmaxPrimitive(isLogarithm: false))
    }

    /// x - log(sum(exp(x))) along an axis.
    public func logSoftmax(axis: Int = -1) throws(SwiftgradError) -> Tensor {
        try alongLastAxis(axis, SoftmaxPrimitive(isLogarithm: true))
    }

    private func alongLastAxis(_ axis: Int, _ primitive: any Primitive) throws(SwiftgradError) -> Tensor {
        if rank == 0 { return try .apply(primitive, self) }
        let axis = try Axes.normalise(axis, rank: rank, operation: primitive.name)
        if axis == rank - 1 { return try .apply(primitive, self) }
        return try Tensor.apply(primitive, transpose(axis, -1)).transpose(axis, -1)
    }
}
