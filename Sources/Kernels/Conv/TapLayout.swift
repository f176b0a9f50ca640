/// Where the elements lie that a block of steps needs of its source.
///
/// Either the image itself, where no tap leaves it, or a copy with the padding's zeros in place: for each channel its
/// phases, each a volume of rows. Elements of one row at neighbouring steps are neighbours in both.
struct TapLayout {
    let depth: TapAxis
    let height: TapAxis
    let width: TapAxis
    let isInPlace: Bool
    let rowStride: Int
    let depthStride: Int
    let phaseStride: Int
    let channelStride: Int

    /// For blocks of at most `depthSteps` by `heightSteps` by all steps of the width.
    init(_ depth: TapAxis, _ height: TapAxis, _ width: TapAxis, depthSteps: Int, heightSteps: Int, copies: Bool) {
        (self.depth, self.height, self.width) = (depth, height, width)
        isInPlace = !copies && depth.needsNoCopy && height.needsNoCopy && width.needsNoCopy
        rowStride = isInPlace ? width.sourceLength : width.extent(width.steps.count)
        depthStride = rowStride * (isInPlace ? height.sourceLength : height.extent(heightSteps))
        phaseStride = depthStride * (isInPlace ? depth.sourceLength : depth.extent(depthSteps))
        channelStride = phaseStride * depth.phases.count * height.phases.count * width.phases.count
    }

    /// Elements of a block's copy.
    func size(channels: Int) -> Int { isInPlace ? 0 : channels * channelStride }

    /// The distance from a step's start to what a tap reads in the first channel.
    func offset(_ d: TapAxis.Tap, _ h: TapAxis.Tap, _ w: TapAxis.Tap) -> Int {
        let phase = (d.phase * height.phases.count + h.phase) * width.phases.count + w.phase
        return phase * phaseStride + (d.shift - depth.shifts.lowerBound) * depthStride
            + (h.shift - height.shifts.lowerBound) * rowStride + (w.shift - width.shifts.lowerBound)
    }

    /// Where a block starts in an image that is read in place.
    func start(_ block: TapBlock) -> Int {
        depth.sourceIndex(block.depth.lowerBound, phase: 0) * depthStride
            + height.sourceIndex(block.height.lowerBound, phase: 0) * rowStride
            + width.sourceIndex(width.steps.lowerBound, phase: 0)
    }

    /// Copies what a block needs of `channels` channels from an image; padding becomes zeros.
    func fill<Vector: ConvVector>(
        _: Vector.Type, _ target: UnsafeMutablePointer<Vector.Scalar>, from image: UnsafePointer<Vector.Scalar>,
        channels: Int, _ block: TapBlock
    ) {
        let rows = SourceRows<Vector>(width)
        forEachRow(block, channels: channels) { position, source, phase in
            if source >= 0 {
                rows.copy(image + source, phase: phase, to: target + position)
            } else {
                rows.clear(target + position)
            }
        }
    }

    /// The inverse of `fill`, for a block of all steps: rows of the copy go to where they came from; what no phase holds
    /// is left as it is.
    func extract<Scalar>(
        _ source: UnsafePointer<Scalar>, to image: UnsafeMutablePointer<Scalar>, channels: Int, _ block: TapBlock
    ) {
        let step = width.step
        forEachRow(block, channels: channels) { position, target, phase in
            guard target >= 0 else { return }
            let first = width.sourceIndex(width.steps.lowerBound, phase: width.phases[phase])
            for j in 0..<rowStride {
                let index = first + j * step
                if index >= 0 && index < width.sourceLength { image[target + index] = source[position + j] }
            }
        }
    }

