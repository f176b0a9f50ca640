/// How all tasks of a super-panel pack its operands together, before they compute.
extension GemmTask {
    /// Elements that a packing task moves at least.
    private static var grain: Int { 1 << 15 }

    /// The part of this super-panel that is task (`row`, `column`) of the plan.
    func block(row: Int, column: Int) -> GemmTask {
        let i = rows.lowerBound + row * plan.rowBlock
        let j = column * plan.columnBlock
        return GemmTask(
            product: product, plan: plan, rows: i..<min(rows.upperBound, i + plan.rowBlock),
            columns: j..<min(columns.upperBound, j + plan.columnBlock), n: n, k: k,
            sharedA: sharedA.map { $0 + row * panels * Packing<File>.sizeOfA(plan) }, sharedB: sharedB)
    }

    /// Packs the rows of A, where they are shared, and B, if it is.
    func packOperands(b: Bool) {
        let rowTasks = sharedA == nil ? 0 : (rows.count - 1) / plan.rowBlock + 1
        let tasksOfA = rowTasks * panels
        let columns = max(1, Self.grain / (plan.kPanel * 2 * Vector.width)) * 2 * Vector.width
        let columnTasks = b && sharedB != nil ? (n.count - 1) / columns + 1 : 0
        ThreadPool.run(tasks: tasksOfA + panels * columnTasks) { task in
            if task < tasksOfA {
                packRows(block: task / panels, panel: task % panels)
            } else {
                let part = task - tasksOfA
                packColumns(part % columnTasks * columns, columns, panel: part / columnTasks)
            }
        }
    }

    /// Panels along k.
    var panels: Int { (k.count - 1) / plan.kPanel + 1 }

    private func packRows(block: Int, panel: Int) {
        guard let sharedA else { return }
        let first = rows.lowerBound + block * plan.rowBlock
        let p = panel * plan.kPanel
        Packing<File>.packA(
            product.a + (first &* product.aRow &+ (k.lowerBound + p) &* product.aColumn),
            row: product.aRow, column: product.aColumn,
            m: min(plan.rowBlock, rows.upperBound - first), k: min(plan.kPanel, k.count - p),
            to: sharedA + (block * panels + panel) * Packing<File>.sizeOfA(plan))
    }

    /// Panels of B follow each other, and slivers within a panel.
    private func packColumns(_ first: Int, _ columns: Int, panel: Int) {
        guard let sharedB else { return }
        let p = panel * plan.kPanel
        let count = min(plan.kPanel, k.count - p)
        Packing<File>.packB(
            product.b + ((k.lowerBound + p) &* product.bRow &+ (n.lowerBound + first) &* product.bColumn),
            row: product.bRow, column: product.bColumn, k: count, n: min(columns, n.count - first),
            to: sharedB + (Packing<File>.sizeOfB(k: p, n: n.count) &+ first &* count))
    }
}
