import Swiftgrad

// BERT. The encoder's layers are PyTorch's, whose attention has one matrix for queries, keys and values.
extension BERTModel: PretrainedFormat {
    static var bodyPrefix: String { "bert." }

    static func arguments(
        _ config: PretrainedConfig
    ) throws(SwiftgradError) -> [(key: String, value: Value)] {
        try config.require("model_type", .string("bert"), absent: .null)
        try config.require("position_embedding_type", .string("absolute"), absent: .string("absolute"))
        try config.require("is_decoder", .bool(false), absent: .bool(false))
        try config.require("tie_word_embeddings", .bool(true), absent: .bool(true))
        var result: [(key: String, value: Value)] = [
            ("vocab_size", .int(try config.int("vocab_size", 30522))),
            ("context", .int(try config.int("max_position_embeddings", 512))),
            ("layers", .int(try config.int("num_hidden_layers", 12))),
            ("heads", .int(try config.int("num_attention_heads", 12))),
            ("width", .int(try config.int("hidden_size", 768))),
            ("mlp_width", .int(try config.int("intermediate_size", 3072))),
            ("types", .int(try config.int("type_vocab_size", 2))),
            (
                "dropout",
                try config.dropout([("hidden_dropout_prob", 0.1), ("attention_probs_dropout_prob", 0.1)])
            ),
            ("eps", try config.epsilon("layer_norm_eps", 1e-12)),
            ("activation", try config.activation("hidden_act", "gelu")),
        ]
        if self == BERTForSequenceClassification.self { result.append(("num_classes", .int(try config.classes()))) }
        return result
    }

    func pretrainedConfig() throws(SwiftgradError) -> [JSON.Member] {
        let rate = JSON.double(settings.dropout)
        var architecture = "BertModel"
        var members: [JSON.Member] = []
        if let classifier = self as? BERTForSequenceClassification {
            architecture = "BertForSequenceClassification"
            members = PretrainedConfig.labels(classifier.classes)
        } else if self is BERTForMaskedLM {
            architecture = "BertForMaskedLM"
        }
        return [
            .init("architectures", .array([.string(architecture)])), .init("model_type", .string("bert")),
            .init("vocab_size", .int(settings.vocabulary)), .init("max_position_embeddings", .int(settings.context)),
            .init("num_hidden_layers", .int(settings.layers)), .init("num_attention_heads", .int(settings.heads)),
            .init("hidden_size", .int(settings.width)),
            .init("intermediate_size", .int(settings.innerWidth ?? 4 * settings.width)),
            .init("type_vocab_size", .int(settings.types)), .init("hidden_act", settings.activation.pretrainedName),
            .init("layer_norm_eps", .double(settings.epsilon)), .init("hidden_dropout_prob", rate),
            .init("attention_probs_dropout_prob", rate),
        ] + members
    }

    func pretrainedEntry(_ path: String) -> PretrainedEntry {
        if path == "cls.predictions.decoder.bias" { return .same("cls.predictions.bias") }
        let path = self is BERT ? "bert." + path : path
        let prefix = "bert.encoder.layers."
        guard path.hasPrefix(prefix) else { return .same(path) }
        let rest = path.dropFirst(prefix.count)
        guard let dot = rest.firstIndex(of: ".") else { return .same(path) }
        let layer = "bert.encoder.layer.\(rest[..<dot])."
        let name = rest[rest.index(after: dot)...]
        if name.hasPrefix("self_attn.in_proj_") {
            let kind = name.hasSuffix("weight") ? "weight" : "bias"
            return .parts(["query", "key", "value"].map { "\(layer)attention.self.\($0).\(kind)" })
        }
        let names = [
            ("self_attn.out_proj", "attention.output.dense"), ("linear1", "intermediate.dense"),
            ("linear2", "output.dense"), ("norm1", "attention.output.LayerNorm"), ("norm2", "output.LayerNorm"),
        ]
        for (own, other) in names where name.hasPrefix(own + ".") {
            return .same(layer + other + name.dropFirst(own.count))
        }
        return .same(path)
    }

    static func isObsolete(_ entry: String) -> Bool {
        entry.hasSuffix("position_ids") || entry == "cls.predictions.decoder.weight"
            || entry == "cls.predictions.decoder.bias"
    }
}

extension PretrainedConfig {
    /// Names of as many classes.
    static func labels(_ count: Int) -> [JSON.Member] {
        let labels = (0..<count).map { JSON.Member("\($0)", .string("LABEL_\($0)")) }
        return [
            .init("id2label", .object(labels)),
            .init("label2id", .object((0..<count).map { JSON.Member("LABEL_\($0)", .int($0)) })),
        ]
    }
}
