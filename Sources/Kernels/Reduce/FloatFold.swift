/// Reduces float32 or float64.
///
/// Along a contiguous run, four vector accumulators (as many as stay in 16 registers of AVX2) take a leaf of 4096
/// elements, are combined in a tree, and the leaf's value joins the total in `Double`. So a float32 sum carries the
/// rounding of 64 additions and a short tree, however long the run is. Of runs shorter than `shortRun`, four go side by
/// side and their vectors are folded together.
///
/// Across rows (the kept axis is contiguous), eight rows at a time are combined in registers in a tree and join a row of
/// accumulators in L1; after `rowBlock` rows that row joins the totals in `Double`.
///
/// Anything else is gathered, a leaf at a time, into a buffer.
enum FloatFold<V: FoldableVector, Operation: FloatFoldOperation>: ReductionKernel {
    typealias Element = V.Scalar
    typealias Accumulator = Double
    typealias Output = V.Scalar

    private static var leaf: Int { 4096 }
    private static var shortRun: Int { 256 }
    private static var gatherBlock: Int { 512 }
    private static var rowBlock: Int { 256 }

    static var identity: Double { Operation.identity }

    static func merge(_ part: Double, into accumulator: inout Double) {
        accumulator = Operation.combine(accumulator, part)
    }

    static func result(_ accumulator: Double, reduced: Int) -> V.Scalar {
        V.scalar(Operation.result(accumulator, reduced: reduced))
    }

    static func accumulate(_ block: ReductionBlock, _ totals: UnsafeMutablePointer<Accumulator>) {
        let input = block.input.assumingMemoryBound(to: V.Scalar.self)
        let center = block.center?.assumingMemoryBound(to: V.Scalar.self)
        if block.reducedStride == 1 || block.reduced == 1 && block.keptStride != 1 {
            let quads = block.reduced < shortRun ? block.kept & ~3 : 0
            if quads > 0 { shortRuns(input, block, quads, center, totals) }
            for i in quads..<block.kept {
                let from = center.map { V.repeating($0[i &* block.centerStep]) } ?? V(0)
                totals[i] = run(input + i &* block.keptStride, block.reduced, from, totals[i])
            }
        } else if block.keptStride == 1 {
            rows(input, block.reduced, block.reducedStride, block.kept, center, block.centerStep, totals)
        } else {
            strided(input, block, center, totals)
        }
    }

    /// Combines a contiguous run into `total`.
    @inline(__always)
    static func run(_ input: UnsafePointer<V.Scalar>, _ count: Int, _ center: V, _ total: Double) -> Double {
        var total = total
        var start = 0
        while start < count {
            let length = min(leaf, count &- start)
            total = Operation.combine(total, V.double(foldLeaf(input + start, length, center)))
            start = start &+ length
        }
        return total
    }

    @inline(never)
    private static func foldLeaf(_ input: UnsafePointer<V.Scalar>, _ count: Int, _ center: V) -> V.Scalar {
        let w = V.width
        let empty = V(Operation.identity)
        var a0 = empty
        var i = 0
        if count >= 4 &* w {
            var (a1, a2, a3) = (empty, empty, empty)
            while i &+ 4 &* w <= count {
                let p = input + i
                a0 = Operation.step(a0, V(loading: p), center)
                a1 = Operation.step(a1, V(loading: p + w), center)
                a2 = Operation.step(a2, V(loading: p + 2 &* w), center)
                a3 = Operation.step(a3, V(loading: p + 3 &* w), center)
                i = i &+ 4 &* w
            }
            a0 = Operation.combine(Operation.combine(a0, a2), Operation.combine(a1, a3))
        }
        while i &+ w <= count {
            a0 = Operation.step(a0, V(loading: input + i), center)
            i = i &+ w
        }
        if i < count {
            let rest = count &- i
            let stepped = Operation.step(a0, V(loading: input + i, count: rest), center)
            a0 = V.select(V.laneIndices < V(Double(rest)), stepped, a0)
        }
        return Operation.fold(a0)
    }

    /// The first `count` runs of the block, a multiple of four, each shorter than `shortRun`.
    @inline(never)
    private static func shortRuns(
        _ input: UnsafePointer<V.Scalar>, _ block: ReductionBlock, _ count: Int, _ center: UnsafePointer<V.Scalar>?,
        _ totals: UnsafeMutablePointer<Double>
    ) {
        let w = V.width
        let empty = V(Operation.identity)
        let stride = block.keptStride
        let rest = block.reduced % w
        let whole = block.reduced &- rest
        let isElement = V.laneIndices < V(Double(rest))
        var run = 0
        while run < count {
            let p = input + run &* stride
            var (c0, c1, c2, c3) = (V(0), V(0), V(0), V(0))
            if let center {
                c0 = V.repeating(center[run &* block.centerStep])
                c1 = V.repeating(center[(run &+ 1) &* block.centerStep])
                c2 = V.repeating(center[(run &+ 2) &* block.centerStep])
                c3 = V.repeating(center[(run &+ 3) &* block.centerStep])
            }
            var (a0, a1, a2, a3) = (empty, empty, empty, empty)
            var i = 0
            while i < whole {
                a0 = Operation.step(a0, V(loading: p + i), c0)
                a1 = Operation.step(a1, V(loading: p + (stride &+ i)), c1)
                a2 = Operation.step(a2, V(loading: p + (2 &* stride &+ i)), c2)
                a3 = Operation.step(a3, V(loading: p + (3 &* stride &+ i)), c3)
                i = i &+ w
            }
            if rest > 0 {
                @inline(__always) func last(_ a: V, _ row: Int, _ c: V) -> V {
                    V.select(isElement, Operation.step(a, V(loading: p + (row &* stride &+ i), count: rest), c), a)
                }
                (a0, a1, a2, a3) = (last(a0, 0, c0), last(a1, 1, c1), last(a2, 2, c2), last(a3, 3, c3))
            }
            let folded = Operation.foldFour(a0, a1, a2, a3)
            totals[run] = Operation.combine(totals[run], V.double(folded.0))
            totals[run &+ 1] = Operation.combine(totals[run &+ 1], V.double(folded.1))
            totals[run &+ 2] = Operation.combine(totals[run &+ 2], V.double(folded.2))
            totals[run &+ 3] = Operation.combine(totals[run &+ 3], V.double(folded.3))
            run = run &+ 4
        }
    }

