// The loops around the register tile (Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008).
//
// C is cut into blocks of rows and columns, one task each. Along k a task goes in panels: within a panel a sliver of B
// (kPanel x two vectors) stays near while the tiles of the row block pass over it, and the row block of A stays in the
// second-level cache. What several tasks share is packed once, in a region of its own, a super-panel at a time to bound
// the memory.
//
// Every element of C is the sum over panels, in order, of sums within a panel, in order; tasks do not change that.

enum GemmDriver<File: RegisterFile> {
    typealias Scalar = File.Scalar
    typealias Vector = File.Vector

    static func perform(_ work: GemmWork<Scalar>, _ product: MatrixProduct<Scalar>) {
        switch work {
        case .multiply: multiply(product)
        case .packB(let target): packB(product, to: target)
        case .multiplyPackedB(let packedB): multiply(product, packedB: packedB)
        }
    }

    static func multiply(_ product: MatrixProduct<Scalar>) {
        if product.m <= 0 || product.n <= 0 { return }
        if product.k <= 0 {
            clear(product)
            return
        }
        let plan = GemmPlan(product, for: File.self)
        let isColumn = product.n == 1 && product.m > 1 && product.cRow == 1
        if product.m == 1 || isColumn {
            if RowProduct<File>.run(isColumn ? product.transposed : product, kPanel: plan.kPanel) { return }
        }
        if FewColumns<File>.run(product) { return }
        if SplitTerms<File>.run(product) { return }
        blocks(product, plan)
    }

    /// The product with a B that `packB` has packed.
    private static func multiply(_ product: MatrixProduct<Scalar>, packedB: UnsafeMutablePointer<Scalar>) {
        if product.m <= 0 || product.n <= 0 { return }
        if product.k <= 0 {
            clear(product)
            return
        }
        let plan = GemmPlan(packedB: product, for: File.self)
        let whole = wholeTask(product, plan, packedB)
        ThreadPool.run(tasks: plan.rowTasks) { whole.block(row: $0, column: 0).run() }
    }

    /// Packs B as a whole; `target` holds `Packing.sizeOfB` elements. A and C are not touched.
    private static func packB(_ product: MatrixProduct<Scalar>, to target: UnsafeMutablePointer<Scalar>) {
        if product.n <= 0 || product.k <= 0 { return }
        wholeTask(product, GemmPlan(packedB: product, for: File.self), target).packOperands(b: true)
    }

    private static func wholeTask(
        _ product: MatrixProduct<Scalar>, _ plan: GemmPlan, _ packedB: UnsafeMutablePointer<Scalar>
    ) -> GemmTask<File> {
        GemmTask(
            product: product, plan: plan, rows: 0..<product.m, columns: 0..<product.n, n: 0..<product.n,
            k: 0..<product.k, sharedA: nil, sharedB: packedB)
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
        let packedB = SharedOperand<Scalar>(
            plan.packB == .shared ? Packing<File>.sizeOfB(k: k.count, n: n.count) : 0)
        let panels = (k.count - 1) / plan.kPanel + 1
        let rowTasks = (min(product.m, plan.mSuper) - 1) / plan.rowBlock + 1
        let packedA = SharedOperand<Scalar>(
            plan.packA == .shared ? panels * rowTasks * Packing<File>.sizeOfA(plan) : 0)
        defer {
            packedA.deallocate()
            packedB.deallocate()
        }
        let columnTasks = (n.count - 1) / plan.columnBlock + 1
        var m = 0
        while m < product.m {
            let rows = m..<min(product.m, m + plan.mSuper)
            let task = GemmTask<File>(
                product: product, plan: plan, rows: rows, columns: 0..<n.count, n: n, k: k,
                sharedA: packedA.elements, sharedB: packedB.elements)
            task.packOperands(b: m == 0)
            ThreadPool.run(tasks: ((rows.count - 1) / plan.rowBlock + 1) * columnTasks) { index in
                task.block(row: index / columnTasks, column: index % columnTasks).run()
            }
            m = rows.upperBound
        }
    }
}

/// Memory for an operand that all tasks pack together; none where it is not, or where there is none to be had.
private struct SharedOperand<Scalar> {
    let elements: UnsafeMutablePointer<Scalar>?
    private let bytes: Int

    init(_ count: Int) {
        bytes = count * MemoryLayout<Scalar>.stride
        elements = count > 0 ? MemoryPool.allocate(bytes)?.assumingMemoryBound(to: Scalar.self) : nil
    }

    func deallocate() {
        if let elements { MemoryPool.deallocate(elements, bytes) }
    }
}
