/// Reduces float32 or float64.
///
/// Along a contiguous run, eight vector accumulators take a leaf of 64 vectors each (4096 elements of float32 in 128
/// lanes of 32), are combined in a tree, and the leaf's value joins the total in `Double`. So a float32 sum carries the
/// rounding of 32 additions and a short tree, however long the run is.
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
            for i in 0..<block.kept {
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
        if count >= 8 &* w {
            var (a1, a2, a3, a4, a5, a6, a7) = (empty, empty, empty, empty, empty, empty, empty)
            while i &+ 8 &* w <= count {
                let p = input + i
                a0 = Operation.step(a0, V(loading: p), center)
                a1 = Operation.step(a1, V(loading: p + w), center)
                a2 = Operation.step(a2, V(loading: p + 2 &* w), center)
                a3 = Operation.step(a3, V(loading: p + 3 &* w), center)
                a4 = Operation.step(a4, V(loading: p + 4 &* w), center)
                a5 = Operation.step(a5, V(loading: p + 5 &* w), center)
                a6 = Operation.step(a6, V(loading: p + 6 &* w), center)
                a7 = Operation.step(a7, V(loading: p + 7 &* w), center)
                i = i &+ 8 &* w
            }
            a0 = Operation.combine(
                Operation.combine(Operation.combine(a0, a4), Operation.combine(a2, a6)),
                Operation.combine(Operation.combine(a1, a5), Operation.combine(a3, a7)))
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

    private static func rows(
        _ input: UnsafePointer<V.Scalar>, _ rows: Int, _ stride: Int, _ width: Int,
        _ center: UnsafePointer<V.Scalar>?, _ centerStep: Int, _ totals: UnsafeMutablePointer<Double>
    ) {
        let w = V.width
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
                foldEight(p + i, stride, V(loading: centers + i), sums + i) { V(loading: $0) }
                i = i &+ w
            }
            if whole < width {
                foldEight(p + whole, stride, V(loading: centers + whole), sums + whole) {
                    V(loading: $0, count: width &- whole)
                }
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
        _ p: UnsafePointer<V.Scalar>, _ stride: Int, _ center: V, _ sums: UnsafeMutablePointer<V.Scalar>,
        _ load: (UnsafePointer<V.Scalar>) -> V
    ) {
        let empty = V(Operation.identity)
        @inline(__always) func pair(_ row: Int) -> V {
            Operation.step(
                Operation.step(empty, load(p + row &* stride), center), load(p + (row &+ 1) &* stride), center)
        }
        let low = Operation.combine(pair(0), pair(2))
        let high = Operation.combine(pair(4), pair(6))
        Operation.combine(V(loading: sums), Operation.combine(low, high)).store(to: sums)
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
