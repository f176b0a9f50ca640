import Glibc
import SwiftgradKernels

/// Determinants from triangular factors (LAPACK's getrf): as sign and logarithm of the absolute value, or as they are.
struct Determinant: Primitive {
    let isLogarithmic: Bool
    var name: String { isLogarithmic ? "slogdet" : "det" }
    var saves: Saves { isLogarithmic ? .firstInput : Saves(inputs: [0], outputs: [0]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        _ = try Factorisation.squareSize(inputs[0], name)
        let spec = TensorSpec(Array(inputs[0].shape.dropLast(2)), inputs[0].dtype)
        return isLogarithmic ? [spec, spec] : [spec]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        guard outputs[0].count > 0 else { return }
        let a = try Factorisation.scratch(inputs[0], name)
        if a.dtype == .float64 { try run(Double.self, a, outputs) } else { try run(Float.self, a, outputs) }
    }

    private func run<Scalar: LapackScalar>(_: Scalar.Type, _ a: Tensor, _ outputs: [Tensor]) throws(SwiftgradError) {
        let n = a.shape[a.rank - 1]
        let pivots = try Tensor(uninitialised: [n], .int32)
        let exchanges = pivots.elements(Int32.self)
        for item in 0..<outputs[0].count {
            let factors = a.elements(Scalar.self, from: item * n * n)
            if n > 0 {
                let status = Lapack.factorTriangular(n: n, a: factors, pivots: exchanges)
                if !Determinant.isSingular(status) {
                    try Factorisation.check(status, name) { _ in .runtime("\(name): failed") }
                }
            }
            var (sign, product, sum) = (1.0, 1.0, 0.0)
            for i in 0..<n {
                let element = Double(factors[i * n + i])
                if exchanges[i] != Int32(i + 1) { (sign, product) = (-sign, -product) }
                sign *= element > 0 ? 1 : element < 0 ? -1 : 0
                product *= element
                sum += log(abs(element))
            }
            guard isLogarithmic else {
                outputs[0].elements(Scalar.self)[item] = Scalar(product)
                continue
            }
            outputs[0].elements(Scalar.self)[item] = Scalar(sign)
            outputs[1].elements(Scalar.self)[item] = Scalar(sum)
        }
    }

    /// A zero on the diagonal is a determinant of 0, no failure.
    private static func isSingular(_ status: Lapack.Status) -> Bool {
        if case .failed(let info) = status { return info > 0 }
        return false
    }

    /// d log|det A| = tr(A^-1 dA), d det A = det A tr(A^-1 dA).
    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let a = try context.input(0)
        let slope = try isLogarithmic ? context.gradient(1) : context.gradient() * context.output(0)
        let n = a.shape[a.rank - 1]
        let identity = try Tensor.eye(rows: n, columns: n, diagonal: 0, a.dtype).broadcast(to: a.shape)
        let inverse = try Tensor.apply(Solve(caller: "\(name)_backward"), a.transposed, identity)
        return [try inverse * slope.expandDims([-2, -1])]
    }
}

extension Tensor {
    /// The determinant of each matrix.
    public func determinant() throws(SwiftgradError) -> Tensor {
        try factorised("det") { x throws(SwiftgradError) in try Tensor.apply(Determinant(isLogarithmic: false), [x]) }[
            0]
    }

    /// Sign and log|det| of each matrix; 0 and -infinity for a singular one.
    public func signedLogDeterminant() throws(SwiftgradError) -> (sign: Tensor, logarithm: Tensor) {
        let parts = try factorised("slogdet") { x throws(SwiftgradError) in
            try Tensor.apply(Determinant(isLogarithmic: true), [x])
        }
        return (parts[0], parts[1])
    }
}
