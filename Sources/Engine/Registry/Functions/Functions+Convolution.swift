extension EngineFunctions {
    static let convolutions: [FunctionDefinition] = (1...3).flatMap { [convolution($0), transposedConvolution($0)] }

    private static func convolution(_ rank: Int) -> FunctionDefinition {
        let (axes, kernel) = (axes(rank, "L"), axes(rank, "k"))
        return FunctionDefinition(
            "conv\(rank)d", in: "nn.functional",
            [
                .x, .tensor("weight"), .tensor("bias", default: .some(.none)), .ints("stride", default: .int(1)),
                Parameter("padding", .any, default: .int(0)), .ints("dilation", default: .int(1)), .int("groups", 1),
            ],
            doc: """
                Convolution (cross-correlation): x (N, C, \(axes)) or (C, \(axes)), weight (K, C / groups, \(kernel)), bias (K,).

                y[n, k, o] = bias[k] + the sum over c, t of weight[k, c, t] * x[n, c, o * stride + t * dilation - padding].
                stride, padding and dilation are an int or one for each axis; padding='valid' is 0, 'same' keeps the size at
                stride 1. Channels of one of the groups see only each other. float16 and bfloat16 add up in float32.
                Raises ValueError when shapes do not fit.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").convolution(
                    arguments.tensor("weight"), arguments.optionalTensor("bias"), rank: rank,
                    stride: arguments.ints("stride"),
                    padding: ConvPadding(arguments.value("padding"), operation: arguments.name),
                    dilation: arguments.ints("dilation"), groups: arguments.int("groups")))
        }
    }

    private static func transposedConvolution(_ rank: Int) -> FunctionDefinition {
        let (axes, kernel) = (axes(rank, "L"), axes(rank, "k"))
        return FunctionDefinition(
            "conv_transpose\(rank)d", in: "nn.functional",
            [
                .x, .tensor("weight"), .tensor("bias", default: .some(.none)), .ints("stride", default: .int(1)),
                .ints("padding", default: .int(0)), .ints("output_padding", default: .int(0)), .int("groups", 1),
                .ints("dilation", default: .int(1)),
            ],
            doc: """
                Transposed convolution, the gradient of conv\(rank)d with respect to its input: x (N, K, \(axes)) or (K, \(axes)),
                weight (K, C / groups, \(kernel)), bias (C,); the result has C channels.

                Each axis becomes (n - 1) * stride - 2 * padding + dilation * (k - 1) + output_padding + 1 long. Raises
                ValueError when shapes do not fit.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").transposedConvolution(
                    arguments.tensor("weight"), arguments.optionalTensor("bias"), rank: rank,
                    stride: arguments.ints("stride"), padding: arguments.ints("padding"),
                    outputPadding: arguments.ints("output_padding"), groups: arguments.int("groups"),
                    dilation: arguments.ints("dilation")))
        }
    }

    /// `D, H, W` for images, `kD, kH, kW` for kernels; one axis is `L` or `k`.
    private static func axes(_ rank: Int, _ single: String) -> String {
        if rank == 1 { return single }
        return ["D", "H", "W"].suffix(rank).map { (single == "k" ? "k" : "") + $0 }.joined(separator: ", ")
    }
}
