import SwiftgradKernels

extension EngineFunctions {
    /// Short compositions for which PyTorch has a name.
    static let torchCompositions: [FunctionDefinition] =
        arithmetic + joins + [
            .unary("ravel", doc: "x as a vector, without a copy where its strides allow it.") {
                x throws(SwiftgradError) in try x.reshape([-1])
            },
            .unary("fliplr", doc: "A view of x, of two axes or more, with the order along its second axis reversed.") {
                x throws(SwiftgradError) in
                guard x.rank >= 2 else {
                    throw .value("fliplr: expected at least two axes, got \(Shape.text(x.shape))")
                }
                return try x.flip([1])
            },
            .unary("flipud", doc: "A view of x with the order along its first axis reversed.") {
                x throws(SwiftgradError) in
                guard x.rank >= 1 else { throw .value("flipud: expected at least one axis") }
                return try x.flip([0])
            },
            .unary("argwhere", doc: "Positions of the elements that are not zero, int64 (count, axes).") {
                x throws(SwiftgradError) in
                guard x.rank > 0 else { throw .value("argwhere: an array of no axes has no positions") }
                return try .stack(AdvancedIndex.coordinates(of: x), axis: 1)
            },
            moments("var_mean", doc: "var") { x, axes, correction, keep throws(SwiftgradError) in
                try x.variance(axes: axes, correction: correction, keepDimensions: keep)
            },
            moments("std_mean", doc: "std") { x, axes, correction, keep throws(SwiftgradError) in
                try x.standardDeviation(axes: axes, correction: correction, keepDimensions: keep)
            },
            FunctionDefinition(
                "cdist", [.tensor("x1"), .tensor("x2"), .float("p", 2)],
                doc:
                    "The p-norm (..., P, R) of the difference of each row of x1 (..., P, M) and each of x2 (..., R, M)."
            ) { arguments throws(SwiftgradError) in
                let (x, y) = (try arguments.tensor("x1"), try arguments.tensor("x2"))
                guard x.rank >= 2, y.rank >= 2, x.shape.last == y.shape.last else {
                    throw .value(
                        "cdist: expected (..., P, M) and (..., R, M), got \(Shape.text(x.shape)) and "
                            + Shape.text(y.shape))
                }
                return .tensor(
                    try x.expandDims([-2]).distance(
                        to: y.expandDims([-3]), order: arguments.double("p"), epsilon: 0, operation: "cdist"))
            },
        ]

    private static let arithmetic: [FunctionDefinition] = [
        .unary("frac", doc: "x - trunc(x): what follows the point, with the sign of x.") { x throws(SwiftgradError) in
            try x - Tensor.apply(Rounding.truncate, x)
        },
        .unary("exp2", doc: "2**x.") { x throws(SwiftgradError) in
            let x = x.dtype.isFloating ? x : try x.cast(to: .float32)
            return try Tensor.full([], 2, x.dtype).power(x)
        },
        FunctionDefinition(
            "lerp", method: "lerp", [.x, .tensor("end"), .scalar("weight")],
            doc: "x + weight (end - x): x where weight is 0, end where it is 1."
        ) { arguments throws(SwiftgradError) in
            let (x, weight) = try arguments.operands("x", "weight")
            return .tensor(try x + weight * (arguments.tensor("end") - x))
        },
        product("addcmul", doc: "x + value tensor1 tensor2.") { first, second throws(SwiftgradError) in
            try first * second
        },
        product("addcdiv", doc: "x + value tensor1 / tensor2.") { first, second throws(SwiftgradError) in
            try first / second
        },
        added("addmm", "mat1", "mat2", ranks: (2, 2), doc: "beta x + alpha mat1 mat2 of matrices."),
        added("addmv", "mat", "vec", ranks: (2, 1), doc: "beta x + alpha mat vec of a matrix and a vector."),
        added("baddbmm", "batch1", "batch2", ranks: (3, 3), doc: "beta x + alpha batch1 batch2, matrix by matrix."),
    ]

