import Synchronization

// Convolution by minimal filtering (see `WinogradTiles`, `WinogradTransform`): forward and input gradient. The weight gradient
// is in an extension.
//
// Point by point of a transformed tile, the transformed tiles V (tiles, source channels of all phases) and the transformed
// kernels U (source channels, target channels) are matrices, and the sums over channels are products with the tiles of `Gemm`:
//     M = V U,
// for each phase of the target on its own. Lanes are channels, so that images may have any size. A block of strips is
// transformed, multiplied and transformed back while its matrices are near: where there are many blocks each is a task,
// where there are few their strips and points are.
//
// Errors: float32 results are off by less than 2⁻²⁰ of the largest sum of magnitudes |w| |x| of any pixel of the tile, where
// direct sums are off by less than 2⁻²² of that of their own pixel. An infinity or NaN reaches all pixels of its tiles.

/// The matrices of all points, `step` apart: a little more than their size, since multiples of a page would fall into one
/// set of the cache.
struct PointMatrices<Scalar>: ~Copyable {
    let memory: Workspace<Scalar>
    let step: Int
    var pointer: UnsafeMutablePointer<Scalar> { memory.pointer }

    init?(points: Int, _ rows: Int, _ columns: Int) {
        step = rows * columns + 16
        guard let memory = Workspace<Scalar>(points * step) else { return nil }
        self.memory = memory
    }
}

struct WinogradRun<Tiles: ConvTiles, Filter: WinogradFilter> where Filter.Vector == Tiles.Vector {
    typealias Vector = Tiles.Vector
    typealias Scalar = Tiles.Scalar
    typealias Transform = WinogradTransform<Filter>

    let tiles: WinogradTiles
    let blocks: Int
    let stripRows: Int
    private let stripsPerBlock: Int
    private let strips: Int
    /// Columns of V and M.
    var sources: Int { tiles.phases.count * tiles.sourceChannels }
    var targets: Int { tiles.targetPhases * tiles.targetChannels }

    /// With blocks whose matrices stay in the second-level cache if there are enough of them for tasks.
    init(_ tiles: WinogradTiles) {
        self.tiles = tiles
        let columns = tiles.phases.count * tiles.sourceChannels + tiles.targetPhases * tiles.targetChannels
        let bytes = Transform.points * columns * MemoryLayout<Scalar>.stride
        let small = max(24, (1 << 18) / bytes)
        let kernelBytes = Transform.points * columns * tiles.targetChannels
        let size = tiles.count >= 12 * small ? small : max(small, max(1 << 22, kernelBytes) / bytes)
        stripRows = tiles.rowsOfStrip(tiles: min(size, 32))
        stripsPerBlock = max(1, size / (stripRows * tiles.across))
        strips = tiles.batch * ((tiles.down - 1) / stripRows + 1)
        blocks = (strips - 1) / stripsPerBlock + 1
    }

    func run(_ operands: ConvOperands<Scalar>) -> Bool {
        let (bias, activation) = (operands.bias, operands.activation)
        guard let kernels = PointMatrices<Scalar>(points: Transform.points, sources, tiles.targetChannels),
            let zeros = bias == nil ? Workspace<Scalar>(tiles.targetChannels) : Workspace<Scalar>(0)
        else { return false }
        if bias == nil { zeros.pointer.update(repeating: 0, count: tiles.targetChannels) }
        transformKernels(operands.weights, to: kernels)
        let (u, uStep, offsets) = (UnsafePointer(kernels.pointer), kernels.step, bias ?? UnsafePointer(zeros.pointer))
        let isComplete = Atomic<Bool>(true)
        forEachBlock(0..<blocks) { strips, count in
            guard let data = PointMatrices<Scalar>(points: Transform.points, count, sources),
                let sums = PointMatrices<Scalar>(points: Transform.points, count, targets),
                transformData(operands.source, strips, to: data)
            else { return isComplete.store(false, ordering: .relaxed) }
            let (v, vStep, m, mStep) = (data.pointer, data.step, sums.pointer, sums.step)
            ThreadPool.ranges(Transform.points, grain: 1) { points in
                for point in points {
                    multiply(v + point * vStep, u + point * uStep, m + point * mStep, count)
                }
            }
            if !transformSums(sums, strips, offsets, activation, to: operands.target) {
                isComplete.store(false, ordering: .relaxed)
            }
        }
        return isComplete.load(ordering: .relaxed)
    }

    /// Calls `body` with the strips of each block and the number of their tiles.
    func forEachBlock(_ range: Range<Int>, _ body: (_ strips: Range<Int>, _ tiles: Int) -> Void) {
        func run(_ block: Int) {
            let some = block * stripsPerBlock..<min((block + 1) * stripsPerBlock, strips)
            let last = strip(some.upperBound - 1)
            body(
                some,
                tiles.firstTile(last) + last.rows.count * tiles.across - tiles.firstTile(strip(some.lowerBound)))
        }
        if range.count >= 8 {
            ThreadPool.run(tasks: range.count) { run(range.lowerBound + $0) }
        } else {
            for block in range { run(block) }
        }
    }

    private func strip(_ index: Int) -> WinogradTiles.Strip { tiles.strip(index, rows: stripRows) }

