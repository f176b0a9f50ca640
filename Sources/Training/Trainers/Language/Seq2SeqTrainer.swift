import Swiftgrad
import SwiftgradNN

/// Trains a model from sequence to sequence: translation, summaries, arithmetic.
public final class Seq2SeqTrainer: Trainer {
    /// The tokens that are no part of the text.
    public struct Tokens: Sendable {
        public var padding = 0
        public var start = 1
        public var end = 2

        public init() {}
    }

    private let translation: Seq2SeqStep

    public init(
        _ model: Module, _ optimiser: Optimiser, _ tokens: Tokens = Tokens(), labelSmoothing: Double = 0,
        updates: UpdateSettings = UpdateSettings()
    ) throws(SwiftgradError) {
        let numbers = [tokens.padding, tokens.start, tokens.end]
        guard numbers.allSatisfy({ 0..<Int(Int32.max) ~= $0 }), tokens.end != tokens.padding else {
            throw .value("Seq2SeqTrainer: pad, start and end must be tokens, pad another than end, got \(numbers)")
        }
        translation = try Seq2SeqStep(model, optimiser, tokens, labelSmoothing: labelSmoothing, updates)
        super.init(translation)
    }

    /// The likeliest tokens for each source, one after another, `count` at most (N, length), padding behind them.
    public func translate(_ source: Tensor, count: Int) throws(SwiftgradError) -> Tensor {
        try occupancy.hold { () throws(SwiftgradError) in
            guard source.rank >= 2, source.shape[0] > 0 else {
                throw .value("translate: expected sources (N, ...), got \(Shape.text(source.shape))")
            }
            guard 1..<1 << 31 ~= count else { throw .value("translate: max_tokens must be at least 1, got \(count)") }
            return try translation.translate(source.detach(), count: count)
        }
    }

    static let definition = ClassDefinition(
        Seq2SeqTrainer.self, name: "Seq2SeqTrainer", in: "train", base: Trainer.self,
        [
            Parameter("model", .object), Parameter("optimizer", .object), .int("pad", 0), .int("start", 1),
            .int("end", 2), Parameter.float("label_smoothing", 0).keywordOnly,
        ] + UpdateSettings.parameters(),
        doc: """
            Trains a model(source, tokens) to say, from the source and the true tokens so far, the next: logits (N, L,
            vocabulary) for tokens (N, L).

            A batch is sources (N, ...) and targets (N, T), integers with pad behind the shorter ones and neither start nor
            end; the model sees start and then the target, and is to say the target and then end. What comes after that does
            not count. label_smoothing takes that part of the probability from the true token (arXiv:1512.00567). Reported
            are loss and accuracy by token, and sequence_accuracy, the part of the sequences that is right throughout.

            \(UpdateSettings.documentation)
            """,
        methods: [
            .on(
                Seq2SeqTrainer.self, "translate", [.tensor("source"), .int("max_tokens")],
                doc: """
                    The likeliest tokens for each source (N, ...), one after another, at most max_tokens: int64 (N, length),
                    with pad after a sequence's end. In evaluation mode, with averaged weights if there is ema.
                    """, isBlocking: true
            ) { trainer, arguments throws(SwiftgradError) in
                .tensor(try trainer.translate(arguments.tensor("source"), count: arguments.int("max_tokens")))
            }
        ]
    ) { arguments throws(SwiftgradError) in
        var tokens = Tokens()
        tokens.padding = try arguments.int("pad")
        tokens.start = try arguments.int("start")
        tokens.end = try arguments.int("end")
        return try Seq2SeqTrainer(
            arguments.object("model", as: Module.self), arguments.object("optimizer", as: Optimiser.self), tokens,
            labelSmoothing: arguments.double("label_smoothing"), updates: UpdateSettings(arguments))
    }
}
