import Swiftgrad
import SwiftgradNN

/// Trains a language model to say the next token, or hidden ones.
public final class LanguageModelTrainer: Trainer {
    public struct Settings: Sendable {
        /// Hides tokens instead of asking for the next.
        public var isMasked = false
        public var mask: Int?
        public var vocabulary: Int?
        public var maskProbability = 0.15
        /// A token that fills up sequences and does not count.
        public var padding: Int?
        public var labelSmoothing = 0.0
        public var updates = UpdateSettings()

        public init() {}
    }

    public init(
        _ model: Module, _ optimiser: Optimiser, _ settings: Settings = Settings()
    ) throws(SwiftgradError) {
        var masking: TokenMasking?
        if settings.isMasked {
            masking = try TokenMasking(
                mask: settings.mask, vocabulary: settings.vocabulary, probability: settings.maskProbability,
                padding: settings.padding)
        }
        super.init(
            try LanguageModelStep(
                model, optimiser, masking: masking, padding: settings.padding,
                labelSmoothing: settings.labelSmoothing, settings.updates))
    }

    static let definition = ClassDefinition(
        LanguageModelTrainer.self, name: "LanguageModelTrainer", in: "train", base: Trainer.self,
        [
            Parameter("model", .object), Parameter("optimizer", .object), .string("objective", "next"),
            Parameter("mask", .int, default: .some(.none)).keywordOnly,
            Parameter("vocab_size", .int, default: .some(.none)).keywordOnly,
            Parameter.float("mask_probability", 0.15).keywordOnly,
            Parameter("pad", .int, default: .some(.none)).keywordOnly,
            Parameter.float("label_smoothing", 0).keywordOnly,
        ] + UpdateSettings.parameters(),
        doc: """
            Trains a model of tokens (N, L), which gives logits (N, L, vocabulary), by cross-entropy in nats a token.

            With objective 'next' a batch is tokens (N, L + 1), each of which is to be said from those before, or tokens and
            targets (N, L). With 'masked' it is tokens (N, L), of which mask_probability are to be guessed, as BERT does
            (arXiv:1810.04805): 80 % of them replaced by mask, 10 % by a random token below vocab_size, 10 % left. Targets
            equal to pad do not count.

            \(UpdateSettings.documentation)
            """
    ) { arguments throws(SwiftgradError) in
        var settings = Settings()
        settings.isMasked = try arguments.named("objective", ["next": false, "masked": true])
        settings.mask = try arguments.optionalInt("mask")
        settings.vocabulary = try arguments.optionalInt("vocab_size")
        settings.maskProbability = try arguments.double("mask_probability")
        settings.padding = try arguments.optionalInt("pad")
        settings.labelSmoothing = try arguments.double("label_smoothing")
        settings.updates = try UpdateSettings(arguments)
        return try LanguageModelTrainer(
            arguments.object("model", as: Module.self), arguments.object("optimizer", as: Optimiser.self), settings)
    }
}
