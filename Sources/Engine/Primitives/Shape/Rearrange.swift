import SwiftgradKernels

// Rearrangements that are made of views, joins and selections, and get their gradients from those.
extension Tensor {
    /// The array repeated whole, `counts[i]` times along axis i; missing axes come in front.
    public func tile(_ counts: [Int]) throws(SwiftgradError) -> Tensor {
        for count in counts where count < 0 { throw .value("tile: negative count in \(Shape.text(counts))") }
        let rank = max(rank, counts.count)
        guard 2 * rank <= Shape.maximumRank else {
            throw .value("tile: at most \(Shape.maximumRank / 2) axes can be repeated, got \(rank)")
        }
        let lengths = [Int](repeating: 1, count: rank - shape.count) + shape
        let repeats = [Int](repeating: 1, count: rank - counts.count) + counts
        let spread = try reshape(lengths.flatMap { [1, $0] })
            .broadcast(to: zip(repeats, lengths).flatMap { [$0, $1] })
        return try spread.reshape(zip(repeats, lengths).map { $0 * $1 })
    }

    /// The elements moved by `shifts[i]` places along `axes[i]`, those that leave at one end entering at the other; without
    /// axes, in the flattened array.
    public func roll(_ shifts: [Int], axes: [Int]?) throws(SwiftgradError) -> Tensor {
        guard let axes else {
            guard shifts.count == 1 else {
                throw .value("roll: \(shifts.count) shifts without axes; the flattened array has one axis")
            }
            return try reshape([count]).roll(shifts, axes: [0]).reshape(shape)
        }
        guard shifts.count == axes.count else {
            throw .value("roll: \(shifts.count) shifts for \(axes.count) axes")
        }
        var result = self
        for (shift, axis) in zip(shifts, try Axes.normalise(axes, rank: rank, operation: "roll")) {
            let length = shape[axis]
            guard length > 0 else { continue }
            let places = (shift % length + length) % length
            guard places > 0 else { continue }
            result = try .concat(
                [result.slice(axis: axis, length - places..<length), result.slice(axis: axis, 0..<length - places)],
                axis: axis)
        }
        return result
    }

    /// The lower (or upper) triangle of the last two axes, zeros elsewhere; the k-th diagonal, k above the main one, is its
    /// edge and belongs to it.
    public func triangle(upper: Bool, diagonal: Int) throws(SwiftgradError) -> Tensor {
        let name = upper ? "triu" : "tril"
        guard rank >= 2 else { throw .value("\(name): needs two axes, got shape \(Shape.text(shape))") }
        let (rows, columns) = (shape[rank - 2], shape[rank - 1])
        let edge = min(max(diagonal, -rows), columns)
        let row = try Tensor.arange(edge, rows + edge, .int64).expandDims([1])
        let column = try Tensor.arange(0, columns, .int64)
        let isOutside = try upper ? column.less(row) : column.greater(row)
        return try .select(isOutside, Tensor.full([], 0, dtype), self)
    }

    /// The products of the elements of two vectors, (n,) and (m,): an (n, m) matrix.
    public func outer(_ other: Tensor) throws(SwiftgradError) -> Tensor {
        guard rank == 1 && other.rank == 1 else {
            throw .value(
                "outer: expected two vectors, got shapes \(Shape.text(shape)) and \(Shape.text(other.shape))")
        }
        return try expandDims([1]) * other
    }

    /// `length` places of an axis from `start` on, which counts from the end when negative: a view.
    public func narrow(axis: Int, start: Int, length: Int) throws(SwiftgradError) -> Tensor {
        let axis = try Axes.normalise(axis, rank: rank, operation: "narrow")
        let extent = shape[axis]
        guard start >= -extent && start <= extent else {
            throw .index("narrow: start \(start) lies outside axis \(axis) of shape \(Shape.text(shape))")
        }
        let first = start < 0 ? start + extent : start
        guard length >= 0 && length <= extent - first else {
            throw .value("narrow: axis \(axis) of shape \(Shape.text(shape)) has no \(length) places from \(first) on")
        }
        return try slice(axis: axis, first..<first + length)
    }

    /// Views of the places of an axis, without it.
    public func unbind(axis: Int) throws(SwiftgradError) -> [Tensor] {
        let axis = try Axes.normalise(axis, rank: rank, operation: "unbind")
        try checkPieces(shape[axis], of: "unbind")
        return try (0..<shape[axis]).map { place throws(SwiftgradError) in
            try slice(axis: axis, place..<place + 1).squeeze([axis])
        }
    }

    /// At most `count` views of equal length along an axis; the last may be shorter.
    public func chunk(_ count: Int, axis: Int) throws(SwiftgradError) -> [Tensor] {
        guard count > 0 else { throw .value("chunk: needs at least one piece, got \(count)") }
        let axis = try Axes.normalise(axis, rank: rank, operation: "chunk")
        let length = shape[axis]
        guard length > 0 else { return [self] }
        let size = length / count + (length % count == 0 ? 0 : 1)
        try checkPieces(length / size, of: "chunk")
        return try stride(from: 0, to: length, by: size).map { start throws(SwiftgradError) in
            try slice(axis: axis, start..<min(start + size, length))
        }
    }

    /// An array of no elements can have an axis of any length: a view for each of its places would not fit into memory.
    func checkPieces(_ count: Int, of operation: String) throws(SwiftgradError) {
        guard count < 1 << 24 else {
            throw .value("\(operation): \(count) pieces of shape \(Shape.text(shape)) are too many")
        }
    }
}
