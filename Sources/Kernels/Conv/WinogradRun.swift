import Synchronization

// Convolution by Winograd's algorithm (see `WinogradTransform`): forward, input gradient and weight gradient.
//
// Point by point of the 36 the transformed tiles V (tiles, source channels) and the transformed kernels U (source channels,
// target channels) are matrices, and the sums over channels are products with the tiles of `Gemm`:
//     M = V U for the target,    U = Vᵀ D for the weight gradient, with the transformed slopes D (tiles, target channels).
// Lanes are channels, so that images may have any size. A block of strips is transformed, multiplied and transformed back
// while its matrices are near: where there are many blocks each is a task, where there are few their strips and points are.

/// Where the steps of a call find each other's matrices; the matrices of the 36 points are `step` apart, a little more than
/// their size, since multiples of a page would fall into one set of the cache.
struct PointMatrices<Scalar>: ~Copyable {
    let memory: Workspace<Scalar>
    let step: Int
    var pointer: UnsafeMutablePointer<Scalar> { memory.pointer }

    init?(_ rows: Int, _ columns: Int) {
        step = rows * columns + 16
        guard let memory = Workspace<Scalar>(36 * step) else { return nil }
        self.memory = memory
    }
}

struct WinogradRun<Tiles: ConvTiles> {
    typealias Vector = Tiles.Vector
    typealias Scalar = Tiles.Scalar
    typealias Transform = WinogradTransform<Vector>

    let tiles: WinogradTiles
    private let stripRows: Int
    private let stripsPerBlock: Int
    private let blocks: Int
    private var strips: Int { tiles.batch * ((tiles.down - 1) / stripRows + 1) }

    /// With blocks whose matrices stay in the second-level cache if there are enough of them for tasks.
    init(_ tiles: WinogradTiles) {
        self.tiles = tiles
        let bytes = 36 * (tiles.sourceChannels + tiles.targetChannels) * MemoryLayout<Scalar>.stride
        let small = max(24, (1 << 18) / bytes)
        let size = tiles.count >= 12 * small ? small : max(small, (1 << 22) / bytes)
        stripRows = tiles.rowsOfStrip(tiles: min(size, 32))
        stripsPerBlock = max(1, size / (stripRows * tiles.across))
        let strips = tiles.batch * ((tiles.down - 1) / stripRows + 1)
        blocks = (strips - 1) / stripsPerBlock + 1
    }

    /// The target from the source; `isTurned`: weights (source channels, target channels, 9), turned, for the input gradient.
    func run(
        source: UnsafePointer<Scalar>, weights: UnsafePointer<Scalar>, isTurned: Bool, bias: UnsafePointer<Scalar>?,
        activation: Gemm.Activation, target: UnsafeMutablePointer<Scalar>
    ) -> Bool {
        let (inputs, outputs) = (tiles.sourceChannels, tiles.targetChannels)
        guard let kernels = PointMatrices<Scalar>(inputs, outputs), let noBias = Workspace<Scalar>(Vector.width) else {
            return false
        }
        Vector.zero.store(to: noBias.pointer)
        transformKernels(weights, isTurned: isTurned, to: kernels)
        let (u, uStep, zero) = (UnsafePointer(kernels.pointer), kernels.step, UnsafePointer(noBias.pointer))
        let isComplete = Atomic<Bool>(true)
        forEachBlock(0..<blocks) { strips, tileCount in
            guard let data = PointMatrices<Scalar>(tileCount, inputs), let sums = PointMatrices<Scalar>(tileCount, outputs),
                transformData(source, strips, to: data)
            else { return isComplete.store(false, ordering: .relaxed) }
            let (v, vStep, m, mStep) = (data.pointer, data.step, sums.pointer, sums.step)
            ThreadPool.ranges(36, grain: 1) { points in
                for point in points {
                    multiply(v + point * vStep, u + point * uStep, m + point * mStep, tileCount)
                }
            }
            let isStored = transformSums(sums, strips, bias ?? zero, bias == nil, activation, to: target)
            if !isStored { isComplete.store(false, ordering: .relaxed) }
        }
        return isComplete.load(ordering: .relaxed)
    }

