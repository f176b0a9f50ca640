import Swiftgrad

/// A decoder-only language model of GPT-2's structure and names (Radford et al., 2019): token and position embeddings,
/// pre-norm blocks, a final norm, and a head that shares the token embedding.
public final class GPT: PretrainedModel {
    public struct Settings: Sendable {
        public var vocabulary: Int
        public var context: Int
        public var layers: Int
        public var heads: Int
        public var width: Int
        public var dropout = 0.0
        public var bias = true
        public var activation = Activation.gelu
        public var epsilon = 1e-5
        /// Of the feed-forward parts; four times the width if nil.
        public var innerWidth: Int?

        public init(vocabulary: Int, context: Int, layers: Int, heads: Int, width: Int) {
            self.vocabulary = vocabulary
            self.context = context
            self.layers = layers
            self.heads = heads
            self.width = width
        }

        func norm() throws(SwiftgradError) -> LayerNorm { try LayerNorm([width], epsilon: epsilon, bias: bias) }
    }

    let settings: Settings

    /// Weights start normal with deviation 0.02, those that end a residual branch with 0.02 / sqrt(2 · layers); biases at
    /// zero.
    public init(_ settings: Settings) throws(SwiftgradError) {
        try Setting.checkEpsilon(settings.epsilon, of: "GPT")
        try ModelSettings.checkSizes(
            "GPT",
            [
                "vocab_size": settings.vocabulary, "context": settings.context,
                "mlp_width": settings.innerWidth ?? 1,
            ])
        try ModelSettings.checkHeads("GPT", heads: settings.heads, width: settings.width)
        try ModelSettings.checkCount("GPT", "layers", settings.layers)
        self.settings = settings
        super.init()
        let tokens = try Embedding(settings.vocabulary, settings.width)
        let blocks = try ModuleList()
        for _ in 0..<settings.layers { try blocks.append(GPTBlock(settings)) }
        let body = try ModuleDict([
            ("wte", tokens), ("wpe", Embedding(settings.context, settings.width)), ("drop", Dropout(settings.dropout)),
            ("h", blocks), ("ln_f", settings.norm()),
        ])
        let head = try Linear(settings.width, settings.vocabulary, bias: false)
        try setChild("transformer", body)
        try setChild("lm_head", head)
        try head.setParameter("weight", tokens.parameter("weight"))
        for (path, parameter) in namedParameters() {
            if path.hasSuffix("bias") {
                try Initialiser.constant(parameter, 0)
            } else if parameter.rank > 1 {
                let isLast = path.hasSuffix("c_proj.weight")
                try Initialiser.normal(
                    parameter, deviation: 0.02 / (isLast ? Double(2 * settings.layers).squareRoot() : 1))
            }
        }
    }

    /// Logits (batch, length, vocabulary) of tokens (batch, length), or without the batch.
    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try checkTokens(x, already: 0)
        guard x.rank == 2 else { return try forward(x.expandDims([0])).squeeze([0]) }
        let body = try child("transformer")
        var hidden = try body.apply("drop", embed(x, from: 0))
        for block in try body.child("h").children.values { hidden = try block(hidden) }
        return try apply("lm_head", body.apply("ln_f", hidden))
    }

    /// What the model makes of the tokens (rows, count) that follow those in the cache, (rows, count, width), before the
    /// head. `places` are their positions, (rows, count) or (count,), and `mask` is true for the keys that count.
    func read(
        _ x: Tensor, at places: Tensor? = nil, mask: Tensor? = nil, _ cache: KeyValueCache
    ) throws(SwiftgradError) -> Tensor {
        try checkTokens(x, already: places == nil ? cache.length : 0)
        let body = try child("transformer")
        var hidden: Tensor
        if let places {
            hidden = try body.apply("wte", x) + body.apply("wpe", places)
        } else {
            hidden = try embed(x, from: cache.length)
        }
        for (layer, block) in try body.child("h").children.values.enumerated() {
            guard let block = block as? GPTBlock else {
                throw .type("transformer.h.\(layer) must be a GPTBlock to keep keys and values; use_cache=False?")
            }
            hidden = try block.forward(hidden, mask: mask, cache, layer: layer)
        }
        cache.advance(x.shape[1])
        return hidden
    }

    /// Logits (rows, vocabulary) of `hidden` (rows, width) as `read` gives it.
    func logits(_ hidden: Tensor) throws(SwiftgradError) -> Tensor {
        try apply("lm_head", child("transformer").apply("ln_f", hidden))
    }

    private func embed(_ x: Tensor, from start: Int) throws(SwiftgradError) -> Tensor {
        let body = try child("transformer")
        let places = try body.child("wpe").parameter("weight").slice(axis: 0, start..<start + x.shape[1])
        return try body.apply("wte", x) + places
    }

    private func checkTokens(_ x: Tensor, already: Int) throws(SwiftgradError) {
        guard x.rank == 1 || x.rank == 2 else {
            throw .value("expected tokens (batch, length) or (length,), got \(Shape.text(x.shape))")
        }
        let length = already + (x.shape.last ?? 0)
        guard length <= settings.context else {
            throw .value("\(length) tokens do not fit the context of \(settings.context)")
        }
    }

    static let definition = ClassDefinition(
        GPT.self, name: "GPT", in: "nn.models", base: PretrainedModel.self,
        [
            .int("vocab_size"), .int("context"), .int("layers"), .int("heads"), .int("width"), .float("dropout", 0),
            .bool("bias", true), .string("activation", "gelu"), .float("eps", 1e-5),
            Parameter("mlp_width", .int, default: .some(.none)),
        ],
        doc: """
            A decoder-only language model with GPT-2's structure and names (transformer.wte, transformer.h.0.attn.c_attn, ...).

            Called with tokens (batch, length), integers, length at most context, it gives logits (batch, length,
            vocab_size). The head shares the token embedding. Weights start normal with deviation 0.02, those that end a
            residual branch with 0.02 / sqrt(2 * layers). activation is 'gelu', GPT-2's 'gelu_tanh', 'relu', 'silu' or
            'tanh'; mlp_width is 4 * width unless given. from_pretrained(path) reads a folder of Hugging Face's GPT-2.
            """,
        methods: [generation]
    ) { arguments throws(SwiftgradError) in
        var settings = GPT.Settings(
            vocabulary: try arguments.int("vocab_size"), context: try arguments.int("context"),
            layers: try arguments.int("layers"), heads: try arguments.int("heads"), width: try arguments.int("width"))
        settings.dropout = try arguments.double("dropout")
        settings.bias = try arguments.bool("bias")
        settings.activation = try Activation(arguments.string("activation"), of: "GPT")
        settings.epsilon = try arguments.double("eps")
        settings.innerWidth = try arguments.optionalInt("mlp_width")
        return try GPT(settings)
    }
}
