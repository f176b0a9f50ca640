/// The passes over one row that softmax, log-sum-exp and cross-entropy are made of.
///
/// All exponentials are taken of x - max, so that none overflows and the largest is 1. Rows of some thousand elements
/// stay in L1 between passes. Sums run in four vectors over a block of 4096 elements and in `Double` from block to block.
enum RowPasses<V: FoldableVector> {
    private static var block: Int { 4096 }

    /// The largest element that is not NaN; -infinity if there is none.
    @inline(__always)
    static func maximum(_ row: UnsafePointer<V.Scalar>, _ count: Int) -> V.Scalar {
        let w = V.width
        let lowest = V(-Double.infinity)
        var a = lowest
        var i = 0
        if count >= 4 &* w {
            var (b, c, d) = (lowest, lowest, lowest)
            while i &+ 4 &* w <= count {
                a = a.clamped(atLeast: V(loading: row + i))
                b = b.clamped(atLeast: V(loading: row + i + w))
                c = c.clamped(atLeast: V(loading: row + i + 2 &* w))
                d = d.clamped(atLeast: V(loading: row + i + 3 &* w))
                i = i &+ 4 &* w
            }
            a = a.clamped(atLeast: b).clamped(atLeast: c.clamped(atLeast: d))
        }
        while i &+ w <= count {
            a = a.clamped(atLeast: V(loading: row + i))
            i = i &+ w
        }
        if i < count {
            let rest = V(loading: row + i, count: count &- i)
            a = a.clamped(atLeast: V.select(V.laneIndices < V(Double(count &- i)), rest, lowest))
        }
        return a.largestLane
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
            total += V.double(((a + b) + (c + d)).laneSum)
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

    /// log of the sum of e^x; -infinity of a row of -infinities, +infinity or NaN if there is one.
    @inline(never)
    static func logSumExp(_ row: UnsafePointer<V.Scalar>, _ count: Int) -> Double {
        let largest = V.double(maximum(row, count))
        let shift = largest.isInfinite ? 0 : largest
        return shift + logarithm(sum(ExponentialRow(x: StoredRow<V>(row), shift: V(shift), scale: V(1)), count))
    }
}
