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
        FunctionDefinition(
            "einsum", [.string("equation"), Parameter("operands", .tensors, isVariadic: true)],
            doc: """
                Einstein sum: the products of the operands' elements, summed over the labels that the result leaves out.

                equation names each operand's axes, as in "ij,jk->ik". Without "->" the result has the labels that occur
                once, in alphabetical order. A label twice in one operand takes its diagonal, "..." stands for axes that
                broadcast, spaces mean nothing. Pairs are multiplied from left to right as matrix products. float16 and
                bfloat16 add up in float32, integers wrap around. Moving axes alone gives a view.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(try Tensor.einsum(arguments.string("equation"), arguments.tensors("operands")))
        },
    ]
}