    private func forEachBlock(_ range: Range<Int>, _ body: (_ strips: Range<Int>, _ tiles: Int) -> Void) {
        let strips = strips
        func run(_ block: Int) {
            let some = block * stripsPerBlock..<min((block + 1) * stripsPerBlock, strips)
            let (first, last) = (tiles.strip(some.lowerBound, rows: stripRows), tiles.strip(some.upperBound - 1, rows: stripRows))
            body(some, tiles.firstTile(last) + last.rows.count * tiles.across - tiles.firstTile(first))
        }
        if range.count >= 8 {
            ThreadPool.run(tasks: range.count) { run(range.lowerBound + $0) }
        } else {
            for block in range { run(block) }
        }
    }

    /// M = V U for one point.
    private func multiply(
        _ data: UnsafePointer<Scalar>, _ kernels: UnsafePointer<Scalar>, _ sums: UnsafeMutablePointer<Scalar>,
        _ count: Int
    ) {
        let (inputs, outputs) = (tiles.sourceChannels, tiles.targetChannels)
        let heights = TileRows(count, tallest: Tiles.File.rows)
        for column in stride(from: 0, to: outputs, by: 2 * Vector.width) {
            let vectors = min(2, (outputs - column) / Vector.width)
            var row = 0
            while row < count {
                let height = heights.height(at: row)
                Tiles.File.tile(
                    height, vectors, inputs,
                    TileOperands(
                        a: data + row &* inputs, aRow: inputs, aStep: 1, b: kernels + column &* inputs,
                        bStep: vectors &* Vector.width, c: sums + (row &* outputs &+ column), cRow: outputs, add: false))
                row &+= height
            }
        }
    }

