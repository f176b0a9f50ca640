extension EngineFunctions {
    /// Positions turned into angles.
    static let rotations: [FunctionDefinition] = [
        FunctionDefinition(
            "rotary_embedding", in: "nn.functional",
            [
                .x, .int("offset", 0), .float("base", 10000), .bool("interleaved", false),
                Parameter("rotary_dim", .int, default: .some(.none)), .int("axis", -2),
            ],
            doc: """
                Rotary position embedding of queries or keys x (..., positions, features): pair i of the features at position m is
                turned by the angle (offset + m) base^(-2 i / rotary_dim) (Su et al., arXiv:2104.09864).

                Pair i is (2 i, 2 i + 1) if interleaved (RoFormer, GPT-J), else (i, i + rotary_dim / 2) (GPT-NeoX, LLaMA). rotary_dim
                is how many features are turned, all unless given; axis is that of the positions, -3 for (N, L, heads, features).
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").rotaryEmbedding(
                    offset: arguments.int("offset"), base: arguments.double("base"),
                    isInterleaved: arguments.bool("interleaved"), width: arguments.optionalInt("rotary_dim"),
                    axis: arguments.int("axis")))
        }
    ]
}
