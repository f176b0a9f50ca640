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
                first scaled down to it in place. Gradients are dense and unscaled: scale_grad_by_freq and sparse raise
                NotImplementedError. Raises IndexError for a number that is no row.
                """
        ) { arguments throws(SwiftgradError) in
            for name in ["scale_grad_by_freq", "sparse"] where try arguments.bool(name) {
                throw .notImplemented("embedding: \(name)=True is not supported; gradients are dense and unscaled")
            }
            let (indices, table) = (try arguments.tensor("input"), try arguments.tensor("weight"))
            if let limit = try arguments.optionalDouble("max_norm") {
                try table.limitRows(indices, norm: limit, order: arguments.double("norm_type"))
            }
            return .tensor(try table.embedding(indices, padding: arguments.optionalInt("padding_idx")))
        }
    ]
}
