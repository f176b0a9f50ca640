import Swiftgrad

import struct SwiftgradKernels.RecurrentLayer

/// A recurrent encoder-decoder (Sutskever et al., arXiv:1409.3215) with attention to the encoder's states: additive and fed
/// into the next step (Bahdanau et al., arXiv:1409.0473), or multiplicative behind the step (Luong et al.,
/// arXiv:1508.04025, "general"), or none.
public final class Seq2Seq: Module {
    public enum Attention: String, CaseIterable, Sendable { case additive, multiplicative, none }

    public struct Settings: Sendable {
        public var sourceVocabulary: Int
        public var targetVocabulary: Int
        /// Of the embeddings.
        public var width = 256
        public var hidden = 512
        public var layers = 1
        public var isLSTM = true
        public var attention = Attention.additive
        public var dropout = 0.0
        public var start = 1

        public init(sourceVocabulary: Int, targetVocabulary: Int) {
            self.sourceVocabulary = sourceVocabulary
            self.targetVocabulary = targetVocabulary
        }
    }

    let settings: Settings

    public init(_ settings: Settings) throws(SwiftgradError) {
        try ModelSettings.checkSizes(
            "Seq2Seq",
            [
                "source_vocab": settings.sourceVocabulary, "target_vocab": settings.targetVocabulary,
                "width": settings.width, "hidden": settings.hidden, "layers": settings.layers,
            ])
        guard settings.start >= 0 && settings.start < settings.targetVocabulary else {
            throw .value("Seq2Seq: start must be a token below \(settings.targetVocabulary), got \(settings.start)")
        }
        self.settings = settings
        super.init()
        let (width, hidden) = (settings.width, settings.hidden)
        try setChild("source_embedding", Embedding(settings.sourceVocabulary, width))
        try setChild("target_embedding", Embedding(settings.targetVocabulary, width))
        try setChild("dropout", Dropout(settings.dropout))
        try setChild("encoder", network(width))
        switch settings.attention {
        case .none: try setChild("decoder", network(width))
        case .additive:
            try setChild("decoder", network(width + hidden))
            try setChild("query", Linear(hidden, hidden, bias: false))
            try setChild("key", Linear(hidden, hidden))
            try setChild("score", Linear(hidden, 1, bias: false))
        case .multiplicative:
            try setChild("decoder", network(width))
            try setChild("key", Linear(hidden, hidden, bias: false))
        }
        if settings.attention != .none { try setChild("combine", Linear(2 * hidden, hidden)) }
        try setChild("head", Linear(hidden, settings.targetVocabulary))
    }

    private func network(_ inputs: Int) throws(SwiftgradError) -> RecurrentNetwork {
        var kind = RecurrentSettings(settings.isLSTM ? .lstm : .gru)
        kind.layers = settings.layers
        kind.isBatchFirst = true
        kind.dropout = settings.dropout
        return settings.isLSTM
            ? try LSTM(inputs, settings.hidden, settings: kind) : try GRU(inputs, settings.hidden, settings: kind)
    }

    public override class var inputs: [Parameter] { sequenceInputs }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value { try logits(arguments) }

    /// Logits (batch, target length, vocabulary) of what follows each token of the target, given the source, of whose rows
    /// the first `lengths` tokens count.
    public func callAsFunction(
        _ source: Tensor, _ target: Tensor, lengths: Tensor? = nil
    ) throws(SwiftgradError) -> Tensor {
        try checkSequences(source, target)
        let memory = try read(source, lengths: lengths)
        var states = memory.states
        return try decode(target, memory, &states)
    }

    /// What the encoder leaves to the decoder.
    struct Memory {
        /// The encoder's results (batch, length, hidden), and what attention compares with.
        var values: Tensor
        var keys: Tensor?
        var mask: Tensor?
        var states: [Tensor]
    }

    func read(_ source: Tensor, lengths: Tensor?) throws(SwiftgradError) -> Memory {
        try checkSequence(source, "source")
        let known = try lengths.map { lengths throws(SwiftgradError) in
            try SequenceLengths(lengths, rows: source.shape[0], length: source.shape[1], of: "lengths")
        }
        let embedded = try apply("dropout", apply("source_embedding", source))
        let (values, states) = try child("encoder", as: RecurrentNetwork.self)(
            embedded, state: [], lengths: lengths)
        return Memory(
            values: values, keys: settings.attention == .none ? nil : try apply("key", values),
            mask: try known?.mask().squeeze([1, 2]), states: states)
    }

