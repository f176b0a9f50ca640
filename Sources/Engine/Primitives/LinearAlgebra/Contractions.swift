// Products of more than two axes, and of vectors, made of matrix products.
extension Tensor {
    /// Sums of products over pairs of axes: axis `own[i]` of this with `others[i]` of the other; what is left of this comes
    /// first.
    public func contracted(_ other: Tensor, _ own: [Int], _ others: [Int]) throws(SwiftgradError) -> Tensor {
        guard own.count == others.count else {
            throw .value("tensordot: \(own.count) axes of x for \(others.count) of y")
        }
        let mine = try Axes.normalise(own, rank: rank, operation: "tensordot")
        let theirs = try Axes.normalise(others, rank: other.rank, operation: "tensordot")
        for (a, b) in zip(mine, theirs) where shape[a] != other.shape[b] {
            throw .value(
                "tensordot: axis \(a) of shape \(Shape.text(shape)) and axis \(b) of shape "
                    + "\(Shape.text(other.shape)) differ in length")
        }
        let rows = (0..<rank).filter { !mine.contains($0) }
        let columns = (0..<other.rank).filter { !theirs.contains($0) }
        let inner = mine.reduce(1) { $0 * shape[$1] }
        let left = try permute(rows + mine).reshape([rows.reduce(1) { $0 * shape[$1] }, inner])
        let right = try other.permute(theirs + columns)
            .reshape([inner, columns.reduce(1) { $0 * other.shape[$1] }])
        return try left.matmul(right).reshape(rows.map { shape[$0] } + columns.map { other.shape[$0] })
    }

    /// Sums of products along an axis that both have; the other axes broadcast.
    public func vectorDot(_ other: Tensor, axis: Int = -1) throws(SwiftgradError) -> Tensor {
        let mine = try Axes.normalise(axis, rank: rank, operation: "vecdot")
        let theirs = try Axes.normalise(axis, rank: other.rank, operation: "vecdot")
        guard shape[mine] == other.shape[theirs] else {
            throw .value(
                "vecdot: axis \(axis) of shapes \(Shape.text(shape)) and \(Shape.text(other.shape)) differs in length")
        }
        let (x, y) = (try moveAxes([mine], to: [-1]), try other.moveAxes([theirs], to: [-1]))
        return try x.expandDims([-2]).matmul(y.expandDims([-1])).squeeze([-2, -1])
    }

    /// The cross product of vectors of three elements along an axis; the other axes broadcast.
    public func cross(_ other: Tensor, axis: Int = -1) throws(SwiftgradError) -> Tensor {
        let mine = try Axes.normalise(axis, rank: rank, operation: "cross")
        let theirs = try Axes.normalise(axis, rank: other.rank, operation: "cross")
        guard shape[mine] == 3 && other.shape[theirs] == 3 else {
            throw .value(
                "cross: axis \(axis) of shapes \(Shape.text(shape)) and \(Shape.text(other.shape)) must have length 3")
        }
        let (x, y) = (try moveAxes([mine], to: [-1]), try other.moveAxes([theirs], to: [-1]))
        func turned(_ tensor: Tensor, _ places: Int) throws(SwiftgradError) -> Tensor {
            try tensor.roll([places], axes: [-1])
        }
        let product = try turned(x, -1) * turned(y, 1) - turned(x, 1) * turned(y, -1)
        return try product.moveAxes([-1], to: [axis < 0 ? axis : axis - max(rank, other.rank)])
    }

    /// The Kronecker product: each element of this times all of the other.
    public func kron(_ other: Tensor) throws(SwiftgradError) -> Tensor {
        let axes = max(rank, other.rank)
        guard 2 * axes <= Shape.maximumRank else { throw .value("kron: at most \(Shape.maximumRank / 2) axes") }
        let a = [Int](repeating: 1, count: axes - rank) + shape
        let b = [Int](repeating: 1, count: axes - other.rank) + other.shape
        let product = try reshape(a.flatMap { [$0, 1] }) * other.reshape(b.flatMap { [1, $0] })
        return try product.reshape(zip(a, b).map { $0 * $1 })
    }

    /// Each matrix of the last two axes multiplied with itself; a negative power is that of the inverse.
    public func matrixPower(_ exponent: Int) throws(SwiftgradError) -> Tensor {
        guard rank >= 2, shape[rank - 1] == shape[rank - 2] else {
            throw .value("matrix_power: expected square matrices, got shape \(Shape.text(shape))")
        }
        if exponent == 1 { return try copy() }
        var base = exponent < 0 ? try inverse() : self
        var left = exponent.magnitude
        var result: Tensor?
        while left > 0 {
            if left & 1 == 1 { result = if let product = result { try product.matmul(base) } else { base } }
            left >>= 1
            if left > 0 { base = try base.matmul(base) }
        }
        if let result { return result }
        let size = shape[rank - 1]
        return try Tensor.eye(rows: size, columns: size, diagonal: 0, dtype).broadcast(to: shape).copy()
    }

    /// The Moore-Penrose inverse: singular values up to `tolerance` times the largest count as zero.
    public func pseudoInverse(tolerance: Tensor? = nil) throws(SwiftgradError) -> Tensor {
        let (u, s, vh) = try svd(fullMatrices: false)
        let isKept = try s.greater(rankThreshold(s, tolerance))
        let one = try Tensor.full([], 1, s.dtype)
        let inverse = try Tensor.select(isKept, one / .select(isKept, s, one), .full([], 0, s.dtype))
        return try vh.transpose(-1, -2).matmul(inverse.expandDims([-1]) * u.transpose(-1, -2))
    }

    /// How many singular values are above `tolerance` times the largest.
    public func matrixRank(tolerance: Tensor? = nil) throws(SwiftgradError) -> Tensor {
        let s = try detach().svd(fullMatrices: false).s
        return try s.greater(rankThreshold(s, tolerance)).sum(axes: [-1])
    }

    /// `tolerance`, or max(m, n) times the type's epsilon, times the largest singular value.
    private func rankThreshold(_ s: Tensor, _ tolerance: Tensor?) throws(SwiftgradError) -> Tensor {
        guard s.shape[s.rank - 1] > 0 else { return try .full([], 0, s.dtype) }
        let largest = try s.detach().maximum(axes: [-1], keepDimensions: true)
        if let tolerance { return try largest * tolerance.expandDims(tolerance.rank == 0 ? [0] : [-1]) }
        let epsilon = s.dtype == .float64 ? Double.ulpOfOne : Double(Float.ulpOfOne)
        return try largest * (Double(max(shape[rank - 1], shape[rank - 2])) * epsilon)
    }
}
