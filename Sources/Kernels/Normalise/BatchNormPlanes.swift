/// Batch normalisation of images of a vector's width or more: a channel is `batch` segments.
///
/// A task takes whole channels, reading each for its statistics and, while it is still in the cache, for the output.
/// Where channels are few a task takes a range of the batch of one channel, and the parts are merged in order.
struct BatchNormPlanes<V: FoldableVector, A: NormActivation> {
    let channels: BatchNormChannels<V>
    private var norm: BatchNorm { channels.norm }
    private var pieces: Int { BatchNorm.pieces(norm.batch, norm.channels, norm.size) }
    private var grain: Int { max(1, (1 << 14) / max(1, norm.batch &* norm.size)) }

    typealias Row = UnsafePointer<V.Scalar>
    typealias MutableRow = UnsafeMutablePointer<V.Scalar>

    /// A range of the batch of one channel: where it starts, and its segments.
    private func piece(_ channel: Int, _ piece: Int, of pieces: Int) -> (start: Int, segments: Segments) {
        let first = norm.batch &* piece / pieces
        let last = norm.batch &* (piece &+ 1) / pieces
        let step = norm.channels &* norm.size
        return (
            first &* step &+ channel &* norm.size, Segments(count: last &- first, length: norm.size, step: step)
        )
    }

    private func scale(_ channel: Int) -> NormScale<V> {
        let values = channels.scale(channel)
        return NormScale(high: values.high, scale: values.scale, offset: values.offset)
    }

    func forward(_ x: Row, _ y: MutableRow, _ scratch: UnsafeMutablePointer<Double>) {
        let pieces = pieces
        func store(_ channel: Int, _ index: Int) {
            let (start, segments) = piece(channel, index, of: pieces)
            SegmentPasses<V>.store(x + start, y + start, segments, scale(channel), A.self)
        }
        if pieces == 1 {
            ThreadPool.ranges(norm.channels, grain: grain) { range in
                for channel in range {
                    let (start, segments) = piece(channel, 0, of: 1)
                    if norm.usesBatchStatistics {
                        channels.setStatistics(channel, SegmentPasses<V>.moments(x + start, segments))
                    }
                    store(channel, 0)
                }
            }
            return
        }
        if norm.usesBatchStatistics {
            ThreadPool.run(tasks: norm.channels &* pieces) { task in
                let (start, segments) = piece(task / pieces, task % pieces, of: pieces)
                let part = SegmentPasses<V>.moments(x + start, segments)
                let place = scratch + 3 &* task
                (place[0], place[1], place[2]) = (part.count, part.mean, part.squares)
            }
            for channel in 0..<norm.channels {
                var moments = Moments()
                for index in 0..<pieces {
                    let place = scratch + 3 &* (channel &* pieces &+ index)
                    moments.merge(Moments(count: place[0], mean: place[1], squares: place[2]))
                }
                channels.setStatistics(channel, moments)
            }
        }
        ThreadPool.run(tasks: norm.channels &* pieces) { store($0 / pieces, $0 % pieces) }
    }

    func backward(_ arrays: BatchNormGradients<V>, _ scratch: UnsafeMutablePointer<Double>) {
        let pieces = pieces
        func sums(_ channel: Int, _ index: Int) -> (first: Double, second: Double) {
            let (start, segments) = piece(channel, index, of: pieces)
            return SegmentPasses<V>.gradientSums(
                arrays.x + start, arrays.dy + start, segments, scale(channel), A.self)
        }
        func store(_ channel: Int, _ index: Int, _ slope: NormSlope<V>) {
            let (start, segments) = piece(channel, index, of: pieces)
            SegmentPasses<V>.storeGradient(
                arrays.x + start, arrays.dy + start, arrays.dx + start, segments, scale(channel), slope, A.self)
        }
        func slope(_ channel: Int, _ sums: (first: Double, second: Double)) -> NormSlope<V> {
            let values = channels.slope(channel, sums)
            arrays.dweight[channel] = V.scalar(values.dweight)
            arrays.dbias[channel] = V.scalar(values.dbias)
            return NormSlope(own: V(values.own), slope: V(values.slope), offset: V(values.offset))
        }
        if pieces == 1 {
            ThreadPool.ranges(norm.channels, grain: grain) { range in
                for channel in range { store(channel, 0, slope(channel, sums(channel, 0))) }
            }
            return
        }
        ThreadPool.run(tasks: norm.channels &* pieces) { task in
            let part = sums(task / pieces, task % pieces)
            (scratch[2 &* task], scratch[2 &* task &+ 1]) = (part.first, part.second)
        }
        for channel in 0..<norm.channels {
            var total = (first: 0.0, second: 0.0)
            for task in channel &* pieces..<(channel &+ 1) &* pieces {
                total.first += scratch[2 &* task]
                total.second += scratch[2 &* task &+ 1]
            }
            (scratch[2 &* channel &* pieces], scratch[2 &* channel &* pieces &+ 1]) = total
        }
        ThreadPool.run(tasks: norm.channels &* pieces) { task in
            let channel = task / pieces
            let place = scratch + 2 &* channel &* pieces
            store(channel, task % pieces, slope(channel, (place[0], place[1])))
        }
    }
}
