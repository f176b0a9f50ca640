import Synchronization

// What minimal filtering does with weights: the transformed kernels U, and the weight gradient,
//     U = Vᵀ D
// point by point, with the transformed slopes D (tiles, target channels). Where U is small the blocks are dealt out in chunks
// with sums of their own, which are added in order; otherwise the points are the tasks, block after block.

extension WinogradRun {
    private var kernelTaps: Int { tiles.kernelTaps }
    private var phaseTaps: Int { Filter.taps &* Filter.taps }
    /// Memory for the taps of a vector of kernels and one more, those of a phase, and a transform.
    private var kernelRoom: Int { (kernelTaps + 1 + phaseTaps) * Vector.width + Transform.room }

    /// U of all weights, for each phase of the target in panels of two vectors of target channels.
    func transformKernels(_ weights: UnsafePointer<Scalar>, to kernels: borrowing PointMatrices<Scalar>) {
        let (inputs, outputs) = (tiles.sourceChannels, tiles.targetChannels)
        let terms = tiles.sourcePhases * inputs
        let (u, step) = (kernels.pointer, kernels.step)
        let isPerPhase = tiles.targetStep > 1
        forEachKernel { group, vectors, channel, places, all in
            let some = all + (kernelTaps + 1) * Vector.width
            gather(weights + kernelPlace(group, channel), to: all)
            Vector.zero.store(to: all + kernelTaps * Vector.width)
            for phase in 0..<tiles.phases.count {
                for tap in 0..<phaseTaps {
                    Vector(loading: all + places[phase &* phaseTaps &+ tap] &* Vector.width)
                        .store(to: some + tap &* Vector.width)
                }
                let (block, row) = isPerPhase ? (phase, channel) : (0, phase * inputs + channel)
                let panel = block * outputs * terms + group / 2 * 2 * Vector.width * terms
                Transform.kernel(
                    some, some + phaseTaps * Vector.width,
                    to: u + (panel + (row * vectors + group % 2) * Vector.width), step: step)
            }
        }
    }

    /// For each vector of target channels, two by two, and each source channel: `vectors` is how many of two there are. With
    /// the place of each phase's taps, and memory for taps and transforms.
    private func forEachKernel(
        _ body: (
            _ group: Int, _ vectors: Int, _ channel: Int, _ places: UnsafePointer<Int>,
            _ memory: UnsafeMutablePointer<Scalar>
        ) -> Void
    ) {
        let groups = tiles.targetChannels / Vector.width
        let places = tiles.phases.flatMap(\.taps)
        ThreadPool.ranges((groups + 1) / 2, grain: max(1, 32 / tiles.sourceChannels)) { panels in
            withUnsafeTemporaryAllocation(of: Scalar.self, capacity: kernelRoom) { memory in
                places.withUnsafeBufferPointer { places in
                    guard let memory = memory.baseAddress, let places = places.baseAddress else { return }
                    for panel in panels {
                        let vectors = min(2, groups - 2 * panel)
                        for channel in 0..<tiles.sourceChannels {
                            for group in 2 * panel..<2 * panel + vectors {
                                body(group, vectors, channel, places, memory)
                            }
                        }
                    }
                }
            }
        }
    }

    private func kernelPlace(_ group: Int, _ channel: Int) -> Int {
        group * Vector.width * tiles.weightStrides.target + channel * tiles.weightStrides.source
    }

    /// The kernels of a vector of target channels, tap by tap.
    private func gather(_ weights: UnsafePointer<Scalar>, to taps: UnsafeMutablePointer<Scalar>) {
        let row = tiles.weightStrides.target
        if kernelTaps >= Vector.width {
            for tap in stride(from: 0, to: kernelTaps, by: Vector.width) {
                let first = min(tap, kernelTaps - Vector.width)
                Vector.transpose(
                    weights + first, rowStride: row, rows: Vector.width, to: taps + first * Vector.width,
                    rowStride: Vector.width)
            }
        } else {
            for lane in 0..<Vector.width {
                for tap in 0..<kernelTaps { taps[tap &* Vector.width &+ lane] = weights[lane &* row &+ tap] }
            }
        }
    }

    /// The inverse of `gather`.
    private func scatter(_ taps: UnsafePointer<Scalar>, to weights: UnsafeMutablePointer<Scalar>) {
        let row = tiles.weightStrides.target
        if kernelTaps >= Vector.width {
            for tap in stride(from: 0, to: kernelTaps, by: Vector.width) {
                let first = min(tap, kernelTaps - Vector.width)
                Vector.transpose(
                    taps + first * Vector.width, rowStride: Vector.width, rows: Vector.width, to: weights + first,
                    rowStride: row)
            }
        } else {
            for lane in 0..<Vector.width {
                for tap in 0..<kernelTaps { weights[lane &* row &+ tap] = taps[tap &* Vector.width &+ lane] }
            }
        }
    }

