/// The passes over one row that softmax, log-sum-exp and cross-entropy are made of.
///
/// All exponentials are taken of x - max, so that none overflows and the largest is 1. Rows of some thousand elements
/// stay in L1 between passes. Sums run in four vectors over a block of 4096 elements and in `Double` from block to block.
enum RowPasses<V: FoldableVector> {
    private static var block: Int { 4096 }

    /// The largest element; NaN if there is one, -infinity of an empty row.
    @inline(__always)
    static func maximum(_ row: UnsafePointer<V.Scalar>, _ count: Int) -> V.Scalar {
        let w = V.width
        let lowest = V(-Double.infinity)
        var a = lowest
        var i = 0
        if count >= 4 &* w {
            var (b, c, d) = (lowest, lowest, lowest)
            while i &+ 4 &* w <= count {
                a = V.maximum(a, V(loading: row + i))
                b = V.maximum(b, V(loading: row + i + w))
                c = V.maximum(c, V(loading: row + i + 2 &* w))
                d = V.maximum(d, V(loading: row + i + 3 &* w))
                i = i &+ 4 &* w
            }
            a = V.maximum(V.maximum(a, b), V.maximum(c, d))
        }
        while i &+ w <= count {
            a = V.maximum(a, V(loading: row + i))
            i = i &+ w
        }
        if i < count {
            let rest = V(loading: row + i, count: count &- i)
            a = V.maximum(a, V.select(V.laneIndices < V(Double(count &- i)), rest, lowest))
        }
        return a.folded { V.maximum($0, $1) }
    }

    /// The sum of the formula's row.
    @inline(__always)
    static func sum<F: RowFormula>(_ formula: F, _ count: Int) -> Double where F.V == V {
        let w = V.width
        var total = 0.0
        var i = 0
        while i < count {
            let end = min(i &+ block, count)
            var (a, b, c, d) = (V(0), V(0), V(0), V(0))
            while i &+ 4 &* w <= end {
                a = a + formula.vector(i, w)
                b = b + formula.vector(i &+ w, w)
                c = c + formula.vector(i &+ 2 &* w, w)
                d = d + formula.vector(i &+ 3 &* w, w)
                i = i &+ 4 &* w
            }
            while i &+ w <= end {
                a = a + formula.vector(i, w)
                i = i &+ w
            }
            if i < end {
                b = b + V.select(V.laneIndices < V(Double(end &- i)), formula.vector(i, end &- i), V(0))
                i = end
            }
            total += V.double(((a + b) + (c + d)).folded { $0 + $1 })
        }
        return total
    }

    /// Writes the formula's row; `output` may be a row that the formula reads.
    @inline(__always)
    static func store<F: RowFormula>(_ formula: F, _ output: UnsafeMutablePointer<V.Scalar>, _ count: Int)
    where F.V == V {
        let w = V.width
        var i = 0
        while i &+ 2 &* w <= count {
            let (first, second) = (formula.vector(i, w), formula.vector(i &+ w, w))
            first.store(to: output + i)
            second.store(to: output + i + w)
            i = i &+ 2 &* w
        }
        if i &+ w <= count {
            formula.vector(i, w).store(to: output + i)
            i = i &+ w
        }
        if i < count { formula.vector(i, count &- i).store(to: output + i, count: count &- i) }
    }

    /// log of the sum of e^x; -infinity of a row of -infinities, +infinity if there is one.
    @inline(never)
    static func logSumExp(_ row: UnsafePointer<V.Scalar>, _ count: Int) -> Double {
        let largest = V.double(maximum(row, count))
        if largest.isInfinite { return largest }
        let shifted = ExponentialRow(x: StoredRow<V>(row), shift: V(largest), scale: V(1))
        return largest + logarithm(sum(shifted, count))
    }
}
