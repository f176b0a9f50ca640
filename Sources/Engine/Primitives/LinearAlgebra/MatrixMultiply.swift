import SwiftgradKernels

/// Matrix product over the last two axes, the others broadcast (NumPy's matmul for arrays of two axes or more).
///
/// Any strides are read in place. Half precision is summed in float32, integers wrap around in 64 bits.
struct MatrixMultiply: Primitive {
    let name = "matmul"
    var saves: Saves { .bothInputs }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let (a, b) = (inputs[0], inputs[1])
        guard a.rank >= 2 && b.rank >= 2 else {
            throw .value("matmul: needs arrays of two axes, got \(Shape.text(a.shape)) and \(Shape.text(b.shape))")
        }
        guard a.shape[a.rank - 1] == b.shape[b.rank - 2] else {
            throw .value(
                "matmul: shapes \(Shape.text(a.shape)) and \(Shape.text(b.shape)) do not fit: "
                    + "\(a.shape[a.rank - 1]) columns against \(b.shape[b.rank - 2]) rows")
        }
        guard let batch = Shape.broadcast(Array(a.shape.dropLast(2)), Array(b.shape.dropLast(2))) else {
            throw .value(
                "matmul: the leading axes of \(Shape.text(a.shape)) and \(Shape.text(b.shape)) do not broadcast")
        }
        let dtype = Promotion.promote(a.dtype, b.dtype)
        guard dtype != .bool else { throw .type("matmul is not defined for bool") }
        return [TensorSpec(batch + [a.shape[a.rank - 2], b.shape[b.rank - 1]], dtype)]
    }

    func flops(_ inputs: [TensorSpec], _ outputs: [TensorSpec]) -> Double? {
        2 * outputs[0].elements * Double(inputs[0].shape[inputs[0].rank - 1])
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        try MatrixProduct.cast(inputs[0].detach(), inputs[1].detach(), into: outputs[0])
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let gradient = try context.gradient()
        return try context.pair(
            { () throws(SwiftgradError) in try gradient.matmul(context.input(1).transpose(-1, -2)) },
            { () throws(SwiftgradError) in try context.input(0).transpose(-1, -2).matmul(gradient) })
    }
}

/// Products of matrices of one type, float32, float64 or int64, whose leading axes broadcast to those of the result.
enum MatrixProduct {
    static func computeType(_ dtype: DType) -> DType {
        dtype.isFloating ? dtype.computeType : .int64
    }

    /// A product of any types: `c` is of the type to which those of `a` and `b` are promoted.
    static func cast(
        _ a: Tensor, _ b: Tensor, into c: Tensor, columnBias: Tensor? = nil, activation: Gemm.Activation = .none
    ) throws(SwiftgradError) {
        let compute = computeType(c.dtype)
        let bias = try columnBias?.cast(to: compute).contiguous()
        let product = c.dtype == compute ? c : try Tensor(uninitialised: c.shape, compute)
        if !BFloat16Product.run(a, b, into: product, bias, activation) {
            run(
                try a.cast(to: compute), try b.cast(to: compute), into: product, columnBias: bias,
                activation: activation)
        }
        if product !== c { product.copyElements(to: c) }
    }

    static func run(
        _ a: Tensor, _ b: Tensor, into c: Tensor, columnBias: Tensor? = nil, activation: Gemm.Activation = .none
    ) {
        switch c.dtype {
        case .float64: multiply(Double.self, a, b, c, columnBias, activation)
        case .float32: multiply(Float.self, a, b, c, columnBias, activation)
        default: multiplyIntegers(a, b, c)
        }
    }

