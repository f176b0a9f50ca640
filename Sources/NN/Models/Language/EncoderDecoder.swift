import Swiftgrad

/// A model that reads one sequence and writes another: what T5 and BART have in common.
public class EncoderDecoder: PretrainedModel {
    let vocabulary: Int
    /// The token before the first one written.
    let start: Int
    /// Most tokens of a sequence, nil where positions are relative.
    let context: Int?

    init(vocabulary: Int, start: Int, context: Int?) throws(SwiftgradError) {
        guard start >= 0 && start < vocabulary else {
            throw .value("start must be a token below \(vocabulary), got \(start)")
        }
        self.vocabulary = vocabulary
        self.start = start
        self.context = context
        super.init()
    }

    /// What the encoder makes of the source (batch, length), of which `mask` (batch, 1, 1, length) counts.
    func encode(_ source: Tensor, mask: Tensor?) throws(SwiftgradError) -> Tensor {
        throw .notImplemented("\(className) has no encoder")
    }

    /// Logits (batch, length, vocabulary) of the target's tokens, behind those of the cache where there is one.
    func decode(
        _ target: Tensor, memory: Tensor, mask: Tensor?, _ cache: KeyValueCache?
    ) throws(SwiftgradError) -> Tensor {
        throw .notImplemented("\(className) has no decoder")
    }

    public override class var inputs: [Parameter] { sequenceInputs }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value { try logits(arguments) }

    /// Logits (batch, target length, vocabulary) of what follows each token of the target, given the source, of whose rows
    /// the first `lengths` tokens count.
    public func callAsFunction(
        _ source: Tensor, _ target: Tensor, lengths: Tensor? = nil
    ) throws(SwiftgradError) -> Tensor {
        try checkSequences(source, target)
        let mask = try mask(source, lengths)
        return try decode(target, memory: encode(source, mask: mask), mask: mask, nil)
    }

    private func mask(_ source: Tensor, _ lengths: Tensor?) throws(SwiftgradError) -> Tensor? {
        guard let lengths else { return nil }
        return try SequenceLengths(lengths, rows: source.shape[0], length: source.shape[1], of: "lengths").mask()
    }
}

extension EncoderDecoder: SequenceWriter {
    func decoding(
        _ source: Tensor, lengths: Tensor?, _ generation: Generation
    ) throws(SwiftgradError) -> any Decoding {
        try checkSequence(source, "source")
        if let context, generation.count > context {
            throw .value(
                "generate: max_tokens \(generation.count) does not fit the context of \(context)")
        }
        let mask = try mask(source, lengths)
        return EncoderDecoding(
            self, memory: try encode(source, mask: mask), mask: mask,
            cache: generation.usesCache ? KeyValueCache(limit: generation.count) : nil)
    }
}

/// Rows that an encoder-decoder writes.
private final class EncoderDecoding: Decoding {
    private let model: EncoderDecoder
    private var memory: Tensor
    private var mask: Tensor?
    private let cache: KeyValueCache?
    /// All tokens, where no cache has them.
    private var tokens: Tensor?

    init(_ model: EncoderDecoder, memory: Tensor, mask: Tensor?, cache: KeyValueCache?) {
        self.model = model
        self.memory = memory
        self.mask = mask
        self.cache = cache
    }

    func next(_ new: Tensor) throws(SwiftgradError) -> Tensor {
        var read = new
        if cache == nil, let tokens { read = try .concat([tokens, new], axis: 1) }
        tokens = read
        let logits = try model.decode(read, memory: memory, mask: mask, cache)
        return try logits.slice(axis: 1, read.shape[1] - 1..<read.shape[1]).squeeze([1])
    }

    func select(_ rows: [Int]) throws(SwiftgradError) {
        guard rows != Array(0..<memory.shape[0]) else { return }
        let indices = try Tensor.integers(rows)
        memory = try memory.take(indices)
        mask = try mask?.take(indices)
        tokens = try tokens?.take(indices)
        try cache?.select(indices)
    }
}
