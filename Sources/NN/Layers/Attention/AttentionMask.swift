import Swiftgrad

/// The masks of multi-head attention, in which true hides a key, as the one mask that attention takes.
struct AttentionMask {
    let mask: Tensor?
    let padding: Tensor?
    let batch: Int
    let heads: Int
    let queries: Int
    let keys: Int

    /// True where a key takes part, or numbers to add when either mask has numbers; nil without masks.
    func combined(_ dtype: DType) throws(SwiftgradError) -> Tensor? {
        var first: Tensor?
        if let mask { first = try spread(mask) }
        guard let padding else {
            guard let first else { return nil }
            return try visible(first)
        }
        guard padding.shape == [batch, keys] else {
            throw .value("key_padding_mask: expected (\(batch), \(keys)), got \(Shape.text(padding.shape))")
        }
        let second = try padding.reshape([batch, 1, 1, keys])
        guard let first else { return try visible(second) }
        if first.dtype == .bool && second.dtype == .bool { return try visible(first.logicalOr(second)) }
        return try numbers(first, dtype) + numbers(second, dtype)
    }

    /// (1 or batch, 1 or heads, queries, keys)
    private func spread(_ mask: Tensor) throws(SwiftgradError) -> Tensor {
        if mask.shape == [queries, keys] { return try mask.reshape([1, 1, queries, keys]) }
        guard mask.shape == [batch * heads, queries, keys] else {
            throw .value(
                "attn_mask: expected (\(queries), \(keys)) or (\(batch * heads), \(queries), \(keys)), got "
                    + Shape.text(mask.shape))
        }
        return try mask.reshape([batch, heads, queries, keys])
    }

    private func visible(_ mask: Tensor) throws(SwiftgradError) -> Tensor {
        mask.dtype == .bool ? try mask.logicalNot() : mask
    }

    private func numbers(_ mask: Tensor, _ dtype: DType) throws(SwiftgradError) -> Tensor {
        guard mask.dtype == .bool else { return mask }
        return try Tensor.select(mask, Tensor.full([], -Double.infinity, dtype), Tensor.full([], 0, dtype))
    }
}