    /// M = V U for one point.
    private func multiply(
        _ data: UnsafePointer<Scalar>, _ kernels: UnsafePointer<Scalar>, _ sums: UnsafeMutablePointer<Scalar>,
        _ count: Int
    ) {
        let (terms, outputs) = (tiles.sourcePhases * tiles.sourceChannels, tiles.targetChannels)
        let (sources, targets) = (sources, targets)
        let heights = TileRows(count, tallest: Tiles.File.rows)
        for phase in 0..<tiles.targetPhases {
            let (a, b) = (data + phase * terms, kernels + phase * terms * outputs)
            for column in stride(from: 0, to: outputs, by: 2 * Vector.width) {
                let vectors = min(2, (outputs - column) / Vector.width)
                var row = 0
                while row < count {
                    let height = heights.height(at: row)
                    Tiles.File.tile(
                        height, vectors, terms,
                        TileOperands(
                            a: a + row &* sources, aRow: sources, aStep: 1, b: b + column &* terms,
                            bStep: vectors &* Vector.width, c: sums + (row &* targets &+ phase &* outputs &+ column),
                            cRow: targets, add: false))
                    row &+= height
                }
            }
        }
    }

    /// V of some strips.
    func transformData(
        _ source: UnsafePointer<Scalar>, _ strips: Range<Int>, to data: borrowing PointMatrices<Scalar>
    ) -> Bool {
        let columns = tiles.extent(tiles.across)
        let (size, row) = (tiles.source.height * tiles.source.width, tiles.source.width)
        let (channels, sources, v, vStep) = (tiles.sourceChannels, sources, data.pointer, data.step)
        let step = tiles.sourceStep
        return forEachPlane(strips, channels: channels, planeSize: tiles.extent(stripRows) * columns) {
            strip, tile, channel, plane, room in
            let top = 4 * step * strip.rows.lowerBound - tiles.padding.top
            let first = max(0, top)
            let last = min(tiles.source.height, top + tiles.extent(strip.rows.count))
            ChannelVectors<Vector>.gather(
                source + (strip.image * channels + channel) * size, first * row..<max(first, last) * row,
                .init(channelStride: size, row: row, pitch: columns), room,
                to: plane + (tiles.padding.left - top * columns) * Vector.width)
            for (index, phase) in tiles.phases.enumerated() {
                let start = plane + (phase.top * columns + phase.left) * Vector.width
                var place = v + (tile * sources + index * channels + channel)
                for y in 0..<strip.rows.count {
                    for x in 0..<tiles.across {
                        Transform.data(
                            start + 4 * step * (y * columns + x) * Vector.width, column: step * Vector.width,
                            pitch: step * columns * Vector.width, room, to: place, step: vStep)
                        place += sources
                    }
                }
            }
        }
    }

    /// The target's strips from M.
    private func transformSums(
        _ sums: borrowing PointMatrices<Scalar>, _ strips: Range<Int>, _ bias: UnsafePointer<Scalar>,
        _ activation: Gemm.Activation, to target: UnsafeMutablePointer<Scalar>
    ) -> Bool {
        let step = tiles.targetStep
        let columns = 4 * step * tiles.across
        let (channels, targets, m, mStep) = (tiles.targetChannels, targets, UnsafePointer(sums.pointer), sums.step)
        return forEachPlane(strips, channels: channels, planeSize: 4 * step * stripRows * columns) {
            strip, tile, channel, plane, room in
            for phase in 0..<tiles.targetPhases {
                let start = plane + (phase / step * columns + phase % step) * Vector.width
                var place = m + (tile * targets + phase * channels + channel)
                for y in 0..<strip.rows.count {
                    for x in 0..<tiles.across {
                        Transform.result(
                            place, step: mStep, room, bias: bias + channel, rectifies: activation == .relu,
                            to: start + 4 * step * (y * columns + x) * Vector.width, column: step * Vector.width,
                            pitch: step * columns * Vector.width)
                        place += targets
                    }
                }
            }
            let (pixels, places, image) = targetPixels(strip, channel, columns)
            ChannelVectors<Vector>.scatter(
                plane - pixels.lowerBound / tiles.target.width * columns * Vector.width, pixels, places, room,
                to: target + image)
        }
    }

    /// The target's pixels of a strip, and where their channels' image starts.
    func targetPixels(
        _ strip: WinogradTiles.Strip, _ channel: Int, _ columns: Int
    ) -> (Range<Int>, ChannelVectors<Vector>.Places, image: Int) {
        let (height, width) = tiles.target
        let rows =
            4 * tiles.targetStep * strip.rows.lowerBound..<min(height, 4 * tiles.targetStep * strip.rows.upperBound)
        return (
            rows.lowerBound * width..<rows.upperBound * width,
            .init(channelStride: height * width, row: width, pitch: columns),
            (strip.image * tiles.targetChannels + channel) * height * width
        )
    }

    /// For each strip and each vector of channels, with memory for its pixels, zero where they are not written, and for a
    /// transform; `tile` counts from the first strip's.
    func forEachPlane(
        _ strips: Range<Int>, channels: Int, planeSize: Int,
        _ body: (
            _ strip: WinogradTiles.Strip, _ tile: Int, _ channel: Int, _ plane: UnsafeMutablePointer<Scalar>,
            _ room: UnsafeMutablePointer<Scalar>
        ) -> Void
    ) -> Bool {
        let groups = channels / Vector.width
        let isComplete = Atomic<Bool>(true)
        let firstTile = tiles.firstTile(strip(strips.lowerBound))
        ThreadPool.ranges(strips.count * groups, grain: max(1, (1 << 11) / planeSize)) { items in
            let size = planeSize * Vector.width
            guard let plane = Workspace<Scalar>(size + max(Transform.room, Vector.width * Vector.width)) else {
                return isComplete.store(false, ordering: .relaxed)
            }
            var last = -1
            for item in items {
                let strip = strip(strips.lowerBound + item / groups)
                if item / groups != last {
                    plane.pointer.update(repeating: 0, count: size)
                    last = item / groups
                }
                body(
                    strip, tiles.firstTile(strip) - firstTile, item % groups * Vector.width, plane.pointer,
                    plane.pointer + size)
            }
        }
        return isComplete.load(ordering: .relaxed)
    }
}
