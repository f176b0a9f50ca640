import Swiftgrad

// ViT of Hugging Face; the model's own names are torchvision's.
extension ViT: PretrainedFormat {
    static var bodyPrefix: String { "vit." }

    static func arguments(
        _ config: PretrainedConfig
    ) throws(SwiftgradError) -> [(key: String, value: Value)] {
        try config.require("model_type", .string("vit"), absent: .null)
        try config.require("qkv_bias", .bool(true), absent: .bool(true))
        return [
            ("image_size", .list(try config.pair("image_size", 224).map(Value.int))),
            ("patch_size", .list(try config.pair("patch_size", 16).map(Value.int))),
            ("num_classes", .int(try config.classes())), ("in_channels", .int(try config.int("num_channels", 3))),
            ("layers", .int(try config.int("num_hidden_layers", 12))),
            ("heads", .int(try config.int("num_attention_heads", 12))),
            ("width", .int(try config.int("hidden_size", 768))),
            ("mlp_width", .int(try config.int("intermediate_size", 3072))),
            (
                "dropout",
                try config.dropout([("hidden_dropout_prob", 0), ("attention_probs_dropout_prob", 0)])
            ),
            ("eps", try config.epsilon("layer_norm_eps", 1e-12)),
            ("activation", try config.activation("hidden_act", "gelu")),
        ]
    }

    func pretrainedConfig() throws(SwiftgradError) -> [JSON.Member] {
        guard settings.hasClassToken else {
            throw .value("save_pretrained: transformers' ViT has a class token, this one was made with pool='mean'")
        }
        func pair(_ size: (height: Int, width: Int)) -> JSON {
            size.height == size.width ? .int(size.height) : .array([.int(size.height), .int(size.width)])
        }
        return [
            .init("architectures", .array([.string("ViTForImageClassification")])),
            .init("model_type", .string("vit")), .init("image_size", pair(settings.imageSize)),
            .init("patch_size", pair(settings.patchSize)), .init("num_channels", .int(settings.channels)),
            .init("num_hidden_layers", .int(settings.layers)), .init("num_attention_heads", .int(settings.heads)),
            .init("hidden_size", .int(settings.width)),
            .init("intermediate_size", .int(settings.innerWidth ?? 4 * settings.width)),
            .init("hidden_act", settings.activation.pretrainedName),
            .init("layer_norm_eps", .double(settings.epsilon)),
            .init("hidden_dropout_prob", .double(settings.dropout)),
            .init("attention_probs_dropout_prob", .double(settings.dropout)), .init("qkv_bias", .bool(true)),
        ] + PretrainedConfig.labels(settings.classes)
    }

    func pretrainedEntry(_ path: String) -> PretrainedEntry {
        let names = [
            ("class_token", "vit.embeddings.cls_token"),
            ("conv_proj", "vit.embeddings.patch_embeddings.projection"),
            ("encoder.pos_embedding", "vit.embeddings.position_embeddings"), ("encoder.ln", "vit.layernorm"),
            ("heads.head", "classifier"),
        ]
        for (own, other) in names where path == own || path.hasPrefix(own + ".") {
            return .same(other + path.dropFirst(own.count))
        }
        let prefix = "encoder.layers.encoder_layer_"
        guard path.hasPrefix(prefix), let dot = path.dropFirst(prefix.count).firstIndex(of: ".") else {
            return .same(path)
        }
        let layer = "vit.encoder.layer.\(path.dropFirst(prefix.count)[..<dot])."
        let name = path[path.index(after: dot)...]
        if name.hasPrefix("self_attention.in_proj_") {
            let kind = name.hasSuffix("weight") ? "weight" : "bias"
            return .parts(["query", "key", "value"].map { "\(layer)attention.attention.\($0).\(kind)" })
        }
        let parts = [
            ("self_attention.out_proj", "attention.output.dense"), ("ln_1", "layernorm_before"),
            ("ln_2", "layernorm_after"), ("mlp.0", "intermediate.dense"), ("mlp.3", "output.dense"),
        ]
        for (own, other) in parts where name.hasPrefix(own + ".") {
            return .same(layer + other + name.dropFirst(own.count))
        }
        return .same(path)
    }

    static func isObsolete(_ entry: String) -> Bool {
        entry.hasSuffix("pooler.dense.weight") || entry.hasSuffix("pooler.dense.bias")
    }
}
