extension Tensor {
    /// log(sum(exp(x))) over the axes: the largest element comes out of the sum first, unless it is infinite.
    public func logSumExp(axes: [Int]? = nil, keepDimensions: Bool = false) throws(SwiftgradError) -> Tensor {
        let result = dtype.isFloating ? dtype : .float32
        let x = try cast(to: result.computeType)
        guard x.count > 0 else {
            return try x.exp().sum(axes: axes, keepDimensions: keepDimensions).log().cast(to: result)
        }
        let largest = try x.detach().maximum(axes: axes, keepDimensions: true)
        let zero = try Tensor.full([], 0, x.dtype)
        let shift = try Tensor.select(largest.abs().less(.full([], .infinity, x.dtype)), largest, zero)
        let sum = try (x - shift).exp().sum(axes: axes, keepDimensions: keepDimensions)
        return try (sum.log() + shift.reshape(sum.shape)).cast(to: result)
    }
}
