import Swiftgrad

// T5 and BART have Hugging Face's names.
extension T5: PretrainedFormat {
    static var bodyPrefix: String { "" }

    static func arguments(_ config: PretrainedConfig) throws(SwiftgradError) -> [(key: String, value: Value)] {
        try config.require("model_type", .string("t5"), absent: .null)
        let names = ["relu": ("relu", false), "gated-gelu": ("gelu_tanh", true), "gated-silu": ("silu", true)]
        guard let (activation, isGated) = names[try config.string("feed_forward_proj", "relu")] else {
            throw config.fault("feed_forward_proj", expected: "one of " + names.keys.sorted().joined(separator: ", "))
        }
        let layers = try config.int("num_layers", 6)
        let isTied = try config.bool("tie_word_embeddings", true)
        return [
            ("vocab_size", .int(try config.int("vocab_size", 32128))), ("layers", .int(layers)),
            ("decoder_layers", .int(try config.int("num_decoder_layers", layers))),
            ("heads", .int(try config.int("num_heads", 8))), ("width", .int(try config.int("d_model", 512))),
            ("head_size", .int(try config.int("d_kv", 64))), ("mlp_width", .int(try config.int("d_ff", 2048))),
            ("dropout", .double(try config.double("dropout_rate", 0.1))), ("activation", .string(activation)),
            ("gated", .bool(isGated)), ("tied", .bool(isTied)),
            ("scaled", .bool(try config.bool("scale_decoder_outputs", isTied))),
            ("buckets", .int(try config.int("relative_attention_num_buckets", 32))),
            ("max_distance", .int(try config.int("relative_attention_max_distance", 128))),
            ("eps", try config.epsilon("layer_norm_epsilon", 1e-6)),
            ("start", .int(try config.int("decoder_start_token_id", 0))),
        ]
    }

    func pretrainedConfig() throws(SwiftgradError) -> [JSON.Member] {
        let projection: String
        switch (settings.activation, settings.isGated) {
        case (.relu, false): projection = "relu"
        case (.tanhGELU, true): projection = "gated-gelu"
        case (.silu, true): projection = "gated-silu"
        default:
            throw .value(
                "save_pretrained: T5 has 'relu', or gated 'gelu_tanh' or 'silu', this one has "
                    + "'\(settings.activation.rawValue)', gated=\(settings.isGated ? "True" : "False")")
        }
        return [
            .init("architectures", .array([.string("T5ForConditionalGeneration")])),
            .init("model_type", .string("t5")), .init("is_encoder_decoder", .bool(true)),
            .init("vocab_size", .int(settings.vocabulary)), .init("num_layers", .int(settings.encoderLayers)),
            .init("num_decoder_layers", .int(settings.decoderLayers)), .init("num_heads", .int(settings.heads)),
            .init("d_model", .int(settings.width)), .init("d_kv", .int(settings.size)),
            .init("d_ff", .int(settings.inner)), .init("dropout_rate", .double(settings.dropout)),
            .init("feed_forward_proj", .string(projection)), .init("tie_word_embeddings", .bool(settings.isTied)),
            .init("scale_decoder_outputs", .bool(settings.isScaled ?? settings.isTied)),
            .init("relative_attention_num_buckets", .int(settings.buckets)),
            .init("relative_attention_max_distance", .int(settings.distance)),
            .init("layer_norm_epsilon", .double(settings.epsilon)),
            .init("decoder_start_token_id", .int(settings.start)),
        ]
    }

    func pretrainedEntry(_ path: String) -> PretrainedEntry { .same(path) }

    /// Old checkpoints of version 1.0 have a table in the attention to the encoder, which is not used.
    static func isObsolete(_ entry: String) -> Bool {
        entry.hasSuffix("EncDecAttention.relative_attention_bias.weight")
    }
}

extension BART: PretrainedFormat {
    static var bodyPrefix: String { "model." }

    static func arguments(_ config: PretrainedConfig) throws(SwiftgradError) -> [(key: String, value: Value)] {
        try config.require("model_type", .string("bart"), absent: .null)
        try config.require("scale_embedding", .bool(false), absent: .bool(false))
        try config.require("tie_word_embeddings", .bool(true), absent: .bool(true))
        func same(_ part: String, _ standard: Int) throws(SwiftgradError) -> Int {
            let number = try config.int("encoder_" + part, standard)
            guard try config.int("decoder_" + part, standard) == number else {
                throw config.fault("decoder_" + part, expected: "\(number), as encoder_\(part)")
            }
            return number
        }
        return [
            ("vocab_size", .int(try config.int("vocab_size", 50265))),
            ("context", .int(try config.int("max_position_embeddings", 1024))),
            ("layers", .int(try config.int("encoder_layers", 12))),
            ("decoder_layers", .int(try config.int("decoder_layers", 12))),
            ("heads", .int(try same("attention_heads", 16))), ("width", .int(try config.int("d_model", 1024))),
            ("mlp_width", .int(try same("ffn_dim", 4096))),
            ("dropout", .double(try config.double("dropout", 0.1))),
            ("activation", try config.activation("activation_function", "gelu")),
            ("start", .int(try config.int("decoder_start_token_id", 2))),
        ]
    }

    func pretrainedConfig() throws(SwiftgradError) -> [JSON.Member] {
        let (heads, inner) = (JSON.int(settings.heads), JSON.int(settings.innerWidth ?? 4 * settings.width))
        return [
            .init("architectures", .array([.string("BartForConditionalGeneration")])),
            .init("model_type", .string("bart")), .init("is_encoder_decoder", .bool(true)),
            .init("vocab_size", .int(settings.vocabulary)), .init("max_position_embeddings", .int(settings.context)),
            .init("encoder_layers", .int(settings.encoderLayers)),
            .init("decoder_layers", .int(settings.decoderLayers)), .init("encoder_attention_heads", heads),
            .init("decoder_attention_heads", heads), .init("d_model", .int(settings.width)),
            .init("encoder_ffn_dim", inner), .init("decoder_ffn_dim", inner),
            .init("dropout", .double(settings.dropout)),
            .init("activation_function", settings.activation.pretrainedName),
            .init("decoder_start_token_id", .int(settings.start)),
        ]
    }

    func pretrainedEntry(_ path: String) -> PretrainedEntry { .same(path) }

    static func isObsolete(_ entry: String) -> Bool { false }
}
