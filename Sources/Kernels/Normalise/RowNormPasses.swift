// A group of rows stays in L1 between its statistics and its output. That one row's statistics do not wait for the
// output of the row before hides most of the latency of their sums, divisions and roots. The backward pass of a task adds
// its rows' shares of the parameter gradients to sums of its own while it writes dx.

struct RowNormPasses<V: FoldableVector> {
    let norm: RowNorm

    typealias Row = UnsafePointer<V.Scalar>
    typealias MutableRow = UnsafeMutablePointer<V.Scalar>

    func forward(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
        let x = input.assumingMemoryBound(to: V.Scalar.self)
        let y = output.assumingMemoryBound(to: V.Scalar.self)
        let weight = norm.weight?.assumingMemoryBound(to: V.Scalar.self)
        let bias = norm.bias?.assumingMemoryBound(to: V.Scalar.self)
        let (one, zero) = (ConstantRow(V(1)), ConstantRow(V(0)))
        forRowGroups(norm.rows, norm.columns) { group in
            for row in group { setStatistics(row, x + row &* norm.columns) }
            for row in group {
                let start = row &* norm.columns
                let scale = scale(row).normalised
                let place = (row % norm.period) &* norm.columns
                switch (weight, bias) {
                case (let weight?, let bias?):
                    storeRow(x + start, y + start, scale, StoredRow(weight + place), StoredRow(bias + place))
                case (let weight?, nil): storeRow(x + start, y + start, scale, StoredRow(weight + place), zero)
                case (nil, let bias?): storeRow(x + start, y + start, scale, one, StoredRow(bias + place))
                case (nil, nil): storeRow(x + start, y + start, scale, one, zero)
                }
            }
        }
    }

    @inline(__always)
    private func setStatistics(_ row: Int, _ x: Row) {
        let all = Segments(count: 1, length: norm.columns, step: 0)
        if norm.isCentred {
            let moments = SegmentPasses<V>.moments(x, all)
            (norm.mean[row], norm.variance[row]) = (moments.mean, moments.variance)
        } else {
            (norm.mean[row], norm.variance[row]) = (0, SegmentPasses<V>.meanSquare(x, all))
        }
    }

    /// What makes x̂ of a row, and the numbers behind it.
    @inline(__always)
    private func scale(_ row: Int) -> (normalised: NormScale<V>, low: Double, reciprocal: Double) {
        let mean = SplitMean<V>(norm.mean[row])
        let reciprocal = 1 / (norm.variance[row] + norm.epsilon).squareRoot()
        return (NormScale(high: mean.high, scale: reciprocal, offset: -mean.low * reciprocal), mean.low, reciprocal)
    }

    @inline(never)
    private func storeRow<W: RowFormula, B: RowFormula>(
        _ x: Row, _ y: MutableRow, _ scale: NormScale<V>, _ weight: W, _ bias: B
    ) where W.V == V, B.V == V {
        RowPasses<V>.store(
            NormalisedRow(x: StoredRow<V>(x), scale: scale, weight: weight, bias: bias), y, norm.columns)
    }

    func backward(
        _ input: UnsafeRawPointer, _ gradient: UnsafeRawPointer, _ inputGradient: UnsafeMutableRawPointer,
        _ scratch: UnsafeMutableRawPointer?
    ) {
        let x = input.assumingMemoryBound(to: V.Scalar.self)
        let dy = gradient.assumingMemoryBound(to: V.Scalar.self)
        let dx = inputGradient.assumingMemoryBound(to: V.Scalar.self)
        let weight = norm.weight?.assumingMemoryBound(to: V.Scalar.self)
        let sums = scratch?.assumingMemoryBound(to: V.Scalar.self)
        let grain = RowNorm.taskRows(norm.columns)
        ThreadPool.ranges(norm.rows, grain: grain) { range in
            let count = norm.period &* norm.columns
            let own = sums.map { $0 + 2 &* count &* (range.lowerBound / grain) }
            own?.update(repeating: 0, count: 2 &* count)
            forGroups(range, norm.columns) { group, sums in
                if let weight {
                    backwardRows(group, x, dy, dx, { StoredRow(weight + $0) }, own, sums)
                } else {
                    backwardRows(group, x, dy, dx, { _ in ConstantRow(V(1)) }, own, sums)
                }
            }
        }
    }

    /// The rows of a group: first all sums, then all gradients.
    @inline(__always)
    private func backwardRows<W: RowFormula>(
        _ group: Range<Int>, _ x: Row, _ dy: Row, _ dx: MutableRow, _ weight: (Int) -> W, _ parameters: MutableRow?,
        _ sums: UnsafeMutablePointer<(first: Double, second: Double)>
    ) where W.V == V {
        let columns = norm.columns
        for row in group {
            let place = (row % norm.period) &* columns
            let high = V.repeating(SplitMean<V>(norm.mean[row]).high)
            sums[row &- group.lowerBound] = gradientSums(
                x + row &* columns, dy + row &* columns, high, weight(place))
        }
        for row in group {
            let start = row &* columns
            let place = (row % norm.period) &* columns
            let (normalised, low, reciprocal) = scale(row)
            let sums = sums[row &- group.lowerBound]
            let product = reciprocal * (sums.second - low * sums.first)
            let share = reciprocal / Double(columns)
            let slope = NormSlope(
                own: V(reciprocal), slope: V(-share * product), offset: V(norm.isCentred ? -share * sums.first : 0))
            if let parameters {
                let shares = (weight: parameters + place, bias: parameters + norm.period &* columns + place)
                storeGradients(x + start, dy + start, dx + start, normalised, slope, weight(place), shares)
            } else {
                storeGradient(x + start, dy + start, dx + start, normalised, slope, weight(place))
            }
        }
    }

