import Synchronization

// Convolution as matrix products over the pixels of many images, for images whose rows are too short for the tiles on
// the image (4x4, 2x2) and channels enough to pay for it. With the columns B[p, q] = image[start[q] + offset[p]] of a chunk
// of images, p = (channel, tap) and q = (image, pixel):
//     y = W B,    dW += dy Bᵀ,    dB = Wᵀ dy, and dimage[start[q] + offset[p]] += dB[p, q].
// Taps that meet nothing but padding take part in none of it.

struct ColumnPlan<Tiles: ConvTiles> {
    typealias Scalar = Tiles.Scalar

    let geometry: ConvGeometry
    private let layout: TapLayout
    private let block: TapBlock
    private let offsets: [Int]
    private let starts: [Int]
    /// For each tap that is left, its place among all; nil where all are.
    private let taps: [Int]
    private let imagesPerChunk: Int

    init(_ geometry: ConvGeometry) {
        self.geometry = geometry
        let (depth, height, width) = (
            TapAxis(forward: geometry.depth), TapAxis(forward: geometry.height), TapAxis(forward: geometry.width)
        )
        let layout = TapLayout(
            depth, height, width, depthSteps: depth.steps.count, heightSteps: height.steps.count, copies: true)
        self.layout = layout
        block = TapBlock(depth: depth.steps, height: height.steps)
        var taps: [Int] = []
        var tapOffsets: [Int] = []
        for i in depth.residues[0].taps {
            for j in height.residues[0].taps {
                for k in width.residues[0].taps {
                    taps.append((i.index * geometry.height.kernel + j.index) * geometry.width.kernel + k.index)
                    tapOffsets.append(layout.offset(i, j, k))
                }
            }
        }
        self.taps = taps
        offsets = (0..<geometry.inputChannels).flatMap { channel in
            tapOffsets.map { channel * layout.channelStride + $0 }
        }
        starts = (0..<geometry.outputSize).map { pixel in
            let (row, w) = (pixel / geometry.width.output, pixel % geometry.width.output)
            let (d, h) = (row / geometry.height.output, row % geometry.height.output)
            return d * layout.depthStride + h * layout.rowStride + w
        }
        let bytes = max(1, offsets.count * geometry.outputSize * MemoryLayout<Scalar>.stride)
        imagesPerChunk = max(1, min(geometry.batch, (1 << 23) / bytes))
    }

    /// Whether this way costs less than tiles on rows of `longest` and `shortest` steps, for `channels` of target. A
    /// column's element costs about as much as four vectors of multiply-adds; tiles compute the whole vectors of a row.
    static func pays(row: Int, channels: Int) -> Bool {
        let width = Tiles.Vector.width
        let waste = Double((row + width - 1) / width * width) / Double(max(row, 1)) - 1
        return waste > 0.1 + Double(4 * width) / Double(max(channels, 1))
    }

    private var terms: Int { offsets.count }
    private var pixels: Int { geometry.outputSize }

    func forward(_ operands: ConvOperands<Scalar>) -> Bool {
        let channels = geometry.outputChannels
        guard let columns = Workspace<Scalar>(terms * pixels * imagesPerChunk),
            let product = Workspace<Scalar>(channels * pixels * imagesPerChunk),
            let useful = usefulWeights(operands.weights)
        else { return false }
        return forEachChunk { group, images in
            guard gather(operands.source, group, images, to: columns.pointer) else { return false }
            let count = images.count * pixels
            Scalar.multiply(
                MatrixProduct(
                    m: channels, n: count, k: terms, a: useful.pointer + group * channels * terms, aRow: terms,
                    aColumn: 1, b: UnsafePointer(columns.pointer), bRow: count, bColumn: 1, c: product.pointer,
                    cRow: count, accumulate: false,
                    epilogue: Gemm.Epilogue(
                        rowBias: operands.bias.map { $0 + group * channels }, activation: operands.activation)))
            exchange(product.pointer, operands.target, group, images, toImages: true)
            return true
        }
    }

