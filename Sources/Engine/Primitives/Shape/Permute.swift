/// A view with the axes in another order.
struct Permute: Primitive {
    let name = "permute_dims"
    let axes: [Int]

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let x = inputs[0]
        guard axes.count == x.rank else {
            throw .value("permute_dims: \(axes.count) axes given for an array of shape \(Shape.text(x.shape))")
        }
        let order = try Axes.normalise(axes, rank: x.rank, operation: name)
        return [TensorSpec(order.map { x.shape[$0] }, x.dtype)]
    }

    private func order(rank: Int) -> [Int] { axes.map { $0 < 0 ? $0 + rank : $0 } }

    func layout(_ input: Tensor, shape: [Int]) -> (strides: [Int], offset: Int)? {
        (order(rank: input.rank).map { input.strides[$0] }, input.offset)
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {}

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        var inverse = [Int](repeating: 0, count: axes.count)
        for (position, axis) in order(rank: axes.count).enumerated() { inverse[axis] = position }
        return [try context.gradient().permute(inverse)]
    }
}

extension Tensor {
    /// A view whose axis i is axis `axes[i]` of this.
    public func permute(_ axes: [Int]) throws(SwiftgradError) -> Tensor { try .apply(Permute(axes: axes), self) }

    /// A view with two axes exchanged.
    public func transpose(_ first: Int, _ second: Int) throws(SwiftgradError) -> Tensor {
        var order = Array(0..<rank)
        order.swapAt(
            try Axes.normalise(first, rank: rank, operation: "transpose"),
            try Axes.normalise(second, rank: rank, operation: "transpose"))
        return try permute(order)
    }
}
