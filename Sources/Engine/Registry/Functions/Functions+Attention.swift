extension EngineFunctions {
    static let attention: [FunctionDefinition] = [
        FunctionDefinition(
            "scaled_dot_product_attention", in: "nn.functional",
            [
                .tensor("query"), .tensor("key"), .tensor("value"), .tensor("attn_mask", default: .some(.none)),
                .float("dropout_p", 0), .bool("is_causal", false),
                Parameter("scale", .float, default: .some(.none)).keywordOnly,
                Parameter.bool("enable_gqa", false).keywordOnly,
            ],
            doc: """
                softmax(scale * query @ key.T + attn_mask) @ value, in memory linear in both lengths (arXiv:2205.14135).

                query is (..., L, E), key (..., S, E), value (..., S, V), the result (..., L, V). A boolean attn_mask is True
                where a key takes part, one of numbers is added; either broadcasts to (..., L, S). With is_causal query i
                sees keys 0 to i. A query that no key takes part in gives zeros. scale is 1 / sqrt(E) unless given. With
                enable_gqa the heads of key and value (axis -3) may be fewer, each shared by as many heads of query. With
                dropout_p above 0, and for gradients of gradients or of attn_mask, the weights are formed whole. float16 and
                bfloat16 compute in float32. Raises ValueError when shapes do not fit.
                """
        ) { arguments throws(SwiftgradError) in
            let mask = try arguments.optionalTensor("attn_mask")
            let isCausal = try arguments.bool("is_causal")
            guard mask == nil || !isCausal else {
                throw .value("scaled_dot_product_attention: give attn_mask or is_causal=True, not both")
            }
            return .tensor(
                try Tensor.scaledDotProductAttention(
                    arguments.tensor("query"), arguments.tensor("key"), arguments.tensor("value"), mask: mask,
                    dropout: arguments.double("dropout_p"), isCausal: isCausal,
                    scale: arguments.optionalDouble("scale"), sharesKeys: arguments.bool("enable_gqa")))
        }
    ]
}
