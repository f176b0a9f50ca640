extension Tensor {
    /// Positions drawn with the probabilities, up to a factor, in a vector (k,) or the rows of a matrix (n, k).
    ///
    /// With replacement by inverting the cumulative sums; without, the k-th draw is the k-th largest of p / E with
    /// exponentially distributed E (Efraimidis and Spirakis, Information Processing Letters 2006).
    public func multinomial(
        _ draws: Int, withReplacement: Bool = false, generator: Generator = .shared
    ) throws(SwiftgradError) -> Tensor {
        guard dtype.isFloating && (rank == 1 || rank == 2) else {
            throw .value(
                "multinomial: expected a vector or a matrix of probabilities, got \(dtype) of shape \(Shape.text(shape))"
            )
        }
        guard draws >= 0 && (withReplacement || draws <= shape[rank - 1]) else {
            throw .value("multinomial: \(draws) draws from \(shape[rank - 1]) without replacement")
        }
        let weights = try detach().cast(to: .float64)
        let zero = try Tensor.full([], 0, .float64)
        let totals = try weights.sum(axes: [-1], keepDimensions: true)
        let isValid = try weights.abs().less(.full([], .infinity, .float64))
        guard
            try weights.less(zero).logicalOr(isValid.logicalNot()).sum().scalarDouble() == 0,
            try totals.equal(zero).sum().scalarDouble() == 0
        else {
            throw .value("multinomial: probabilities must be finite and not negative, with a positive sum")
        }
        guard withReplacement else {
            let uniform = try Tensor.uniform(shape, low: 0, high: 1, .float64, generator: generator)
            let exponential = try Tensor.apply(Maximum(), -(-uniform).log1p(), .full([], 1e-300, .float64))
            return try (weights / exponential).top(draws).positions
        }
        guard count > 0 else {
            guard draws == 0 || rank == 2 else { throw .value("multinomial: \(draws) draws from nothing") }
            return try .zeros(Array(shape.dropLast()) + [draws], .int64)
        }
        let sums = try weights.cumulativeSum(axis: rank - 1)
        let last = try sums.slice(axis: rank - 1, shape[rank - 1] - 1..<shape[rank - 1])
        let ends = try (sums / last).reshape([-1, shape[rank - 1]])
        let rows = try (0..<ends.shape[0]).map { row throws(SwiftgradError) in
            let chances = try Tensor.uniform([draws], low: 0, high: 1, .float64, generator: generator)
            return try ends.slice(axis: 0, row..<row + 1).reshape([shape[rank - 1]])
                .searchSorted(chances, isRight: true)
        }
        return try rank == 1 ? rows[0] : .stack(rows)
    }
}
