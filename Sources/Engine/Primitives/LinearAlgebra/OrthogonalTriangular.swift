import SwiftgradKernels

/// A = Q R with orthonormal columns in Q and an upper triangle R (LAPACK's geqrf and orgqr).
struct OrthogonalTriangular: Primitive {
    let name = "qr"
    /// Q (m, m) and R (m, n) instead of Q (m, k) and R (k, n), k = min(m, n).
    let isComplete: Bool
    var saves: Saves { Saves(outputs: [0, 1]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let x = inputs[0]
        let (m, n) = try Factorisation.size(x, name)
        let inner = isComplete ? m : min(m, n)
        let batch = Array(x.shape.dropLast(2))
        return [TensorSpec(batch + [m, inner], x.dtype), TensorSpec(batch + [inner, n], x.dtype)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let x = inputs[0]
        guard x.count > 0 else {
            let m = x.shape[x.rank - 2]
            if outputs[0].count > 0 {
                try Tensor.eye(rows: m, columns: m, diagonal: 0, x.dtype).copyElements(to: outputs[0])
            }
            return
        }
        let a = try Factorisation.scratch(x, name, isTransposed: true)
        if x.dtype == .float64 { try run(Double.self, a, outputs) } else { try run(Float.self, a, outputs) }
    }

    private func run<Scalar: LapackScalar>(_: Scalar.Type, _ a: Tensor, _ outputs: [Tensor]) throws(SwiftgradError) {
        let (q, r) = (outputs[0], outputs[1])
        let (m, n, inner) = (q.shape[q.rank - 2], r.shape[r.rank - 1], q.shape[q.rank - 1])
        let k = min(m, n)
        let tau = try Tensor(uninitialised: [k], a.dtype)
        let columns = try Tensor(uninitialised: Array(q.shape.dropLast(2)) + [inner, m], a.dtype)
        for item in 0..<Factorisation.matrixCount(a) {
            let factors = a.elements(Scalar.self, from: item * m * n)
            let orthogonal = columns.elements(Scalar.self, from: item * m * inner)
            let triangle = r.elements(Scalar.self, from: item * inner * n)
            let vectors = tau.elements(Scalar.self)
            try Factorisation.check(Lapack.factorOrthogonal(m: m, n: n, a: factors, tau: vectors), name) { _ in
                .runtime("qr: failed")
            }
            for i in 0..<inner { for j in 0..<n { triangle[i * n + j] = i <= j ? factors[j * m + i] : 0 } }
            orthogonal.update(repeating: 0, count: m * inner)
            orthogonal.update(from: factors, count: m * k)
            let status = Lapack.formOrthogonal(m: m, n: inner, k: k, a: orthogonal, tau: vectors)
            try Factorisation.check(status, name) { _ in .runtime("qr: failed") }
        }
        try columns.transposed.copyElements(to: q)
    }

    /// With M = R dR^T - dQ^T Q and S its lower triangle mirrored: dA = (dQ + Q S) R^-T.
    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let shape = context.inputSpec(0).shape
        let (m, n) = (shape[shape.count - 2], shape[shape.count - 1])
        guard m >= n && (!isComplete || m == n) else {
            throw .runtime(
                "qr: has a gradient only in mode 'reduced' with at least as many rows as columns, shape "
                    + Shape.text(shape))
        }
        let (q, r) = (try context.output(0), try context.output(1))
        let (dq, dr) = (try context.gradient(0), try context.gradient(1))
        let difference = try r.matmul(dr.transposed) - dq.transposed.matmul(q)
        let lower = try difference * Factorisation.mask(n, r.dtype) { $0 >= $1 ? 1 : 0 }
        let below = try difference * Factorisation.mask(n, r.dtype) { $0 > $1 ? 1 : 0 }
        let whole = try dq + q.matmul(lower + below.transposed)
        return [try Tensor.apply(Solve(caller: "qr_backward"), r, whole.transposed).transposed]
    }
}

extension Tensor {
    /// Q and R of each matrix.
    public func qr(isComplete: Bool = false) throws(SwiftgradError) -> (q: Tensor, r: Tensor) {
        let parts = try factorised("qr") { x throws(SwiftgradError) in
            try Tensor.apply(OrthogonalTriangular(isComplete: isComplete), [x])
        }
        return (parts[0], parts[1])
    }
}
