import Synchronization

// The weight gradient by register tiles along the pixels (see `DotTile`).
//
// The batch is cut into chunks, one task each, whose sums are added in order at the end; where weights are many and images
// few, the channels of the output are cut too. A task goes through blocks of steps of a few images at a time, enough
// pixels for the tiles' lanes to be added rarely: it copies the image with its padding, and the output's gradient where
// its rows are no whole number of vectors, and passes over a panel of terms with all channels while the panel's pixels
// are in the second-level cache.

/// How the weight gradient is cut. It follows from the geometry.
struct WeightPlan<Tiles: ConvTiles> {
    typealias Scalar = Tiles.Scalar

    let geometry: ConvGeometry
    let layout: TapLayout
    let depthSteps: Int
    let heightSteps: Int
    /// Of all useful taps of all channels, padded with repeats to whole tiles, and where their weights lie.
    let offsets: [Int]
    let weightOffsets: [Int]
    /// Pixels of a row as the tiles read it.
    let paddedRow: Int
    let copiesGradient: Bool
    let imagesPerBlock: Int
    let imagesPerChunk: Int
    let chunks: Int
    let channelsPerPart: Int
    let parts: Int

    init(_ geometry: ConvGeometry) {
        self.geometry = geometry
        let (depth, height, width) = (
            TapAxis(forward: geometry.depth), TapAxis(forward: geometry.height), TapAxis(forward: geometry.width)
        )
        let lanes = Tiles.Vector.width
        paddedRow = (geometry.width.output + lanes - 1) / lanes * lanes
        var (d, h) = (max(1, depth.steps.count), max(1, height.steps.count))
        let row = paddedRow / lanes
        while d * h > 1 && d * h * row > 256 {
            if d > 1 { d = (d + 1) / 2 } else { h = (h + 1) / 2 }
        }
        (depthSteps, heightSteps) = (d, h)
        imagesPerBlock = max(1, min(geometry.batch, 192 / max(1, d * h * row)))
        copiesGradient = paddedRow != geometry.width.output || imagesPerBlock > 1
        layout = TapLayout(depth, height, width, depthSteps: d, heightSteps: h, copies: copiesGradient)

        var offsets: [Int] = []
        var weightOffsets: [Int] = []
        for channel in 0..<geometry.inputChannels {
            for i in depth.residues[0].taps {
                for j in height.residues[0].taps {
                    for k in width.residues[0].taps {
                        offsets.append(channel * layout.channelStride + layout.offset(i, j, k))
                        let tap = (i.index * geometry.height.kernel + j.index) * geometry.width.kernel + k.index
                        weightOffsets.append(channel * geometry.taps + tap)
                    }
                }
            }
        }
        while offsets.count % Tiles.dotColumns != 0, let last = offsets.last { offsets.append(last) }
        self.offsets = offsets
        self.weightOffsets = weightOffsets

        let sumBytes = Double(geometry.outputChannels * offsets.count * MemoryLayout<Scalar>.stride)
        let wanted = min(
            16, geometry.multiplications / Double(geometry.groups) / Double(1 << 19), Double(1 << 24) / sumBytes)
        let chunk = (geometry.batch - 1) / max(1, Int(wanted)) + 1
        imagesPerChunk = (chunk + imagesPerBlock - 1) / imagesPerBlock * imagesPerBlock
        chunks = (geometry.batch - 1) / imagesPerChunk + 1
        let channelParts = max(1, min(8 / chunks, geometry.outputChannels / 32))
        channelsPerPart = (geometry.outputChannels - 1) / channelParts + 1
        parts = (geometry.outputChannels - 1) / channelsPerPart + 1
    }

    /// Elements of one chunk's sums.
    private var sumSize: Int { geometry.groups * geometry.outputChannels * offsets.count }

