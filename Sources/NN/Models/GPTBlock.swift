import Swiftgrad

/// GPT's attention: causal, with one projection for queries, keys and values.
public final class CausalSelfAttention: Module {
    private let heads: Int
    private let dropout: Double
    private let input: Linear
    private let output: Linear
    private let resultDropout: Dropout

    public init(width: Int, heads: Int, dropout: Double, bias: Bool) throws(SwiftgradError) {
        guard heads > 0, width > 0, width % heads == 0 else {
            throw .value("CausalSelfAttention: heads must divide width, got \(heads) and \(width)")
        }
        self.heads = heads
        self.dropout = dropout
        input = try Linear(width, 3 * width, bias: bias)
        output = try Linear(width, width, bias: bias)
        resultDropout = try Dropout(dropout)
        super.init()
        try setChild("c_attn", input)
        try setChild("c_proj", output)
        try setChild("resid_dropout", resultDropout)
    }

    public override var extraDescription: String { "heads=\(heads)" }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        let all = try input(x)
        guard isTraining && dropout > 0 else {
            return try resultDropout(output(all.selfAttention(heads: heads, isCausal: true)))
        }
        let (q, k, v) = try split(all)
        let result = try Tensor.scaledDotProductAttention(q, k, v, dropout: dropout, isCausal: true)
        return try resultDropout(output(result.transpose(1, 2).reshape(x.shape)))
    }

    /// Attention of the tokens `x` (batch, length, width) that follow those in the cache, to all of them.
    func forward(_ x: Tensor, _ cache: KeyValueCache, layer: Int) throws(SwiftgradError) -> Tensor {
        let (q, k, v) = try split(input(x))
        let (keys, values) = try cache.append(k, v, layer: layer)
        let result = try Tensor.scaledDotProductAttention(q, keys, values, isCausal: cache.isEmpty)
        return try output(result.transpose(1, 2).reshape(x.shape))
    }

    private func split(_ all: Tensor) throws(SwiftgradError) -> (Tensor, Tensor, Tensor) {
        let (batch, length, width) = (all.shape[0], all.shape[1], all.shape[2] / 3)
        func part(_ number: Int) throws(SwiftgradError) -> Tensor {
            try all.slice(axis: 2, number * width..<(number + 1) * width)
                .reshape([batch, length, heads, width / heads]).transpose(1, 2)
        }
        return (try part(0), try part(1), try part(2))
    }
}

/// Two linear layers, the inner one four times as wide, with GELU between.
public final class GPTFeedForward: Module {
    private let wide: Linear
    private let narrow: Linear
    private let dropout: Dropout

    public init(width: Int, dropout: Double, bias: Bool) throws(SwiftgradError) {
        guard width > 0, width < 1 << 30 else {
            throw .value("GPTFeedForward: width must be positive, got \(width)")
        }
        wide = try Linear(width, 4 * width, bias: bias)
        narrow = try Linear(4 * width, width, bias: bias)
        self.dropout = try Dropout(dropout)
        super.init()
        try setChild("c_fc", wide)
        try setChild("c_proj", narrow)
        try setChild("dropout", self.dropout)
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor { try dropout(narrow(wide(x).gelu())) }
}

/// x + attention(norm(x)), then x + feed-forward(norm(x)).
public final class GPTBlock: Module {
    private let firstNorm: LayerNorm
    private let attention: CausalSelfAttention
    private let secondNorm: LayerNorm
    private let feedForward: GPTFeedForward

    public init(width: Int, heads: Int, dropout: Double, bias: Bool) throws(SwiftgradError) {
        firstNorm = try LayerNorm([width], bias: bias)
        attention = try CausalSelfAttention(width: width, heads: heads, dropout: dropout, bias: bias)
        secondNorm = try LayerNorm([width], bias: bias)
        feedForward = try GPTFeedForward(width: width, dropout: dropout, bias: bias)
        super.init()
        try setChild("ln_1", firstNorm)
        try setChild("attn", attention)
        try setChild("ln_2", secondNorm)
        try setChild("mlp", feedForward)
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        let x = try x + attention(firstNorm(x))
        return try x + feedForward(secondNorm(x))
    }

    func forward(_ x: Tensor, _ cache: KeyValueCache, layer: Int) throws(SwiftgradError) -> Tensor {
        let x = try x + attention.forward(firstNorm(x), cache, layer: layer)
        return try x + feedForward(secondNorm(x))
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
            try GPTBlock(
                width: arguments.int("width"), heads: arguments.int("heads"), dropout: arguments.double("dropout"),
                bias: arguments.bool("bias"))
        },
    ]
}