    private static func multiply<Scalar: MatrixScalar>(
        _: Scalar.Type, _ a: Tensor, _ b: Tensor, _ c: Tensor, _ columnBias: Tensor?, _ activation: Gemm.Activation
    ) {
        let layout = MatrixLayout(a, b, c)
        let epilogue = Gemm.Epilogue<Scalar>(
            columnBias: columnBias.map { UnsafePointer($0.pointer.assumingMemoryBound(to: Scalar.self)) },
            activation: activation)
        forEachBatch(a, b, c) { aOffset, bOffset, cOffset, batch in
            Scalar.multiply(
                batch: batch.count, m: layout.m, n: layout.n, k: layout.k,
                a: UnsafePointer(a.pointer.assumingMemoryBound(to: Scalar.self) + aOffset), aStrides: layout.a,
                aBatchStride: batch.a,
                b: UnsafePointer(b.pointer.assumingMemoryBound(to: Scalar.self) + bOffset), bStrides: layout.b,
                bBatchStride: batch.b,
                c: c.pointer.assumingMemoryBound(to: Scalar.self) + cOffset, cRowStride: layout.n,
                cBatchStride: batch.c,
                epilogue: epilogue)
        }
    }

    private static func multiplyIntegers(_ a: Tensor, _ b: Tensor, _ c: Tensor) {
        let layout = MatrixLayout(a, b, c)
        let (m, n, k) = (layout.m, layout.n, layout.k)
        let (aRow, aColumn) = layout.a
        let (bRow, bColumn) = layout.b
        let (aBase, bBase, cBase) = (
            a.pointer.assumingMemoryBound(to: Int64.self), b.pointer.assumingMemoryBound(to: Int64.self),
            c.pointer.assumingMemoryBound(to: Int64.self)
        )
        forEachBatch(a, b, c) { aOffset, bOffset, cOffset, batch in
            for item in 0..<batch.count {
                let x = aBase + aOffset + item * batch.a
                let y = bBase + bOffset + item * batch.b
                let z = cBase + cOffset + item * batch.c
                for i in 0..<m {
                    for j in 0..<n { z[i * n + j] = 0 }
                    for p in 0..<k {
                        let factor = x[i * aRow + p * aColumn]
                        for j in 0..<n { z[i * n + j] &+= factor &* y[p * bRow + j * bColumn] }
                    }
                }
            }
        }
    }

    /// Walks the leading axes: all but the innermost one by index, that one as a batch with constant strides.
    static func forEachBatch(
        _ a: Tensor, _ b: Tensor, _ c: Tensor,
        _ body: (_ a: Int, _ b: Int, _ c: Int, _ batch: (count: Int, a: Int, b: Int, c: Int)) -> Void
    ) {
        let shape = Array(c.shape.dropLast(2))
        let aStrides = Shape.broadcastStrides(Array(a.shape.dropLast(2)), Array(a.strides.dropLast(2)), to: shape)
        let bStrides = Shape.broadcastStrides(Array(b.shape.dropLast(2)), Array(b.strides.dropLast(2)), to: shape)
        let cStrides = Array(c.strides.dropLast(2))
        guard let inner = shape.last else { return body(0, 0, 0, (1, 0, 0, 0)) }
        let axis = shape.count - 1
        let outer = shape.dropLast().reduce(1, *)
        for index in 0..<outer {
            var (rest, aOffset, bOffset, cOffset) = (index, 0, 0, 0)
            for position in stride(from: axis - 1, through: 0, by: -1) {
                let coordinate = rest % shape[position]
                rest /= shape[position]
                aOffset += coordinate * aStrides[position]
                bOffset += coordinate * bStrides[position]
                cOffset += coordinate * cStrides[position]
            }
            body(aOffset, bOffset, cOffset, (inner, aStrides[axis], bStrides[axis], cStrides[axis]))
        }
    }
}

/// Sizes and strides of a product's last two axes.
struct MatrixLayout {
    let m: Int
    let n: Int
    let k: Int
    let a: (row: Int, column: Int)
    let b: (row: Int, column: Int)

