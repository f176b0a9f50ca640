import Swiftgrad

extension GPT {
    /// The prompt (rows, length) or (length,), of whose rows the first `lengths` tokens count, with new tokens behind them;
    /// rows that end up shorter than others are followed by padding.
    ///
    /// The model sees the last `context` tokens. While all fit, keys and values are kept; then each step reads a window.
    public func generate(
        _ prompt: Tensor, lengths: Tensor? = nil, _ generation: Generation
    ) throws(SwiftgradError) -> Tensor {
        guard prompt.rank == 1 || prompt.rank == 2, (prompt.shape.last ?? 0) > 0 else {
            throw .value("generate: expected a prompt (batch, length) or (length,), got \(Shape.text(prompt.shape))")
        }
        guard prompt.dtype.isInteger else { throw .type("generate: tokens must be integers, got \(prompt.dtype)") }
        return try evaluating { () throws(SwiftgradError) in
            let tokens = try (prompt.rank == 2 ? prompt : prompt.expandDims([0])).cast(to: .int64)
            var rows = try tokens.integerRows()
            let known = try lengths.map { lengths throws(SwiftgradError) in
                try SequenceLengths(lengths, rows: rows.count, length: tokens.shape[1], of: "generate")
            }
            if let known { rows = zip(rows, known.counts).map { Array($0.prefix($1)) } }
            let decoding = GPTDecoding(self, rows, usesCache: generation.usesCache)
            let new = try generation.run(decoding, tokens, after: rows)
            let result = try Tensor.integers(
                rows: zip(rows, new).map { $0 + $1 }, padding: generation.padding)
            return prompt.rank == 2 ? result : try result.squeeze([0])
        }
    }

    static let generation = MethodDefinition.on(
        GPT.self, "generate", [.tensor("prompt")] + Generation.parameters,
        doc: """
            The prompt, integers (batch, length) or (length,), with up to max_tokens more tokens behind it, as int64.

            For prompts of unequal length, lengths (batch,) says how many tokens of each row count; new ones follow them
            directly, and shorter rows of the result end in pad. \(Generation.doc) The model sees the last `context` tokens,
            and keeps keys and values while all fit.
            """, isBlocking: true
    ) { model, arguments throws(SwiftgradError) in
        .tensor(
            try model.generate(
                arguments.tensor("prompt"), lengths: arguments.optionalTensor("lengths"),
                Generation(arguments, vocabulary: model.settings.vocabulary)))
    }
}

/// Rows that GPT writes. Prompts are padded behind, where no token of theirs looks; new tokens take columns of the cache
/// behind the longest prompt, and a mask hides the padding between.
private final class GPTDecoding: Decoding {
    private let model: GPT
    private let usesCache: Bool
    /// Tokens that count.
    private var rows: [[Int]]
    private let cache: KeyValueCache
    /// Of the cache, taken by the prompts and what follows them; nil before the prompts are read.
    private var columns: Int?
    /// (rows, 1, 1, context), true for the columns that count; nil where all do.
    private var visible: Tensor?

    init(_ model: GPT, _ rows: [[Int]], usesCache: Bool) {
        self.model = model
        self.rows = rows
        self.usesCache = usesCache
        cache = KeyValueCache(limit: model.settings.context)
    }

    func next(_ tokens: Tensor) throws(SwiftgradError) -> Tensor {
        let before = columns
        columns = (before ?? 0) + tokens.shape[1]
        if before != nil {
            for (row, new) in try tokens.integerRows().enumerated() { rows[row] += new }
        }
        guard usesCache, (columns ?? 0) <= model.settings.context else { return try window() }
        return before == nil ? try read(prompt: tokens) : try read(next: tokens)
    }

    private func read(prompt: Tensor) throws(SwiftgradError) -> Tensor {
        let hidden = try model.read(prompt, cache)
        let length = prompt.shape[1]
        guard rows.contains(where: { $0.count != length }) else {
            return try model.logits(hidden.slice(axis: 1, length - 1..<length).squeeze([1]))
        }
        let lengths = SequenceLengths(counts: rows.map(\.count), longest: length)
        let rest = try Tensor.ones([rows.count, 1, 1, model.settings.context - length], .bool)
        visible = try .concat([lengths.mask(), rest], axis: 3)
        return try model.logits(lengths.last(hidden))
    }

    private func read(next tokens: Tensor) throws(SwiftgradError) -> Tensor {
        guard let visible else { return try model.logits(model.read(tokens, cache).squeeze([1])) }
        let places = try Tensor.integers(rows.map { $0.count - 1 }).expandDims([1])
        let mask = try visible.slice(axis: 3, 0..<cache.length + 1)
        return try model.logits(model.read(tokens, at: places, mask: mask, cache).squeeze([1]))
    }

    /// The last tokens of each row, as many as the model can see, read anew.
    private func window() throws(SwiftgradError) -> Tensor {
        let windows = rows.map { Array($0.suffix(model.settings.context)) }
        let lengths = SequenceLengths(counts: windows.map(\.count), longest: windows.map(\.count).max() ?? 0)
        return try lengths.last(model(Tensor.integers(rows: windows, padding: 0)))
    }

    func select(_ kept: [Int]) throws(SwiftgradError) {
        guard kept != Array(rows.indices) else { return }
        rows = kept.map { rows[$0] }
        let indices = try Tensor.integers(kept)
        if !cache.isEmpty { try cache.select(indices) }
        visible = try visible?.take(indices)
    }
}
