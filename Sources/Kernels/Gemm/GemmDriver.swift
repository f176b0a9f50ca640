// The loops around the register tile (Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008).
//
// C is cut into blocks of rows and columns, one task each. Along k a task goes in panels: within a panel a sliver of B
// (kPanel x two vectors) stays in the first-level cache while the tiles of the row block pass over it, and the row block
// of A stays in the second. Where many row blocks share B, it is packed once, in a region of its own, a super-panel at a
// time to bound the memory.
//
// Every element of C is the sum over panels, in order, of sums within a panel, in order; tasks do not change that.

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
        let isColumn = product.n == 1 && product.m > 1 && product.cRow == 1
        if product.m == 1 || isColumn {
            if RowProduct<File>.run(isColumn ? product.transposed : product, kPanel: plan.kPanel) { return }
        }
        if SplitTerms<File>.run(product, plan) { return }
        blocks(product, plan)
    }

    /// The product block by block; no size may be 0.
    static func blocks(_ product: MatrixProduct<Scalar>, _ plan: GemmPlan) {
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
        if !product.accumulate {
            for i in 0..<product.m { (product.c + i &* product.cRow).update(repeating: 0, count: product.n) }
        }
        TileEpilogue<File>.apply(product, 0, product.m, 0, product.n)
    }

    private static func superPanel(
        _ product: MatrixProduct<Scalar>, _ plan: GemmPlan, _ n: Range<Int>, _ k: Range<Int>
    ) {
        let bytes = Packing<File>.sizeOfB(k: k.count, n: n.count) * MemoryLayout<Scalar>.stride
        let shared = plan.packB == .shared ? MemoryPool.allocate(bytes)?.assumingMemoryBound(to: Scalar.self) : nil
        defer { if let shared { MemoryPool.deallocate(shared, bytes) } }
        if let shared { pack(product, plan, n, k, to: shared) }
        let columnTasks = (n.count - 1) / plan.columnBlock + 1
        ThreadPool.run(tasks: plan.rowTasks * columnTasks) { task in
            let i = task / columnTasks * plan.rowBlock
            let j = task % columnTasks * plan.columnBlock
            GemmTask<File>(
                product: product, plan: plan, rows: i..<min(product.m, i + plan.rowBlock),
                columns: j..<min(n.count, j + plan.columnBlock), n: n, k: k, sharedB: shared
            ).run()
        }
    }

    /// Packs a super-panel of B: panels follow each other, and slivers within a panel.
    private static func pack(
        _ product: MatrixProduct<Scalar>, _ plan: GemmPlan, _ n: Range<Int>, _ k: Range<Int>,
        to target: UnsafeMutablePointer<Scalar>
    ) {
        let elementsPerTask = 1 << 15
        let columns = max(1, elementsPerTask / (plan.kPanel * 2 * Vector.width)) * 2 * Vector.width
        let columnTasks = (n.count - 1) / columns + 1
        ThreadPool.run(tasks: ((k.count - 1) / plan.kPanel + 1) * columnTasks) { task in
            let p = task / columnTasks * plan.kPanel
            let j = task % columnTasks * columns
            let count = min(plan.kPanel, k.count - p)
            Packing<File>.packB(
                product.b + ((k.lowerBound + p) &* product.bRow &+ (n.lowerBound + j) &* product.bColumn),
                row: product.bRow, column: product.bColumn, k: count, n: min(columns, n.count - j),
                to: target + (Packing<File>.sizeOfB(k: p, n: n.count) &+ j &* count))
        }
    }
}
