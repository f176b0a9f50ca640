// One row times a matrix: y(n) = x(k)·B(k, n). Every element of B is used once, so nothing is packed and memory sets the
// speed. Where B's rows run along memory, x is broadcast over eight vectors of columns at a time; where its columns do,
// eight columns at a time are multiplied by x and their lanes summed at the end.

enum RowProduct<File: RegisterFile> {
    typealias Scalar = File.Scalar
    typealias Vector = File.Vector

    /// Terms that one task should have at least.
    private static var grain: Int { 1 << 16 }

    /// Computes a product of one row; false where the layout of B has no fast path, and nothing is done.
    static func run(_ product: MatrixProduct<Scalar>, kPanel: Int) -> Bool {
        if product.bColumn == 1 && product.n >= Vector.width {
            let block = 8 * Vector.width
            let columns = max(1, grain / product.k / block) * block
            ThreadPool.ranges(product.n, grain: columns) { broadcast(product, kPanel, $0) }
            return true
        }
        if product.bRow == 1 && product.aColumn == 1 {
            let columns = max(1, grain / product.k / 8) * 8
            ThreadPool.ranges(product.n, grain: columns) { range in
                var j = range.lowerBound
                while j < range.upperBound {
                    switch range.upperBound - j {
                    case 8...: j += dots(product, j, InlineArray<8, Vector>(repeating: Vector.zero))
                    case 4...: j += dots(product, j, InlineArray<4, Vector>(repeating: Vector.zero))
                    default: j += dots(product, j, InlineArray<1, Vector>(repeating: Vector.zero))
                    }
                }
                TileEpilogue<File>.apply(product, 0, 1, range.lowerBound, range.count)
            }
            return true
        }
        return false
    }

    private static func broadcast(_ product: MatrixProduct<Scalar>, _ kPanel: Int, _ columns: Range<Int>) {
        var start = 0
        while start < product.k {
            let count = min(kPanel, product.k - start)
            var operands = TileOperands<Scalar>(
                a: product.a + start &* product.aColumn, aRow: 1, aStep: product.aColumn,
                b: product.b + start &* product.bRow, bStep: product.bRow,
                c: product.c, cRow: 0, add: product.accumulate || start > 0)
            let b = operands.b
            var j = columns.lowerBound
            while j < columns.upperBound {
                let left = columns.upperBound - j
                operands.b = b + j
                operands.c = product.c + j
                if left >= 8 * Vector.width {
                    Tile<Vector, 1, 8, 8>.runPacked(count, operands)
                    j += 8 * Vector.width
                } else if left >= Vector.width {
                    Tile<Vector, 1, 1, 1>.runPacked(count, operands)
                    j += Vector.width
                } else {
                    lastColumns(count, operands, left)
                    j += left
                }
            }
            start += count
        }
        TileEpilogue<File>.apply(product, 0, 1, columns.lowerBound, columns.count)
    }

    /// Fewer columns than a vector has: the vector that ends with them.
    private static func lastColumns(_ k: Int, _ operands: TileOperands<Scalar>, _ columns: Int) {
        let skip = Vector.width &- columns
        var vector = Vector.zero
        withUnsafeMutableBytes(of: &vector) { bytes in
            guard let base = bytes.baseAddress?.assumingMemoryBound(to: Scalar.self) else { return }
            var whole = operands
            whole.b -= skip
            whole.c = base
            whole.add = false
            Tile<Vector, 1, 1, 1>.runPacked(k, whole)
            if operands.add {
                Vector.add(base + skip, to: operands.c, count: columns)
            } else {
                Vector.copy(base + skip, to: operands.c, count: columns)
            }
        }
    }

    /// Computes as many columns as there are sums, from `column` on; returns how many.
    @inline(__always)
    private static func dots<let count: Int>(
        _ product: MatrixProduct<Scalar>, _ column: Int, _ zeros: InlineArray<count, Vector>
    ) -> Int {
        var sums = zeros
        let b = product.b + column &* product.bColumn
        let x = product.a
        let whole = product.k / Vector.width &* Vector.width
        var p = 0
        while p < whole {
            let vector = Vector(loading: x + p)
            for j in 0..<count {
                sums[unchecked: j] = sums[unchecked: j].adding(
                    product: vector, Vector(loading: b + (j &* product.bColumn &+ p)))
            }
            p &+= Vector.width
        }
        let left = product.k &- whole
        if left > 0 {
            let vector = Vector(loading: x + whole, count: left)
            for j in 0..<count {
                let column = Vector(loading: b + (j &* product.bColumn &+ whole), count: left)
                sums[unchecked: j] = sums[unchecked: j].adding(product: vector, column)
            }
        }
        withUnsafeTemporaryAllocation(of: Vector.self, capacity: count) { lanes in
            guard let base = lanes.baseAddress else { return }
            for j in 0..<count { (base + j).initialize(to: sums[unchecked: j]) }
            addLanes(base, count, to: product.c + column, adds: product.accumulate)
        }
        return count
    }

    /// Apart from the loop above, which would otherwise keep its sums in memory.
    @inline(never)
    private static func addLanes(
        _ lanes: UnsafePointer<Vector>, _ count: Int, to c: UnsafeMutablePointer<Scalar>, adds: Bool
    ) {
        for j in 0..<count {
            let sum = lanes[j].laneSum()
            c[j] = adds ? c[j] + sum : sum
        }
    }
}
