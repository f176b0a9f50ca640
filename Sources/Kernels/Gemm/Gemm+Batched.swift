extension Gemm {
    /// `batch` products of one shape: item i reads `a + i * aBatchStride` and `b + i * bBatchStride` (either stride may
    /// be 0) and writes `c + i * cBatchStride`. Otherwise as `multiply`; the epilogue is the same for every item.
    public static func multiplyBatched(
        batch: Int, m: Int, n: Int, k: Int,
        a: UnsafePointer<Float>, aStrides: (row: Int, column: Int), aBatchStride: Int,
        b: UnsafePointer<Float>, bStrides: (row: Int, column: Int), bBatchStride: Int,
        c: UnsafeMutablePointer<Float>, cRowStride: Int, cBatchStride: Int,
        accumulate: Bool = false, epilogue: Epilogue<Float> = Epilogue()
    ) {
        let product = MatrixProduct(
            m: m, n: n, k: k, a: a, aRow: aStrides.row, aColumn: aStrides.column,
            b: b, bRow: bStrides.row, bColumn: bStrides.column,
            c: c, cRow: cRowStride, accumulate: accumulate, epilogue: epilogue)
        ProductBatch(product: product, count: batch, a: aBatchStride, b: bBatchStride, c: cBatchStride).run(multiply)
    }
}

/// Products that differ only in where their operands start.
struct ProductBatch<Scalar> {
    var product: MatrixProduct<Scalar>
    var count: Int
    /// Distances between neighbouring items, in elements.
    var a: Int
    var b: Int
    var c: Int

    /// Items with enough work for all threads run one after the other; small ones are dealt out in groups.
    func run(_ multiply: (MatrixProduct<Scalar>) -> Void) {
        if let whole = flattened {
            multiply(whole)
            return
        }
        let terms = Double(product.m) * Double(product.n) * Double(max(product.k, 1))
        if terms >= Double(1 << 25) {
            for index in 0..<max(count, 0) { multiply(item(index)) }
            return
        }
        let grain = max(1, Int(Double(1 << 18) / max(terms, 1)))
        ThreadPool.ranges(max(count, 0), grain: grain) { items in
            for index in items { multiply(item(index)) }
        }
    }

    func item(_ index: Int) -> MatrixProduct<Scalar> {
        var item = product
        item.a += index &* a
        item.b += index &* b
        item.c += index &* c
        return item
    }

    /// The batch as one taller product, where every item has the same B and the rows of A and C go on from item to item.
    private var flattened: MatrixProduct<Scalar>? {
        guard count > 1, b == 0, a == product.m &* product.aRow, c == product.m &* product.cRow,
            product.epilogue.rowBias == nil
        else { return nil }
        let (rows, overflow) = product.m.multipliedReportingOverflow(by: count)
        if overflow { return nil }
        var whole = product
        whole.m = rows
        return whole
    }
}
