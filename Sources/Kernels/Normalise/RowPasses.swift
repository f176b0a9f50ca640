/// The passes over one row that softmax, log-sum-exp and cross-entropy are made of.
///
/// All exponentials are taken of x - max, so that none overflows and the largest is 1. Rows of some thousand elements
/// stay in L1 between passes; rows that fit one vector stay in registers. Sums run in two to four vectors over a block of
/// 2048 elements and in `Double` from block to block.
enum RowPasses<V: FoldableVector> {
    private static var block: Int { 2048 }

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

    /// Writes the formula's row as `store` does and returns its sum.
    @inline(__always)
    static func storeSum<F: RowFormula>(
        _ formula: F, _ output: UnsafeMutablePointer<V.Scalar>, _ count: Int
    ) -> Double where F.V == V {
        let w = V.width
        var total = 0.0
        var i = 0
        while i < count {
            let end = min(i &+ block, count)
            var (a, b) = (V(0), V(0))
            while i &+ 2 &* w <= end {
                let (first, second) = (formula.vector(i, w), formula.vector(i &+ w, w))
                first.store(to: output + i)
                second.store(to: output + i + w)
                a = a + first
                b = b + second
                i = i &+ 2 &* w
            }
            if i &+ w <= end {
                let last = formula.vector(i, w)
                last.store(to: output + i)
                a = a + last
                i = i &+ w
            }
            if i < end {
                let last = formula.vector(i, end &- i)
                last.store(to: output + i, count: end &- i)
                b = b + V.select(V.laneIndices < V(Double(end &- i)), last, V(0))
                i = end
            }
            total += V.double((a + b).laneSum)
        }
        return total
    }

    /// A row that fits one vector: its elements, the largest that is not NaN, and e^(x - largest) with zeros behind.
    @inline(__always)
    static func only(_ row: UnsafePointer<V.Scalar>, _ count: Int) -> (x: V, largest: V.Scalar, exponentials: V) {
        let x = count == V.width ? V(loading: row) : V(loading: row, count: count)
        let isElement = V.laneIndices < V(Double(count))
        let lowest = V(-Double.infinity)
        let largest = lowest.clamped(atLeast: V.select(isElement, x, lowest)).largestLane
        let exponentials = (x - V.repeating(largest)).expOfNonPositive()
        return (x, largest, V.select(isElement, exponentials, V(0)))
    }

    /// Writes the first `count` lanes, at most all of them.
    @inline(__always)
    static func store(_ lanes: V, _ output: UnsafeMutablePointer<V.Scalar>, _ count: Int) {
        if count == V.width { lanes.store(to: output) } else { lanes.store(to: output, count: count) }
    }

    /// log of the sum of e^x; -infinity of a row of -infinities, +infinity or NaN if there is one.
    @inline(never)
    static func logSumExp(_ row: UnsafePointer<V.Scalar>, _ count: Int) -> Double {
        let largest: V.Scalar
        let total: Double
        if count <= V.width {
            let only = only(row, count)
            (largest, total) = (only.largest, V.double(only.exponentials.laneSum))
        } else {
            largest = maximum(row, count)
            total = sum(ExponentialRow(x: StoredRow<V>(row), shift: V.repeating(largest), scale: V(1)), count)
        }
        if largest.isInfinite { return logarithm(sum(UnshiftedExponentialRow(x: StoredRow<V>(row)), count)) }
        return V.double(largest) + logarithm(total)
    }
}
