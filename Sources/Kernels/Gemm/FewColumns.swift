// A product of few columns whose A runs along its rows, as the gradient of a weight with few inputs is, fills tiles badly:
// its rows of C are short, and the six elements of A that a step needs lie a whole row of A from those of the next. It is
// computed as Cᵀ = Bᵀ·Aᵀ, whose tiles read A in whole vectors, into memory of its own, and turned over.

enum FewColumns<File: RegisterFile> {
    typealias Scalar = File.Scalar
    typealias Vector = File.Vector

    /// Computes the product; false, with nothing done, where it is of another kind or memory is short.
    static func run(_ product: MatrixProduct<Scalar>) -> Bool {
        guard product.aRow == 1, product.n <= 64, product.m >= 8 * Vector.width, product.k >= 32 else {
            return false
        }
        let bytes = product.m * product.n * MemoryLayout<Scalar>.stride
        guard let result = MemoryPool.allocate(bytes)?.assumingMemoryBound(to: Scalar.self) else { return false }
        defer { MemoryPool.deallocate(result, bytes) }
        var turned = product.transposed
        turned.c = result
        turned.accumulate = false
        turned.epilogue = Gemm.Epilogue()
        if !SplitTerms<File>.run(turned) { GemmDriver<File>.blocks(turned, GemmPlan(turned, for: File.self)) }
        let rows = max(1, (1 << 15) / product.n / Vector.width) * Vector.width
        ThreadPool.ranges(product.m, grain: rows) { write(product, $0, from: UnsafePointer(result)) }
        return true
    }

    /// Rows of C, to which `result` has the columns.
    private static func write(_ product: MatrixProduct<Scalar>, _ rows: Range<Int>, from result: UnsafePointer<Scalar>)
    {
        var square = InlineArray<16, Vector>(repeating: Vector.zero)
        var span = square.mutableSpan
        span.withUnsafeMutableBytes { bytes in
            guard let corner = bytes.baseAddress?.assumingMemoryBound(to: Scalar.self) else { return }
            for row in stride(from: rows.lowerBound, to: rows.upperBound, by: Vector.width) {
                for column in stride(from: 0, to: product.n, by: Vector.width) {
                    // The last square of a row of results that is not whole starts early enough to lie within it.
                    let first = min(row, product.m - Vector.width)
                    let width = min(Vector.width, product.n - column)
                    Vector.transpose(
                        result + (column * product.m + first), rowStride: product.m, rows: width, to: corner,
                        rowStride: Vector.width)
                    for i in row..<min(row + Vector.width, rows.upperBound) {
                        let source = corner + (i - first) * Vector.width
                        put(source, at: product.c + (i * product.cRow + column), width, adds: product.accumulate)
                    }
                }
            }
        }
        TileEpilogue<File>.apply(product, rows.lowerBound, rows.count, 0, product.n)
    }

    @inline(__always)
    private static func put(
        _ source: UnsafePointer<Scalar>, at target: UnsafeMutablePointer<Scalar>, _ count: Int, adds: Bool
    ) {
        if count == Vector.width {
            let x = Vector(loading: source)
            (adds ? Vector(loading: target) + x : x).store(to: target)
        } else if adds {
            Vector.add(source, to: target, count: count)
        } else {
            Vector.copy(source, to: target, count: count)
        }
    }
}
