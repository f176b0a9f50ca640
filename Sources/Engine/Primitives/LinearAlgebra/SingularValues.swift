import SwiftgradKernels

/// A = U diag(S) Vh with singular values in falling order (LAPACK's gesdd).
///
/// What lies row-major is its transpose for LAPACK: A^T = V S U^T leaves Vh and U row-major, without a transposition.
struct SingularValues: Primitive {
    let name = "svd"
    let isFull: Bool
    var saves: Saves { Saves(outputs: [0, 1, 2]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let x = inputs[0]
        let (m, n) = try Factorisation.size(x, name, limit: 23_000)
        let k = min(m, n)
        let batch = Array(x.shape.dropLast(2))
        return [
            TensorSpec(batch + [m, isFull ? m : k], x.dtype), TensorSpec(batch + [k], x.dtype),
            TensorSpec(batch + [isFull ? n : k, n], x.dtype),
        ]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        if inputs[0].dtype == .float64 {
            try run(Double.self, inputs[0], outputs)
        } else {
            try run(Float.self, inputs[0], outputs)
        }
    }

    private func run<Scalar: LapackScalar>(
        _: Scalar.Type, _ x: Tensor, _ outputs: [Tensor]
    ) throws(SwiftgradError) {
        let (u, s, vh) = (outputs[0], outputs[1], outputs[2])
        let (m, n) = (x.shape[x.rank - 2], x.shape[x.rank - 1])
        guard min(m, n) > 0 else {
            for square in [u, vh] where square.count > 0 {
                try Tensor.eye(rows: max(m, n), columns: max(m, n), diagonal: 0, x.dtype).copyElements(to: square)
            }
            return
        }
        let a = try Factorisation.scratch(x, name)
        let (uSize, vSize) = (m * u.shape[u.rank - 1], n * vh.shape[vh.rank - 2])
        for item in 0..<Factorisation.matrixCount(a) {
            let status = Lapack.decomposeSingular(
                m: n, n: m, isFull: isFull, a: a.elements(Scalar.self, from: item * m * n),
                s: s.elements(Scalar.self, from: item * min(m, n)),
                u: vh.elements(Scalar.self, from: item * vSize), vt: u.elements(Scalar.self, from: item * uSize))
            try Factorisation.check(status, name) { _ in .value("svd: did not converge") }
        }
    }

    /// With P = U^T dA V and F_ij = 1 / (s_j^2 - s_i^2): dU = U (F o (P S + S P^T)) and dV = V (F o (S P + P^T S)), and
    /// outside of the spaces that U and V span (I - U U^T) dA V / S and (I - V V^T) dA^T U / S.
    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let shape = context.inputSpec(0).shape
        let (m, n) = (shape[shape.count - 2], shape[shape.count - 1])
        let usesVectors = context.gradients[0] != nil || context.gradients[2] != nil
        guard !(usesVectors && isFull && m != n) else {
            throw .runtime("svd: singular vectors have a gradient with full_matrices=False only")
        }
        let k = min(m, n)
        let u = try context.output(0).slice(axis: shape.count - 1, 0..<k)
        let vh = try context.output(2).slice(axis: shape.count - 2, 0..<k)
        var core = try Factorisation.mask(k, u.dtype) { $0 == $1 ? 1 : 0 } * context.gradient(1).expandDims([-2])
        guard usesVectors else { return [try u.matmul(core).matmul(vh)] }
        let s = try context.output(1)
        let (row, column) = (try s.expandDims([-2]), try s.expandDims([-1]))
        let reciprocal = try Factorisation.reciprocalDifferences(s * s)
        let (du, dv) = (try context.gradient(0), try context.gradient(2).transposed)
        let v = try vh.transposed
        let (uInner, vInner) = (try u.transposed.matmul(du), try vh.matmul(dv))
        let (j, l) = (try reciprocal * uInner, try reciprocal * vInner)
        core = try core + (j + j.transposed) * row + column * (l + l.transposed)
        var result = try u.matmul(core).matmul(vh)
        if m > k { result = try result + ((du - u.matmul(uInner)) / row).matmul(vh) }
        if n > k { result = try result + u.matmul(((dv - v.matmul(vInner)) / row).transposed) }
        return [result]
    }
}

extension Tensor {
    /// U (..., m, m or k), S (..., k) and Vh (..., n or k, n) with self = U diag(S) Vh, k = min(m, n).
    public func svd(fullMatrices: Bool = true) throws(SwiftgradError) -> (u: Tensor, s: Tensor, vh: Tensor) {
        let parts = try factorised("svd") { x throws(SwiftgradError) in
            try Tensor.apply(SingularValues(isFull: fullMatrices), [x])
        }
        return (parts[0], parts[1], parts[2])
    }
}
