import Swiftgrad

/// An encoder-decoder with relative positions, RMS norms before each part and no biases (Raffel et al., arXiv:1910.10683),
/// in the names of Hugging Face.
public final class T5: EncoderDecoder {
    public struct Settings: Sendable {
        public var vocabulary: Int
        public var encoderLayers: Int
        public var decoderLayers: Int
        public var heads: Int
        public var width: Int
        /// Of one head; the width over the heads if nil.
        public var headSize: Int?
        /// Of the feed-forward parts; four times the width if nil.
        public var innerWidth: Int?
        public var dropout = 0.0
        public var activation = Activation.relu
        /// Multiplies the feed-forward part by a second projection (Shazeer, arXiv:2002.05202), as version 1.1.
        public var isGated = false
        /// The head is the token embedding.
        public var isTied = true
        /// The head's input is divided by sqrt(width); as tied if nil.
        public var isScaled: Bool?
        public var buckets = 32
        public var distance = 128
        public var epsilon = 1e-6
        public var start = 0

        public init(vocabulary: Int, layers: Int, heads: Int, width: Int) {
            self.vocabulary = vocabulary
            (encoderLayers, decoderLayers) = (layers, layers)
            self.heads = heads
            self.width = width
        }

        var inner: Int { innerWidth ?? 4 * width }
        var size: Int { headSize ?? width / heads }
    }

    let settings: Settings

    public init(_ settings: Settings) throws(SwiftgradError) {
        try Setting.checkEpsilon(settings.epsilon, of: "T5")
        if settings.headSize == nil {
            try ModelSettings.checkHeads("T5", heads: settings.heads, width: settings.width)
        }
        try ModelSettings.checkSizes(
            "T5",
            [
                "vocab_size": settings.vocabulary, "heads": settings.heads, "width": settings.width,
                "mlp_width": settings.innerWidth ?? 1, "head_size": settings.headSize ?? 1,
                "buckets": settings.buckets, "max_distance": settings.distance,
            ])
        guard settings.buckets >= 4, settings.buckets % 4 == 0, settings.distance > settings.buckets / 2 else {
            throw .value(
                "T5: buckets must be divisible by 4 and max_distance more than half of them, got \(settings.buckets) "
                    + "and \(settings.distance)")
        }
        try ModelSettings.checkCount("T5", "layers", settings.encoderLayers)
        try ModelSettings.checkCount("T5", "decoder_layers", settings.decoderLayers)
        self.settings = settings
        try super.init(vocabulary: settings.vocabulary, start: settings.start, context: nil)
        let shared = try Embedding(settings.vocabulary, settings.width)
        let head = try Linear(settings.width, settings.vocabulary, bias: false)
        try setChild("shared", shared)
        try setChild("encoder", T5Stack(settings, shared, isDecoder: false))
        try setChild("decoder", T5Stack(settings, shared, isDecoder: true))
        try setChild("lm_head", head)
        if settings.isTied { try head.setParameter("weight", shared.parameter("weight")) }
        try startAsT5()
    }

    /// The deviations of the paper's implementation.
    private func startAsT5() throws(SwiftgradError) {
        let (width, inner) = (Double(settings.width), Double(settings.inner))
        let all = Double(settings.heads * settings.size)
        for (path, parameter) in namedParameters() where !path.hasSuffix("norm.weight") {
            let variance: Double
            if path.hasSuffix(".q.weight") {
                variance = 1 / (width * Double(settings.size))
            } else if path.hasSuffix(".o.weight") {
                variance = 1 / all
            } else if path.hasSuffix(".wo.weight") {
                variance = 1 / inner
            } else {
                variance = path == "shared.weight" || path == "lm_head.weight" ? 1 : 1 / width
            }
            try Initialiser.normal(parameter, deviation: variance.squareRoot())
        }
    }

    override func encode(_ source: Tensor, mask: Tensor?) throws(SwiftgradError) -> Tensor {
        try child("encoder", as: T5Stack.self).read(source, memory: nil, mask: mask, nil)
    }

    override func decode(
        _ target: Tensor, memory: Tensor, mask: Tensor?, _ cache: KeyValueCache?
    ) throws(SwiftgradError) -> Tensor {
        let hidden = try child("decoder", as: T5Stack.self).read(target, memory: memory, mask: mask, cache)
        let isScaled = settings.isScaled ?? settings.isTied
        return try apply("lm_head", isScaled ? hidden * (1 / Double(settings.width).squareRoot()) : hidden)
    }

    static let definition = ClassDefinition(
        T5.self, name: "T5", in: "nn.models", base: PretrainedModel.self,
        [
            .int("vocab_size"), .int("layers"), .int("heads"), .int("width"),
            Parameter("mlp_width", .int, default: .some(.none)), Parameter("head_size", .int, default: .some(.none)),
            .float("dropout", 0), .string("activation", "relu"), .bool("gated", false), .bool("tied", true),
            Parameter("scaled", .bool, default: .some(.none)),
            Parameter("decoder_layers", .int, default: .some(.none)), .int("buckets", 32), .int("max_distance", 128),
            .float("eps", 1e-6), .int("start", 0),
        ],
        doc: """
            An encoder-decoder with relative positions, RMS norms before each part and no biases (arXiv:1910.10683):
            model(source, target, lengths=None) gives logits (batch, target length, vocab_size) of what follows each token
            of the target.

            source and target are integers (batch, length) of any length; of the rows of source the first lengths tokens
            count. A target for training starts with the token `start` and is the labels without their last one. gated
            multiplies the feed-forward part by a second projection, as version 1.1, whose activation is 'gelu_tanh' and
            whose head is not tied to the embedding. scaled divides the head's input by sqrt(width), and is as tied unless
            given. Positions fall into `buckets` by their distance. decoder_layers is
            layers, mlp_width 4 * width and head_size width / heads unless given. from_pretrained(path) reads a folder of
            Hugging Face's T5.
            """,
        methods: [Generation.method(T5.self)]
    ) { arguments throws(SwiftgradError) in
        var settings = T5.Settings(
            vocabulary: try arguments.int("vocab_size"), layers: try arguments.int("layers"),
            heads: try arguments.int("heads"), width: try arguments.int("width"))
        settings.innerWidth = try arguments.optionalInt("mlp_width")
        settings.headSize = try arguments.optionalInt("head_size")
        settings.dropout = try arguments.double("dropout")
        settings.activation = try Activation(arguments.string("activation"), of: "T5")
        settings.isGated = try arguments.bool("gated")
        settings.isTied = try arguments.bool("tied")
        if case .none = try arguments.value("scaled") {} else { settings.isScaled = try arguments.bool("scaled") }
        settings.decoderLayers = try arguments.optionalInt("decoder_layers") ?? settings.encoderLayers
        settings.buckets = try arguments.int("buckets")
        settings.distance = try arguments.int("max_distance")
        settings.epsilon = try arguments.double("eps")
        settings.start = try arguments.int("start")
        return try T5(settings)
    }
}
