import Swiftgrad

/// GPT's attention: causal, with one projection for queries, keys and values.
public final class CausalSelfAttention: Module {
    private let heads: Int
    private let dropout: Double

    public init(width: Int, heads: Int, dropout: Double, bias: Bool) throws(SwiftgradError) {
        try ModelSettings.checkHeads("CausalSelfAttention", heads: heads, width: width)
        self.heads = heads
        self.dropout = dropout
        super.init()
        try setChild("c_attn", Linear(width, 3 * width, bias: bias))
        try setChild("c_proj", Linear(width, width, bias: bias))
        try setChild("resid_dropout", Dropout(dropout))
    }

    public override var extraDescription: String { "heads=\(heads)" }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        let all = try apply("c_attn", x)
        guard isTraining && dropout > 0 else {
            return try apply("resid_dropout", apply("c_proj", all.selfAttention(heads: heads, isCausal: true)))
        }
        let (q, k, v) = try split(all)
        let result = try Tensor.scaledDotProductAttention(q, k, v, dropout: dropout, isCausal: true)
        return try apply("resid_dropout", apply("c_proj", result.transpose(1, 2).reshape(x.shape)))
    }

    /// Attention of the tokens `x` (batch, length, width) that follow those in the cache, to all of them that `mask` shows.
    func forward(
        _ x: Tensor, mask: Tensor?, _ cache: KeyValueCache, layer: Int
    ) throws(SwiftgradError) -> Tensor {
        let (q, k, v) = try split(apply("c_attn", x))
        let (keys, values) = try cache.append(k, v, layer: layer)
        let result = try Tensor.scaledDotProductAttention(q, keys, values, mask: mask, isCausal: cache.isEmpty)
        return try apply("c_proj", result.transpose(1, 2).reshape(x.shape))
    }

    private func split(_ all: Tensor) throws(SwiftgradError) -> (Tensor, Tensor, Tensor) {
        guard all.rank == 3, all.shape[2] % (3 * heads) == 0 else {
            throw .value(
                "c_attn: expected (batch, length, 3 * heads * size) with \(heads) heads, got \(Shape.text(all.shape))")
        }
        let (batch, length, width) = (all.shape[0], all.shape[1], all.shape[2] / 3)
        func part(_ number: Int) throws(SwiftgradError) -> Tensor {
            try all.slice(axis: 2, number * width..<(number + 1) * width)
                .reshape([batch, length, heads, width / heads]).transpose(1, 2)
        }
        return (try part(0), try part(1), try part(2))
    }
}

/// Two linear layers with a function between them.
public final class GPTFeedForward: Module {
    private let activation: Activation

    public init(
        width: Int, innerWidth: Int? = nil, activation: Activation = .gelu, dropout: Double, bias: Bool
    ) throws(SwiftgradError) {
        try ModelSettings.checkSizes("GPTFeedForward", ["width": width, "mlp_width": innerWidth ?? 1])
        self.activation = activation
        super.init()
        try setChild("c_fc", Linear(width, innerWidth ?? 4 * width, bias: bias))
        try setChild("c_proj", Linear(innerWidth ?? 4 * width, width, bias: bias))
        try setChild("dropout", Dropout(dropout))
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try apply("dropout", apply("c_proj", activation(apply("c_fc", x))))
    }
}

/// x + attention(norm(x)), then x + feed-forward(norm(x)).
public final class GPTBlock: Module {
    /// Of the settings those of one block count.
    public init(_ settings: GPT.Settings) throws(SwiftgradError) {
        super.init()
        try setChild("ln_1", settings.norm())
        try setChild(
            "attn",
            CausalSelfAttention(
                width: settings.width, heads: settings.heads, dropout: settings.dropout, bias: settings.bias))
        try setChild("ln_2", settings.norm())
        try setChild(
            "mlp",
            GPTFeedForward(
                width: settings.width, innerWidth: settings.innerWidth, activation: settings.activation,
                dropout: settings.dropout, bias: settings.bias))
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        let x = try x + apply("attn", apply("ln_1", x))
        return try x + apply("mlp", apply("ln_2", x))
    }

    func forward(
        _ x: Tensor, mask: Tensor?, _ cache: KeyValueCache, layer: Int
    ) throws(SwiftgradError) -> Tensor {
        let attention = try child("attn", as: CausalSelfAttention.self)
        let x = try x + attention.forward(apply("ln_1", x), mask: mask, cache, layer: layer)
        return try x + apply("mlp", apply("ln_2", x))
    }
}

extension NNClasses {
    /// The parts of GPT, by which a model of one's own can be built.
    static let gptParts: [ClassDefinition] = [
        ClassDefinition(
            CausalSelfAttention.self, name: "CausalSelfAttention", in: "nn.models", base: ForeignModule.self,
            [.int("width"), .int("heads"), .float("dropout", 0), .bool("bias", true)],
            doc: "Causal attention of (batch, length, width) with one projection for queries, keys and values."
        ) { arguments throws(SwiftgradError) in
            try CausalSelfAttention(
                width: arguments.int("width"), heads: arguments.int("heads"), dropout: arguments.double("dropout"),
                bias: arguments.bool("bias"))
        },
        ClassDefinition(
            GPTFeedForward.self, name: "GPTFeedForward", in: "nn.models", base: ForeignModule.self,
            [.int("width"), .float("dropout", 0), .bool("bias", true)],
            doc: "Two linear layers, the inner one four times as wide, with GELU between."
        ) { arguments throws(SwiftgradError) in
            try GPTFeedForward(
                width: arguments.int("width"), dropout: arguments.double("dropout"), bias: arguments.bool("bias"))
        },
        ClassDefinition(
            GPTBlock.self, name: "GPTBlock", in: "nn.models", base: ForeignModule.self,
            [.int("width"), .int("heads"), .float("dropout", 0), .bool("bias", true)],
            doc: "x + attention(norm(x)), then x + feed-forward(norm(x)), for (batch, length, width)."
        ) { arguments throws(SwiftgradError) in
            var settings = GPT.Settings(
                vocabulary: 1, context: 1, layers: 1, heads: try arguments.int("heads"),
                width: try arguments.int("width"))
            settings.dropout = try arguments.double("dropout")
            settings.bias = try arguments.bool("bias")
            try ModelSettings.checkHeads("GPTBlock", heads: settings.heads, width: settings.width)
            return try GPTBlock(settings)
        },
    ]
}
