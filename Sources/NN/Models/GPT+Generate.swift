import Swiftgrad

extension GPT {
    /// The prompt (batch, length) or (length,) with `count` tokens after it, each drawn from what the model makes of those
    /// before. The model sees the last `context` tokens; while all fit, keys and values are kept instead of recomputed.
    public func generate(
        _ prompt: Tensor, count: Int, sampler: TokenSampler, usesCache: Bool = true
    ) throws(SwiftgradError) -> Tensor {
        guard prompt.rank == 1 || prompt.rank == 2, (prompt.shape.last ?? 0) > 0 else {
            throw .value("generate: expected a prompt (batch, length) or (length,), got \(Shape.text(prompt.shape))")
        }
        guard prompt.dtype.isInteger else { throw .type("generate: tokens must be integers, got \(prompt.dtype)") }
        guard count >= 0 else { throw .value("generate: max_tokens must not be negative, got \(count)") }
        let wasTraining = modules.map(\.isTraining)
        defer { for (module, mode) in zip(modules, wasTraining) { module.restoreMode(mode) } }
        train(false)
        return try withNoGrad { () throws(SwiftgradError) in
            var tokens = try (prompt.rank == 2 ? prompt : prompt.expandDims([0])).cast(to: .int64)
            let cache = KeyValueCache(capacity: context)
            var pending = tokens
            for _ in 0..<count {
                let length = tokens.shape[1]
                let logits: Tensor
                if usesCache && length <= context {
                    logits = try forward(pending, cache)
                } else {
                    let window = try tokens.slice(axis: 1, max(0, length - context)..<length)
                    logits = try self(window).slice(axis: 1, window.shape[1] - 1..<window.shape[1]).squeeze([1])
                }
                pending = try sampler.draw(logits).expandDims([1])
                tokens = try .concat([tokens, pending], axis: 1)
            }
            return prompt.rank == 2 ? tokens : try tokens.squeeze([0])
        }
    }

    static let generation = MethodDefinition.on(
        GPT.self, "generate",
        [
            .tensor("prompt"), .int("max_tokens"), .float("temperature", 1),
            Parameter("top_k", .int, default: .some(.none)), Parameter("top_p", .float, default: .some(.none)),
        ],
        doc: """
            The prompt, integers (batch, length) or (length,), with max_tokens more tokens behind it, as int64.

            Each is drawn from softmax(logits / temperature), 0 takes the likeliest; of the top_k likeliest tokens only,
            and of the fewest whose probabilities reach top_p. The model sees the last `context` tokens, and keeps keys and
            values while all fit. Runs in evaluation mode, off the tape.
            """, isBlocking: true
    ) { model, arguments throws(SwiftgradError) in
        .tensor(
            try model.generate(
                arguments.tensor("prompt"), count: arguments.int("max_tokens"),
                sampler: TokenSampler(
                    temperature: arguments.double("temperature"), topK: arguments.optionalInt("top_k"),
                    topP: arguments.optionalDouble("top_p"))))
    }
}