    /// U of all weights, in panels of two vectors of target channels.
    private func transformKernels(
        _ weights: UnsafePointer<Scalar>, isTurned: Bool, to kernels: borrowing PointMatrices<Scalar>
    ) {
        let (inputs, outputs) = (tiles.sourceChannels, tiles.targetChannels)
        let (lane, inner) = isTurned ? (9, outputs * 9) : (inputs * 9, 9)
        let (u, step) = (kernels.pointer, kernels.step)
        let groups = outputs / Vector.width
        ThreadPool.ranges(groups, grain: max(1, 64 / inputs)) { range in
            withUnsafeTemporaryAllocation(of: Scalar.self, capacity: (9 + Transform.points) * Vector.width) { room in
                guard let taps = room.baseAddress else { return }
                for group in range {
                    let vectors = min(2, groups - group / 2 * 2)
                    var place = u + (group / 2 * 2 * inputs + group % 2) * Vector.width
                    for channel in 0..<inputs {
                        let source = weights + (group * Vector.width * lane + channel * inner)
                        Self.gather(source, lane: lane, isTurned: isTurned, to: taps)
                        Transform.kernel(taps, taps + 9 * Vector.width, to: place, step: step)
                        place += vectors * Vector.width
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func gather(
        _ weights: UnsafePointer<Scalar>, lane: Int, isTurned: Bool, to taps: UnsafeMutablePointer<Scalar>
    ) {
        let (first, step) = isTurned ? (8, -1) : (0, 1)
        for i in 0..<Vector.width {
            let source = weights + (i &* lane &+ first)
            for tap in 0..<9 { taps[tap &* Vector.width &+ i] = source[tap &* step] }
        }
    }

    /// V of some strips.
    private func transformData(
        _ source: UnsafePointer<Scalar>, _ strips: Range<Int>, to data: borrowing PointMatrices<Scalar>
    ) -> Bool {
        let (rows, columns) = (4 * stripRows + 2, 4 * tiles.across + 2)
        let size = tiles.source.height * tiles.source.width
        let (channels, v, step) = (tiles.sourceChannels, data.pointer, data.step)
        return forEachPlane(strips, channels: channels, planeSize: rows * columns) { strip, tile, channel, plane, room in
            let top = 4 * strip.rows.lowerBound - tiles.padding.top
            let first = max(0, top), last = min(tiles.source.height, top + 4 * strip.rows.count + 2)
            ChannelVectors<Vector>.gather(
                source + (strip.image * channels + channel) * size,
                first * tiles.source.width..<max(first, last) * tiles.source.width,
                .init(channelStride: size, row: tiles.source.width, pitch: columns), room,
                to: plane + (tiles.padding.left - top * columns) * Vector.width)
            var place = v + (tile * channels + channel)
            for row in 0..<strip.rows.count {
                for column in 0..<tiles.across {
                    Transform.data(
                        plane + 4 * (row * columns + column) * Vector.width, pitch: columns * Vector.width, room,
                        to: place, step: step)
                    place += channels
                }
            }
        }
    }

    /// The target's strips from M.
    private func transformSums(
        _ sums: borrowing PointMatrices<Scalar>, _ strips: Range<Int>, _ bias: UnsafePointer<Scalar>, _ isZero: Bool,
        _ activation: Gemm.Activation, to target: UnsafeMutablePointer<Scalar>
    ) -> Bool {
        let columns = 4 * tiles.across
        let size = tiles.target.height * tiles.target.width
        let (channels, m, step) = (tiles.targetChannels, UnsafePointer(sums.pointer), sums.step)
        return forEachPlane(strips, channels: channels, planeSize: 4 * stripRows * columns) {
            strip, tile, channel, plane, room in
            var place = m + (tile * channels + channel)
            for row in 0..<strip.rows.count {
                for column in 0..<tiles.across {
                    Transform.result(
                        place, step: step, room, bias: isZero ? bias : bias + channel,
                        rectifies: activation == .relu, to: plane + 4 * (row * columns + column) * Vector.width,
                        pitch: columns * Vector.width)
                    place += channels
                }
            }
            let top = 4 * strip.rows.lowerBound
            ChannelVectors<Vector>.scatter(
                plane - top * columns * Vector.width,
                top * tiles.target.width..<min(tiles.target.height, top + 4 * strip.rows.count) * tiles.target.width,
                .init(channelStride: size, row: tiles.target.width, pitch: columns), room,
                to: target + (strip.image * channels + channel) * size)
        }
    }

    /// For each strip and each vector of channels, with memory for its pixels, zero where they are not written, and for a
    /// transform; `tile` counts from the first strip's.
    private func forEachPlane(
        _ strips: Range<Int>, channels: Int, planeSize: Int,
        _ body: (
            _ strip: WinogradTiles.Strip, _ tile: Int, _ channel: Int, _ plane: UnsafeMutablePointer<Scalar>,
            _ room: UnsafeMutablePointer<Scalar>
        ) -> Void
    ) -> Bool {
        let groups = channels / Vector.width
        let isComplete = Atomic<Bool>(true)
        let firstTile = tiles.firstTile(tiles.strip(strips.lowerBound, rows: stripRows))
        ThreadPool.ranges(strips.count * groups, grain: max(1, (1 << 11) / planeSize)) { items in
            let room = max(Transform.points, Vector.width) * Vector.width
            guard let plane = Workspace<Scalar>(planeSize * Vector.width + room) else {
                return isComplete.store(false, ordering: .relaxed)
            }
            var last = -1
            for item in items {
                let strip = tiles.strip(strips.lowerBound + item / groups, rows: stripRows)
                if item / groups != last {
                    plane.pointer.update(repeating: 0, count: planeSize * Vector.width)
                    last = item / groups
                }
                body(
                    strip, tiles.firstTile(strip) - firstTile, item % groups * Vector.width, plane.pointer,
                    plane.pointer + planeSize * Vector.width)
            }
        }
        return isComplete.load(ordering: .relaxed)
    }

    /// The weight gradient (target channels, source channels, 9) from the source and the slopes of the target.
    func weightGradient(
        source: UnsafePointer<Scalar>, slopes: UnsafePointer<Scalar>, target: UnsafeMutablePointer<Scalar>
    ) -> Bool {
        let (inputs, outputs) = (tiles.sourceChannels, tiles.targetChannels)
        let bytes = 36 * inputs * outputs * MemoryLayout<Scalar>.stride
        let chunks = blocks >= 12 && bytes <= 1 << 18 ? min(16, blocks) : 1
        let step = inputs * outputs + 16
        guard let kernels = Workspace<Scalar>(chunks * 36 * step) else { return false }
        let u = kernels.pointer
        let isComplete = Atomic<Bool>(true)
        ThreadPool.run(tasks: chunks) { chunk in
            let some = blocks * chunk / chunks..<blocks * (chunk + 1) / chunks
            for block in some {
                forEachBlock(block..<block + 1) { strips, tileCount in
                    guard let data = PointMatrices<Scalar>(tileCount, inputs),
                        let gradient = PointMatrices<Scalar>(tileCount, outputs),
                        transformData(source, strips, to: data), transformSlopes(slopes, strips, to: gradient)
                    else { return isComplete.store(false, ordering: .relaxed) }
                    let (v, vStep, d, dStep) = (data.pointer, data.step, gradient.pointer, gradient.step)
                    ThreadPool.ranges(36, grain: 1) { points in
                        for point in points {
                            multiplyTransposed(
                                v + point * vStep, d + point * dStep, u + (chunk * 36 + point) * step, tileCount,
                                adds: block > some.lowerBound)
                        }
                    }
                }
            }
        }
        transformKernelSlopes(u, step: step, chunks: chunks, to: target)
        return isComplete.load(ordering: .relaxed)
    }

    /// U = Vᵀ D for one point, or U + Vᵀ D.
    private func multiplyTransposed(
        _ data: UnsafePointer<Scalar>, _ slopes: UnsafePointer<Scalar>, _ kernels: UnsafeMutablePointer<Scalar>,
        _ count: Int, adds: Bool
    ) {
        let (inputs, outputs) = (tiles.sourceChannels, tiles.targetChannels)
        let heights = TileRows(inputs, tallest: Tiles.File.rows)
        for column in stride(from: 0, to: outputs, by: 2 * Vector.width) {
            let vectors = min(2, (outputs - column) / Vector.width)
            var row = 0
            while row < inputs {
                let height = heights.height(at: row)
                Tiles.File.tile(
                    height, vectors, count,
                    TileOperands(
                        a: data + row, aRow: 1, aStep: inputs, b: slopes + column, bStep: outputs,
                        c: kernels + (row &* outputs &+ column), cRow: outputs, add: adds))
                row &+= height
            }
        }
    }

    /// D of some strips.
    private func transformSlopes(
        _ slopes: UnsafePointer<Scalar>, _ strips: Range<Int>, to gradient: borrowing PointMatrices<Scalar>
    ) -> Bool {
        let columns = 4 * tiles.across
        let size = tiles.target.height * tiles.target.width
        let (channels, d, step) = (tiles.targetChannels, gradient.pointer, gradient.step)
        return forEachPlane(strips, channels: channels, planeSize: 4 * stripRows * columns) {
            strip, tile, channel, plane, room in
            let top = 4 * strip.rows.lowerBound
            ChannelVectors<Vector>.gather(
                slopes + (strip.image * channels + channel) * size,
                top * tiles.target.width..<min(tiles.target.height, top + 4 * strip.rows.count) * tiles.target.width,
                .init(channelStride: size, row: tiles.target.width, pitch: columns), room,
                to: plane - top * columns * Vector.width)
            var place = d + (tile * channels + channel)
            for row in 0..<strip.rows.count {
                for column in 0..<tiles.across {
                    Transform.slope(
                        plane + 4 * (row * columns + column) * Vector.width, pitch: columns * Vector.width, room,
                        to: place, step: step)
                    place += channels
                }
            }
        }
    }

    /// The weights' slopes from U, the sum of its chunks in order.
    private func transformKernelSlopes(
        _ kernels: UnsafeMutablePointer<Scalar>, step: Int, chunks: Int, to target: UnsafeMutablePointer<Scalar>
    ) {
        let (inputs, outputs) = (tiles.sourceChannels, tiles.targetChannels)
        if chunks > 1 {
            ThreadPool.ranges(36 * step / 16, grain: 1 << 10) { range in
                for vector in range {
                    for i in vector * 16..<(vector + 1) * 16 {
                        var sum = kernels[i]
                        for chunk in 1..<chunks { sum += kernels[chunk * 36 * step + i] }
                        kernels[i] = sum
                    }
                }
            }
        }
        ThreadPool.ranges(outputs / Vector.width, grain: max(1, 64 / inputs)) { groups in
            withUnsafeTemporaryAllocation(of: Scalar.self, capacity: (9 + Transform.points) * Vector.width) { room in
                guard let taps = room.baseAddress else { return }
                for group in groups {
                    for channel in 0..<inputs {
                        Transform.kernelSlope(
                            kernels + (channel * outputs + group * Vector.width), step: step,
                            taps + 9 * Vector.width, to: taps)
                        let place = target + (group * Vector.width * inputs + channel) * 9
                        for i in 0..<Vector.width {
                            for tap in 0..<9 { place[i &* inputs &* 9 &+ tap] = taps[tap &* Vector.width &+ i] }
                        }
                    }
                }
            }
        }
    }
}
