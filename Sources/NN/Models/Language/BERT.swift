import Swiftgrad

/// What the BERT models share.
public struct BERTSettings: Sendable {
    public var vocabulary = 30522
    /// Positions.
    public var context = 512
    public var layers = 12
    public var heads = 12
    public var width = 768
    /// Of the feed-forward parts; four times the width if nil.
    public var innerWidth: Int?
    /// Kinds of token, such as first and second sentence.
    public var types = 2
    public var dropout = 0.1
    public var epsilon = 1e-12
    public var activation = Activation.gelu

    public init() {}

    func check() throws(SwiftgradError) {
        try Setting.checkEpsilon(epsilon, of: "BERT")
        try ModelSettings.checkSizes(
            "BERT",
            [
                "vocab_size": vocabulary, "context": context, "types": types, "mlp_width": innerWidth ?? 1,
            ])
        try ModelSettings.checkHeads("BERT", heads: heads, width: width)
        try ModelSettings.checkCount("BERT", "layers", layers)
    }

    func norm() throws(SwiftgradError) -> LayerNorm { try LayerNorm([width], epsilon: epsilon) }

    static let parameters: [Parameter] = [
        .int("vocab_size", 30522), .int("context", 512), .int("layers", 12), .int("heads", 12), .int("width", 768),
        Parameter("mlp_width", .int, default: .some(.none)), .int("types", 2), .float("dropout", 0.1),
        .float("eps", 1e-12), .string("activation", "gelu"),
    ]

    init(_ arguments: Arguments) throws(SwiftgradError) {
        vocabulary = try arguments.int("vocab_size")
        context = try arguments.int("context")
        layers = try arguments.int("layers")
        heads = try arguments.int("heads")
        width = try arguments.int("width")
        innerWidth = try arguments.optionalInt("mlp_width")
        types = try arguments.int("types")
        dropout = try arguments.double("dropout")
        epsilon = try arguments.double("eps")
        activation = try Activation(arguments.string("activation"), of: arguments.name)
    }
}

/// A bidirectional encoder (Devlin et al., arXiv:1810.04805) and its pooler.
public final class BERT: BERTModel {
    private let hasPooler: Bool

    public init(_ settings: BERTSettings = BERTSettings(), hasPooler: Bool = true) throws(SwiftgradError) {
        self.hasPooler = hasPooler
        try super.init(settings: settings)
        let layer = try TransformerEncoderLayer(settings.layer())
        try setChild("embeddings", BERTEmbeddings(settings))
        try setChild("encoder", TransformerEncoder(layer, count: settings.layers, norm: nil))
        if hasPooler { try setChild("pooler", ModuleDict([("dense", Linear(settings.width, settings.width))])) }
        try startAsBERT()
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        let (hidden, pooled) = try callAsFunction(
            given.tensor("tokens"), mask: given.optionalTensor("attention_mask"),
            types: given.optionalTensor("token_types"))
        return .list([.tensor(hidden), pooled.map(Value.tensor) ?? .none])
    }

    /// The last layer's result (batch, length, width) and, with a pooler, the pooled first token (batch, width).
    ///
    /// `mask` (batch, length) is not zero for tokens that count; `types` (batch, length) are zeros if left out.
    public func callAsFunction(
        _ tokens: Tensor, mask: Tensor? = nil, types: Tensor? = nil
    ) throws(SwiftgradError) -> (hidden: Tensor, pooled: Tensor?) {
        try checkTokens(tokens)
        let length = tokens.shape[1]
        guard length > 0 else { throw .value("expected one token or more, got \(Shape.text(tokens.shape))") }
        guard length <= settings.context else {
            throw .value("\(length) tokens do not fit the context of \(settings.context)")
        }
        for (name, other) in [("attention_mask", mask), ("token_types", types)] {
            if let other, other.shape != tokens.shape {
                throw .value("expected \(name) \(Shape.text(tokens.shape)), got \(Shape.text(other.shape))")
            }
        }
        let padding = try mask.map { mask throws(SwiftgradError) in try mask.cast(to: .bool).logicalNot() }
        let embedded = try child("embeddings", as: BERTEmbeddings.self)(tokens, types: types)
        let encoder = try child("encoder")
        let hidden = try encoder.call([.tensor(embedded), .none, padding.map(Value.tensor) ?? .none]).asResult()
        guard hasPooler else { return (hidden, nil) }
        let first = try hidden.slice(axis: 1, 0..<1).squeeze([1])
        return (hidden, try child("pooler").apply("dense", first).tanh())
    }
}

/// Words, positions and types of token, normalised.
final class BERTEmbeddings: Module {
    init(_ settings: BERTSettings) throws(SwiftgradError) {
        super.init()
        try setChild("word_embeddings", Embedding(settings.vocabulary, settings.width))
        try setChild("position_embeddings", Embedding(settings.context, settings.width))
        try setChild("token_type_embeddings", Embedding(settings.types, settings.width))
        try setChild("LayerNorm", settings.norm())
        try setChild("dropout", Dropout(settings.dropout))
    }

    override class var inputs: [Parameter] { [.tensor("tokens"), .tensor("token_types", default: .some(.none))] }

    override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        return .tensor(try compute(given.tensor("tokens"), given.optionalTensor("token_types")))
    }

    func callAsFunction(_ tokens: Tensor, types: Tensor?) throws(SwiftgradError) -> Tensor {
        try routed([.tensor(tokens), types.map(Value.tensor) ?? .none]) { () throws(SwiftgradError) in
            try compute(tokens, types)
        }
    }

    private func compute(_ tokens: Tensor, _ types: Tensor?) throws(SwiftgradError) -> Tensor {
        let places = try child("position_embeddings").parameter("weight").slice(axis: 0, 0..<tokens.shape[1])
        let zeros = try Tensor.zeros(tokens.shape, .int64)
        let sum = try apply("word_embeddings", tokens) + places + apply("token_type_embeddings", types ?? zeros)
        return try apply("dropout", apply("LayerNorm", sum))
    }
}

