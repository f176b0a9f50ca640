import Synchronization

// Depthwise convolution of unit stride: each channel has a kernel of its own, and there is no sum over channels to gain from.
// A task copies a plane with its padding, then passes over it once: eight vectors of pixels for each loop over the taps, or,
// for the weight gradient, nine taps for each loop over the pixels.

/// The kernels with one channel in and out a group; it follows from the geometry.
struct DepthwisePlan<Vector: GemmVector> {
    typealias Scalar = Vector.Scalar

    private let planes: Int
    private let channels: Int
    private let taps: Int
    private let source: (height: Int, width: Int)
    private let target: (height: Int, width: Int)
    private let padding: (top: Int, left: Int)
    /// Rows and columns of a padded plane.
    private let height: Int
    private let pitch: Int
    /// Where each tap reads, from the place of its pixel; repeated to whole groups of nine.
    private let offsets: [Int]
    /// The weights in the order of `offsets`: last first for the input gradient.
    private let isTurned: Bool

    init?(forward geometry: ConvGeometry) {
        self.init(
            geometry, source: \.input, target: \.output, isTurned: false, padding: { $0.padding })
    }

    /// Channels are the tasks.
    init?(weightGradient geometry: ConvGeometry) {
        guard geometry.groups >= 8 else { return nil }
        self.init(forward: geometry)
    }

    init?(inputGradient geometry: ConvGeometry) {
        self.init(
            geometry, source: \.output, target: \.input, isTurned: true,
            padding: { ($0.kernel - 1) * $0.dilation - $0.padding })
    }

    private init?(
        _ geometry: ConvGeometry, source: KeyPath<ConvAxis, Int>, target: KeyPath<ConvAxis, Int>, isTurned: Bool,
        padding: (ConvAxis) -> Int
    ) {
        let (vertical, horizontal) = (geometry.height, geometry.width)
        guard geometry.inputChannels == 1, geometry.outputChannels == 1, geometry.depth == .trivial,
            vertical.stride == 1, horizontal.stride == 1, vertical.input > 0, vertical.output > 0
        else { return nil }
        channels = geometry.groups
        planes = geometry.batch * channels
        taps = geometry.taps
        self.source = (vertical[keyPath: source], horizontal[keyPath: source])
        self.target = (vertical[keyPath: target], horizontal[keyPath: target])
        self.padding = (padding(vertical), padding(horizontal))
        self.isTurned = isTurned
        height = self.target.height + (vertical.kernel - 1) * vertical.dilation
        let width = self.target.width + (horizontal.kernel - 1) * horizontal.dilation
        pitch = width
        guard self.source.width >= Vector.width, self.target.width >= Vector.width, self.padding.top >= 0,
            self.padding.left >= 0, self.padding.top + self.source.height <= height,
            self.padding.left + self.source.width <= width, height * width <= 1 << 16
        else { return nil }
        var offsets = (0..<taps).map { tap in
            tap / horizontal.kernel * vertical.dilation * width + tap % horizontal.kernel * horizontal.dilation
        }
        while offsets.count % 9 != 0, let last = offsets.last { offsets.append(last) }
        self.offsets = offsets
    }

    private var grain: Int { max(1, (1 << 17) / max(1, target.height * target.width * taps)) }

    /// Vectors of the target's rows: the last one of a row overlaps the one before it. Whole groups of eight.
    private func starts() -> (starts: [Int], targets: [Int]) {
        var (starts, targets): ([Int], [Int]) = ([], [])
        for row in 0..<target.height {
            for column in stride(from: 0, to: target.width, by: Vector.width) {
                let column = min(column, target.width - Vector.width)
                starts.append(row * pitch + column)
                targets.append(row * target.width + column)
            }
        }
        while starts.count % 8 != 0, let start = starts.last, let place = targets.last {
            starts.append(start)
            targets.append(place)
        }
        return (starts, targets)
    }

    func run(_ operands: ConvOperands<Scalar>) -> Bool {
        let table = starts()
        let isComplete = Atomic<Bool>(true)
        ThreadPool.ranges(planes, grain: grain) { range in
            guard let memory = Workspace<Scalar>(height * pitch + taps) else {
                return isComplete.store(false, ordering: .relaxed)
            }
            let (plane, kernel) = (memory.pointer, memory.pointer + height * pitch)
            plane.update(repeating: 0, count: height * pitch)
            table.starts.withUnsafeBufferPointer { starts in
                table.targets.withUnsafeBufferPointer { targets in
                    offsets.withUnsafeBufferPointer { offsets in
                        guard let firstStart = starts.baseAddress, let firstTarget = targets.baseAddress,
                            let firstOffset = offsets.baseAddress
                        else { return }
                        for index in range {
                            let channel = index % channels
                            for tap in 0..<taps {
                                kernel[tap] = operands.weights[channel &* taps &+ (isTurned ? taps &- 1 &- tap : tap)]
                            }
                            copy(operands.source + index * source.height * source.width, to: plane)
                            Self.convolve(
                                plane, firstOffset, kernel, taps: taps, operands.bias?[channel] ?? 0,
                                operands.activation == .relu,
                                firstStart, firstTarget, count: starts.count,
                                to: operands.target + index * target.height * target.width)
                        }
                    }
                }
            }
        }
        return isComplete.load(ordering: .relaxed)
    }

