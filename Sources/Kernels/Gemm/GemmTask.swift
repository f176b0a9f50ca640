/// The work of one task: a block of C, over one super-panel.
struct GemmTask<File: RegisterFile> {
    typealias Scalar = File.Scalar
    typealias Vector = File.Vector

    let product: MatrixProduct<Scalar>
    let plan: GemmPlan
    let rows: Range<Int>
    /// Columns of the block, counted from `n`'s first.
    let columns: Range<Int>
    let n: Range<Int>
    let k: Range<Int>
    /// Where all tasks have packed the rows, a panel after the other, and the columns; nil where they have not.
    let sharedA: UnsafeMutablePointer<Scalar>?
    let sharedB: UnsafeMutablePointer<Scalar>?

    /// Columns of B that a task packs at once, so that it reads whole cache lines where they are neighbours.
    private static var columnsAtOnce: Int { 8 * Vector.width }

    func run() {
        let kCount = min(plan.kPanel, k.count)
        let sizeA = plan.packA != .none && sharedA == nil ? rows.count * kCount + Vector.width : 0
        let sizeB =
            plan.packB != .none && sharedB == nil ? min(Self.columnsAtOnce, columns.count + Vector.width) * kCount : 0
        if sizeA + sizeB == 0 {
            computePanels(ownA: nil, ownB: nil)
            return
        }
        let bytes = (sizeA + sizeB) * MemoryLayout<Scalar>.stride
        guard let block = MemoryPool.allocate(bytes)?.assumingMemoryBound(to: Scalar.self) else {
            runWithoutMemory()
            return
        }
        defer { MemoryPool.deallocate(block, bytes) }
        computePanels(ownA: sizeA > 0 ? block + sizeB : nil, ownB: sizeB > 0 ? block : nil)
    }

    private func computePanels(ownA: UnsafeMutablePointer<Scalar>?, ownB: UnsafeMutablePointer<Scalar>?) {
        var start = 0
        while start < k.count {
            let panel = k.lowerBound + start..<k.lowerBound + min(start + plan.kPanel, k.count)
            let a = product.a + (rows.lowerBound &* product.aRow &+ panel.lowerBound &* product.aColumn)
            if let ownA {
                Packing<File>.packA(
                    a, row: product.aRow, column: product.aColumn, m: rows.count, k: panel.count, to: ownA)
            }
            let packedA = sharedA.map { $0 + start / plan.kPanel * Packing<File>.sizeOfA(plan) } ?? ownA
            let panelB = sharedB.map { $0 + Packing<File>.sizeOfB(k: start, n: n.count) }
            var ahead = ownB == nil && ownA != nil ? rowsAhead(after: panel) : ReadAhead()
            var j = columns.lowerBound
            while j < columns.upperBound {
                let valid = min(2 * Vector.width, columns.upperBound - j)
                let vectors = valid > Vector.width ? 2 : 1
                let skip = plan.packB == .none ? vectors * Vector.width - valid : 0
                var b = product.b + (panel.lowerBound &* product.bRow &+ (n.lowerBound + j - skip) &* product.bColumn)
                var bStep = product.bRow
                let packed = (j - columns.lowerBound) % Self.columnsAtOnce
                if let ownB, packed == 0 {
                    Packing<File>.packB(
                        b, row: product.bRow, column: product.bColumn, k: panel.count,
                        n: min(Self.columnsAtOnce, columns.upperBound - j), to: ownB)
                    ahead = columnsAhead(after: j, panel)
                }
                if let packed = ownB.map({ $0 + packed &* panel.count }) ?? panelB.map({ $0 + j &* panel.count }) {
                    b = UnsafePointer(packed)
                    bStep = vectors * Vector.width
                }
                let operands = TileOperands<Scalar>(
                    a: a, aRow: product.aRow, aStep: product.aColumn, b: b, bStep: bStep,
                    c: product.c + (rows.lowerBound &* product.cRow &+ (n.lowerBound + j)), cRow: product.cRow,
                    add: product.accumulate || panel.lowerBound > 0)
                tiles(operands, packedA, panel, n.lowerBound + j, valid, skip, &ahead)
                j += valid
            }
            start += plan.kPanel
        }
    }

    /// The rows of A that the task packs for the panel after this one, where they are too far apart for the processor to
    /// see them coming.
    private func rowsAhead(after panel: Range<Int>) -> ReadAhead {
        let start = panel.upperBound
        let count = min(plan.kPanel, k.upperBound - start)
        if count <= 0 || product.aRow != 1 { return ReadAhead() }
        return ReadAhead(
            product.a + (rows.lowerBound &+ start &* product.aColumn), rows: count, stride: product.aColumn,
            length: rows.count, steps: tileRows * ((columns.count - 1) / (2 * Vector.width) + 1))
    }