    /// Calls `body` with each row's position in the copy, where its row starts in the image (-1 outside), and its phase
    /// along the width.
    private func forEachRow(_ block: TapBlock, channels: Int, _ body: (Int, Int, Int) -> Void) {
        let (depths, heights) = (depth.extent(block.depth.count), height.extent(block.height.count))
        let imageSize = depth.sourceLength * height.sourceLength * width.sourceLength
        var phaseStart = 0
        for depthPhase in depth.phases {
            let firstDepth = depth.sourceIndex(block.depth.lowerBound, phase: depthPhase)
            for heightPhase in height.phases {
                let firstHeight = height.sourceIndex(block.height.lowerBound, phase: heightPhase)
                for widthPhase in width.phases.indices {
                    for channel in 0..<channels {
                        for i in 0..<depths {
                            let z = firstDepth + i * depth.step
                            let hasDepth = z >= 0 && z < depth.sourceLength
                            let plane = channel * imageSize + z * height.sourceLength * width.sourceLength
                            for j in 0..<heights {
                                let y = firstHeight + j * height.step
                                let exists = hasDepth && y >= 0 && y < height.sourceLength
                                body(
                                    phaseStart + channel * channelStride + i * depthStride + j * rowStride,
                                    exists ? plane + y * width.sourceLength : -1, widthPhase)
                            }
                        }
                    }
                    phaseStart += phaseStride
                }
            }
        }
    }
}

/// Steps along the outer axes that are worked on together.
struct TapBlock {
    var depth: Range<Int>
    var height: Range<Int>
}

/// Copies rows of one length: zeros, then every `step`-th element, then zeros.
struct SourceRows<Vector: ConvVector> {
    typealias Scalar = Vector.Scalar

    private let step: Int
    private let count: Int
    /// For each phase: leading zeros, elements, index of the first element.
    private let parts: [(zeros: Int, elements: Int, first: Int)]

    init(_ axis: TapAxis) {
        step = axis.step
        let count = axis.extent(axis.steps.count)
        self.count = count
        parts = axis.phases.map { phase in
            let first = axis.sourceIndex(axis.steps.lowerBound, phase: phase)
            let zeros = first >= 0 ? 0 : min(count, (-first + axis.step - 1) / axis.step)
            let behind = axis.sourceLength - first
            let end = behind <= 0 ? zeros : max(zeros, min(count, (behind + axis.step - 1) / axis.step))
            return (zeros, end - zeros, first + zeros * axis.step)
        }
    }

    @inline(__always)
    func clear(_ target: UnsafeMutablePointer<Scalar>) { SourceRows.zero(target, count) }

    @inline(__always)
    func copy(_ row: UnsafePointer<Scalar>, phase: Int, to target: UnsafeMutablePointer<Scalar>) {
        let part = parts[phase]
        SourceRows.zero(target, part.zeros)
        let (source, elements) = (row + part.first, target + part.zeros)
        if step == 1 {
            SourceRows.copy(source, elements, part.elements)
        } else {
            var j = 0
            if step == 2 {
                while j &+ Vector.width < part.elements {
                    Vector.everySecond(source + 2 &* j).store(to: elements + j)
                    j &+= Vector.width
                }
            }
            while j < part.elements {
                elements[j] = source[j &* step]
                j &+= 1
            }
        }
        SourceRows.zero(elements + part.elements, count &- part.zeros &- part.elements)
    }

    @inline(__always)
    private static func zero(_ target: UnsafeMutablePointer<Scalar>, _ count: Int) {
        var j = 0
        while j &+ Vector.width <= count {
            Vector.zero.store(to: target + j)
            j &+= Vector.width
        }
        while j < count {
            target[j] = 0
            j &+= 1
        }
    }

    @inline(__always)
    private static func copy(_ source: UnsafePointer<Scalar>, _ target: UnsafeMutablePointer<Scalar>, _ count: Int) {
        if count >= Vector.width {
            var j = 0
            while j < count &- Vector.width {
                Vector(loading: source + j).store(to: target + j)
                j &+= Vector.width
            }
            Vector(loading: source + (count &- Vector.width)).store(to: target + (count &- Vector.width))
        } else {
            var j = 0
            while j < count {
                target[j] = source[j]
                j &+= 1
            }
        }
    }
}
