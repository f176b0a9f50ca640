import Glibc
import Swiftgrad

/// T5's encoder or decoder.
final class T5Stack: Module {
    private let settings: T5.Settings
    private let isDecoder: Bool

    init(_ settings: T5.Settings, _ shared: Embedding, isDecoder: Bool) throws(SwiftgradError) {
        self.settings = settings
        self.isDecoder = isDecoder
        super.init()
        try setChild("embed_tokens", shared)
        let blocks = try ModuleList()
        for number in 0..<(isDecoder ? settings.decoderLayers : settings.encoderLayers) {
            try blocks.append(T5Block(settings, isDecoder: isDecoder, hasPositions: number == 0))
        }
        try setChild("block", blocks)
        try setChild("final_layer_norm", RMSNorm([settings.width], epsilon: settings.epsilon))
        try setChild("dropout", Dropout(settings.dropout))
    }

    func read(
        _ tokens: Tensor, memory: Tensor?, mask: Tensor?, _ cache: KeyValueCache?
    ) throws(SwiftgradError) -> Tensor {
        let blocks = try child("block").children.values
        let start = cache?.length ?? 0
        var bias = try positions(blocks.first, queries: start..<start + tokens.shape[1])
        if let own = bias, let mask, !isDecoder {
            let lowest = try Tensor.full([], -Double.infinity, own.dtype)
            bias = try .select(mask, own, lowest)
        }
        var x = try apply("dropout", apply("embed_tokens", tokens))
        for (number, block) in blocks.enumerated() {
            guard let block = block as? T5Block else { throw .type("block.\(number) must be a T5Block") }
            x = try block(x, bias: bias, memory: memory, mask: mask, cache, number: number)
        }
        cache?.advance(tokens.shape[1])
        return try apply("dropout", apply("final_layer_norm", x))
    }

    /// What is added to scores (1, heads, queries, keys) by the distance of query and key, of which there are as many as
    /// the last query's number: the first block has the table for all.
    private func positions(_ first: Module?, queries: Range<Int>) throws(SwiftgradError) -> Tensor? {
        guard let attention = try first?.child("layer").child("0").child("SelfAttention") else { return nil }
        let keys = queries.upperBound
        let distances = queries.flatMap { query in (0..<keys).map { bucket(of: $0 - query) } }
        let rows = try attention.apply("relative_attention_bias", Tensor.integers(distances))
        return try rows.reshape([queries.count, keys, settings.heads]).permute([2, 0, 1]).expandDims([0])
    }

    /// Half of the buckets (in an encoder of each direction) are for one distance each, the others grow up to the largest.
    private func bucket(of relative: Int) -> Int {
        let count = isDecoder ? settings.buckets : settings.buckets / 2
        let offset = !isDecoder && relative > 0 ? count : 0
        let distance = isDecoder ? max(-relative, 0) : abs(relative)
        let exact = count / 2
        guard distance >= exact else { return offset + distance }
        let ratio = logf(Float(distance) / Float(exact)) / logf(Float(settings.distance) / Float(exact))
        return offset + min(exact + Int(ratio * Float(count - exact)), count - 1)
    }
}

/// x + part(norm(x)) for self-attention, in a decoder attention to the encoder's result, and a feed-forward part.
final class T5Block: Module {
    private let isDecoder: Bool

    private static let names = ProjectedAttention.Names(query: "q", key: "k", value: "v", result: "o")

    init(_ settings: T5.Settings, isDecoder: Bool, hasPositions: Bool) throws(SwiftgradError) {
        self.isDecoder = isDecoder
        super.init()
        let parts = try ModuleList()
        func append(_ name: String, _ part: Module) throws(SwiftgradError) {
            try parts.append(
                ModuleDict([
                    (name, part), ("layer_norm", RMSNorm([settings.width], epsilon: settings.epsilon)),
                    ("dropout", Dropout(settings.dropout)),
                ]))
        }
        func attention() throws(SwiftgradError) -> ProjectedAttention {
            try ProjectedAttention(
                width: settings.width, heads: settings.heads, headSize: settings.size, names: T5Block.names,
                bias: false, scale: 1, dropout: settings.dropout)
        }
        let own = try attention()
        if hasPositions {
            try own.setChild("relative_attention_bias", Embedding(settings.buckets, settings.heads))
        }
        try append("SelfAttention", own)
        if isDecoder { try append("EncDecAttention", attention()) }
        try append("DenseReluDense", T5FeedForward(settings))
        try setChild("layer", parts)
    }

    func callAsFunction(
        _ x: Tensor, bias: Tensor?, memory: Tensor?, mask: Tensor?, _ cache: KeyValueCache?, number: Int
    ) throws(SwiftgradError) -> Tensor {
        let parts = try child("layer")
        func residual(
            _ part: Module, _ x: Tensor, _ body: (Tensor) throws(SwiftgradError) -> Tensor
        ) throws(SwiftgradError) -> Tensor {
            try x + part.apply("dropout", body(part.apply("layer_norm", x)))
        }
        let first = try parts.child("0")
        var x = try residual(first, x) { x throws(SwiftgradError) in
            let attention = try first.child("SelfAttention", as: ProjectedAttention.self)
            return try attention(x, mask: bias, isCausal: isDecoder, cache, layer: number)
        }
        if let memory {
            let second = try parts.child("1")
            x = try residual(second, x) { x throws(SwiftgradError) in
                let attention = try second.child("EncDecAttention", as: ProjectedAttention.self)
                return try attention(x, memory: memory, mask: mask, isCausal: false, cache, layer: number)
            }
        }
        let last = try parts.child(isDecoder ? "2" : "1")
        return try residual(last, x) { x throws(SwiftgradError) in try last.apply("DenseReluDense", x) }
    }
}

/// wo(f(wi x)), or wo(f(wi_0 x) * wi_1 x).
final class T5FeedForward: Module {
    private let activation: Activation
    private let isGated: Bool

    init(_ settings: T5.Settings) throws(SwiftgradError) {
        activation = settings.activation
        isGated = settings.isGated
        super.init()
        for name in isGated ? ["wi_0", "wi_1"] : ["wi"] {
            try setChild(name, Linear(settings.width, settings.inner, bias: false))
        }
        try setChild("wo", Linear(settings.inner, settings.width, bias: false))
        try setChild("dropout", Dropout(settings.dropout))
    }

    override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        let y = try activation(apply(isGated ? "wi_0" : "wi", x))
        return try apply("wo", apply("dropout", isGated ? y * apply("wi_1", x) : y))
    }
}