    func run(
        input: UnsafePointer<Scalar>, gradient: UnsafePointer<Scalar>, target: UnsafeMutablePointer<Scalar>
    ) -> Bool {
        guard let sums = Workspace<Scalar>(chunks * sumSize) else { return false }
        let isComplete = Atomic<Bool>(true)
        let sumPointer = sums.pointer
        let items = chunks * geometry.groups * parts
        let grain = max(1, Int(Double(1 << 19) / max(geometry.multiplications / Double(items), 1)))
        ThreadPool.ranges(items, grain: grain) { range in
            guard let run = WeightRun(self, input: input, gradient: gradient) else {
                isComplete.store(false, ordering: .relaxed)
                return
            }
            for item in range {
                let (chunk, group, part) = (
                    item / (geometry.groups * parts), item / parts % geometry.groups, item % parts
                )
                let first = part * channelsPerPart
                run.compute(
                    images: chunk * imagesPerChunk..<min(geometry.batch, (chunk + 1) * imagesPerChunk), group: group,
                    channels: first..<min(geometry.outputChannels, first + channelsPerPart),
                    sums: sumPointer + chunk * sumSize + group * geometry.outputChannels * offsets.count)
            }
        }
        add(sums.pointer, to: target)
        return isComplete.load(ordering: .relaxed)
    }

    /// The sum over chunks in order, each weight to its place; those of taps that meet no input are zero.
    private func add(_ sums: UnsafePointer<Scalar>, to target: UnsafeMutablePointer<Scalar>) {
        let rows = geometry.groups * geometry.outputChannels
        let count = offsets.count
        ThreadPool.ranges(rows, grain: max(1, (1 << 15) / max(1, count * chunks))) { range in
            weightOffsets.withUnsafeBufferPointer { places in
                for row in range {
                    let out = target + row * geometry.terms
                    if places.count < geometry.terms { out.update(repeating: 0, count: geometry.terms) }
                    let source = sums + row * count
                    for p in 0..<places.count {
                        var sum = source[p]
                        for chunk in 1..<max(chunks, 1) { sum += source[chunk * sumSize + p] }
                        out[places[p]] = sum
                    }
                }
            }
        }
    }
}

/// The items of one task, with the memory that they use in turn.
private struct WeightRun<Tiles: ConvTiles>: ~Copyable {
    typealias Scalar = Tiles.Scalar

    private let plan: WeightPlan<Tiles>
    private let input: UnsafePointer<Scalar>
    private let gradient: UnsafePointer<Scalar>
    private let copy: Workspace<Scalar>
    private let imageSize: Int
    private let gradientCopy: Workspace<Scalar>
    private let gradientPlane: Int
    private let starts: Workspace<Int>
    private let lanes: Workspace<Scalar>

    init?(_ plan: WeightPlan<Tiles>, input: UnsafePointer<Scalar>, gradient: UnsafePointer<Scalar>) {
        self.plan = plan
        self.input = input
        self.gradient = gradient
        imageSize = plan.layout.size(channels: plan.geometry.inputChannels)
        gradientPlane = plan.depthSteps * plan.heightSteps * plan.paddedRow
        let gradientSize = plan.copiesGradient ? plan.imagesPerBlock * plan.channelsPerPart * gradientPlane : 0
        let copySize = imageSize > 0 ? imageSize * plan.imagesPerBlock + Tiles.Vector.width : 0
        guard let copy = Workspace<Scalar>(copySize), let gradientCopy = Workspace<Scalar>(gradientSize),
            let starts = Workspace<Int>(plan.imagesPerBlock * gradientPlane / Tiles.Vector.width),
            let lanes = Workspace<Scalar>(Tiles.dotRows * Tiles.dotColumns * Tiles.Vector.width)
        else { return nil }
        copy.pointer.update(repeating: 0, count: copySize)
        self.copy = copy
        self.gradientCopy = gradientCopy
        self.starts = starts
        self.lanes = lanes
    }

    func compute(images: Range<Int>, group: Int, channels: Range<Int>, sums: UnsafeMutablePointer<Scalar>) {
        let count = plan.offsets.count
        (sums + channels.lowerBound * count).update(repeating: 0, count: channels.count * count)
        let layout = plan.layout
        for depth in stride(from: 0, to: layout.depth.steps.count, by: plan.depthSteps) {
            for height in stride(from: 0, to: layout.height.steps.count, by: plan.heightSteps) {
                let block = TapBlock(
                    depth: depth..<min(depth + plan.depthSteps, layout.depth.steps.count),
                    height: height..<min(height + plan.heightSteps, layout.height.steps.count))
                for first in stride(from: images.lowerBound, to: images.upperBound, by: plan.imagesPerBlock) {
                    let some = first..<min(first + plan.imagesPerBlock, images.upperBound)
                    compute(some, group, channels, block, sums)
                }
            }
        }
    }

