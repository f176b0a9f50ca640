extension EngineFunctions {
    static let linearAlgebra: [FunctionDefinition] = [
        FunctionDefinition(
            "matmul", method: "matmul", [.tensor("x"), .tensor("y")],
            doc: """
                Matrix product over the last two axes; the others broadcast, a vector counts as a row or a column.

                Any strides are read in place. float16 and bfloat16 multiply in float32, integers wrap around in 64 bits.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").matmul(arguments.tensor("y")))
        },
        FunctionDefinition(
            "linear", in: "nn.functional",
            [.x, .tensor("weight"), .tensor("bias", default: .some(.none))],
            doc: "x @ weight.T + bias over the last axis: x (..., in), weight (out, in), bias (out,)."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").linear(arguments.tensor("weight"), arguments.optionalTensor("bias")))
        },
    ]
}
