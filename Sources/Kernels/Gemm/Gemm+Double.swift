extension Gemm {
    /// `C = activation(A·B + bias)`, or `activation(C + A·B + bias)` when `accumulate`, in float64.
    public static func multiply(
        m: Int, n: Int, k: Int,
        a: UnsafePointer<Double>, aStrides: (row: Int, column: Int),
        b: UnsafePointer<Double>, bStrides: (row: Int, column: Int),
        c: UnsafeMutablePointer<Double>, cRowStride: Int,
        accumulate: Bool = false, epilogue: Epilogue<Double> = Epilogue()
    ) {
        multiply(
            MatrixProduct(
                m: m, n: n, k: k, a: a, aRow: aStrides.row, aColumn: aStrides.column,
                b: b, bRow: bStrides.row, bColumn: bStrides.column,
                c: c, cRow: cRowStride, accumulate: accumulate, epilogue: epilogue))
    }

    /// `multiplyBatched` in float64.
    public static func multiplyBatched(
        batch: Int, m: Int, n: Int, k: Int,
        a: UnsafePointer<Double>, aStrides: (row: Int, column: Int), aBatchStride: Int,
        b: UnsafePointer<Double>, bStrides: (row: Int, column: Int), bBatchStride: Int,
        c: UnsafeMutablePointer<Double>, cRowStride: Int, cBatchStride: Int,
        accumulate: Bool = false, epilogue: Epilogue<Double> = Epilogue()
    ) {
        let product = MatrixProduct(
            m: m, n: n, k: k, a: a, aRow: aStrides.row, aColumn: aStrides.column,
            b: b, bRow: bStrides.row, bColumn: bStrides.column,
            c: c, cRow: cRowStride, accumulate: accumulate, epilogue: epilogue)
        ProductBatch(product: product, count: batch, a: aBatchStride, b: bBatchStride, c: cBatchStride).run(multiply)
    }

    static func multiply(_ product: MatrixProduct<Double>) { perform(.multiply, product) }

    static func perform(_ work: GemmWork<Double>, _ product: MatrixProduct<Double>) {
        if InstructionSet.vectorBytes == 64 {
            GemmDriver<WideRegisterFile<F64x8>>.perform(work, product)
        } else if InstructionSet.vectorBytes == 32 {
            GemmDriver<NarrowRegisterFile<F64x4>>.perform(work, product)
        } else {
            #if arch(arm64)
                GemmDriver<WideRegisterFile<F64x2>>.perform(work, product)
            #else
                GemmDriver<NarrowRegisterFile<F64x2>>.perform(work, product)
            #endif
        }
    }
}