    func inputGradient(_ operands: ConvOperands<Scalar>) -> Bool {
        let channels = geometry.outputChannels
        guard let columns = Workspace<Scalar>(terms * pixels * imagesPerChunk),
            let slopes = Workspace<Scalar>(channels * pixels * imagesPerChunk),
            let useful = usefulWeights(operands.weights)
        else { return false }
        return forEachChunk { group, images in
            exchange(slopes.pointer, UnsafeMutablePointer(mutating: operands.source), group, images, toImages: false)
            let count = images.count * pixels
            Scalar.multiply(
                MatrixProduct(
                    m: terms, n: count, k: channels, a: useful.pointer + group * channels * terms, aRow: 1,
                    aColumn: terms, b: UnsafePointer(slopes.pointer), bRow: count, bColumn: 1, c: columns.pointer,
                    cRow: count, accumulate: false, epilogue: Gemm.Epilogue()))
            return scatter(columns.pointer, operands.bias, group, images, to: operands.target)
        }
    }

    func weightGradient(
        input: UnsafePointer<Scalar>, gradient: UnsafePointer<Scalar>, target: UnsafeMutablePointer<Scalar>
    ) -> Bool {
        let channels = geometry.outputChannels
        let isWhole = taps.count == geometry.taps
        guard let columns = Workspace<Scalar>(terms * pixels * imagesPerChunk),
            let slopes = Workspace<Scalar>(channels * pixels * imagesPerChunk),
            let sums = Workspace<Scalar>(isWhole ? 0 : geometry.groups * channels * terms)
        else { return false }
        let result = isWhole ? target : sums.pointer
        let isComplete = forEachChunk { group, images in
            guard gather(input, group, images, to: columns.pointer) else { return false }
            exchange(slopes.pointer, UnsafeMutablePointer(mutating: gradient), group, images, toImages: false)
            let count = images.count * pixels
            Scalar.multiply(
                MatrixProduct(
                    m: channels, n: terms, k: count, a: UnsafePointer(slopes.pointer), aRow: count, aColumn: 1,
                    b: UnsafePointer(columns.pointer), bRow: 1, bColumn: count, c: result + group * channels * terms,
                    cRow: terms, accumulate: images.lowerBound > 0, epilogue: Gemm.Epilogue()))
            return true
        }
        if isWhole { return isComplete }
        target.update(repeating: 0, count: geometry.groups * channels * geometry.terms)
        for row in 0..<geometry.groups * channels * geometry.inputChannels {
            for (position, tap) in taps.enumerated() {
                target[row * geometry.taps + tap] = result[row * taps.count + position]
            }
        }
        return isComplete
    }

    private func forEachChunk(_ body: (_ group: Int, _ images: Range<Int>) -> Bool) -> Bool {
        for first in stride(from: 0, to: geometry.batch, by: imagesPerChunk) {
            for group in 0..<geometry.groups {
                guard body(group, first..<min(geometry.batch, first + imagesPerChunk)) else { return false }
            }
        }
        return true
    }

    /// The weights of the useful taps.
    private func usefulWeights(_ weights: UnsafePointer<Scalar>) -> UsefulWeights<Scalar>? {
        if taps.count == geometry.taps { return UsefulWeights(pointer: weights, memory: nil) }
        let rows = geometry.groups * geometry.outputChannels * geometry.inputChannels
        guard let memory = Workspace<Scalar>(rows * taps.count) else { return nil }
        for row in 0..<rows {
            for (position, tap) in taps.enumerated() {
                memory.pointer[row * taps.count + position] = weights[row * geometry.taps + tap]
            }
        }
        return UsefulWeights(pointer: UnsafePointer(memory.pointer), memory: memory)
    }