/// BERT with a head over all tokens, which predicts those that were masked; it shares the word embedding.
public final class BERTForMaskedLM: BERTModel {
    private let activation: Activation

    public init(_ settings: BERTSettings = BERTSettings()) throws(SwiftgradError) {
        activation = settings.activation
        try super.init(settings: settings)
        let body = try BERT(settings, hasPooler: false)
        let decoder = try Linear(settings.width, settings.vocabulary)
        try setChild("bert", body)
        let head = try ModuleDict([
            (
                "transform",
                ModuleDict([("dense", Linear(settings.width, settings.width)), ("LayerNorm", settings.norm())])
            ), ("decoder", decoder),
        ])
        try setChild("cls", ModuleDict([("predictions", head)]))
        try startAsBERT()
        try decoder.setParameter("weight", body.child("embeddings").child("word_embeddings").parameter("weight"))
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let hidden = try body(arguments)[0].asResult()
        let head = try child("cls").child("predictions")
        let transform = try head.child("transform")
        let features = try transform.apply("LayerNorm", activation(transform.apply("dense", hidden)))
        return .tensor(try head.apply("decoder", features))
    }
}

/// BERT with a classifier of the pooled first token.
public final class BERTForSequenceClassification: BERTModel {
    let classes: Int

    public init(_ settings: BERTSettings = BERTSettings(), classes: Int = 2) throws(SwiftgradError) {
        try ModelSettings.checkSizes("BERTForSequenceClassification", ["num_classes": classes])
        self.classes = classes
        try super.init(settings: settings)
        try setChild("bert", BERT(settings))
        try setChild("dropout", Dropout(settings.dropout))
        try setChild("classifier", Linear(settings.width, classes))
        try startAsBERT()
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let pooled = try body(arguments)[1].asResult()
        return .tensor(try apply("classifier", apply("dropout", pooled)))
    }
}

/// The body and the heads of BERT take the same.
public class BERTModel: PretrainedModel {
    let settings: BERTSettings

    fileprivate init(settings: BERTSettings) throws(SwiftgradError) {
        try settings.check()
        self.settings = settings
        super.init()
    }

    public override class var inputs: [Parameter] {
        [
            .tensor("tokens"), .tensor("attention_mask", default: .some(.none)),
            .tensor("token_types", default: .some(.none)),
        ]
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try forward([.tensor(x)]).asResult()
    }

    /// What the child `bert` gives: hidden and pooled.
    fileprivate func body(_ arguments: [Value]) throws(SwiftgradError) -> [Value] {
        guard case .list(let results) = try child("bert").call(arguments), results.count == 2 else {
            throw .type("bert must give the hidden tokens and the pooled one")
        }
        return results
    }

    /// Weights normal with deviation 0.02, biases at zero.
    fileprivate func startAsBERT() throws(SwiftgradError) {
        for (path, parameter) in namedParameters() {
            if path.hasSuffix("bias") {
                try Initialiser.constant(parameter, 0)
            } else if parameter.rank > 1 {
                try Initialiser.normal(parameter, deviation: 0.02)
            }
        }
    }
}

extension BERTSettings {
    fileprivate func layer() -> TransformerSettings {
        var layer = TransformerSettings(width: width, heads: heads)
        layer.innerWidth = innerWidth ?? 4 * width
        layer.dropout = dropout
        layer.epsilon = epsilon
        layer.isBatchFirst = true
        layer.activation = .named(activation)
        return layer
    }
}

extension NNClasses {
    private static let sharing = """
        Called with tokens (batch, length), integers, attention_mask (batch, length), not zero for tokens that count, and \
        token_types (batch, length).
        """

    static let bert: [ClassDefinition] = [
        ClassDefinition(
            BERT.self, name: "BERT", in: "nn.models", base: PretrainedModel.self,
            BERTSettings.parameters + [.bool("pooler", true)],
            doc: """
                A bidirectional encoder (arXiv:1810.04805): the last layer's result (batch, length, width) and the pooled
                first token (batch, width), or None without a pooler.

                \(sharing) from_pretrained(path) reads a folder of Hugging Face's BERT.
                """
        ) { arguments throws(SwiftgradError) in
            try BERT(BERTSettings(arguments), hasPooler: arguments.bool("pooler"))
        },
        ClassDefinition(
            BERTForMaskedLM.self, name: "BERTForMaskedLM", in: "nn.models", base: PretrainedModel.self,
            BERTSettings.parameters,
            doc: """
                BERT that predicts masked tokens: logits (batch, length, vocab_size), by a head that shares the word
                embedding.

                \(sharing) For pre-training, replace some tokens by that of [MASK], and give the others the label that
                cross_entropy ignores.
                """
        ) { arguments throws(SwiftgradError) in try BERTForMaskedLM(BERTSettings(arguments)) },
        ClassDefinition(
            BERTForSequenceClassification.self, name: "BERTForSequenceClassification", in: "nn.models",
            base: PretrainedModel.self, [.int("num_classes", 2)] + BERTSettings.parameters,
            doc: "BERT that classifies sequences: logits (batch, num_classes).\n\n\(sharing)"
        ) { arguments throws(SwiftgradError) in
            try BERTForSequenceClassification(BERTSettings(arguments), classes: arguments.int("num_classes"))
        },
    ]
}
