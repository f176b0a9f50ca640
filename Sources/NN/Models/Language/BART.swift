import Swiftgrad

/// An encoder-decoder with learned positions and norms behind each part (Lewis et al., arXiv:1910.13461), in the names of
/// Hugging Face.
public final class BART: EncoderDecoder {
    public struct Settings: Sendable {
        public var vocabulary: Int
        public var context: Int
        public var encoderLayers: Int
        public var decoderLayers: Int
        public var heads: Int
        public var width: Int
        /// Of the feed-forward parts; four times the width if nil.
        public var innerWidth: Int?
        public var dropout = 0.0
        public var activation = Activation.gelu
        public var start = 0

        public init(vocabulary: Int, context: Int, layers: Int, heads: Int, width: Int) {
            self.vocabulary = vocabulary
            self.context = context
            (encoderLayers, decoderLayers) = (layers, layers)
            self.heads = heads
            self.width = width
        }
    }

    let settings: Settings

    /// Weights start normal with deviation 0.02, biases at zero.
    public init(_ settings: Settings) throws(SwiftgradError) {
        try ModelSettings.checkSizes(
            "BART",
            [
                "vocab_size": settings.vocabulary, "context": settings.context,
                "mlp_width": settings.innerWidth ?? 1,
            ])
        try ModelSettings.checkHeads("BART", heads: settings.heads, width: settings.width)
        try ModelSettings.checkCount("BART", "layers", settings.encoderLayers)
        try ModelSettings.checkCount("BART", "decoder_layers", settings.decoderLayers)
        self.settings = settings
        try super.init(vocabulary: settings.vocabulary, start: settings.start, context: settings.context)
        let shared = try Embedding(settings.vocabulary, settings.width)
        let head = try Linear(settings.width, settings.vocabulary, bias: false)
        let body = try ModuleDict([
            ("shared", shared), ("encoder", BARTStack(settings, shared, isDecoder: false)),
            ("decoder", BARTStack(settings, shared, isDecoder: true)),
        ])
        try setChild("model", body)
        try setChild("lm_head", head)
        try setBuffer("final_logits_bias", .zeros([1, settings.vocabulary]))
        try head.setParameter("weight", shared.parameter("weight"))
        for (path, parameter) in namedParameters() {
            if path.hasSuffix("bias") {
                try Initialiser.constant(parameter, 0)
            } else if parameter.rank > 1 {
                try Initialiser.normal(parameter, deviation: 0.02)
            }
        }
    }

    override func encode(_ source: Tensor, mask: Tensor?) throws(SwiftgradError) -> Tensor {
        try child("model").child("encoder", as: BARTStack.self).read(source, memory: nil, mask: mask, nil)
    }

    override func decode(
        _ target: Tensor, memory: Tensor, mask: Tensor?, _ cache: KeyValueCache?
    ) throws(SwiftgradError) -> Tensor {
        let decoder = try child("model").child("decoder", as: BARTStack.self)
        let logits = try apply("lm_head", decoder.read(target, memory: memory, mask: mask, cache))
        return try buffer("final_logits_bias").map { bias throws(SwiftgradError) in try logits + bias } ?? logits
    }

    static let definition = ClassDefinition(
        BART.self, name: "BART", in: "nn.models", base: PretrainedModel.self,
        [
            .int("vocab_size"), .int("context"), .int("layers"), .int("heads"), .int("width"),
            Parameter("mlp_width", .int, default: .some(.none)), .float("dropout", 0), .string("activation", "gelu"),
            Parameter("decoder_layers", .int, default: .some(.none)), .int("start", 0),
        ],
        doc: """
            An encoder-decoder with learned positions and norms behind each part (arXiv:1910.13461): model(source, target,
            lengths=None) gives logits (batch, target length, vocab_size) of what follows each token of the target.

            source and target are integers (batch, length); of the rows of source the first lengths tokens count. A target
            for training starts with the token `start` and is the labels without their last one. decoder_layers is layers
            and mlp_width 4 * width unless given. from_pretrained(path) reads a folder of Hugging Face's BART.
            """,
        methods: [Generation.method(BART.self)]
    ) { arguments throws(SwiftgradError) in
        var settings = BART.Settings(
            vocabulary: try arguments.int("vocab_size"), context: try arguments.int("context"),
            layers: try arguments.int("layers"), heads: try arguments.int("heads"), width: try arguments.int("width"))
        settings.innerWidth = try arguments.optionalInt("mlp_width")
        settings.dropout = try arguments.double("dropout")
        settings.activation = try Activation(arguments.string("activation"), of: "BART")
        settings.decoderLayers = try arguments.optionalInt("decoder_layers") ?? settings.encoderLayers
        settings.start = try arguments.int("start")
        return try BART(settings)
    }
}

