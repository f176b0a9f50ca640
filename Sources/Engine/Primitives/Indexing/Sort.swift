import SwiftgradKernels

/// Positions that sort the last axis; equal elements stay in their order, NaN counts as the largest.
struct ArgumentSortPrimitive: NonDifferentiablePrimitive {
    let name = "argsort"
    let descending: Bool

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] { [TensorSpec(inputs[0].shape, .int64)] }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let x = try inputs[0].detach().cast(to: inputs[0].dtype.computeType).contiguous()
        let (rows, columns) = x.rowLayout
        ArgumentSort.run(
            dtype: x.dtype, rows: rows, columns: columns, descending: descending, input: x.pointer,
            output: outputs[0].pointer.assumingMemoryBound(to: Int64.self))
    }
}

extension Tensor {
    /// Positions along an axis in rising (or falling) order of the elements.
    public func argumentSort(axis: Int = -1, descending: Bool = false) throws(SwiftgradError) -> Tensor {
        let primitive = ArgumentSortPrimitive(descending: descending)
        if rank == 0 { return try .apply(primitive, self) }
        let axis = try Axes.normalise(axis, rank: rank, operation: "argsort")
        if axis == rank - 1 { return try .apply(primitive, self) }
        return try Tensor.apply(primitive, transpose(axis, -1)).transpose(axis, -1)
    }

    /// The elements along an axis in rising (or falling) order.
    public func sorted(axis: Int = -1, descending: Bool = false) throws(SwiftgradError) -> Tensor {
        if rank == 0 { return self }
        return try takeAlong(argumentSort(axis: axis, descending: descending), axis: axis)
    }

    /// The `count` largest (or smallest) elements along an axis, in order, and their positions.
    public func top(
        _ count: Int, axis: Int = -1, largest: Bool = true
    ) throws(SwiftgradError) -> (values: Tensor, positions: Tensor) {
        let axis = try Axes.normalise(axis, rank: rank, operation: "topk")
        guard count >= 0 && count <= shape[axis] else {
            throw .value("topk: axis \(axis) of shape \(Shape.text(shape)) has no \(count) elements")
        }
        let positions = try argumentSort(axis: axis, descending: largest).slice(axis: axis, 0..<count).contiguous()
        return (try takeAlong(positions, axis: axis), positions)
    }
}
