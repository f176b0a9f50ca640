/// A right operand B (k, n) in the order in which the kernels read it: packed once, multiplied with many times.
///
/// For weights that meet many small products, as the steps of a recurrent layer are. A product packs nothing, allocates
/// nothing, and within a parallel region runs on the calling thread.
public final class PackedMatrix<Scalar: BitwiseCopyable>: @unchecked Sendable {
    public let k: Int
    public let n: Int
    private let elements: UnsafeMutablePointer<Scalar>
    private let bytes: Int
    private let perform: (GemmWork<Scalar>, MatrixProduct<Scalar>) -> Void

    fileprivate init?(
        k: Int, n: Int, b: UnsafePointer<Scalar>, strides: (row: Int, column: Int),
        _ perform: @escaping (GemmWork<Scalar>, MatrixProduct<Scalar>) -> Void
    ) {
        guard k >= 0, n >= 0 else { return nil }
        let width = InstructionSet.vectorBytes / MemoryLayout<Scalar>.stride
        let (columns, tooWide) = n.addingReportingOverflow(width - 1)
        let (count, tooMany) = (columns / width * width).multipliedReportingOverflow(by: k)
        let (bytes, tooLarge) = count.multipliedReportingOverflow(by: MemoryLayout<Scalar>.stride)
        guard !tooWide, !tooMany, !tooLarge,
            let block = MemoryPool.allocate(bytes)?.assumingMemoryBound(to: Scalar.self)
        else { return nil }
        (self.k, self.n, self.bytes, elements, self.perform) = (k, n, bytes, block, perform)
        perform(
            .packB(block),
            MatrixProduct(
                m: 0, n: n, k: k, a: b, aRow: 0, aColumn: 0, b: b, bRow: strides.row, bColumn: strides.column,
                c: block, cRow: 0, accumulate: false, epilogue: Gemm.Epilogue()))
    }

    deinit { MemoryPool.deallocate(elements, bytes) }

    /// `C = activation(A·B + bias)`, or `activation(C + A·B + bias)` when `accumulate`: A (m, k) with any strides,
    /// C (m, n) with unit column stride. C must not overlap A.
    public func multiply(
        m: Int, a: UnsafePointer<Scalar>, aStrides: (row: Int, column: Int),
        c: UnsafeMutablePointer<Scalar>, cRowStride: Int,
        accumulate: Bool = false, epilogue: Gemm.Epilogue<Scalar> = Gemm.Epilogue()
    ) {
        perform(
            .multiplyPackedB(elements),
            MatrixProduct(
                m: m, n: n, k: k, a: a, aRow: aStrides.row, aColumn: aStrides.column,
                b: UnsafePointer(elements), bRow: 0, bColumn: 0,
                c: c, cRow: cRowStride, accumulate: accumulate, epilogue: epilogue))
    }
}

extension PackedMatrix where Scalar == Float {
    /// Packs B, whose element (0, 0) is at `b`; strides in elements. Nil when a size is negative or there is no memory.
    public convenience init?(k: Int, n: Int, b: UnsafePointer<Float>, strides: (row: Int, column: Int)) {
        self.init(k: k, n: n, b: b, strides: strides) { Gemm.perform($0, $1) }
    }
}

extension PackedMatrix where Scalar == Double {
    /// Packs B, whose element (0, 0) is at `b`; strides in elements. Nil when a size is negative or there is no memory.
    public convenience init?(k: Int, n: Int, b: UnsafePointer<Double>, strides: (row: Int, column: Int)) {
        self.init(k: k, n: n, b: b, strides: strides) { Gemm.perform($0, $1) }
    }
}