    /// Into the padded plane.
    @inline(__always)
    private func copy(_ image: UnsafePointer<Scalar>, to plane: UnsafeMutablePointer<Scalar>) {
        Self.copy(
            image, source.width, to: plane + (padding.top &* pitch &+ padding.left), pitch, rows: source.height,
            width: source.width)
    }

    /// Rows of at least a vector.
    @inline(never)
    private static func copy(
        _ source: UnsafePointer<Scalar>, _ sourceRow: Int, to target: UnsafeMutablePointer<Scalar>, _ targetRow: Int,
        rows: Int, width: Int
    ) {
        let last = width &- Vector.width
        for row in 0..<rows {
            let (from, to) = (source + row &* sourceRow, target + row &* targetRow)
            var column = 0
            while column < last {
                Vector(loading: from + column).store(to: to + column)
                column &+= Vector.width
            }
            Vector(loading: from + last).store(to: to + last)
        }
    }

    /// `count` vectors, a multiple of eight.
    @inline(never)
    private static func convolve(
        _ plane: UnsafePointer<Scalar>, _ offsets: UnsafePointer<Int>, _ kernel: UnsafePointer<Scalar>, taps: Int,
        _ bias: Scalar, _ rectifies: Bool, _ starts: UnsafePointer<Int>, _ targets: UnsafePointer<Int>, count: Int,
        to target: UnsafeMutablePointer<Scalar>
    ) {
        var v = 0
        while v < count {
            let pixels = InlineArray<8, UnsafePointer<Scalar>> { plane + starts[v &+ $0] }
            var sums = InlineArray<8, Vector>(repeating: Vector(repeating: bias))
            for tap in 0..<taps {
                let (weight, offset) = (Vector(repeating: kernel[tap]), offsets[tap])
                for j in 0..<8 {
                    sums[unchecked: j] = sums[unchecked: j]
                        .adding(product: weight, Vector(loading: pixels[unchecked: j] + offset))
                }
            }
            if rectifies {
                for j in 0..<8 { sums[unchecked: j] = sums[unchecked: j].rectified() }
            }
            for j in 0..<8 { sums[unchecked: j].store(to: target + targets[v &+ j]) }
            v &+= 8
        }
    }

    /// The sum over the images of a channel, image by image in double precision.
    func weightGradient(
        input: UnsafePointer<Scalar>, gradient: UnsafePointer<Scalar>, target output: UnsafeMutablePointer<Scalar>
    ) -> Bool {
        let isComplete = Atomic<Bool>(true)
        let row = (target.width + Vector.width - 1) / Vector.width * Vector.width
        let (planeSize, slopeSize) = (height * pitch + Vector.width, row * target.height)
        let images = planes / channels
        ThreadPool.ranges(channels, grain: max(1, grain / max(1, images))) { range in
            guard let memory = Workspace<Scalar>(planeSize + slopeSize + 9 * Vector.width),
                let sums = Workspace<Double>(offsets.count)
            else { return isComplete.store(false, ordering: .relaxed) }
            let (plane, slope) = (memory.pointer, memory.pointer + planeSize)
            plane.update(repeating: 0, count: planeSize + slopeSize)
            offsets.withUnsafeBufferPointer { offsets in
                guard let first = offsets.baseAddress else { return }
                for channel in range {
                    sums.pointer.update(repeating: 0, count: offsets.count)
                    for image in 0..<images {
                        let index = image * channels + channel
                        copy(input + index * source.height * source.width, to: plane)
                        Self.copy(
                            gradient + index * target.height * target.width, target.width, to: slope, row,
                            rows: target.height, width: target.width)
                        for tap in stride(from: 0, to: offsets.count, by: 9) {
                            Self.correlate(
                                plane, pitch, slope, row, rows: target.height, first + tap, slope + slopeSize,
                                to: sums.pointer + tap)
                        }
                    }
                    for tap in 0..<taps { output[channel * taps + tap] = Scalar(sums.pointer[tap]) }
                }
            }
        }
        return isComplete.load(ordering: .relaxed)
    }

    /// Nine taps; slopes have rows of whole vectors, with zeros behind them.
    @inline(never)
    private static func correlate(
        _ plane: UnsafePointer<Scalar>, _ pitch: Int, _ slopes: UnsafePointer<Scalar>, _ row: Int, rows: Int,
        _ offsets: UnsafePointer<Int>, _ lanes: UnsafeMutablePointer<Scalar>, to target: UnsafeMutablePointer<Double>
    ) {
        var sums = InlineArray<9, Vector>(repeating: Vector.zero)
        let pixels = InlineArray<9, UnsafePointer<Scalar>> { plane + offsets[$0] }
        for y in 0..<rows {
            var column = 0
            while column < row {
                let slope = Vector(loading: slopes + (y &* row &+ column))
                let place = y &* pitch &+ column
                for j in 0..<9 {
                    sums[unchecked: j] = sums[unchecked: j]
                        .adding(product: slope, Vector(loading: pixels[unchecked: j] + place))
                }
                column &+= Vector.width
            }
        }
        for j in 0..<9 { sums[unchecked: j].store(to: lanes + j &* Vector.width) }
        addLanes(lanes, to: target)
    }

    /// Apart from the loop above, which would otherwise keep its sums in memory.
    @inline(never)
    private static func addLanes(_ lanes: UnsafePointer<Scalar>, to target: UnsafeMutablePointer<Double>) {
        for j in 0..<9 { target[j] += Double(Vector(loading: lanes + j &* Vector.width).laneSum()) }
    }
}
