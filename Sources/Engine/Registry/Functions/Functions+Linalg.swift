extension EngineFunctions {
    static let linalg: [FunctionDefinition] = [
        FunctionDefinition(
            "svd", in: "linalg", [.x, .bool("full_matrices", true)],
            doc: """
                U, S, Vh with x = U @ diag(S) @ Vh for each matrix of the last axes; the singular values S fall.

                U is (m, m) and Vh (n, n), or with full_matrices=False (m, k) and (k, n), k = min(m, n); only then have
                the vectors of a matrix that is not square a gradient. float32 is computed in float32, half precision
                too and rounded; integers give float32. NaN, infinity or no convergence is a ValueError.
                """
        ) { arguments throws(SwiftgradError) in
            let parts = try arguments.tensor("x").svd(fullMatrices: arguments.bool("full_matrices"))
            return .list([.tensor(parts.u), .tensor(parts.s), .tensor(parts.vh)])
        },
        FunctionDefinition(
            "eigh", in: "linalg", [.x],
            doc: """
                Eigenvalues in rising order and eigenvectors, the columns, of symmetric matrices.

                The lower triangle is read; the gradient is symmetric, and infinite where eigenvalues are equal. NaN,
                infinity or no convergence is a ValueError.
                """
        ) { arguments throws(SwiftgradError) in
            let parts = try arguments.tensor("x").eigh()
            return .list([.tensor(parts.values), .tensor(parts.vectors)])
        },
        FunctionDefinition(
            "qr", in: "linalg", [.x, .string("mode", "reduced")],
            doc: """
                Q with orthonormal columns and an upper triangle R with x = Q @ R, for each matrix of the last axes.

                mode "reduced" gives (m, k) and (k, n), k = min(m, n), "complete" (m, m) and (m, n). The gradient needs
                m >= n and k columns.
                """
        ) { arguments throws(SwiftgradError) in
            let mode = try arguments.string("mode")
            guard mode == "reduced" || mode == "complete" else {
                throw .value("qr: mode is 'reduced' or 'complete', got '\(mode)'")
            }
            let parts = try arguments.tensor("x").qr(isComplete: mode == "complete")
            return .list([.tensor(parts.q), .tensor(parts.r)])
        },
        .unary(
            "cholesky", in: "linalg", isMethod: false,
            doc: """
                The lower factor L of symmetric positive definite matrices x = L @ L.T.

                The lower triangle is read; the gradient is symmetric. A matrix that is not positive definite is a
                ValueError.
                """
        ) { x throws(SwiftgradError) in try x.cholesky() },
        FunctionDefinition(
            "solve", in: "linalg", [.tensor("a"), .tensor("b")],
            doc: """
                x with a @ x = b. b of one axis is a vector, else matrices whose leading axes broadcast with those of a.

                A singular matrix is a ValueError.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("a").solve(arguments.tensor("b")))
        },
        .unary(
            "inv", in: "linalg", isMethod: false,
            doc: "The inverse of each matrix of the last two axes. A singular matrix is a ValueError."
        ) { x throws(SwiftgradError) in try x.inverse() },
        .unary(
            "det", in: "linalg", isMethod: false,
            doc: "The determinant of each matrix of the last two axes. A singular matrix has no gradient."
        ) { x throws(SwiftgradError) in try x.determinant() },
        FunctionDefinition(
            "slogdet", in: "linalg", [.x],
            doc: "Sign and log(abs(det(x))) of each matrix of the last two axes: 0 and -inf for a singular one."
        ) { arguments throws(SwiftgradError) in
            let parts = try arguments.tensor("x").signedLogDeterminant()
            return .list([.tensor(parts.sign), .tensor(parts.logarithm)])
        },
        FunctionDefinition(
            "norm", in: "linalg", [.x, Parameter("ord", .any, default: .some(.none)), .axes, .keepdims],
            doc: """
                Norm of vectors (one axis), of matrices (two axes), or of all elements (neither ord nor axis).

                ord of a vector is a number p, (sum |x|^p)^(1/p), or inf, -inf or 0; of a matrix "fro", "nuc", 1, -1, 2,
                -2, inf or -inf. None means 2 and "fro".
                """
        ) { arguments throws(SwiftgradError) in .tensor(try norm(arguments)) },
        FunctionDefinition(
            "vector_norm", in: "linalg",
            [.x, Parameter.axes.keywordOnly, Parameter.keepdims.keywordOnly, Parameter.float("ord", 2).keywordOnly],
            doc: "(sum |x|^ord)^(1/ord) over the axes, all unless given; ord may be inf, -inf or 0."
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").vectorNorm(
                    arguments.double("ord"), axes: arguments.optionalInts("axis"),
                    keepDimensions: arguments.bool("keepdims")))
        },
        FunctionDefinition(
            "matrix_norm", in: "linalg",
            [
                .x, Parameter.keepdims.keywordOnly,
                Parameter("ord", .any, default: .string("fro"), isKeywordOnly: true),
            ],
            doc: "Norm of each matrix of the last two axes; ord is \"fro\", \"nuc\", 1, -1, 2, -2, inf or -inf."
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").matrixNorm(
                    MatrixNorm(arguments.value("ord"), "matrix_norm"), keepDimensions: arguments.bool("keepdims")))
        },
        FunctionDefinition(
            "diagonal", in: "linalg", [.x, Parameter.int("offset", 0).keywordOnly],
            doc: "A view of a diagonal of each matrix of the last two axes, above the main one for offset > 0."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").matrixDiagonal(offset: arguments.int("offset")))
        },
        FunctionDefinition(
            "trace", in: "linalg", [.x, Parameter.int("offset", 0).keywordOnly],
            doc: "The sum of a diagonal of each matrix of the last two axes. Integers add up in 64 bits."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").matrixDiagonal(offset: arguments.int("offset")).sum(axes: [-1]))
        },
        .unary(
            "svdvals", in: "linalg", isMethod: false,
            doc: "The singular values, falling, of each matrix of the last two axes."
        ) { x throws(SwiftgradError) in try x.svd(fullMatrices: false).s },
        .unary(
            "eigvalsh", in: "linalg", isMethod: false,
            doc: "The eigenvalues, rising, of symmetric matrices; the lower triangle is read."
        ) { x throws(SwiftgradError) in try x.eigh().values },
        FunctionDefinition(
            "matrix_power", in: "linalg", [.x, .int("n")],
            doc: "Each square matrix of the last two axes multiplied n times with itself; below 0 its inverse."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").matrixPower(arguments.int("n")))
        },
        FunctionDefinition(
            "matrix_rank", in: "linalg", [.x, Parameter.tensor("rtol", default: .some(.none)).keywordOnly],
            doc:
                "How many singular values exceed rtol (or max(m, n) times the type's epsilon) times the largest, int64."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").matrixRank(tolerance: arguments.optionalTensor("rtol")))
        },
        FunctionDefinition(
            "pinv", in: "linalg", [.x, Parameter.tensor("rtol", default: .some(.none)).keywordOnly],
            doc: """
                The Moore-Penrose inverse of each matrix of the last two axes, (n, m) for (m, n).

                Singular values up to rtol (or max(m, n) times the type's epsilon) times the largest count as zero.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").pseudoInverse(tolerance: arguments.optionalTensor("rtol")))
        },
        FunctionDefinition(
            "cross", in: "linalg", [.x, .tensor("y"), Parameter.int("axis", -1).keywordOnly],
            doc: "The cross product of vectors of three elements along an axis; the other axes broadcast."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").cross(arguments.tensor("y"), axis: arguments.int("axis")))
        },
    ]

    private static func norm(_ arguments: Arguments) throws(SwiftgradError) -> Tensor {
        let x = try arguments.tensor("x")
        let keep = try arguments.bool("keepdims")
        let order = try arguments.value("ord")
        let given = try arguments.optionalInts("axis")
        if given == nil, case .none = order { return try x.vectorNorm(keepDimensions: keep) }
        let axes = given ?? Array(0..<x.rank)
        switch axes.count {
        case 1:
            let p: Double
            switch order {
            case .none: p = 2
            case .int(let integer): p = Double(integer)
            case .double(let number): p = number
            default: throw .value("norm: ord of a vector is a number, inf or -inf")
            }
            return try x.vectorNorm(p, axes: axes, keepDimensions: keep)
        case 2:
            return try x.matrixNorm(
                MatrixNorm(order, "norm"), rowAxis: axes[0], columnAxis: axes[1], keepDimensions: keep)
        default:
            throw .value("norm: one axis for vectors or two for matrices, got \(axes.count) of \(Shape.text(x.shape))")
        }
    }
}
