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
            "tensordot", [.x, .tensor("y"), Parameter("axes", .any, default: .int(2)).keywordOnly],
            doc: """
                Sums of products over axes: the last n of x with the first n of y for an integer n, or those listed for x and
                for y. What is left of x comes first.
                """
        ) { arguments throws(SwiftgradError) in
            let (x, y) = (try arguments.tensor("x"), try arguments.tensor("y"))
            switch try arguments.value("axes") {
            case .int(let count):
                guard count >= 0 && count <= min(x.rank, y.rank) else {
                    throw .value(
                        "tensordot: shapes \(Shape.text(x.shape)) and \(Shape.text(y.shape)) have no \(count) axes in common"
                    )
                }
                return .tensor(try x.contracted(y, Array(x.rank - count..<x.rank), Array(0..<count)))
            case .list(let lists) where lists.count == 2:
                let axes = try lists.map { list throws(SwiftgradError) in try integers(list) }
                return .tensor(try x.contracted(y, axes[0], axes[1]))
            default: throw .type("tensordot: axes must be an integer or two sequences of axes")
            }
        },
        FunctionDefinition(
            "vecdot", [.x, .tensor("y"), Parameter.int("axis", -1).keywordOnly],
            doc: "Sums of products along an axis that both have; the other axes broadcast."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").vectorDot(arguments.tensor("y"), axis: arguments.int("axis")))
        },
        FunctionDefinition(
            "kron", method: "kron", [.x, .tensor("y")], doc: "The Kronecker product: each element of x times all of y."
        ) { arguments throws(SwiftgradError) in .tensor(try arguments.tensor("x").kron(arguments.tensor("y"))) },
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

    /// One axis or a list of them.
    private static func integers(_ value: Value) throws(SwiftgradError) -> [Int] {
        switch value {
        case .int(let number): return [number]
        case .list(let items):
            var result: [Int] = []
            for item in items { result += try integers(item) }
            return result
        default: throw .type("tensordot: axes must be integers, got \(value.kindName)")
        }
    }
}
