import SwiftgradKernels

/// The largest element of each window. Outputs: y, and its positions in the plane, int32 or for float64 int64.
struct MaxPoolPrimitive: Primitive {
    let settings: PoolSettings
    var name: String { settings.name }
    var saves: Saves { Saves(outputs: [1]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let shape = try settings.outputShape(inputs[0])
        return [TensorSpec(shape, inputs[0].dtype), TensorSpec(shape, inputs[0].dtype.positionType)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let x = try inputs[0].operand(dtype)
            MaxPool.forward(
                dtype: dtype, settings.shape(x.shape, result.shape), input: x.pointer, output: result.pointer,
                positions: outputs[1].pointer)
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let scatter = ScatterInPlanes(shape: context.inputSpec(0).shape, axes: settings.kernel.count)
        return [try .apply(scatter, context.gradient(), context.output(1).detach())]
    }
}

/// `MaxPoolPrimitive` over windows that share out each axis evenly, and overlap where they cannot.
struct AdaptiveMaxPoolPrimitive: Primitive {
    let name: String
    let output: [Int]
    var saves: Saves { Saves(outputs: [1]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        try checkPoolInput(inputs[0], axes: output.count, operation: name)
        let shape = inputs[0].shape.dropLast(output.count) + output
        return [TensorSpec(Array(shape), inputs[0].dtype), TensorSpec(Array(shape), inputs[0].dtype.positionType)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let x = try inputs[0].operand(dtype)
            let (sizes, rank) = (x.shape, output.count)
            MaxPool.adaptive(
                dtype: dtype, planes: sizes.dropLast(rank).reduce(1, *), height: rank == 2 ? sizes[sizes.count - 2] : 1,
                width: sizes[sizes.count - 1], rows: rank == 2 ? output[0] : 1, columns: output[rank - 1],
                input: x.pointer, output: result.pointer, positions: outputs[1].pointer)
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let scatter = ScatterInPlanes(shape: context.inputSpec(0).shape, axes: output.count)
        return [try .apply(scatter, context.gradient(), context.output(1).detach())]
    }
}

/// Adds each element of the first input to the place that the second names in a plane of zeros: its last axes.
struct ScatterInPlanes: Primitive {
    let name = "max_pool_backward"
    /// Of the output.
    let shape: [Int]
    /// Axes of a plane.
    let axes: Int
    var saves: Saves { Saves(inputs: [1]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] { [TensorSpec(shape, inputs[0].dtype)] }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let (dy, positions) = (try inputs[0].operand(dtype), try inputs[1].operand(dtype.positionType))
            MaxPool.scatter(
                dtype: dtype, planes: shape.dropLast(axes).reduce(1, *), inputSize: shape.suffix(axes).reduce(1, *),
                outputSize: dy.shape.suffix(axes).reduce(1, *), gradient: dy.pointer, positions: positions.pointer,
                inputGradient: result.pointer)
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let gather = GatherInPlanes(shape: context.inputSpec(0).shape, axes: axes)
        return [try .apply(gather, context.gradient(), context.input(1)), nil]
    }
}

/// The elements of the first input's planes, its last axes, at the places that the second names.
struct GatherInPlanes: Primitive {
    let name = "max_pool_gather"
    /// Of the output.
    let shape: [Int]
    /// Axes of a plane.
    let axes: Int
    var saves: Saves { Saves(inputs: [1]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] { [TensorSpec(shape, inputs[0].dtype)] }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let (x, positions) = (try inputs[0].operand(dtype), try inputs[1].operand(dtype.positionType))
            MaxPool.gather(
                dtype: dtype, planes: shape.dropLast(axes).reduce(1, *), inputSize: x.shape.suffix(axes).reduce(1, *),
                outputSize: shape.suffix(axes).reduce(1, *), input: x.pointer, positions: positions.pointer,
                output: result.pointer)
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let scatter = ScatterInPlanes(shape: context.inputSpec(0).shape, axes: axes)
        return [try .apply(scatter, context.gradient(), context.input(1)), nil]
    }
}

extension DType {
    /// Of the positions that pooling gives for arrays of this type.
    fileprivate var positionType: DType { computeType == .float64 ? .int64 : .int32 }
}