    /// Logits (batch, length, vocabulary) of the target's tokens; the states go on behind them.
    func decode(_ target: Tensor, _ memory: Memory, _ states: inout [Tensor]) throws(SwiftgradError) -> Tensor {
        let x = try apply("dropout", apply("target_embedding", target))
        let decoder = try child("decoder", as: RecurrentNetwork.self)
        guard settings.attention == .additive else {
            let (y, last) = try decoder(x, state: states)
            states = last
            guard let keys = memory.keys else { return try apply("head", y) }
            let context = try attend(y.matmul(keys.transpose(1, 2)), memory)
            return try apply("head", apply("dropout", apply("combine", .concat([y, context], axis: 2)).tanh()))
        }
        var results: [Tensor] = []
        for step in 0..<target.shape[1] {
            let query = try states[0].slice(axis: 0, settings.layers - 1..<settings.layers).transpose(0, 1)
            let context = try attend(additiveScores(query, memory), memory)
            let input = try Tensor.concat([x.slice(axis: 1, step..<step + 1), context], axis: 2)
            let (y, last) = try decoder(input, state: states)
            states = last
            results.append(try apply("combine", .concat([y, context], axis: 2)).tanh())
        }
        return try apply("head", apply("dropout", .concat(results, axis: 1)))
    }

    /// v · tanh(W q + U k) for a query (batch, 1, hidden): (batch, 1, length).
    private func additiveScores(_ query: Tensor, _ memory: Memory) throws(SwiftgradError) -> Tensor {
        guard let keys = memory.keys else { throw .runtime("attention has no keys") }
        return try apply("score", (apply("query", query) + keys).tanh()).transpose(1, 2)
    }

    /// The encoder's results weighed by softmax(scores): (batch, queries, hidden).
    private func attend(_ scores: Tensor, _ memory: Memory) throws(SwiftgradError) -> Tensor {
        var scores = scores
        if let mask = memory.mask {
            let lowest = try Tensor.full([], -Double.infinity, scores.dtype)
            scores = try .select(mask.expandDims([1]), scores, lowest)
        }
        return try scores.softmax().matmul(memory.values)
    }

    static let definition = ClassDefinition(
        Seq2Seq.self, name: "Seq2Seq", in: "nn.models", base: ForeignModule.self,
        [
            .int("source_vocab"), .int("target_vocab"), .int("width", 256), .int("hidden", 512), .int("layers", 1),
            .string("cell", "lstm"), Parameter("attention", .string, default: .string("additive"), isOptional: true),
            .float("dropout", 0), .int("start", 1),
        ],
        doc: """
            A recurrent encoder-decoder: model(source, target, lengths=None) gives logits (batch, target length,
            target_vocab) of what follows each token of the target.

            source and target are integers (batch, length); of the rows of source the first lengths tokens count. A target
            for training starts with the token `start` and is the labels without their last one. width is that of the
            embeddings, cell 'lstm' or 'gru'. attention is 'additive', fed into each step (arXiv:1409.0473),
            'multiplicative', behind it (arXiv:1508.04025), or None (arXiv:1409.3215).
            """,
        methods: [Generation.method(Seq2Seq.self)]
    ) { arguments throws(SwiftgradError) in
        var settings = Seq2Seq.Settings(
            sourceVocabulary: try arguments.int("source_vocab"), targetVocabulary: try arguments.int("target_vocab"))
        settings.width = try arguments.int("width")
        settings.hidden = try arguments.int("hidden")
        settings.layers = try arguments.int("layers")
        let cell = try arguments.string("cell")
        guard cell == "lstm" || cell == "gru" else {
            throw .value("Seq2Seq: cell must be 'lstm' or 'gru', got '\(cell)'")
        }
        settings.isLSTM = cell == "lstm"
        let attention = try arguments.optionalString("attention")
        guard let kind = Attention(rawValue: attention ?? "none") else {
            throw .value(
                "Seq2Seq: attention must be 'additive', 'multiplicative' or None, got '\(attention ?? "")'")
        }
        settings.attention = kind
        settings.dropout = try arguments.double("dropout")
        settings.start = try arguments.int("start")
        return try Seq2Seq(settings)
    }
}

extension Seq2Seq: SequenceWriter {
    var vocabulary: Int { settings.targetVocabulary }
    var start: Int { settings.start }
    var context: Int? { nil }

    func decoding(
        _ source: Tensor, lengths: Tensor?, _ generation: Generation
    ) throws(SwiftgradError) -> any Decoding {
        Seq2SeqDecoding(self, try read(source, lengths: lengths))
    }
}

/// Rows that a recurrent decoder writes; its states are all that it keeps of earlier tokens.
private final class Seq2SeqDecoding: Decoding {
    private let model: Seq2Seq
    private var memory: Seq2Seq.Memory
    private var states: [Tensor]

    init(_ model: Seq2Seq, _ memory: Seq2Seq.Memory) {
        self.model = model
        self.memory = memory
        states = memory.states
    }

    func next(_ tokens: Tensor) throws(SwiftgradError) -> Tensor {
        let logits = try model.decode(tokens, memory, &states)
        return try logits.slice(axis: 1, tokens.shape[1] - 1..<tokens.shape[1]).squeeze([1])
    }

    func select(_ rows: [Int]) throws(SwiftgradError) {
        guard rows != Array(0..<memory.values.shape[0]) else { return }
        let indices = try Tensor.integers(rows)
        memory.values = try memory.values.take(indices)
        memory.keys = try memory.keys?.take(indices)
        memory.mask = try memory.mask?.take(indices)
        states = try states.map { state throws(SwiftgradError) in try state.take(indices, axis: 1) }
    }
}