    /// Writes the columns of some images.
    private func gather(
        _ input: UnsafePointer<Scalar>, _ group: Int, _ images: Range<Int>, to columns: UnsafeMutablePointer<Scalar>
    ) -> Bool {
        let isComplete = Atomic<Bool>(true)
        let columnCount = images.count * pixels
        forEachImage(images) { image in
            guard let copy = Workspace<Scalar>(layout.size(channels: geometry.inputChannels)) else {
                isComplete.store(false, ordering: .relaxed)
                return
            }
            layout.fill(
                Tiles.Vector.self, copy.pointer,
                from: input + (image * geometry.groups + group) * geometry.inputChannels * geometry.inputSize,
                channels: geometry.inputChannels, block)
            let first = columns + (image - images.lowerBound) * pixels
            forEachColumn { p, q, position in first[p &* columnCount &+ q] = copy.pointer[position] }
        }
        return isComplete.load(ordering: .relaxed)
    }

    /// Adds columns up into the images that they came from.
    private func scatter(
        _ columns: UnsafePointer<Scalar>, _ bias: UnsafePointer<Scalar>?, _ group: Int, _ images: Range<Int>,
        to output: UnsafeMutablePointer<Scalar>
    ) -> Bool {
        let isComplete = Atomic<Bool>(true)
        let columnCount = images.count * pixels
        let channels = geometry.inputChannels
        forEachImage(images) { image in
            let size = layout.size(channels: channels)
            guard let copy = Workspace<Scalar>(size) else {
                isComplete.store(false, ordering: .relaxed)
                return
            }
            let target = output + (image * geometry.groups + group) * channels * geometry.inputSize
            copy.pointer.update(repeating: 0, count: size)
            for channel in 0..<channels {
                let value = bias?[group * channels + channel] ?? 0
                (target + channel * geometry.inputSize).update(repeating: value, count: geometry.inputSize)
                (copy.pointer + channel * layout.channelStride).update(repeating: value, count: layout.channelStride)
            }
            let first = columns + (image - images.lowerBound) * pixels
            forEachColumn { p, q, position in copy.pointer[position] += first[p &* columnCount &+ q] }
            layout.extract(UnsafePointer(copy.pointer), to: target, channels: channels, block)
        }
        return isComplete.load(ordering: .relaxed)
    }

    private func forEachImage(_ images: Range<Int>, _ body: (Int) -> Void) {
        ThreadPool.ranges(images.count, grain: max(1, (1 << 14) / max(1, terms * pixels))) { range in
            for image in range { body(images.lowerBound + image) }
        }
    }

    @inline(__always)
    private func forEachColumn(_ body: (_ p: Int, _ q: Int, _ position: Int) -> Void) {
        offsets.withUnsafeBufferPointer { offsets in
            starts.withUnsafeBufferPointer { starts in
                for p in 0..<offsets.count {
                    for q in 0..<starts.count { body(p, q, offsets[p] &+ starts[q]) }
                }
            }
        }
    }

    /// Copies between (channel, image, pixel), as products have it, and the images of a group.
    private func exchange(
        _ matrix: UnsafeMutablePointer<Scalar>, _ array: UnsafeMutablePointer<Scalar>, _ group: Int,
        _ images: Range<Int>, toImages: Bool
    ) {
        let channels = geometry.outputChannels
        forEachImage(images) { image in
            let line = array + (image * geometry.groups + group) * channels * pixels
            let first = matrix + (image - images.lowerBound) * pixels
            for channel in 0..<channels {
                let (a, b) = (first + channel &* images.count &* pixels, line + channel &* pixels)
                if toImages { b.update(from: a, count: pixels) } else { a.update(from: b, count: pixels) }
            }
        }
    }
}

/// Weights in memory of their own, or where they were.
private struct UsefulWeights<Scalar>: ~Copyable {
    let pointer: UnsafePointer<Scalar>
    let memory: Workspace<Scalar>?
}
