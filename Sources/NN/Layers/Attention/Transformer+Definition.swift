import Swiftgrad

extension NNClasses {
    static let transformers: [ClassDefinition] = [
        MultiheadAttention.definition,
        ClassDefinition(
            TransformerEncoderLayer.self, name: "TransformerEncoderLayer", in: "nn", base: ForeignModule.self,
            TransformerSettings.sizes + TransformerSettings.options,
            doc: """
                Self-attention and a feed-forward part, each with a residual and a norm (arXiv:1706.03762).

                forward(src, src_mask=None, src_key_padding_mask=None, is_causal=False), masks as in MultiheadAttention.
                activation is "relu", "gelu" or a function; norm_first puts the norms before the parts.
                """
        ) { arguments throws(SwiftgradError) in try TransformerEncoderLayer(TransformerSettings(arguments)) },
        ClassDefinition(
            TransformerDecoderLayer.self, name: "TransformerDecoderLayer", in: "nn", base: ForeignModule.self,
            TransformerSettings.sizes + TransformerSettings.options,
            doc: """
                Self-attention, attention to a memory and a feed-forward part, each with a residual and a norm.

                forward(tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None,
                memory_key_padding_mask=None, tgt_is_causal=False, memory_is_causal=False).
                """
        ) { arguments throws(SwiftgradError) in try TransformerDecoderLayer(TransformerSettings(arguments)) },
        ClassDefinition(
            TransformerEncoder.self, name: "TransformerEncoder", in: "nn", base: ForeignModule.self,
            [Parameter("encoder_layer", .any), .int("num_layers"), norm] + ignored,
            doc: """
                num_layers copies of a layer in a row, or a list of as many layers, and a norm behind them if given.

                forward(src, mask=None, src_key_padding_mask=None, is_causal=False). enable_nested_tensor and mask_check
                change nothing.
                """
        ) { arguments throws(SwiftgradError) in
            let layers = try TransformerLayer.stack(
                arguments.value("encoder_layer"), count: arguments.int("num_layers"), of: arguments.name)
            return try TransformerEncoder(layers, norm: arguments.optionalModule("norm"))
        },
        ClassDefinition(
            TransformerDecoder.self, name: "TransformerDecoder", in: "nn", base: ForeignModule.self,
            [Parameter("decoder_layer", .any), .int("num_layers"), norm],
            doc: """
                num_layers copies of a layer in a row, or a list of as many layers, and a norm behind them if given.

                forward takes what TransformerDecoderLayer's does.
                """
        ) { arguments throws(SwiftgradError) in
            let layers = try TransformerLayer.stack(
                arguments.value("decoder_layer"), count: arguments.int("num_layers"), of: arguments.name)
            return try TransformerDecoder(layers, norm: arguments.optionalModule("norm"))
        },
        ClassDefinition(
            Transformer.self, name: "Transformer", in: "nn", base: ForeignModule.self, transformerParameters,
            doc: """
                An encoder, and a decoder that attends to what it gives; both end with a norm (arXiv:1706.03762).

                forward(src, tgt, src_mask=None, tgt_mask=None, memory_mask=None, src_key_padding_mask=None,
                tgt_key_padding_mask=None, memory_key_padding_mask=None, src_is_causal=False, tgt_is_causal=False,
                memory_is_causal=False). Every matrix starts Xavier-uniform.
                """
        ) { arguments throws(SwiftgradError) in
            try Transformer(
                TransformerSettings(arguments), encoderLayers: arguments.int("num_encoder_layers"),
                decoderLayers: arguments.int("num_decoder_layers"), encoder: arguments.optionalModule("custom_encoder"),
                decoder: arguments.optionalModule("custom_decoder"))
        },
    ]

    private static let norm = Parameter("norm", .object, default: .some(.none))
    private static let ignored: [Parameter] = [.bool("enable_nested_tensor", true), .bool("mask_check", true)]
    private static let transformerParameters: [Parameter] =
        [.int("d_model", 512), .int("nhead", 8), .int("num_encoder_layers", 6), .int("num_decoder_layers", 6)]
        + TransformerSettings.options.prefix(3)
        + [
            Parameter("custom_encoder", .object, default: .some(.none)),
            Parameter("custom_decoder", .object, default: .some(.none)),
        ] + TransformerSettings.options.dropFirst(3)
}

extension Arguments {
    func optionalModule(_ name: String) throws(SwiftgradError) -> Module? {
        if case .none = try value(name) { return nil }
        return try object(name, as: Module.self)
    }
}
