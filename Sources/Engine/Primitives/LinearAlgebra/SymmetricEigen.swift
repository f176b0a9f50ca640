import SwiftgradKernels

/// Eigenvalues in rising order and eigenvectors, the columns of V, of symmetric matrices of which the lower triangle is
/// read (LAPACK's syevd).
struct SymmetricEigen: Primitive {
    let name = "eigh"
    var saves: Saves { Saves(outputs: [0, 1]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        _ = try Factorisation.squareSize(inputs[0], name, limit: 32_000)
        return [TensorSpec(Array(inputs[0].shape.dropLast()), inputs[0].dtype), inputs[0]]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        guard outputs[1].count > 0 else { return }
        let a = try Factorisation.scratch(inputs[0], name)
        if a.dtype == .float64 { try run(Double.self, a, outputs[0]) } else { try run(Float.self, a, outputs[0]) }
        try a.transposed.copyElements(to: outputs[1])
    }

    private func run<Scalar: LapackScalar>(_: Scalar.Type, _ a: Tensor, _ w: Tensor) throws(SwiftgradError) {
        let n = a.shape[a.rank - 1]
        for item in 0..<Factorisation.matrixCount(a) {
            let status = Lapack.decomposeSymmetric(
                n: n, a: a.elements(Scalar.self, from: item * n * n), w: w.elements(Scalar.self, from: item * n))
            try Factorisation.check(status, name) { _ in .value("eigh: did not converge") }
        }
    }

    /// dA = V (diag(dw) + F o (V^T dV)) V^T made symmetric, F_ij = 1 / (w_j - w_i).
    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let (w, v) = (try context.output(0), try context.output(1))
        let identity = try Factorisation.mask(w.shape[w.rank - 1], w.dtype) { $0 == $1 ? 1 : 0 }
        var core = try identity * context.gradient(0).expandDims([-2])
        if let gradient = context.gradients[1] {
            core = try core + Factorisation.reciprocalDifferences(w) * v.transposed.matmul(gradient)
        }
        let result = try v.matmul(core).matmul(v.transposed)
        return [try (result + result.transposed) * 0.5]
    }
}

extension Tensor {
    /// Eigenvalues (..., n) in rising order and eigenvectors (..., n, n), the columns.
    public func eigh() throws(SwiftgradError) -> (values: Tensor, vectors: Tensor) {
        let parts = try factorised("eigh") { x throws(SwiftgradError) in try Tensor.apply(SymmetricEigen(), [x]) }
        return (parts[0], parts[1])
    }
}
