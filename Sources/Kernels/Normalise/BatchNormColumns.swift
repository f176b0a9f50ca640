/// Batch normalisation of images smaller than a vector: the array is a matrix of `batch` rows and channels * size
/// columns. Statistics are taken column by column, 256 rows at a time from the first of them as shift, and merged; the
/// output is computed row by row from parameters spread over the columns.
struct BatchNormColumns<V: FoldableVector, A: NormActivation> {
    let channels: BatchNormChannels<V>
    private var norm: BatchNorm { channels.norm }
    private var columns: Int { norm.channels &* norm.size }
    private var chunk: Int { 256 }

    typealias Row = UnsafePointer<V.Scalar>
    typealias MutableRow = UnsafeMutablePointer<V.Scalar>

    func forward(_ x: Row, _ y: MutableRow, _ scratch: UnsafeMutablePointer<Double>) {
        let (means, squares) = (scratch, scratch + columns)
        if norm.usesBatchStatistics {
            forColumns { columnMoments(x, $0, means, squares) }
            for channel in 0..<norm.channels {
                var moments = Moments()
                for column in channel &* norm.size..<(channel &+ 1) &* norm.size {
                    moments.merge(
                        Moments(count: Double(norm.batch), mean: means[column], squares: squares[column]))
                }
                channels.setStatistics(channel, moments)
            }
        }
        let scale = spreadScale(scratch + 2 &* columns)
        forRows(norm.batch, columns) { range in
            for row in range {
                let start = row &* columns
                RowPasses<V>.store(
                    ColumnScaleRow<V, A>(x: StoredRow<V>(x + start), scale: scale), y + start, columns)
            }
        }
    }

    func backward(_ arrays: BatchNormGradients<V>, _ scratch: UnsafeMutablePointer<Double>) {
        let scale = spreadScale(scratch + 2 &* columns)
        let (sums, products) = (scratch, scratch + columns)
        forColumns { gradientSums(arrays, $0, scale, sums, products) }
        let slopes = (scratch + 5 &* columns).withMemoryRebound(to: V.Scalar.self, capacity: 3 &* columns) { $0 }
        for channel in 0..<norm.channels {
            let range = channel &* norm.size..<(channel &+ 1) &* norm.size
            var total = (first: 0.0, second: 0.0)
            for column in range {
                total.first += sums[column]
                total.second += products[column]
            }
            let values = channels.slope(channel, total)
            arrays.dweight[channel] = V.scalar(values.dweight)
            arrays.dbias[channel] = V.scalar(values.dbias)
            for column in range {
                slopes[column] = V.scalar(values.own)
                slopes[columns &+ column] = V.scalar(values.slope)
                slopes[2 &* columns &+ column] = V.scalar(values.offset)
            }
        }
        let (own, slope) = (StoredRow<V>(slopes), StoredRow<V>(slopes + columns))
        let offset = StoredRow<V>(slopes + 2 &* columns)
        forRows(norm.batch, columns) { range in
            for row in range {
                let start = row &* columns
                let formula = ColumnGradientRow<V, A>(
                    x: StoredRow<V>(arrays.x + start), dy: StoredRow<V>(arrays.dy + start), scale: scale, own: own,
                    slope: slope, offset: offset)
                RowPasses<V>.store(formula, arrays.dx + start, columns)
            }
        }
    }

    /// Runs `body(columns of the task)`: whole vectors, about 16,000 elements.
    private func forColumns(_ body: (Range<Int>) -> Void) {
        let vectors = max(1, (1 << 14) / max(1, norm.batch &* V.width))
        ThreadPool.ranges(columns, grain: vectors &* V.width, body)
    }

    /// The scale of each column's channel, in memory of 3 * columns elements.
    private func spreadScale(_ memory: UnsafeMutablePointer<Double>) -> ColumnScale<V> {
        let values = memory.withMemoryRebound(to: V.Scalar.self, capacity: 3 &* columns) { $0 }
        for channel in 0..<norm.channels {
            let scale = channels.scale(channel)
            for column in channel &* norm.size..<(channel &+ 1) &* norm.size {
                values[column] = scale.high
                values[columns &+ column] = V.scalar(scale.scale)
                values[2 &* columns &+ column] = V.scalar(scale.offset)
            }
        }
        return ColumnScale(
            high: StoredRow(values), scale: StoredRow(values + columns), offset: StoredRow(values + 2 &* columns))
    }

