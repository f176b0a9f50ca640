import Swiftgrad

/// A model that writes a sequence for one that it has read.
protocol SequenceWriter: Module {
    var vocabulary: Int { get }
    /// The token before the first one written.
    var start: Int { get }
    /// Most tokens of a sequence, nil where there is no such limit.
    var context: Int? { get }

    /// Logits (batch, target length, vocabulary) of what follows each token of the target.
    func callAsFunction(_ source: Tensor, _ target: Tensor, lengths: Tensor?) throws(SwiftgradError) -> Tensor

    /// A start on the sources (rows, length), of which the first `lengths` tokens count.
    func decoding(
        _ source: Tensor, lengths: Tensor?, _ generation: Generation
    ) throws(SwiftgradError) -> any Decoding
}

extension SequenceWriter {
    static var sequenceInputs: [Parameter] {
        [.tensor("source"), .tensor("target"), .tensor("lengths", default: .some(.none))]
    }

    /// What `forward` gives for `sequenceInputs`.
    func logits(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        return .tensor(
            try self(given.tensor("source"), given.tensor("target"), lengths: given.optionalTensor("lengths")))
    }

    func checkSequence(_ tokens: Tensor, _ name: String) throws(SwiftgradError) {
        try checkTokens(tokens, name)
        guard tokens.shape[1] > 0 else {
            throw .value("expected a \(name) of one token or more, got \(Shape.text(tokens.shape))")
        }
        if let context, tokens.shape[1] > context {
            throw .value("\(tokens.shape[1]) tokens of \(name) do not fit the context of \(context)")
        }
    }

    func checkSequences(_ source: Tensor, _ target: Tensor) throws(SwiftgradError) {
        try checkSequence(source, "source")
        try checkSequence(target, "target")
        guard source.shape[0] == target.shape[0] else {
            throw .value(
                "expected as many rows of source and target, got \(Shape.text(source.shape)) and "
                    + Shape.text(target.shape))
        }
    }

    /// What the model writes for each source (rows, length) or (length,), without the start token: (rows, up to count).
    func write(_ source: Tensor, lengths: Tensor?, _ generation: Generation) throws(SwiftgradError) -> Tensor {
        guard source.rank == 1 || source.rank == 2, (source.shape.last ?? 0) > 0 else {
            throw .value("generate: expected a source (batch, length) or (length,), got \(Shape.text(source.shape))")
        }
        return try evaluating { () throws(SwiftgradError) in
            let rows = source.rank == 2 ? source : try source.expandDims([0])
            let first = try Tensor.full([rows.shape[0], 1], Double(start), .int64)
            let new = try generation.run(
                decoding(rows, lengths: lengths, generation), first, after: first.integerRows())
            let result = try Tensor.integers(rows: new, padding: generation.padding)
            return source.rank == 2 ? result : try result.squeeze([0])
        }
    }
}

extension Generation {
    /// `generate` of a model that reads one sequence and writes another.
    static func method<Writer: SequenceWriter>(_ type: Writer.Type) -> MethodDefinition {
        .on(
            type, "generate", [.tensor("source")] + parameters,
            doc: """
                What the model writes for sources (batch, length) or (length,), integers: up to max_tokens tokens (batch,
                count), int64, without the start token.

                lengths (batch,) says how many tokens of each row of the source count. \(doc)
                """, isBlocking: true
        ) { model, arguments throws(SwiftgradError) in
            .tensor(
                try model.write(
                    arguments.tensor("source"), lengths: arguments.optionalTensor("lengths"),
                    Generation(arguments, vocabulary: model.vocabulary)))
        }
    }
}