    private func compute(
        _ images: Range<Int>, _ group: Int, _ channels: Range<Int>, _ block: TapBlock,
        _ sums: UnsafeMutablePointer<Scalar>
    ) {
        let (geometry, layout) = (plan.geometry, plan.layout)
        let inputStride = geometry.groups * geometry.inputChannels * geometry.inputSize
        let source = input + images.lowerBound * inputStride + group * geometry.inputChannels * geometry.inputSize
        if !layout.isInPlace {
            for image in 0..<images.count {
                layout.fill(
                    Tiles.Vector.self, copy.pointer + image * imageSize, from: source + image * inputStride,
                    channels: geometry.inputChannels, block)
            }
        }
        let rows = block.depth.count * block.height.count
        let row = plan.paddedRow / Tiles.Vector.width
        for r in 0..<images.count * rows {
            let (image, d, h) = (
                r / rows, r % rows / block.height.count, r % block.height.count
            )
            for v in 0..<row {
                starts.pointer[r * row + v] =
                    image * imageSize + d * layout.depthStride + h * layout.rowStride + v * Tiles.Vector.width
            }
        }
        let gradientStride = geometry.groups * geometry.outputChannels * geometry.outputSize
        let slope =
            gradient + images.lowerBound * gradientStride
            + (group * geometry.outputChannels + channels.lowerBound) * geometry.outputSize
            + (block.depth.lowerBound * geometry.height.output + block.height.lowerBound) * geometry.width.output
        if plan.copiesGradient { copyGradient(slope, gradientStride, images.count, channels.count, rows) }
        let operands = DotOperands(
            gradient: plan.copiesGradient ? UnsafePointer(gradientCopy.pointer) : slope,
            gradientRow: plan.copiesGradient ? images.count * rows * plan.paddedRow : geometry.outputSize,
            image: layout.isInPlace ? source + layout.start(block) : UnsafePointer(copy.pointer),
            offsets: UnsafePointer(starts.pointer), starts: UnsafePointer(starts.pointer),
            vectors: images.count * rows * row, lanes: lanes.pointer, target: sums, targetRow: plan.offsets.count)
        tiles(operands, channels)
    }

    /// For each channel the rows of all images, of whole vectors with zeros behind them.
    private func copyGradient(
        _ source: UnsafePointer<Scalar>, _ imageStride: Int, _ images: Int, _ channels: Int, _ rows: Int
    ) {
        let (width, padded) = (plan.geometry.width.output, plan.paddedRow)
        let lanes = Tiles.Vector.width
        for image in 0..<images {
            for channel in 0..<channels {
                let from = source + image * imageStride + channel * plan.geometry.outputSize
                let to = gradientCopy.pointer + (channel * images + image) * rows * padded
                for row in 0..<rows {
                    let (a, b) = (from + row &* width, to + row &* padded)
                    var j = 0
                    while j &+ lanes <= width {
                        Tiles.Vector(loading: a + j).store(to: b + j)
                        j &+= lanes
                    }
                    while j < width {
                        b[j] = a[j]
                        j &+= 1
                    }
                    while j < padded {
                        b[j] = 0
                        j &+= 1
                    }
                }
            }
        }
    }

    /// Panels of terms, channels, terms.
    private func tiles(_ first: DotOperands<Scalar>, _ channels: Range<Int>) {
        let heights = TileRows(channels.count, tallest: Tiles.dotRows)
        let columns = Tiles.dotColumns
        let pixels = max(1, first.vectors &* Tiles.Vector.width)
        let channelsPerPanel = max(1, (1 << 17) / (pixels * MemoryLayout<Scalar>.stride))
        let tapCount = max(1, plan.weightOffsets.count / max(1, plan.geometry.inputChannels))
        let panel = max(columns, channelsPerPanel * tapCount / columns * columns)
        plan.offsets.withUnsafeBufferPointer { offsets in
            guard let base = offsets.baseAddress else { return }
            var start = 0
            while start < offsets.count {
                let end = min(start &+ panel, offsets.count)
                var row = 0
                while row < channels.count {
                    let height = heights.height(at: row)
                    var operands = first
                    operands.gradient = first.gradient + row &* first.gradientRow
                    let target = first.target + (channels.lowerBound &+ row) &* first.targetRow
                    var p = start
                    while p < end {
                        operands.offsets = base + p
                        operands.target = target + p
                        Tiles.dot(height, operands)
                        p &+= columns
                    }
                    row &+= height
                }
                start = end
            }
        }
    }
}
