extension EngineFunctions {
    static let embeddings: [FunctionDefinition] = [
        FunctionDefinition(
            "embedding", in: "nn.functional",
            [
                .tensor("input"), .tensor("weight"), Parameter("padding_idx", .int, default: .some(.none)),
                Parameter("max_norm", .float, default: .some(.none)), .float("norm_type", 2),
                .bool("scale_grad_by_freq", false), .bool("sparse", false),
            ],
            doc: """
                Rows of the table weight (rows, size) by number: input, integers of any shape, gives (..., size).

                The row padding_idx gets no gradient. With max_norm, rows of a larger norm_type-norm that input names are
                first scaled down to it in place. scale_grad_by_freq divides a row's gradient by how often input names it.
                Gradients are dense: sparse raises NotImplementedError. Raises IndexError for a number that is no row.
                """
        ) { arguments throws(SwiftgradError) in
            if try arguments.bool("sparse") {
                throw .notImplemented("embedding: sparse=True is not supported; gradients are dense")
            }
            let (indices, table) = (try arguments.tensor("input"), try arguments.tensor("weight"))
            if let limit = try arguments.optionalDouble("max_norm") {
                try table.limitRows(indices, norm: limit, order: arguments.double("norm_type"))
            }
            return .tensor(
                try table.embedding(
                    indices, padding: arguments.optionalInt("padding_idx"),
                    scalesByFrequency: arguments.bool("scale_grad_by_freq")))
        },
        FunctionDefinition(
            "embedding_bag", in: "nn.functional",
            [
                .tensor("input"), .tensor("weight"), .tensor("offsets", default: .some(.none)),
                Parameter("max_norm", .float, default: .some(.none)), .float("norm_type", 2),
                .bool("scale_grad_by_freq", false), .string("mode", "mean"), .bool("sparse", false),
                .tensor("per_sample_weights", default: .some(.none)), .bool("include_last_offset", false),
                Parameter("padding_idx", .int, default: .some(.none)),
            ],
            doc: """
                The sum, mean or max (mode) of the rows of the table weight (rows, size) that each bag names: (bags, size).

                input is (bags, length), or (count,) with offsets saying where each bag starts, and with include_last_offset also
                where the last ends. padding_idx is left out; an empty bag gives zeros. per_sample_weights, of the shape of input,
                weigh the rows of a sum. max_norm, norm_type, scale_grad_by_freq and sparse are those of embedding. Raises
                IndexError for a number that is no row.
                """
        ) { arguments throws(SwiftgradError) in
            if try arguments.bool("sparse") {
                throw .notImplemented("embedding_bag: sparse=True is not supported; gradients are dense")
            }
            let (indices, table) = (try arguments.tensor("input"), try arguments.tensor("weight"))
            if let limit = try arguments.optionalDouble("max_norm") {
                try table.limitRows(indices, norm: limit, order: arguments.double("norm_type"))
            }
            let named = try arguments.string("mode")
            guard let mode = EmbeddingBag.Mode(rawValue: named) else {
                throw .value("embedding_bag: mode must be 'sum', 'mean' or 'max', got '\(named)'")
            }
            let bags = try EmbeddingBag(
                table, indices, offsets: arguments.optionalTensor("offsets"),
                includesLast: arguments.bool("include_last_offset"), padding: arguments.optionalInt("padding_idx"))
            return .tensor(
                try bags.reduce(
                    mode, weights: arguments.optionalTensor("per_sample_weights"),
                    scalesByFrequency: arguments.bool("scale_grad_by_freq")))
        },
    ]
}