    /// The weight gradient (target channels, source channels, kernel), for tiles of the forward convolution.
    func weightGradient(
        _ input: UnsafePointer<Scalar>, _ gradient: UnsafePointer<Scalar>, _ target: UnsafeMutablePointer<Scalar>
    ) -> Bool {
        let (sources, outputs, points) = (sources, tiles.targetChannels, Transform.points)
        let bytes = points * sources * outputs * MemoryLayout<Scalar>.stride
        let chunks = blocks >= 12 && bytes <= 1 << 18 ? min(16, blocks) : 1
        let step = sources * outputs + 16
        guard let kernels = Workspace<Scalar>(chunks * points * step) else { return false }
        let u = kernels.pointer
        let isComplete = Atomic<Bool>(true)
        ThreadPool.run(tasks: chunks) { chunk in
            let some = blocks * chunk / chunks..<blocks * (chunk + 1) / chunks
            for block in some {
                forEachBlock(block..<block + 1) { strips, count in
                    guard let data = PointMatrices<Scalar>(points: points, count, sources),
                        let slopes = PointMatrices<Scalar>(points: points, count, outputs),
                        transformData(input, strips, to: data), transformSlopes(gradient, strips, to: slopes)
                    else { return isComplete.store(false, ordering: .relaxed) }
                    let (v, vStep, d, dStep) = (data.pointer, data.step, slopes.pointer, slopes.step)
                    ThreadPool.ranges(points, grain: 1) { range in
                        for point in range {
                            multiply(
                                v + point * vStep, d + point * dStep, u + (chunk * points + point) * step, count,
                                adds: block > some.lowerBound)
                        }
                    }
                }
            }
        }
        addChunks(u, count: points * step, chunks: chunks)
        transformKernelSlopes(u, step: step, to: target)
        return isComplete.load(ordering: .relaxed)
    }

    /// U = Vᵀ D for one point, or U + Vᵀ D.
    private func multiply(
        _ data: UnsafePointer<Scalar>, _ slopes: UnsafePointer<Scalar>, _ kernels: UnsafeMutablePointer<Scalar>,
        _ count: Int, adds: Bool
    ) {
        let (sources, outputs) = (sources, tiles.targetChannels)
        let heights = TileRows(sources, tallest: Tiles.File.rows)
        for column in stride(from: 0, to: outputs, by: 2 * Vector.width) {
            let vectors = min(2, (outputs - column) / Vector.width)
            var row = 0
            while row < sources {
                let height = heights.height(at: row)
                Tiles.File.tile(
                    height, vectors, count,
                    TileOperands(
                        a: data + row, aRow: 1, aStep: sources, b: slopes + column, bStep: outputs,
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
        let (channels, d, step) = (tiles.targetChannels, gradient.pointer, gradient.step)
        return forEachPlane(strips, channels: channels, planeSize: 4 * stripRows * columns) {
            strip, tile, channel, plane, room in
            let (pixels, places, image) = targetPixels(strip, channel, columns)
            ChannelVectors<Vector>.gather(
                slopes + image, pixels, places, room,
                to: plane - pixels.lowerBound / tiles.target.width * columns * Vector.width)
            var place = d + (tile * channels + channel)
            for y in 0..<strip.rows.count {
                for x in 0..<tiles.across {
                    Transform.slope(
                        plane + 4 * (y * columns + x) * Vector.width, pitch: columns * Vector.width, room, to: place,
                        step: step)
                    place += channels
                }
            }
        }
    }

    private func addChunks(_ kernels: UnsafeMutablePointer<Scalar>, count: Int, chunks: Int) {
        if chunks == 1 { return }
        ThreadPool.ranges(count, grain: 1 << 13) { range in
            for chunk in 1..<chunks {
                for i in range { kernels[i] += kernels[chunk &* count &+ i] }
            }
        }
    }

    /// The weights' slopes from U.
    private func transformKernelSlopes(
        _ kernels: UnsafePointer<Scalar>, step: Int, to target: UnsafeMutablePointer<Scalar>
    ) {
        let (inputs, outputs) = (tiles.sourceChannels, tiles.targetChannels)
        forEachKernel { group, _, channel, places, all in
            let some = all + (kernelTaps + 1) * Vector.width
            for phase in 0..<tiles.phases.count {
                Transform.kernelSlope(
                    kernels + ((phase * inputs + channel) * outputs + group * Vector.width), step: step,
                    some + phaseTaps * Vector.width, to: some)
                for tap in 0..<phaseTaps {
                    Vector(loading: some + tap &* Vector.width)
                        .store(to: all + places[phase &* phaseTaps &+ tap] &* Vector.width)
                }
            }
            scatter(all, to: target + kernelPlace(group, channel))
        }
    }
}