/// BART's encoder or decoder.
final class BARTStack: Module {
    private let isDecoder: Bool
    /// Rows of the table of positions before that of the first one.
    static let firstPosition = 2

    init(_ settings: BART.Settings, _ shared: Embedding, isDecoder: Bool) throws(SwiftgradError) {
        self.isDecoder = isDecoder
        super.init()
        try setChild("embed_tokens", shared)
        try setChild("embed_positions", Embedding(settings.context + BARTStack.firstPosition, settings.width))
        let layers = try ModuleList()
        for _ in 0..<(isDecoder ? settings.decoderLayers : settings.encoderLayers) {
            try layers.append(BARTLayer(settings, isDecoder: isDecoder))
        }
        try setChild("layers", layers)
        try setChild("layernorm_embedding", LayerNorm([settings.width]))
        try setChild("dropout", Dropout(settings.dropout))
    }

    func read(
        _ tokens: Tensor, memory: Tensor?, mask: Tensor?, _ cache: KeyValueCache?
    ) throws(SwiftgradError) -> Tensor {
        let (table, start) = (try child("embed_positions").parameter("weight"), cache?.length ?? 0)
        let first = start + BARTStack.firstPosition
        guard first + tokens.shape[1] <= table.shape.first ?? 0 else {
            throw .value("\(start + tokens.shape[1]) tokens do not fit the context")
        }
        let places = try table.slice(axis: 0, first..<first + tokens.shape[1])
        var x = try apply("dropout", apply("layernorm_embedding", apply("embed_tokens", tokens) + places))
        for (number, layer) in try child("layers").children.values.enumerated() {
            guard let layer = layer as? BARTLayer else { throw .type("layers.\(number) must be a BARTLayer") }
            x = try layer(x, memory: memory, mask: mask, cache, number: number)
        }
        cache?.advance(tokens.shape[1])
        return x
    }
}

/// norm(x + part(x)) for self-attention, in a decoder attention to the encoder's result, and a feed-forward part.
final class BARTLayer: Module {
    private let isDecoder: Bool
    private let activation: Activation

    private static let names = ProjectedAttention.Names(
        query: "q_proj", key: "k_proj", value: "v_proj", result: "out_proj")

    init(_ settings: BART.Settings, isDecoder: Bool) throws(SwiftgradError) {
        self.isDecoder = isDecoder
        activation = settings.activation
        super.init()
        let (width, inner) = (settings.width, settings.innerWidth ?? 4 * settings.width)
        for name in isDecoder ? ["self_attn", "encoder_attn"] : ["self_attn"] {
            try setChild(
                name,
                ProjectedAttention(
                    width: width, heads: settings.heads, headSize: width / settings.heads, names: BARTLayer.names,
                    bias: true, dropout: settings.dropout))
            try setChild(name + "_layer_norm", LayerNorm([width]))
        }
        try setChild("fc1", Linear(width, inner))
        try setChild("fc2", Linear(inner, width))
        try setChild("final_layer_norm", LayerNorm([width]))
        try setChild("dropout", Dropout(settings.dropout))
    }

    func callAsFunction(
        _ x: Tensor, memory: Tensor?, mask: Tensor?, _ cache: KeyValueCache?, number: Int
    ) throws(SwiftgradError) -> Tensor {
        let own = try child("self_attn", as: ProjectedAttention.self)(
            x, mask: isDecoder ? nil : mask, isCausal: isDecoder, cache, layer: number)
        var x = try apply("self_attn_layer_norm", x + apply("dropout", own))
        if let memory {
            let attention = try child("encoder_attn", as: ProjectedAttention.self)
            let read = try attention(x, memory: memory, mask: mask, isCausal: false, cache, layer: number)
            x = try apply("encoder_attn_layer_norm", x + apply("dropout", read))
        }
        let y = try apply("fc2", apply("dropout", activation(apply("fc1", x))))
        return try apply("final_layer_norm", x + apply("dropout", y))
    }
}
