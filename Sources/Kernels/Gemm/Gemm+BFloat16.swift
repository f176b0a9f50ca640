extension Gemm {
    /// Whether this build multiplies pairs of bfloat16 numbers in one instruction, at twice the rate of float32.
    public static var hasBFloat16Products: Bool { InstructionSet.hasBFloat16Products }

    /// `multiplyBatched` of bfloat16 operands, or of float32 operands that are rounded to bfloat16, summed in float32;
    /// for builds that have `hasBFloat16Products`. False, with nothing done, when there is no memory to pair the operands
    /// in.
    ///
    /// The instruction takes denormal numbers for zero and rounds after each of a pair's two products.
    public static func multiplyInBFloat16(
        batch: Int, m: Int, n: Int, k: Int, _ dtype: DType,
        a: UnsafeRawPointer, aStrides: (row: Int, column: Int), aBatchStride: Int,
        b: UnsafeRawPointer, bStrides: (row: Int, column: Int), bBatchStride: Int,
        c: UnsafeMutablePointer<Float>, cRowStride: Int, cBatchStride: Int, epilogue: Epilogue<Float> = Epilogue()
    ) -> Bool {
        if batch <= 0 || m <= 0 || n <= 0 { return true }
        func run<Source: PairSource>(_: Source.Type) -> Bool {
            let left = StridedOperand(
                start: a.assumingMemoryBound(to: Source.self), lines: m, k: k, line: aStrides.row,
                step: aStrides.column, items: aBatchStride == 0 ? 1 : batch, item: aBatchStride)
            let right = StridedOperand(
                start: b.assumingMemoryBound(to: Source.self), lines: n, k: k, line: bStrides.column,
                step: bStrides.row, items: bBatchStride == 0 ? 1 : batch, item: bBatchStride)
            return multiplyPairs(batch, left, right, c, cRowStride, cBatchStride, epilogue)
        }
        return dtype == .bfloat16 ? run(UInt16.self) : run(Float.self)
    }

    private static func multiplyPairs<Source: PairSource>(
        _ batch: Int, _ a: StridedOperand<Source>, _ b: StridedOperand<Source>, _ c: UnsafeMutablePointer<Float>,
        _ cRowStride: Int, _ cBatchStride: Int, _ epilogue: Epilogue<Float>
    ) -> Bool {
        guard let left = PairedOperand(a) else { return false }
        defer { left.deallocate() }
        guard let right = PairedOperand(b) else { return false }
        defer { right.deallocate() }
        let product = MatrixProduct(
            m: a.lines, n: b.lines, k: (a.k + 1) / 2, a: left.pairs, aRow: left.line, aColumn: left.step,
            b: right.pairs, bRow: right.step, bColumn: right.line, c: c, cRow: cRowStride, accumulate: false,
            epilogue: epilogue)
        ProductBatch(product: product, count: batch, a: left.item, b: right.item, c: cBatchStride).run {
            GemmDriver<WideRegisterFile<BF16x32>>.perform(.multiply, $0)
        }
        return true
    }
}
