import Swiftgrad

// GPT-2. Its checkpoints hold the matrices of blocks as (in, out).
extension GPT: PretrainedFormat {
    static var bodyPrefix: String { "transformer." }

    static func arguments(
        _ config: PretrainedConfig
    ) throws(SwiftgradError) -> [(key: String, value: Value)] {
        try config.require("model_type", .string("gpt2"), absent: .null)
        try config.require("scale_attn_weights", .bool(true), absent: .bool(true))
        try config.require("scale_attn_by_inverse_layer_idx", .bool(false), absent: .bool(false))
        try config.require("tie_word_embeddings", .bool(true), absent: .bool(true))
        try config.require("add_cross_attention", .bool(false), absent: .bool(false))
        return [
            ("vocab_size", .int(try config.int("vocab_size", 50257))),
            ("context", .int(try config.int("n_positions", 1024))), ("layers", .int(try config.int("n_layer", 12))),
            ("heads", .int(try config.int("n_head", 12))), ("width", .int(try config.int("n_embd", 768))),
            ("dropout", try config.dropout([("resid_pdrop", 0.1), ("embd_pdrop", 0.1), ("attn_pdrop", 0.1)])),
            ("activation", try config.activation("activation_function", "gelu_new")),
            ("eps", try config.epsilon("layer_norm_epsilon", 1e-5)),
            ("mlp_width", try config.optionalInt("n_inner").map(Value.int) ?? .none),
        ]
    }

    func pretrainedConfig() throws(SwiftgradError) -> [JSON.Member] {
        guard settings.bias else {
            throw .value("save_pretrained: GPT-2 has biases, this model was made with bias=False")
        }
        let rate = JSON.double(settings.dropout)
        return [
            .init("architectures", .array([.string("GPT2LMHeadModel")])), .init("model_type", .string("gpt2")),
            .init("vocab_size", .int(settings.vocabulary)), .init("n_positions", .int(settings.context)),
            .init("n_layer", .int(settings.layers)), .init("n_head", .int(settings.heads)),
            .init("n_embd", .int(settings.width)), .init("n_inner", settings.innerWidth.map(JSON.int) ?? .null),
            .init("activation_function", settings.activation.pretrainedName),
            .init("layer_norm_epsilon", .double(settings.epsilon)), .init("resid_pdrop", rate),
            .init("embd_pdrop", rate), .init("attn_pdrop", rate),
        ]
    }

    func pretrainedEntry(_ path: String) -> PretrainedEntry {
        // c_attn, c_proj and c_fc hold their weights as (inputs, outputs).
        let isTurned = path.hasSuffix(".weight") && path.split(separator: ".").dropLast().last?.hasPrefix("c_") == true
        return isTurned ? .transposed(path) : .same(path)
    }

    static func isObsolete(_ entry: String) -> Bool {
        entry.hasSuffix(".attn.bias") || entry.hasSuffix(".attn.masked_bias")
    }
}
