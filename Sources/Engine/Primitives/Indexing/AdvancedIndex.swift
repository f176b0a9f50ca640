import SwiftgradKernels

/// An index in which arrays take part: integers pick positions along an axis, a boolean mask picks where it is true.
///
/// All array entries broadcast to one shape. As in NumPy, that shape takes the place of the axes they index when those
/// are neighbours, and comes first otherwise.
struct AdvancedIndex {
    /// The axes that are indexed, in order.
    private let axes: [Int]
    /// Positions in the indexed axes, flattened row-major.
    private let positions: Tensor
    /// The broadcast shape of the array entries.
    private let pickedShape: [Int]
    private let areNeighbours: Bool

    init(_ arrays: [(axis: Int, tensor: Tensor)], shape: [Int]) throws(SwiftgradError) {
        var axes: [Int] = []
        var entries: [Tensor] = []
        for (axis, tensor) in arrays {
            if tensor.dtype == .bool {
                let expected = Array(shape[axis..<axis + tensor.rank])
                guard tensor.shape == expected else {
                    throw .index(
                        "a boolean index of shape \(Shape.text(tensor.shape)) does not fit axes of shape "
                            + Shape.text(expected))
                }
                entries += try AdvancedIndex.coordinates(of: tensor)
                axes += axis..<axis + tensor.rank
            } else {
                guard tensor.dtype.isInteger else {
                    throw .index("an index array must hold integers or booleans, got \(tensor.dtype)")
                }
                entries.append(tensor)
                axes.append(axis)
            }
        }
        var picked: [Int] = arrays.contains { $0.tensor.rank == 0 && $0.tensor.dtype == .bool } ? [1] : []
        for entry in entries {
            guard let common = Shape.broadcast(picked, entry.shape) else {
                throw .index(
                    "index arrays of shapes \(Shape.text(picked)) and \(Shape.text(entry.shape)) do not broadcast")
            }
            picked = common
        }
        if let flag = arrays.first(where: { $0.tensor.rank == 0 && $0.tensor.dtype == .bool }),
            flag.tensor.scalarDouble() == 0
        {
            picked = picked.map { $0 == 1 ? 0 : $0 }
        }
        self.axes = axes
        pickedShape = picked
        areNeighbours = axes.isEmpty || axes[axes.count - 1] - axes[0] == axes.count - 1
        positions = try AdvancedIndex.flatPositions(entries, lengths: axes.map { shape[$0] }, shape: picked)
    }

    /// One array of coordinates an axis of a mask, for the places where it is true.
    static func coordinates(of mask: Tensor) throws(SwiftgradError) -> [Tensor] {
        var rest = try mask.truePositions()
        var result: [Tensor] = []
        for axis in mask.shape.indices.reversed() {
            let length = try Tensor.scalar(.int(mask.shape[axis]))
            result.insert(try Tensor.apply(Remainder(), rest, length), at: 0)
            rest = try Tensor.apply(FloorDivide(), rest, length)
        }
        return result
    }

    /// Positions along several axes as positions in those axes merged into one.
    private static func flatPositions(
        _ entries: [Tensor], lengths: [Int], shape: [Int]
    ) throws(SwiftgradError) -> Tensor {
        let result = try Tensor(uninitialised: shape, .int64)
        result.fill(0)
        let flat = result.pointer.assumingMemoryBound(to: Int64.self)
        for (entry, length) in zip(entries, lengths) {
            let spread = try entry.detach().cast(to: .int64).broadcast(to: shape).contiguous()
            let checked = try Positions(spread, length: length, operation: "index")
            for index in 0..<result.count { flat[index] = flat[index] &* Int64(length) &+ checked.pointer[index] }
        }
        return result
    }

    private func order(rank: Int) -> [Int] { axes + (0..<rank).filter { !axes.contains($0) } }

    /// The picked elements, in memory of their own.
    func take(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        let front = try x.permute(order(rank: x.rank))
        let rest = Array(front.shape.dropFirst(axes.count))
        let merged = try front.reshape([front.shape.prefix(axes.count).reduce(1, *)] + rest)
        let taken = try Tensor.apply(Take(), merged, positions.reshape([positions.count]))
        let placed = try taken.reshape(pickedShape + rest)
        guard areNeighbours, let first = axes.first, first > 0 else { return placed }
        let picked = pickedShape.count
        return try placed.permute(
            Array(picked..<picked + first) + Array(0..<picked) + Array(picked + first..<placed.rank))
    }

    /// Writes `value`, broadcast to the shape of what is picked, into the picked elements of `x`.
    func assign(_ value: Tensor, to x: Tensor) throws(SwiftgradError) {
        let front = try x.permute(order(rank: x.rank))
        let rest = Array(front.shape.dropFirst(axes.count))
        let first = areNeighbours ? axes.first ?? 0 : 0
        let resultShape = Array(rest[..<first]) + pickedShape + Array(rest[first...])
        guard Shape.broadcast(value.shape, resultShape) == resultShape else {
            throw .value(
                "item assignment: a value of shape \(Shape.text(value.shape)) does not fit \(Shape.text(resultShape))")
        }
        let spread = try value.cast(to: x.dtype).broadcast(to: resultShape)
        let picked = pickedShape.count
        let source = try spread.permute(
            Array(first..<first + picked) + Array(0..<first) + Array(first + picked..<resultShape.count)
        ).contiguous()
        let target = try front.contiguous()
        Gather.place(
            outer: 1, axis: 1, innerBytes: rest.reduce(1, *) * x.dtype.itemSize,
            positions: UnsafePointer(positions.pointer.assumingMemoryBound(to: Int64.self)), count: positions.count,
            source: source.pointer, output: target.pointer)
        if target !== front { target.copyElements(to: front) }
    }
}
