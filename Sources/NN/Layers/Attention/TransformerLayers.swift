import Swiftgrad

/// Self-attention and a feed-forward part, each with a residual and a norm (Vaswani et al., arXiv:1706.03762).
public final class TransformerEncoderLayer: TransformerLayer {
    private let attention: MultiheadAttention
    private let norms: [LayerNorm]
    private let dropouts: [Dropout]

    public override init(_ settings: TransformerSettings) throws(SwiftgradError) {
        attention = try settings.attention()
        norms = [try settings.norm(), try settings.norm()]
        dropouts = [try Dropout(settings.dropout), try Dropout(settings.dropout)]
        try super.init(settings)
        try adopt(attentions: [("self_attn", attention)], norms: norms, dropouts: dropouts)
    }

    public override class var inputs: [Parameter] {
        [
            .tensor("src"), .tensor("src_mask", default: .some(.none)),
            .tensor("src_key_padding_mask", default: .some(.none)), .bool("is_causal", false),
        ]
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        return .tensor(
            try forward(
                given.tensor("src"), mask: given.optionalTensor("src_mask"),
                padding: given.optionalTensor("src_key_padding_mask"), isCausal: given.bool("is_causal")))
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try forward(x, mask: nil, padding: nil, isCausal: false)
    }

    func forward(_ x: Tensor, mask: Tensor?, padding: Tensor?, isCausal: Bool) throws(SwiftgradError) -> Tensor {
        let x = try residual(x, norms[0], dropouts[0]) { x throws(SwiftgradError) in
            try attention(x, x, x, padding: padding, mask: mask, isCausal: isCausal)
        }
        return try residual(x, norms[1], dropouts[1], feedForward)
    }

    override func another() throws(SwiftgradError) -> TransformerLayer { try TransformerEncoderLayer(settings) }
}

/// Self-attention, attention to a memory and a feed-forward part, each with a residual and a norm.
public final class TransformerDecoderLayer: TransformerLayer {
    private let attention: MultiheadAttention
    private let crossAttention: MultiheadAttention
    private let norms: [LayerNorm]
    private let dropouts: [Dropout]

    public override init(_ settings: TransformerSettings) throws(SwiftgradError) {
        attention = try settings.attention()
        crossAttention = try settings.attention()
        norms = [try settings.norm(), try settings.norm(), try settings.norm()]
        dropouts = [try Dropout(settings.dropout), try Dropout(settings.dropout), try Dropout(settings.dropout)]
        try super.init(settings)
        try adopt(
            attentions: [("self_attn", attention), ("multihead_attn", crossAttention)], norms: norms,
            dropouts: dropouts)
    }

    public override class var inputs: [Parameter] {
        [
            .tensor("tgt"), .tensor("memory"), .tensor("tgt_mask", default: .some(.none)),
            .tensor("memory_mask", default: .some(.none)), .tensor("tgt_key_padding_mask", default: .some(.none)),
            .tensor("memory_key_padding_mask", default: .some(.none)), .bool("tgt_is_causal", false),
            .bool("memory_is_causal", false),
        ]
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        let memory = try given.tensor("memory")
        var x = try given.tensor("tgt")
        let (mask, memoryMask) = (try given.optionalTensor("tgt_mask"), try given.optionalTensor("memory_mask"))
        let padding = try given.optionalTensor("tgt_key_padding_mask")
        let memoryPadding = try given.optionalTensor("memory_key_padding_mask")
        let (isCausal, isMemoryCausal) = (try given.bool("tgt_is_causal"), try given.bool("memory_is_causal"))
        x = try residual(x, norms[0], dropouts[0]) { x throws(SwiftgradError) in
            try attention(x, x, x, padding: padding, mask: mask, isCausal: isCausal)
        }
        x = try residual(x, norms[1], dropouts[1]) { x throws(SwiftgradError) in
            try crossAttention(
                x, memory, memory, padding: memoryPadding, mask: memoryMask, isCausal: isMemoryCausal)
        }
        return .tensor(try residual(x, norms[2], dropouts[2], feedForward))
    }

    override func another() throws(SwiftgradError) -> TransformerLayer { try TransformerDecoderLayer(settings) }
}
