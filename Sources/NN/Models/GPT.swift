import Swiftgrad

/// A decoder-only language model of GPT-2's structure and names (Radford et al., 2019): token and position embeddings,
/// pre-norm blocks, a final norm, and a head that shares the token embedding.
public final class GPT: Module {
    public let vocabulary: Int
    public let context: Int
    private let tokens: Embedding
    private let positions: Embedding
    private let dropout: Dropout
    private let blocks: [GPTBlock]
    private let norm: LayerNorm
    private let head: Linear

    /// Weights start normal with deviation 0.02, those that end a residual branch with 0.02 / sqrt(2 · layers); biases at
    /// zero.
    public init(
        vocabulary: Int, context: Int, layers: Int, heads: Int, width: Int, dropout rate: Double = 0, bias: Bool = true
    ) throws(SwiftgradError) {
        guard vocabulary > 0, context > 0, layers >= 0, heads > 0, width > 0, width < 1 << 30 else {
            throw .value("GPT: vocab_size, context, heads and width must be positive, layers not negative")
        }
        guard width % heads == 0 else {
            throw .value("GPT: heads must divide width, got \(heads) and \(width)")
        }
        self.vocabulary = vocabulary
        self.context = context
        tokens = try Embedding(vocabulary, width)
        positions = try Embedding(context, width)
        dropout = try Dropout(rate)
        var blocks: [GPTBlock] = []
        for _ in 0..<layers { blocks.append(try GPTBlock(width: width, heads: heads, dropout: rate, bias: bias)) }
        self.blocks = blocks
        norm = try LayerNorm([width], bias: bias)
        head = try Linear(width, vocabulary, bias: false)
        super.init()
        let body = try ModuleDict([
            ("wte", tokens), ("wpe", positions), ("drop", dropout), ("h", ModuleList(blocks)), ("ln_f", norm),
        ])
        try setChild("transformer", body)
        try setChild("lm_head", head)
        try head.setParameter("weight", tokens.parameter("weight"))
        for (path, parameter) in namedParameters() where !path.contains("ln_") {
            if path.hasSuffix("bias") {
                try Initialiser.constant(parameter, 0)
            } else {
                let isLast = path.hasSuffix("c_proj.weight")
                try Initialiser.normal(
                    parameter, deviation: 0.02 / (isLast ? Double(2 * layers).squareRoot() : 1))
            }
        }
    }

    /// Logits (batch, length, vocabulary) of tokens (batch, length), or without the batch.
    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try checkTokens(x, already: 0)
        guard x.rank == 2 else { return try forward(x.expandDims([0])).squeeze([0]) }
        var hidden = try dropout(embed(x, from: 0))
        for block in blocks { hidden = try block(hidden) }
        return try head(norm(hidden))
    }

    /// Logits (batch, vocabulary) after the last of the tokens (batch, length), which follow those in the cache.
    func forward(_ x: Tensor, _ cache: KeyValueCache) throws(SwiftgradError) -> Tensor {
        try checkTokens(x, already: cache.length)
        var hidden = try embed(x, from: cache.length)
        for (layer, block) in blocks.enumerated() { hidden = try block.forward(hidden, cache, layer: layer) }
        cache.advance(x.shape[1])
        let last = try hidden.slice(axis: 1, x.shape[1] - 1..<x.shape[1]).squeeze([1])
        return try head(norm(last))
    }

    private func embed(_ x: Tensor, from start: Int) throws(SwiftgradError) -> Tensor {
        let places = try positions.parameter("weight").slice(axis: 0, start..<start + x.shape[1])
        return try tokens(x) + places
    }

    private func checkTokens(_ x: Tensor, already: Int) throws(SwiftgradError) {
        guard x.rank == 1 || x.rank == 2 else {
            throw .value("expected tokens (batch, length) or (length,), got \(Shape.text(x.shape))")
        }
        let length = already + (x.shape.last ?? 0)
        guard length <= context else { throw .value("\(length) tokens do not fit the context of \(context)") }
    }

    static let definition = ClassDefinition(
        GPT.self, name: "GPT", in: "nn.models", base: ForeignModule.self,
        [
            .int("vocab_size"), .int("context"), .int("layers"), .int("heads"), .int("width"), .float("dropout", 0),
            .bool("bias", true),
        ],
        doc: """
            A decoder-only language model with GPT-2's structure and names (transformer.wte, transformer.h.0.attn.c_attn, ...).

            Called with tokens (batch, length), integers, length at most context, it gives logits (batch, length,
            vocab_size). The head shares the token embedding. Weights start normal with deviation 0.02, those that end a
            residual branch with 0.02 / sqrt(2 * layers).
            """,
        methods: [generation]
    ) { arguments throws(SwiftgradError) in
        try GPT(
            vocabulary: arguments.int("vocab_size"), context: arguments.int("context"), layers: arguments.int("layers"),
            heads: arguments.int("heads"), width: arguments.int("width"), dropout: arguments.double("dropout"),
            bias: arguments.bool("bias"))
    }
}
