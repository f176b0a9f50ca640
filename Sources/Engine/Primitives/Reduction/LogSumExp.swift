extension Tensor {
    /// log(sum(exp(x))) over the axes: the largest element comes out of the sum first, unless it is infinite.
    public func logSumExp(axes: [Int]? = nil, keepDimensions: Bool = false) throws(SwiftgradError) -> Tensor {
        let x = try dtype.isFloating ? self : cast(to: .float32)
        guard x.count > 0 else { return try x.exp().sum(axes: axes, keepDimensions: keepDimensions).log() }
        let largest = try x.detach().maximum(axes: axes, keepDimensions: true)
        let zero = try Tensor.full([], 0, x.dtype)
        let isFinite = try largest.abs().less(.full([], .infinity, x.dtype))
        let shift = try Tensor.select(isFinite, largest, zero)
        let sum = try (x - shift).exp().sum(axes: axes, keepDimensions: keepDimensions)
        return try sum.log() + shift.reshape(sum.shape)
    }
}