    /// The sums of g = dy weight and of g (x - high).
    @inline(never)
    private func gradientSums<W: RowFormula>(
        _ x: Row, _ dy: Row, _ high: V, _ weight: W
    ) -> (first: Double, second: Double) where W.V == V {
        let w = V.width
        let (x, dy) = (StoredRow<V>(x), StoredRow<V>(dy))
        var total = (first: 0.0, second: 0.0)
        var i = 0
        while i < norm.columns {
            let end = min(i &+ 4096, norm.columns)
            var (a, b) = (V(0), V(0))
            var (ad, bd) = (V(0), V(0))
            while i &+ 2 &* w <= end {
                let g = dy.vector(i, w) * weight.vector(i, w)
                let h = dy.vector(i &+ w, w) * weight.vector(i &+ w, w)
                a = a + g
                b = b + h
                ad = ad.adding(product: g, x.vector(i, w) - high)
                bd = bd.adding(product: h, x.vector(i &+ w, w) - high)
                i = i &+ 2 &* w
            }
            if i &+ w <= end {
                let g = dy.vector(i, w) * weight.vector(i, w)
                a = a + g
                ad = ad.adding(product: g, x.vector(i, w) - high)
                i = i &+ w
            }
            if i < end {
                let lanes = end &- i
                let counted = V.laneIndices < V(Double(lanes))
                let g = V.select(counted, dy.vector(i, lanes) * weight.vector(i, lanes), V(0))
                a = a + g
                ad = ad.adding(product: g, V.select(counted, x.vector(i, lanes) - high, V(0)))
                i = end
            }
            total.first += V.double((a + b).laneSum)
            total.second += V.double((ad + bd).laneSum)
        }
        return total
    }

    @inline(never)
    private func storeGradient<W: RowFormula>(
        _ x: Row, _ dy: Row, _ dx: MutableRow, _ normalised: NormScale<V>, _ slope: NormSlope<V>, _ weight: W
    ) where W.V == V {
        RowPasses<V>.store(
            RowNormGradient(
                x: StoredRow<V>(x), dy: StoredRow<V>(dy), normalised: normalised, slope: slope, weight: weight), dx,
            norm.columns)
    }

    /// Writes dx, and adds the row's dy x̂ and dy to the sums of the parameters.
    @inline(never)
    private func storeGradients<W: RowFormula>(
        _ x: Row, _ dy: Row, _ dx: MutableRow, _ normalised: NormScale<V>, _ slope: NormSlope<V>, _ weight: W,
        _ sums: (weight: MutableRow, bias: MutableRow)
    ) where W.V == V {
        let w = V.width
        var i = 0
        while i &+ w <= norm.columns {
            let gradient = V(loading: dy + i)
            let y = normalised.apply(V(loading: x + i))
            slope.apply(gradient * weight.vector(i, w), y).store(to: dx + i)
            V(loading: sums.weight + i).adding(product: gradient, y).store(to: sums.weight + i)
            (V(loading: sums.bias + i) + gradient).store(to: sums.bias + i)
            i = i &+ w
        }
        let lanes = norm.columns &- i
        if lanes > 0 {
            let gradient = V(loading: dy + i, count: lanes)
            let y = normalised.apply(V(loading: x + i, count: lanes))
            slope.apply(gradient * weight.vector(i, lanes), y).store(to: dx + i, count: lanes)
            let product = V(loading: sums.weight + i, count: lanes).adding(product: gradient, y)
            product.store(to: sums.weight + i, count: lanes)
            (V(loading: sums.bias + i, count: lanes) + gradient).store(to: sums.bias + i, count: lanes)
        }
    }
}

/// The same number at every place.
struct ConstantRow<V: FoldableVector>: RowFormula {
    let value: V

    @inline(__always)
    init(_ value: V) { self.value = value }

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V { value }
}

/// `x̂ * weight + bias`
private struct NormalisedRow<V: FoldableVector, W: RowFormula, B: RowFormula>: RowFormula where W.V == V, B.V == V {
    let x: StoredRow<V>
    let scale: NormScale<V>
    let weight: W
    let bias: B

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V {
        bias.vector(i, lanes).adding(product: scale.apply(x.vector(i, lanes)), weight.vector(i, lanes))
    }
}

/// `dy weight * own + x̂ * slope + offset`
private struct RowNormGradient<V: FoldableVector, W: RowFormula>: RowFormula where W.V == V {
    let x: StoredRow<V>
    let dy: StoredRow<V>
    let normalised: NormScale<V>
    let slope: NormSlope<V>
    let weight: W

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V {
        slope.apply(dy.vector(i, lanes) * weight.vector(i, lanes), normalised.apply(x.vector(i, lanes)))
    }
}
