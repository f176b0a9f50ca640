import SwiftgradKernels

/// The lower factor L of a symmetric positive definite A = L L^T, of which the lower triangle is read (LAPACK's potrf).
struct Cholesky: Primitive {
    let name = "cholesky"
    var saves: Saves { .output }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        _ = try Factorisation.squareSize(inputs[0], name)
        return inputs
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        guard outputs[0].count > 0 else { return }
        let a = try Factorisation.scratch(inputs[0], name)
        if a.dtype == .float64 { try run(Double.self, a) } else { try run(Float.self, a) }
        a.copyElements(to: outputs[0])
    }

    /// Row-major, LAPACK's upper factor is L.
    private func run<Scalar: LapackScalar>(_: Scalar.Type, _ a: Tensor) throws(SwiftgradError) {
        let n = a.shape[a.rank - 1]
        for item in 0..<Factorisation.matrixCount(a) {
            let factor = a.elements(Scalar.self, from: item * n * n)
            try Factorisation.check(Lapack.factorPositive(n: n, a: factor), name) { _ in
                .value("cholesky: the matrix is not positive definite")
            }
            for i in 0..<n { for j in i + 1..<max(n, i + 1) { factor[i * n + j] = 0 } }
        }
    }

    /// dA = L^-T P L^-1 made symmetric, with P the lower triangle of L^T dL, its diagonal halved.
    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let l = try context.output(0)
        let mask = try Factorisation.mask(l.shape[l.rank - 1], l.dtype) { $0 > $1 ? 1 : $0 == $1 ? 0.5 : 0 }
        let transposed = try l.transposed
        let inner = try transposed.matmul(context.gradient()) * mask
        let solve = Solve(caller: "cholesky_backward")
        let left = try Tensor.apply(solve, transposed, inner)
        let both = try Tensor.apply(solve, transposed, left.transposed)
        return [try (both + both.transposed) * 0.5]
    }
}

extension Tensor {
    /// The lower factor L of self = L L^T.
    public func cholesky() throws(SwiftgradError) -> Tensor {
        try factorised("cholesky") { x throws(SwiftgradError) in try Tensor.apply(Cholesky(), [x]) }[0]
    }
}
