// The loops around the register tile (Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008).
//
// C is cut into blocks of rows and columns, one task each. Along k a task goes in panels: within a panel a sliver of B
// (kPanel x two vectors) stays in the first-level cache while the tiles of the row block pass over it, and the row block
// of A (packed by the task) stays in the second. Packed B is shared by all tasks; it is made in a region of its own,
// unless there is a single row block: then each task packs the columns it needs.
//
// Every element of C is the sum over panels, in order, of sums within a panel, in order. Tasks do not change that.

enum GemmDriver<File: RegisterFile> {
    typealias Scalar = File.Scalar
    typealias Vector = File.Vector

    static func multiply(_ product: MatrixProduct<Scalar>) {
        if product.m <= 0 || product.n <= 0 { return }
        if product.k <= 0 {
            clear(product)
            return
        }
        let plan = GemmPlan(product, rows: File.rows, width: Vector.width)
        var k = 0
        while k < product.k {
            let kCount = min(product.k - k, plan.kSuper)
            var n = 0
            while n < product.n {
                let nCount = min(product.n - n, plan.nSuper)
                superPanel(product, plan, n..<n + nCount, k..<k + kCount)
                n += nCount
            }
            k += kCount
        }
    }

    /// A product over no terms: C keeps its values or becomes zero, and the epilogue applies.
    private static func clear(_ product: MatrixProduct<Scalar>) {
        for i in 0..<product.m {
            let row = product.c + i * product.cRow
            if !product.accumulate { row.update(repeating: 0, count: product.n) }
        }
        TileEpilogue<File>.apply(product, 0, product.m, 0, product.n)
    }

    private static func superPanel(
        _ product: MatrixProduct<Scalar>, _ plan: GemmPlan, _ n: Range<Int>, _ k: Range<Int>
    ) {
        let width = 2 * Vector.width
        let rowTasks = (product.m + plan.rowBlock - 1) / plan.rowBlock
        let columnTasks = (n.count + plan.columnBlock - 1) / plan.columnBlock
        let size = Packing<File>.sizeOfB(k: k.count, n: n.count) + Vector.width
        let bytes = size * MemoryLayout<Scalar>.stride
        let shared = plan.packB && plan.shareB ? MemoryPool.allocate(bytes)?.assumingMemoryBound(to: Scalar.self) : nil
        defer { if let shared { MemoryPool.deallocate(shared, bytes) } }
        if let shared {
            let panels = (k.count + plan.kPanel - 1) / plan.kPanel
            let slivers = (n.count + width - 1) / width
            let grain = max(1, plan.packGrain / (plan.kPanel * width))
            let chunks = (slivers + grain - 1) / grain
            ThreadPool.run(tasks: panels * chunks) { task in
                let panel = task / chunks
                let first = task % chunks * grain * width
                pack(product, plan, n, k, panel, first..<min(n.count, first + grain * width), to: shared)
            }
        }
        ThreadPool.run(tasks: rowTasks * columnTasks) { task in
            let i = task / columnTasks * plan.rowBlock
            let j = task % columnTasks * plan.columnBlock
            let rows = i..<min(product.m, i + plan.rowBlock)
            let columns = j..<min(n.count, j + plan.columnBlock)
            GemmTask<File>(product: product, plan: plan, n: n, k: k, packedB: shared).run(rows, columns)
        }
    }

    /// Packs `columns` (relative to `n`) of one panel of B into its place: panels follow each other.
    private static func pack(
        _ product: MatrixProduct<Scalar>, _ plan: GemmPlan, _ n: Range<Int>, _ k: Range<Int>, _ panel: Int,
        _ columns: Range<Int>, to packed: UnsafeMutablePointer<Scalar>
    ) {
        let start = panel * plan.kPanel
        let count = min(plan.kPanel, k.count - start)
        let source =
            product.b
            + ((k.lowerBound + start) &* product.bRow &+ (n.lowerBound + columns.lowerBound) &* product.bColumn)
        let target = packed + (Packing<File>.sizeOfB(k: start, n: n.count) &+ columns.lowerBound &* count)
        Packing<File>.packB(source, row: product.bRow, column: product.bColumn, k: count, n: columns.count, to: target)
    }

    /// The product by scalar loops, for when there is no memory to pack into.
    private static func withoutMemory(_ product: MatrixProduct<Scalar>) {
        ThreadPool.ranges(product.m, grain: 16) { rows in
            for i in rows {
                for j in 0..<product.n {
                    var sum: Scalar = 0
                    for p in 0..<product.k {
                        sum +=
                            product.a[i &* product.aRow &+ p &* product.aColumn]
                            * product.b[p &* product.bRow &+ j &* product.bColumn]
                    }
                    let target = product.c + (i &* product.cRow &+ j)
                    target.pointee = product.accumulate ? target.pointee + sum : sum
                }
                TileEpilogue<File>.apply(product, i, 1, 0, product.n)
            }
        }
    }
}