    @inline(never)
    private func columnMoments(
        _ x: Row, _ range: Range<Int>, _ means: UnsafeMutablePointer<Double>, _ squares: UnsafeMutablePointer<Double>
    ) {
        for first in stride(from: range.lowerBound, to: range.upperBound, by: V.width) {
            let lanes = min(V.width, range.upperBound &- first)
            for row in stride(from: 0, to: norm.batch, by: chunk) {
                let rows = min(chunk, norm.batch &- row)
                let start = StoredRow<V>(x + row &* columns + first)
                let shift = start.vector(0, lanes)
                var (sum, square) = (V(0), V(0))
                var position = 0
                for _ in 0..<rows {
                    let d = start.vector(position, lanes) - shift
                    sum = sum + d
                    square = square.adding(product: d, d)
                    position = position &+ columns
                }
                for lane in 0..<lanes {
                    let part = Moments(
                        count: rows, shift: V.double(shift[lane]), sum: V.double(sum[lane]),
                        squares: V.double(square[lane]))
                    let column = first &+ lane
                    var all =
                        row == 0
                        ? Moments() : Moments(count: Double(row), mean: means[column], squares: squares[column])
                    all.merge(part)
                    (means[column], squares[column]) = (all.mean, all.squares)
                }
            }
        }
    }

    @inline(never)
    private func gradientSums(
        _ arrays: BatchNormGradients<V>, _ range: Range<Int>, _ scale: ColumnScale<V>,
        _ sums: UnsafeMutablePointer<Double>, _ products: UnsafeMutablePointer<Double>
    ) {
        for first in stride(from: range.lowerBound, to: range.upperBound, by: V.width) {
            let lanes = min(V.width, range.upperBound &- first)
            for lane in 0..<lanes { (sums[first &+ lane], products[first &+ lane]) = (0, 0) }
            let high = scale.high.vector(first, lanes)
            let (factor, offset) = (scale.scale.vector(first, lanes), scale.offset.vector(first, lanes))
            for row in stride(from: 0, to: norm.batch, by: chunk) {
                let start = row &* columns &+ first
                let (x, dy) = (StoredRow<V>(arrays.x + start), StoredRow<V>(arrays.dy + start))
                var (sum, product) = (V(0), V(0))
                var position = 0
                for _ in 0..<min(chunk, norm.batch &- row) {
                    let d = x.vector(position, lanes) - high
                    let g = A.gradient(dy.vector(position, lanes), offset.adding(product: d, factor))
                    sum = sum + g
                    product = product.adding(product: g, d)
                    position = position &+ columns
                }
                for lane in 0..<lanes {
                    sums[first &+ lane] += V.double(sum[lane])
                    products[first &+ lane] += V.double(product[lane])
                }
            }
        }
    }
}

/// `NormScale` with numbers of its own for each column.
struct ColumnScale<V: FoldableVector> {
    let high: StoredRow<V>
    let scale: StoredRow<V>
    let offset: StoredRow<V>
}

/// `activation((x - high) * scale + offset)`
private struct ColumnScaleRow<V: FoldableVector, A: NormActivation>: RowFormula {
    let x: StoredRow<V>
    let scale: ColumnScale<V>

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V {
        let deviation = x.vector(i, lanes) - scale.high.vector(i, lanes)
        return A.apply(scale.offset.vector(i, lanes).adding(product: deviation, scale.scale.vector(i, lanes)))
    }
}

/// `dy * own + (x - high) * slope + offset`
private struct ColumnGradientRow<V: FoldableVector, A: NormActivation>: RowFormula {
    let x: StoredRow<V>
    let dy: StoredRow<V>
    let scale: ColumnScale<V>
    let own: StoredRow<V>
    let slope: StoredRow<V>
    let offset: StoredRow<V>

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V {
        let deviation = x.vector(i, lanes) - scale.high.vector(i, lanes)
        let g = A.gradient(
            dy.vector(i, lanes),
            scale.offset.vector(i, lanes).adding(product: deviation, scale.scale.vector(i, lanes)))
        return offset.vector(i, lanes).adding(product: deviation, slope.vector(i, lanes))
            .adding(product: g, own.vector(i, lanes))
    }
}
