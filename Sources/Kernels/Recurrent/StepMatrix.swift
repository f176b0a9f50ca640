/// A matrix B (k, n) packed as the register tiles read it, for many small products A·B.
///
/// Panels of 256 rows follow each other, slivers of two vectors within a panel.
struct StepMatrix<File: RegisterFile> {
    typealias Scalar = File.Scalar
    typealias Vector = File.Vector

    let k: Int
    let n: Int
    let elements: UnsafeMutablePointer<Scalar>

    private static var kPanel: Int { 256 }

    static func size(k: Int, n: Int) -> Int { Packing<File>.sizeOfB(k: k, n: n) }

    /// Elements from one row of a product to the next, so that the last sliver may be written whole and rows do not fall
    /// on the same lines of the cache.
    static func rowStride(_ n: Int) -> Int { (n + Vector.width - 1) / Vector.width * Vector.width + Vector.width }

    func pack(_ b: UnsafePointer<Scalar>, row: Int, column: Int) {
        let panels = (k + Self.kPanel - 1) / Self.kPanel
        let columns = 8 * Vector.width
        let groups = (n + columns - 1) / columns
        ThreadPool.run(tasks: panels * groups) { task in
            let p = task / groups * Self.kPanel
            let j = task % groups * columns
            let count = min(Self.kPanel, k - p)
            Packing<File>.packB(
                b + (p &* row &+ j &* column), row: row, column: column, k: count, n: min(columns, n - j),
                to: elements + (Packing<File>.sizeOfB(k: p, n: n) &+ j &* count))
        }
    }

    /// `c = a·B`, or `c += a·B` when `add`, for `rows` rows of `a` with unit column stride. Rows of `c` are written up to
    /// a whole number of vectors.
    func multiply(
        _ a: UnsafePointer<Scalar>, rowStride: Int, rows: Int, to c: UnsafeMutablePointer<Scalar>, rowStride cRow: Int,
        add: Bool
    ) {
        if rows == 0 { return }
        let heights = TileRows(rows, tallest: File.rows)
        var p = 0
        while p < k {
            let count = min(Self.kPanel, k &- p)
            let panel = elements + Packing<File>.sizeOfB(k: p, n: n)
            var j = 0
            while j < n {
                let vectors = n &- j > Vector.width ? 2 : 1
                var operands = TileOperands<Scalar>(
                    a: a + p, aRow: rowStride, aStep: 1, b: UnsafePointer(panel + j &* count),
                    bStep: vectors &* Vector.width, c: c + j, cRow: cRow, add: add || p > 0)
                var i = 0
                while i < rows {
                    let height = heights.height(at: i)
                    File.tile(height, vectors, count, operands)
                    operands.a += height &* rowStride
                    operands.c += height &* cRow
                    i &+= height
                }
                j &+= vectors &* Vector.width
            }
            p &+= count
        }
    }
}