    private static let joins: [FunctionDefinition] = [
        joined("hstack", leastRank: 1, doc: "Arrays joined along their second axis, vectors along their only one.") {
            $0.rank == 1 ? 0 : 1
        },
        joined("vstack", leastRank: 2, doc: "Arrays joined along their first axis; vectors count as rows.") { _ in 0 },
    ]

    /// x + value times what `combine` makes of two tensors.
    private static func product(
        _ name: String, doc: String,
        _ combine: @escaping @Sendable (Tensor, Tensor) throws(SwiftgradError) -> Tensor
    ) -> FunctionDefinition {
        FunctionDefinition(
            name, method: name,
            [.x, .tensor("tensor1"), .tensor("tensor2"), Parameter.scalar("value", default: .int(1)).keywordOnly],
            doc: doc
        ) { arguments throws(SwiftgradError) in
            let product = try combine(arguments.tensor("tensor1"), arguments.tensor("tensor2"))
            return .tensor(try arguments.tensor("x") + scaled(product, arguments.value("value"), name))
        }
    }

    /// beta x + alpha times a matrix product.
    private static func added(
        _ name: String, _ first: String, _ second: String, ranks: (Int, Int), doc: String
    ) -> FunctionDefinition {
        FunctionDefinition(
            name, method: name,
            [
                .x, .tensor(first), .tensor(second), Parameter.scalar("beta", default: .int(1)).keywordOnly,
                Parameter.scalar("alpha", default: .int(1)).keywordOnly,
            ], doc: doc
        ) { arguments throws(SwiftgradError) in
            let (a, b) = (try arguments.tensor(first), try arguments.tensor(second))
            guard a.rank == ranks.0, b.rank == ranks.1 else {
                throw .value(
                    "\(name): \(first) and \(second) must have \(ranks.0) and \(ranks.1) axes, got \(Shape.text(a.shape)) "
                        + "and \(Shape.text(b.shape))")
            }
            let product = try scaled(a.matmul(b), arguments.value("alpha"), name)
            // x counts nothing, not even where it is no number, when beta is zero.
            if case .int(0) = try arguments.value("beta") { return .tensor(product) }
            return .tensor(try scaled(arguments.tensor("x"), arguments.value("beta"), name) + product)
        }
    }

    private static func scaled(_ x: Tensor, _ factor: Value, _ name: String) throws(SwiftgradError) -> Tensor {
        if case .int(1) = factor { return x }
        if case .tensor(let factor) = factor { return try x * factor }
        return try x * Tensor.scalar(factor, Promotion.weak(factor, beside: x.dtype), operation: name)
    }

    private static func joined(
        _ name: String, leastRank: Int, doc: String, _ axis: @escaping @Sendable (Tensor) -> Int
    ) -> FunctionDefinition {
        FunctionDefinition(name, [.tensors("arrays")], doc: doc) { arguments throws(SwiftgradError) in
            let arrays = try arguments.tensors("arrays").map { x throws(SwiftgradError) in
                x.rank >= leastRank
                    ? x : try x.reshape([Int](repeating: 1, count: leastRank - max(x.rank, 1)) + [x.count])
            }
            guard let first = arrays.first else { throw .value("\(name): needs at least one array") }
            return .tensor(try .concat(arrays, axis: axis(first)))
        }
    }

    private static func moments(
        _ name: String, doc: String,
        _ body: @escaping @Sendable (Tensor, [Int]?, Double, Bool) throws(SwiftgradError) -> Tensor
    ) -> FunctionDefinition {
        FunctionDefinition(
            name, [.x, .axes, Parameter.float("correction", 1).keywordOnly, .keepdims],
            doc: "\(doc) over the axes, by default divided by n - 1, and the mean over them."
        ) { arguments throws(SwiftgradError) in
            let (x, axes) = (try arguments.tensor("x"), try arguments.optionalInts("axis"))
            let keep = try arguments.bool("keepdims")
            return .list([
                .tensor(try body(x, axes, arguments.double("correction"), keep)),
                .tensor(try x.mean(axes: axes, keepDimensions: keep)),
            ])
        }
    }
}
