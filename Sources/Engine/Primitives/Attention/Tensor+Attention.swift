extension Tensor {
    /// softmax(scale q kᵀ + mask) v: q (..., heads, queries, size), k (..., heads, keys, size), v (..., heads, keys, any).
    ///
    /// A boolean mask is true where a key takes part, a mask of numbers is added; either broadcasts to (..., heads, queries,
    /// keys). Query i sees keys 0...i when `isCausal`. The scale is 1/sqrt(size) unless given. With `sharesKeys` there may
    /// be fewer heads of keys than of queries, each for as many neighbouring ones.
    public static func scaledDotProductAttention(
        _ q: Tensor, _ k: Tensor, _ v: Tensor, mask: Tensor? = nil, dropout: Double = 0, isCausal: Bool = false,
        scale: Double? = nil, sharesKeys: Bool = false
    ) throws(SwiftgradError) -> Tensor {
        try checkAttention(q, k, v, sharesKeys: sharesKeys)
        let lead = Array(q.shape.dropLast(2))
        let scores = lead + [q.shape[q.rank - 2], k.shape[k.rank - 2]]
        let heads = lead.count > 1 ? q.rank - 3 : nil
        let result = try attend(
            q.toHeads(heads), k.toHeads(heads), v.toHeads(heads), mask: toMask(mask, lead, scores),
            dropout: dropout, isCausal: isCausal, scale: scale ?? defaultScale(q.shape[q.rank - 1]))
        return try result.reshape(lead + [q.shape[q.rank - 2], v.shape[v.rank - 1]])
    }

    /// Attention of a sequence to itself: this is (batch, length, 3 · heads · size), queries, keys and values side by side
    /// as one projection gives them; the result is (batch, length, heads · size).
    public func selfAttention(
        heads: Int, mask: Tensor? = nil, isCausal: Bool = false, scale: Double? = nil
    ) throws(SwiftgradError) -> Tensor {
        guard rank == 3, heads > 0, shape[2] % 3 == 0, shape[2] / 3 % heads == 0 else {
            throw .value(
                "self_attention: expected (batch, length, 3 * heads * size) with \(heads) heads, got \(Shape.text(shape))"
            )
        }
        guard dtype.isFloating else { throw .type("self_attention: needs floating-point numbers, got \(dtype)") }
        let scores = [shape[0], heads, shape[1], shape[1]]
        let mask = try Tensor.toMask(mask, [shape[0], heads], scores)
        let primitive = AttentionPrimitive(
            layout: .packed(heads: heads), isCausal: isCausal,
            scale: scale ?? Tensor.defaultScale(shape[2] / 3 / heads), hasMask: mask != nil)
        return try Tensor.apply(primitive, [self] + (mask.map { [$0] } ?? []))[0]
    }

    /// On (batch, heads, length, size).
    private static func attend(
        _ q: Tensor, _ k: Tensor, _ v: Tensor, mask: Tensor?, dropout: Double, isCausal: Bool, scale: Double
    ) throws(SwiftgradError) -> Tensor {
        guard dropout > 0 else {
            let primitive = AttentionPrimitive(
                layout: .separate, isCausal: isCausal, scale: scale, hasMask: mask != nil)
            return try apply(primitive, [q, k, v] + (mask.map { [$0] } ?? []))[0].transpose(1, 2)
        }
        let formula = AttentionFormula(isCausal: isCausal, scale: scale)
        return try formula.combine(formula.weights(q, k, mask).dropout(probability: dropout), v)
    }

    /// The weights that `scaledDotProductAttention` would give each key, (batch, heads, queries, keys), and the result,
    /// for operands (batch, heads, length, size).
    public static func attentionWithWeights(
        _ q: Tensor, _ k: Tensor, _ v: Tensor, mask: Tensor? = nil, dropout: Double = 0, isCausal: Bool = false
    ) throws(SwiftgradError) -> (result: Tensor, weights: Tensor) {
        try checkAttention(q, k, v, sharesKeys: false)
        let mask = try toMask(mask, Array(q.shape.prefix(2)), Array(q.shape.dropLast()) + [k.shape[2]])
        let formula = AttentionFormula(isCausal: isCausal, scale: defaultScale(q.shape[3]))
        let weights = try formula.weights(q, k, mask).dropout(probability: dropout)
        return (try formula.combine(weights, v), weights)
    }

    private static func defaultScale(_ size: Int) -> Double {
        size > 0 ? 1 / Double(size).squareRoot() : 1
    }

    /// (..., heads, length, size) as (batch, heads, length, size); without a heads axis there is one head.
    private func toHeads(_ heads: Int?) throws(SwiftgradError) -> Tensor {
        guard let heads else { return try reshape([shape.dropLast(2).reduce(1, *), 1] + shape.suffix(2)) }
        return try reshape([shape[..<heads].reduce(1, *)] + shape.suffix(3))
    }

    /// A mask that broadcasts to `scores`, as one with four axes that broadcasts to (batch, heads, queries, keys).
    private static func toMask(
        _ mask: Tensor?, _ lead: [Int], _ scores: [Int]
    ) throws(SwiftgradError) -> Tensor? {
        guard let mask else { return nil }
        try checkMask(mask, scores: scores)
        let ones = [Int](repeating: 1, count: max(0, scores.count - mask.rank))
        let full = try mask.reshape(ones + mask.shape)
        switch lead.count {
        case 2: return full
        case 1: return try full.expandDims([1])
        case 0: return try full.expandDims([0, 1])
        default: return try full.broadcast(to: scores).reshape([lead.dropLast().reduce(1, *)] + scores.suffix(3))
        }
    }
}

