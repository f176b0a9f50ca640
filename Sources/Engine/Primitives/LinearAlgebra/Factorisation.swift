import SwiftgradKernels

/// What the operations that LAPACK computes have in common: checks, a loop over the matrices, errors.
///
/// float32 is computed in float32, float64 in float64. Half precision is computed in float32 and rounded, integers give
/// float32.
enum Factorisation {
    /// The matrices' rows and columns. LAPACK counts in 32 bits; `limit` is the largest shorter side for an operation
    /// whose workspace is a multiple of its square.
    static func size(
        _ spec: TensorSpec, _ name: String, limit: Int = 1 << 26
    ) throws(SwiftgradError) -> (rows: Int, columns: Int) {
        guard spec.rank >= 2 else {
            throw .value("\(name): needs a matrix or a stack of matrices, got shape \(Shape.text(spec.shape))")
        }
        let (rows, columns) = (spec.shape[spec.rank - 2], spec.shape[spec.rank - 1])
        guard max(rows, columns) < 1 << 26 && min(rows, columns) < limit else {
            throw .value("\(name): shape \(Shape.text(spec.shape)) is too large for LAPACK's 32-bit sizes")
        }
        return (rows, columns)
    }

    static func squareSize(_ spec: TensorSpec, _ name: String, limit: Int = 1 << 26) throws(SwiftgradError) -> Int {
        let (rows, columns) = try size(spec, name, limit: limit)
        guard rows == columns else {
            throw .value("\(name): the matrices must be square, got shape \(Shape.text(spec.shape))")
        }
        return rows
    }

    /// Copies of the matrices that LAPACK may overwrite; NaN and infinity, on which it may not end, are errors.
    static func scratch(
        _ x: Tensor, _ name: String, isTransposed: Bool = false
    ) throws(SwiftgradError) -> Tensor {
        let source = isTransposed ? try x.detach().transpose(-1, -2) : x.detach()
        let copy = try Tensor(uninitialised: source.shape, source.dtype)
        source.copyElements(to: copy)
        let isFinite =
            copy.dtype == .float64 ? allFinite(copy, Double.self) : allFinite(copy, Float.self)
        guard isFinite else { throw .value("\(name): the array has elements that are NaN or infinite") }
        return copy
    }

    private static func allFinite<Scalar: LapackScalar>(_ x: Tensor, _: Scalar.Type) -> Bool {
        let elements = x.pointer.assumingMemoryBound(to: Scalar.self)
        var difference = Scalar.zero
        for i in 0..<x.count { difference += elements[i] - elements[i] }
        return difference == 0
    }

    static func check(
        _ status: Lapack.Status, _ name: String, failure: (Int) -> SwiftgradError
    ) throws(SwiftgradError) {
        switch status {
        case .success: return
        case .failed(let info) where info > 0: throw failure(info)
        case .failed(let info): throw .runtime("\(name): LAPACK refuses argument \(-info)")
        case .unavailable:
            throw .runtime(
                "\(name): needs LAPACK, and no OpenBLAS was found; install it, on Debian or Ubuntu with "
                    + "`apt install libopenblas0` (or libopenblas-dev)")
        case .outOfMemory(let bytes): throw .memory(bytes)
        }
    }

    static func matrixCount(_ tensor: Tensor) -> Int { tensor.shape.dropLast(2).reduce(1, *) }

    /// A square mask whose element (i, j) is `value(i, j)`.
    static func mask(
        _ n: Int, _ dtype: DType, _ value: (Int, Int) -> Double
    ) throws(SwiftgradError) -> Tensor {
        let square = try Tensor(uninitialised: [n, n], .float64)
        let elements = square.pointer.assumingMemoryBound(to: Double.self)
        for i in 0..<n { for j in 0..<n { elements[i * n + j] = value(i, j) } }
        return try square.cast(to: dtype)
    }

    /// 1 / (x_j - x_i) for every pair of the last axis, 0 for i = j.
    static func reciprocalDifferences(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        let n = x.shape[x.rank - 1]
        let same = try mask(n, x.dtype) { $0 == $1 ? 1 : 0 }
        let different = try mask(n, x.dtype) { $0 == $1 ? 0 : 1 }
        return try different / (x.expandDims([-2]) - x.expandDims([-1]) + same)
    }
}

extension Tensor {
    /// Pointer to one matrix of a contiguous stack.
    func elements<Scalar>(_: Scalar.Type, from start: Int = 0) -> UnsafeMutablePointer<Scalar> {
        pointer.assumingMemoryBound(to: Scalar.self) + start
    }

    var transposed: Tensor {
        get throws(SwiftgradError) { try transpose(-1, -2) }
    }

    /// Runs a function of this tensor in the type that LAPACK computes in; the results have this type, or float32.
    func factorised(
        _ name: String, _ body: (Tensor) throws(SwiftgradError) -> [Tensor]
    ) throws(SwiftgradError) -> [Tensor] {
        let result = dtype.isFloating ? dtype : .float32
        return try body(cast(to: result.computeType)).map { part throws(SwiftgradError) in try part.cast(to: result) }
    }
}
