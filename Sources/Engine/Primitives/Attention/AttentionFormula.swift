/// Attention written out in differentiable operations, with the whole matrix of weights: for gradients of gradients, for
/// gradients of the mask, for dropout, and where the weights are wanted.
///
/// Query heads that share a head of keys lie on an axis of their own, (batch, key heads, sharing, ...), meanwhile.
struct AttentionFormula {
    let isCausal: Bool
    let scale: Double

    /// Weights (batch, heads, queries, keys); a query that no key takes part in has zeros.
    func weights(_ q: Tensor, _ k: Tensor, _ mask: Tensor?) throws(SwiftgradError) -> Tensor {
        let full = Array(q.shape.dropLast()) + [k.shape[2]]
        var scores = try grouped(q * scale, k).matmul(k.expandDims([2]).transpose(-1, -2)).reshape(full)
        let lowest = try Tensor.full([], -Double.infinity, scores.dtype)
        if let mask {
            scores =
                mask.dtype == .bool
                ? try Tensor.select(mask, scores, lowest) : try scores + mask.cast(to: scores.dtype)
        }
        if isCausal {
            let rows = try Tensor.arange(0, Double(q.shape[2]), .int64).expandDims([1])
            let columns = try Tensor.arange(0, Double(k.shape[2]), .int64)
            scores = try Tensor.select(rows.less(columns), lowest, scores)
        }
        guard mask != nil, k.shape[2] > 0 else { return try scores.softmax() }
        let zero = try Tensor.full([], 0, scores.dtype)
        let isEmpty = try scores.detach().maximum(axes: [-1], keepDimensions: true).equal(lowest)
        return try Tensor.select(isEmpty, zero, Tensor.select(isEmpty, zero, scores).softmax())
    }

    /// Weights (batch, heads, queries, keys) times values (batch, key heads, keys, size).
    func combine(_ weights: Tensor, _ v: Tensor) throws(SwiftgradError) -> Tensor {
        let shape = Array(weights.shape.dropLast()) + [v.shape[3]]
        return try grouped(weights, v).matmul(v.expandDims([2])).reshape(shape)
    }

    /// Gradients of q, k, v and of what was added to the scores, from that of the result (batch, heads, queries, size).
    func gradients(
        _ gradient: Tensor, _ q: Tensor, _ k: Tensor, _ v: Tensor, _ mask: Tensor?
    ) throws(SwiftgradError) -> (q: Tensor, k: Tensor, v: Tensor, scores: Tensor) {
        let weights = try grouped(weights(q, k, mask), k)
        let dOutput = try grouped(gradient, k)
        let dWeights = try dOutput.matmul(v.expandDims([2]).transpose(-1, -2))
        let dScores = try weights * (dWeights - (weights * dWeights).sum(axes: [-1], keepDimensions: true))
        let dq = try (dScores.matmul(k.expandDims([2])) * scale).reshape(q.shape)
        let dk = try (dScores.transpose(-1, -2).matmul(grouped(q, k)) * scale).sum(axes: [2])
        let dv = try weights.transpose(-1, -2).matmul(dOutput).sum(axes: [2])
        return (dq, dk, dv, try dScores.reshape(Array(q.shape.dropLast()) + [k.shape[2]]))
    }

    private func grouped(_ x: Tensor, _ k: Tensor) throws(SwiftgradError) -> Tensor {
        try x.reshape([x.shape[0], k.shape[1], x.shape[1] / max(k.shape[1], 1)] + x.shape.dropFirst(2))
    }
}
