/// The work of one task: a block of C, over one super-panel.
struct GemmTask<File: RegisterFile> {
    typealias Scalar = File.Scalar
    typealias Vector = File.Vector

    var product: MatrixProduct<Scalar>
    var plan: GemmPlan
    var n: Range<Int>
    var k: Range<Int>
    var packedB: UnsafeMutablePointer<Scalar>?

    /// Computes `rows` by `columns` of C; columns count from `n`'s first.
    func run(_ rows: Range<Int>, _ columns: Range<Int>) {
        let size = rows.count * min(plan.kPanel, k.count) + Vector.width
        let bytes = size * MemoryLayout<Scalar>.stride
        let packedA = plan.packA ? MemoryPool.allocate(bytes)?.assumingMemoryBound(to: Scalar.self) : nil
        defer { if let packedA { MemoryPool.deallocate(packedA, bytes) } }
        let sliverBytes = 2 * Vector.width * min(plan.kPanel, k.count) * MemoryLayout<Scalar>.stride
        let sliver =
            plan.packB && packedB == nil
            ? MemoryPool.allocate(sliverBytes)?.assumingMemoryBound(to: Scalar.self) : nil
        defer { if let sliver { MemoryPool.deallocate(sliver, sliverBytes) } }
        var start = 0
        while start < k.count {
            let count = min(plan.kPanel, k.count - start)
            let a = product.a + (rows.lowerBound &* product.aRow &+ (k.lowerBound + start) &* product.aColumn)
            if let packedA {
                Packing<File>.packA(
                    a, row: product.aRow, column: product.aColumn, m: rows.count, k: count, to: packedA)
            }
            panel(rows, columns, start, count, packedA, sliver, a)
            start += count
        }
    }

    private func panel(
        _ rows: Range<Int>, _ columns: Range<Int>, _ start: Int, _ count: Int,
        _ packedA: UnsafeMutablePointer<Scalar>?, _ sliver: UnsafeMutablePointer<Scalar>?, _ a: UnsafePointer<Scalar>
    ) {
        let panelB = packedB.map { $0 + Packing<File>.sizeOfB(k: start, n: n.count) }
        let first = k.lowerBound + start == 0
        let last = k.lowerBound + start + count == product.k
        let tiles = TileRows(rows.count, tallest: File.rows)
        var j = columns.lowerBound
        while j < columns.upperBound {
            let valid = min(2 * Vector.width, columns.upperBound - j)
            let vectors = valid > Vector.width ? 2 : 1
            let skip = plan.packB ? 0 : vectors * Vector.width - valid
            let column = n.lowerBound + j
            let b = product.b + ((k.lowerBound + start) &* product.bRow &+ (column &- skip) &* product.bColumn)
            if let sliver {
                Packing<File>.packB(b, row: product.bRow, column: product.bColumn, k: count, n: valid, to: sliver)
            }
            var i = 0
            while i < rows.count {
                let height = tiles.height(at: i)
                var operands = TileOperands<Scalar>(
                    a: a + i &* product.aRow, aRow: product.aRow, aStep: product.aColumn,
                    b: b, bStep: product.bRow,
                    c: product.c + ((rows.lowerBound &+ i) &* product.cRow &+ column), cRow: product.cRow,
                    add: product.accumulate || !first)
                if let packedA {
                    operands.a = UnsafePointer(packedA + i &* count)
                    operands.aRow = 1
                    operands.aStep = height
                }
                if let packed = sliver ?? panelB.map({ $0 + j &* count }) {
                    operands.b = UnsafePointer(packed)
                    operands.bStep = vectors &* Vector.width
                }
                if valid == vectors &* Vector.width {
                    File.tile(height, vectors, count, operands)
                } else {
                    edge(height, vectors, count, operands, skip, valid)
                }
                if last {
                    TileEpilogue<File>.apply(product, rows.lowerBound &+ i, height, column, valid)
                }
                i &+= height
            }
            j += valid
        }
    }

    /// A tile that is wider than what is left of C goes through a buffer; `skip` leading columns are not wanted.
    @inline(never)
    private func edge(
        _ height: Int, _ vectors: Int, _ count: Int, _ operands: TileOperands<Scalar>, _ skip: Int, _ valid: Int
    ) {
        var buffer = InlineArray<24, Vector>(repeating: Vector.zero)
        var span = buffer.mutableSpan
        span.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress?.assumingMemoryBound(to: Scalar.self) else { return }
            var whole = operands
            whole.c = base
            whole.cRow = vectors &* Vector.width
            whole.add = false
            File.tile(height, vectors, count, whole)
            for i in 0..<height {
                let source = base + (i &* whole.cRow &+ skip)
                let target = operands.c + i &* operands.cRow
                var j = 0
                while j &+ Vector.width <= valid {
                    let x = Vector(loading: source + j)
                    (operands.add ? Vector(loading: target + j) + x : x).store(to: target + j)
                    j &+= Vector.width
                }
                if j < valid && operands.add {
                    Vector.add(source + j, to: target + j, count: valid &- j)
                } else if j < valid {
                    Vector.copy(source + j, to: target + j, count: valid &- j)
                }
            }
        }
    }
}