    init(_ a: Tensor, _ b: Tensor, _ c: Tensor) {
        (m, n, k) = (c.shape[c.rank - 2], c.shape[c.rank - 1], a.shape[a.rank - 1])
        self.a = (a.strides[a.rank - 2], a.strides[a.rank - 1])
        self.b = (b.strides[b.rank - 2], b.strides[b.rank - 1])
    }
}

/// An element type with a matrix kernel.
private protocol MatrixScalar {
    static func multiply(
        batch: Int, m: Int, n: Int, k: Int,
        a: UnsafePointer<Self>, aStrides: (row: Int, column: Int), aBatchStride: Int,
        b: UnsafePointer<Self>, bStrides: (row: Int, column: Int), bBatchStride: Int,
        c: UnsafeMutablePointer<Self>, cRowStride: Int, cBatchStride: Int, epilogue: Gemm.Epilogue<Self>)
}

extension Float: MatrixScalar {
    fileprivate static func multiply(
        batch: Int, m: Int, n: Int, k: Int,
        a: UnsafePointer<Float>, aStrides: (row: Int, column: Int), aBatchStride: Int,
        b: UnsafePointer<Float>, bStrides: (row: Int, column: Int), bBatchStride: Int,
        c: UnsafeMutablePointer<Float>, cRowStride: Int, cBatchStride: Int, epilogue: Gemm.Epilogue<Float>
    ) {
        if batch == 1 {
            return Gemm.multiply(
                m: m, n: n, k: k, a: a, aStrides: aStrides, b: b, bStrides: bStrides, c: c, cRowStride: cRowStride,
                accumulate: false, epilogue: epilogue)
        }
        Gemm.multiplyBatched(
            batch: batch, m: m, n: n, k: k, a: a, aStrides: aStrides, aBatchStride: aBatchStride, b: b,
            bStrides: bStrides, bBatchStride: bBatchStride, c: c, cRowStride: cRowStride, cBatchStride: cBatchStride,
            accumulate: false, epilogue: epilogue)
    }
}

extension Double: MatrixScalar {
    fileprivate static func multiply(
        batch: Int, m: Int, n: Int, k: Int,
        a: UnsafePointer<Double>, aStrides: (row: Int, column: Int), aBatchStride: Int,
        b: UnsafePointer<Double>, bStrides: (row: Int, column: Int), bBatchStride: Int,
        c: UnsafeMutablePointer<Double>, cRowStride: Int, cBatchStride: Int, epilogue: Gemm.Epilogue<Double>
    ) {
        if batch == 1 {
            return Gemm.multiply(
                m: m, n: n, k: k, a: a, aStrides: aStrides, b: b, bStrides: bStrides, c: c, cRowStride: cRowStride,
                accumulate: false, epilogue: epilogue)
        }
        Gemm.multiplyBatched(
            batch: batch, m: m, n: n, k: k, a: a, aStrides: aStrides, aBatchStride: aBatchStride, b: b,
            bStrides: bStrides, bBatchStride: bBatchStride, c: c, cRowStride: cRowStride, cBatchStride: cBatchStride,
            accumulate: false, epilogue: epilogue)
    }
}

extension Tensor {
    /// Matrix product with NumPy's rules: vectors count as a row (left) or column (right), leading axes broadcast.
    public func matmul(_ other: Tensor) throws(SwiftgradError) -> Tensor {
        guard rank > 0 && other.rank > 0 else {
            throw .value("matmul: an operand of no axes; shapes \(Shape.text(shape)) and \(Shape.text(other.shape))")
        }
        if rank == 1 && other.rank == 1 {
            guard shape == other.shape else {
                throw .value("matmul: vectors of \(shape[0]) and \(other.shape[0]) elements")
            }
            return try expandDims([0]).matmul(other.expandDims([1])).reshape([])
        }
        if rank == 1 { return try expandDims([0]).matmul(other).squeeze([-2]) }
        if other.rank == 1 { return try matmul(other.expandDims([1])).squeeze([-1]) }
        return try .apply(MatrixMultiply(), self, other)
    }
}
