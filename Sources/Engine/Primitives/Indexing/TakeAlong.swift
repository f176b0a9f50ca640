import SwiftgradKernels

/// `y[..., i, ...] = x[..., positions[..., i, ...], ...]` along an axis; beside it the shapes are equal.
struct TakeAlong: Primitive {
    let name = "take_along_axis"
    /// In 0..<rank.
    let axis: Int
    var saves: Saves { Saves(inputs: [1]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [TensorSpec(inputs[1].shape, inputs[0].dtype)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        if outputs[0].count == 0 { return }
        let x = try inputs[0].detach().contiguous()
        let positions = try Positions(inputs[1], length: x.shape[axis], operation: name)
        Gather.takeAlong(
            outer: x.shape[..<axis].reduce(1, *), axis: x.shape[axis], inner: x.shape[(axis + 1)...].reduce(1, *),
            itemSize: x.dtype.itemSize, positions: positions.pointer, count: inputs[1].shape[axis], source: x.pointer,
            output: outputs[0].pointer)
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let spec = context.inputSpec(0)
        let sum = AddAlong(axis: axis, length: spec.shape[axis])
        return [try Tensor.apply(sum, context.gradient(), context.input(1)).cast(to: spec.dtype), nil]
    }
}

/// Zeros, `length` along an axis, with the elements of an array added at their positions: the gradient of `TakeAlong`.
struct AddAlong: Primitive {
    let name = "scatter_add"
    /// In 0..<rank.
    let axis: Int
    let length: Int
    var saves: Saves { Saves(inputs: [1]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        var result = inputs[0]
        result.shape[axis] = length
        return [result]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let source = try inputs[0].detach().cast(to: dtype).contiguous()
            let positions = try Positions(inputs[1], length: length, operation: name)
            result.fill(0)
            if source.count == 0 { return }
            ScatterAdd.along(
                dtype: dtype, outer: source.shape[..<axis].reduce(1, *), axis: length,
                inner: source.shape[(axis + 1)...].reduce(1, *), positions: positions.pointer,
                count: source.shape[axis], source: source.pointer, target: result.pointer)
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try Tensor.apply(TakeAlong(axis: axis), context.gradient(), context.input(1)), nil]
    }
}

extension Tensor {
    /// Elements by position along an axis: `positions` has as many axes as this array, and beside the axis both
    /// broadcast.
    public func takeAlong(_ positions: Tensor, axis: Int) throws(SwiftgradError) -> Tensor {
        let axis = try checkAlong(positions, axis: axis, operation: "take_along_axis")
        var (source, picked) = (shape, positions.shape)
        (source[axis], picked[axis]) = (1, 1)
        var common = try Shape.broadcast(source, picked, operation: "take_along_axis")
        common[axis] = shape[axis]
        let x = try broadcast(to: common)
        common[axis] = positions.shape[axis]
        return try .apply(TakeAlong(axis: axis), x, positions.broadcast(to: common))
    }

    /// This array with the elements of `source` added at their positions along an axis.
    ///
    /// `positions` and `source` have one shape, which is this array's beside the axis.
    public func addingAlong(_ positions: Tensor, _ source: Tensor, axis: Int) throws(SwiftgradError) -> Tensor {
        let axis = try checkAlong(positions, axis: axis, operation: "scatter_add")
        var expected = shape
        expected[axis] = positions.shape[axis]
        guard dtype.isFloating, source.dtype.isFloating else {
            throw .type("scatter_add: needs floating-point tensors, got \(dtype) and \(source.dtype)")
        }
        guard positions.shape == expected, source.shape == expected else {
            throw .value(
                "scatter_add: expected index and source of shape \(Shape.text(expected)), got "
                    + "\(Shape.text(positions.shape)) and \(Shape.text(source.shape))")
        }
        return try self + Tensor.apply(AddAlong(axis: axis, length: shape[axis]), source.cast(to: dtype), positions)
    }

    private func checkAlong(_ positions: Tensor, axis: Int, operation: String) throws(SwiftgradError) -> Int {
        guard positions.dtype.isInteger else {
            throw .type("\(operation): indices must be integers, got \(positions.dtype)")
        }
        guard positions.rank == rank else {
            throw .value(
                "\(operation): indices of shape \(Shape.text(positions.shape)) need as many axes as "
                    + Shape.text(shape))
        }
        return try Axes.normalise(axis, rank: rank, operation: operation)
    }
}
