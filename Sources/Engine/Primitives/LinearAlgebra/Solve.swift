import SwiftgradKernels

/// X of A X = B for stacks of matrices with equal leading axes (LAPACK's gesv).
struct Solve: Primitive {
    let name = "solve"
    /// The operation that the caller asked for.
    let caller: String
    var saves: Saves { Saves(inputs: [0], outputs: [0]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let (a, b) = (inputs[0], inputs[1])
        let n = try Factorisation.squareSize(a, caller)
        guard b.shape[b.rank - 2] == n, b.shape[b.rank - 1] < 1 << 26 else {
            throw .value("\(caller): shapes \(Shape.text(a.shape)) and \(Shape.text(b.shape)) do not fit")
        }
        return [b]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        guard outputs[0].count > 0 else { return }
        let a = try Factorisation.scratch(inputs[0], caller, isTransposed: true)
        let b = try Factorisation.scratch(inputs[1], caller, isTransposed: true)
        if a.dtype == .float64 { try run(Double.self, a, b) } else { try run(Float.self, a, b) }
        try b.transposed.copyElements(to: outputs[0])
    }

    private func run<Scalar: LapackScalar>(_: Scalar.Type, _ a: Tensor, _ b: Tensor) throws(SwiftgradError) {
        let (n, columns) = (b.shape[b.rank - 1], b.shape[b.rank - 2])
        let pivots = try Tensor(uninitialised: [n], .int32)
        for item in 0..<Factorisation.matrixCount(a) {
            let status = Lapack.solve(
                n: n, columns: columns, a: a.elements(Scalar.self, from: item * n * n),
                b: b.elements(Scalar.self, from: item * n * columns), pivots: pivots.elements(Int32.self))
            try Factorisation.check(status, caller) { _ in .value("\(caller): the matrix is singular") }
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let gradient = try context.gradient()
        let right = try Tensor.apply(Solve(caller: caller), context.input(0).transposed, gradient)
        return [context.needs(0) ? try -right.matmul(context.output(0).transposed) : nil, right]
    }
}

extension Tensor {
    /// X of self X = b; b (n,) is a vector, else (..., n, k) matrices whose leading axes broadcast.
    public func solve(_ b: Tensor) throws(SwiftgradError) -> Tensor {
        let common = Promotion.promote(dtype, b.dtype)
        let result = common.isFloating ? common : .float32
        let n = try Factorisation.squareSize(spec, "solve")
        let columns = b.rank == 1 ? try b.expandDims([1]) : b
        guard columns.rank >= 2, columns.shape[columns.rank - 2] == n,
            let batch = Shape.broadcast(Array(shape.dropLast(2)), Array(columns.shape.dropLast(2)))
        else {
            throw .value("solve: shapes \(Shape.text(shape)) and \(Shape.text(b.shape)) do not fit")
        }
        let compute = result.computeType
        let x = try Tensor.apply(
            Solve(caller: "solve"), cast(to: compute).broadcast(to: batch + [n, n]),
            columns.cast(to: compute).broadcast(to: batch + [n, columns.shape[columns.rank - 1]])
        ).cast(to: result)
        return b.rank == 1 ? try x.squeeze([-1]) : x
    }

    /// The inverse of each matrix.
    public func inverse() throws(SwiftgradError) -> Tensor {
        let n = try Factorisation.squareSize(spec, "inv")
        return try factorised("inv") { x throws(SwiftgradError) in
            let identity = try Tensor.eye(rows: n, columns: n, diagonal: 0, x.dtype).broadcast(to: x.shape)
            return [try .apply(Solve(caller: "inv"), x, identity)]
        }[0]
    }
}