    private static func rows(
        _ input: UnsafePointer<V.Scalar>, _ rows: Int, _ stride: Int, _ width: Int,
        _ center: UnsafePointer<V.Scalar>?, _ centerStep: Int, _ totals: UnsafeMutablePointer<Double>
    ) {
        let w = V.width
        if stride == width && width < w && rows >= 8 &* w && center == nil {
            return narrowRows(input, rows, width, totals)
        }
        let padded = (width &+ w &- 1) / w &* w
        withUnsafeTemporaryAllocation(of: V.Scalar.self, capacity: 2 &* padded) { scratch in
            guard let sums = scratch.baseAddress else { return }
            let centers = sums + padded
            for i in 0..<padded { centers[i] = center.map { $0[min(i, width &- 1) &* centerStep] } ?? 0 }
            var row = 0
            while row < rows {
                let count = min(rowBlock, rows &- row)
                foldRows(input + row &* stride, count, stride, width, centers, sums)
                for i in 0..<width { totals[i] = Operation.combine(totals[i], V.double(sums[i])) }
                row = row &+ count
            }
        }
    }

    /// Rows narrower than a vector that follow each other without gaps: `V.width` of them are as many whole vectors as a
    /// row has elements, and are one wide row.
    private static func narrowRows(
        _ input: UnsafePointer<V.Scalar>, _ rows: Int, _ width: Int, _ totals: UnsafeMutablePointer<Double>
    ) {
        let group = V.width
        let wide = group &* width
        withUnsafeTemporaryAllocation(of: Double.self, capacity: wide) { scratch in
            guard let sums = scratch.baseAddress else { return }
            sums.initialize(repeating: Operation.identity, count: wide)
            Self.rows(input, rows / group, wide, wide, nil, 0, sums)
            for i in 0..<wide { totals[i % width] = Operation.combine(totals[i % width], sums[i]) }
        }
        let rest = rows % group
        if rest > 0 { Self.rows(input + (rows &- rest) &* width, rest, width, width, nil, 0, totals) }
    }

    @inline(never)
    private static func foldRows(
        _ input: UnsafePointer<V.Scalar>, _ rows: Int, _ stride: Int, _ width: Int,
        _ centers: UnsafePointer<V.Scalar>, _ sums: UnsafeMutablePointer<V.Scalar>
    ) {
        let w = V.width
        let empty = V(Operation.identity)
        var i = 0
        while i < width {
            empty.store(to: sums + i)
            i = i &+ w
        }
        let whole = width / w &* w
        var row = 0
        while row &+ 8 <= rows {
            let p = input + row &* stride
            i = 0
            while i < whole {
                foldEight(p + i, stride, w, V(loading: centers + i), sums + i)
                i = i &+ w
            }
            if whole < width {
                foldEight(p + whole, stride, width &- whole, V(loading: centers + whole), sums + whole)
            }
            row = row &+ 8
        }
        while row < rows {
            let p = input + row &* stride
            i = 0
            while i < whole {
                Operation.step(V(loading: sums + i), V(loading: p + i), V(loading: centers + i)).store(to: sums + i)
                i = i &+ w
            }
            if whole < width {
                let x = V(loading: p + whole, count: width &- whole)
                Operation.step(V(loading: sums + i), x, V(loading: centers + i)).store(to: sums + i)
            }
            row = row &+ 1
        }
    }

    @inline(__always)
    private static func foldEight(
        _ p: UnsafePointer<V.Scalar>, _ stride: Int, _ count: Int, _ center: V, _ sums: UnsafeMutablePointer<V.Scalar>
    ) {
        let low = Operation.combine(
            pair(p, stride, count, center), pair(p + 2 &* stride, stride, count, center))
        let high = Operation.combine(
            pair(p + 4 &* stride, stride, count, center), pair(p + 6 &* stride, stride, count, center))
        Operation.combine(V(loading: sums), Operation.combine(low, high)).store(to: sums)
    }

    /// Two rows, `count` elements of each.
    @inline(__always)
    private static func pair(_ p: UnsafePointer<V.Scalar>, _ stride: Int, _ count: Int, _ center: V) -> V {
        let first = Operation.step(V(Operation.identity), V(p, count), center)
        return Operation.step(first, V(p + stride, count), center)
    }

    private static func strided(
        _ input: UnsafePointer<V.Scalar>, _ block: ReductionBlock, _ center: UnsafePointer<V.Scalar>?,
        _ totals: UnsafeMutablePointer<Double>
    ) {
        withUnsafeTemporaryAllocation(of: V.Scalar.self, capacity: gatherBlock) { scratch in
            guard let buffer = scratch.baseAddress else { return }
            for i in 0..<block.kept {
                let from = center.map { V.repeating($0[i &* block.centerStep]) } ?? V(0)
                let first = input + i &* block.keptStride
                var start = 0
                while start < block.reduced {
                    let count = min(gatherBlock, block.reduced &- start)
                    for j in 0..<count { buffer[j] = first[(start &+ j) &* block.reducedStride] }
                    totals[i] = run(buffer, count, from, totals[i])
                    start = start &+ count
                }
            }
        }
    }
}