// What can be wrong.
extension Tensor {
    private static let attentionName = "scaled_dot_product_attention"

    private static func checkAttention(
        _ q: Tensor, _ k: Tensor, _ v: Tensor, sharesKeys: Bool
    ) throws(SwiftgradError) {
        for (name, x) in [("query", q), ("key", k), ("value", v)] {
            guard x.dtype.isFloating else {
                throw .type("\(attentionName): needs floating-point operands, got a \(name) of \(x.dtype)")
            }
            guard x.dtype == q.dtype else {
                throw .type("\(attentionName): query is \(q.dtype) and \(name) is \(x.dtype); they must be one type")
            }
            guard x.rank >= 2, x.rank == q.rank else {
                throw .value(
                    "\(attentionName): query, key and value need as many axes, two at least, got "
                        + [q, k, v].map { Shape.text($0.shape) }.joined(separator: ", "))
            }
        }
        let axis = q.rank - 3
        var lead = Array(q.shape.dropLast(2))
        if sharesKeys && axis >= 0 {
            let (heads, shared) = (q.shape[axis], k.shape[axis])
            guard shared > 0 && heads % shared == 0 || heads == shared else {
                throw .value("\(attentionName): \(heads) heads of queries cannot share \(shared) heads of keys evenly")
            }
            lead[axis] = shared
        }
        let size = q.shape[q.rank - 1]
        guard k.shape == lead + [k.shape[k.rank - 2], size] else {
            let couldShare = !sharesKeys && axis >= 0 && k.shape[axis] > 0 && q.shape[axis] % k.shape[axis] == 0
            throw .value(
                "\(attentionName): a query of shape \(Shape.text(q.shape)) needs a key of shape "
                    + expected(lead, "\(size)") + ", got \(Shape.text(k.shape))"
                    + (couldShare && k.shape[axis] != q.shape[axis] ? "; enable_gqa=True?" : ""))
        }
        guard v.shape.dropLast() == k.shape.dropLast() else {
            throw .value(
                "\(attentionName): a key of shape \(Shape.text(k.shape)) needs a value of shape "
                    + expected(Array(k.shape.dropLast()), "V", length: nil) + ", got \(Shape.text(v.shape))")
        }
    }

    private static func expected(_ lead: [Int], _ last: String, length: String? = "S") -> String {
        "(" + (lead.map(String.init) + (length.map { [$0] } ?? []) + [last]).joined(separator: ", ") + ")"
    }

    private static func checkMask(_ mask: Tensor, scores: [Int]) throws(SwiftgradError) {
        guard mask.dtype == .bool || mask.dtype.isFloating else {
            throw .type("\(attentionName): attn_mask must be bool or floating-point, got \(mask.dtype)")
        }
        guard Shape.broadcast(mask.shape, scores) == scores else {
            throw .value(
                "\(attentionName): attn_mask of shape \(Shape.text(mask.shape)) does not broadcast to the scores, "
                    + Shape.text(scores))
        }
    }
}