    /// The columns of B that the task packs after those from `column` on: of this panel, or the first of the next one.
    private func columnsAhead(after column: Int, _ panel: Range<Int>) -> ReadAhead {
        var (terms, first) = (panel, column + Self.columnsAtOnce)
        if first >= columns.upperBound {
            terms = panel.upperBound..<min(panel.upperBound + plan.kPanel, k.upperBound)
            first = columns.lowerBound
        }
        let count = min(Self.columnsAtOnce, columns.upperBound - first)
        if terms.isEmpty { return ReadAhead() }
        let start = product.b + (terms.lowerBound &* product.bRow &+ (n.lowerBound &+ first) &* product.bColumn)
        let steps = tileRows * (Self.columnsAtOnce / (2 * Vector.width))
        if product.bColumn == 1 {
            return ReadAhead(start, rows: terms.count, stride: product.bRow, length: count, steps: steps)
        }
        if product.bRow == 1 {
            return ReadAhead(start, rows: count, stride: product.bColumn, length: terms.count, steps: steps)
        }
        return ReadAhead()
    }

    /// Tiles that a sliver of B passes.
    private var tileRows: Int {
        let heights = TileRows(rows.count, tallest: File.rows)
        return (rows.count - 1) / heights.height + 1
    }

    /// The tiles of one sliver of B, from the first row of the block down.
    private func tiles(
        _ first: TileOperands<Scalar>, _ packedA: UnsafeMutablePointer<Scalar>?, _ panel: Range<Int>,
        _ column: Int, _ valid: Int, _ skip: Int, _ ahead: inout ReadAhead
    ) {
        let isLast = panel.upperBound == product.k
        let vectors = valid > Vector.width ? 2 : 1
        let heights = TileRows(rows.count, tallest: File.rows)
        var operands = first
        var i = 0
        while i < rows.count {
            let height = heights.height(at: i)
            if let packedA {
                operands.a = UnsafePointer(packedA + i &* panel.count)
                operands.aRow = 1
                operands.aStep = height
            } else {
                operands.a = first.a + i &* product.aRow
            }
            operands.c = first.c + i &* product.cRow
            if valid == vectors &* Vector.width {
                File.tile(height, vectors, panel.count, operands)
            } else {
                edge(height, vectors, panel.count, operands, skip, valid)
            }
            ahead.step()
            if isLast { TileEpilogue<File>.apply(product, rows.lowerBound &+ i, height, column, valid) }
            i &+= height
        }
    }

    /// A tile that is wider than what is left of C goes through a buffer; `skip` leading columns are not wanted.
    @inline(never)
    private func edge(
        _ height: Int, _ vectors: Int, _ k: Int, _ operands: TileOperands<Scalar>, _ skip: Int, _ valid: Int
    ) {
        var buffer = InlineArray<24, Vector>(repeating: Vector.zero)
        var span = buffer.mutableSpan
        span.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress?.assumingMemoryBound(to: Scalar.self) else { return }
            var whole = operands
            whole.c = base
            whole.cRow = vectors &* Vector.width
            whole.add = false
            File.tile(height, vectors, k, whole)
            for i in 0..<height {
                let source = base + (i &* whole.cRow &+ skip)
                let target = operands.c + i &* operands.cRow
                var j = 0
                if valid >= Vector.width {
                    let x = Vector(loading: source)
                    (operands.add ? Vector(loading: target) + x : x).store(to: target)
                    j = Vector.width
                }
                if operands.add {
                    Vector.add(source + j, to: target + j, count: valid &- j)
                } else {
                    Vector.copy(source + j, to: target + j, count: valid &- j)
                }
            }
        }
    }

    /// The block element by element, for when there is no memory to pack into.
    func runWithoutMemory() {
        for i in rows {
            for j in n.lowerBound + columns.lowerBound..<n.lowerBound + columns.upperBound {
                let target = product.c + (i &* product.cRow &+ j)
                let isFirst = !product.accumulate && k.lowerBound == 0
                var sum = Vector(repeating: isFirst ? 0 : target.pointee)
                for p in k {
                    let x = product.a[i &* product.aRow &+ p &* product.aColumn]
                    let y = product.b[p &* product.bRow &+ j &* product.bColumn]
                    sum = sum.adding(product: Vector(repeating: x), Vector(repeating: y))
                }
                target.pointee = sum[0]
            }
        }
        if k.upperBound == product.k {
            TileEpilogue<File>.apply(
                product, rows.lowerBound, rows.count, n.lowerBound + columns.lowerBound, columns.count)
        }
    }
}
