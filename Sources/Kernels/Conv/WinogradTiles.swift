/// A convolution with kernels of 3x3, or of 3x3 or 4x4 elements and steps of two, seen from its target: a grid of tiles of 4x4
/// pixels over each image.
///
/// With steps of two, forward is a convolution of unit stride over four times the channels: the `phases` of the source, its
/// pixels at even and at odd places, meet two taps of the kernel along each axis. In the input gradient the phases are
/// those of the target, each a convolution of its own, with a window of its own on the slopes.
///
/// Strips are a few rows of tiles of one image, blocks a few strips; tiles are numbered through, image by image, row by row.
struct WinogradTiles {
    struct Strip {
        let image: Int
        let rows: Range<Int>
    }

    let batch: Int
    let sourceChannels: Int
    let targetChannels: Int
    let source: (height: Int, width: Int)
    let target: (height: Int, width: Int)
    /// Zeros above and left of the source.
    let padding: (top: Int, left: Int)
    /// Taps of a phase along each axis: 3 or 2.
    let taps: Int
    /// Steps between the pixels of one phase of source and target: 1 or 2.
    let sourceStep: Int
    let targetStep: Int
    /// For each phase, where its window starts in the padded source, and for each of its taps that of the kernel, or
    /// `kernelTaps` where the kernel has none.
    let phases: [(top: Int, left: Int, taps: [Int])]
    /// Tiles of an image.
    let down: Int
    let across: Int
    let kernelTaps: Int
    /// Between the weights of neighbouring channels of target and source.
    let weightStrides: (target: Int, source: Int)

    init?(forward geometry: ConvGeometry) {
        let (height, width) = (geometry.height, geometry.width)
        guard let step = WinogradTiles.step(geometry) else { return nil }
        batch = geometry.batch
        (sourceChannels, targetChannels) = (geometry.inputChannels, geometry.outputChannels)
        source = (height.input, width.input)
        target = (height.output, width.output)
        padding = (height.padding, width.padding)
        taps = step == 1 ? 3 : 2
        (sourceStep, targetStep) = (step, 1)
        phases = WinogradTiles.phases(step) { top, left in
            (
                top, left,
                WinogradTiles.taps(geometry, taps: step == 1 ? 3 : 2) { i, j in (step * i + top, step * j + left) }
            )
        }
        (down, across) = ((target.height + 3) / 4, (target.width + 3) / 4)
        kernelTaps = geometry.taps
        weightStrides = (geometry.terms, geometry.taps)
        if !holdsSource { return nil }
    }

    init?(inputGradient geometry: ConvGeometry) {
        let (height, width) = (geometry.height, geometry.width)
        guard let step = WinogradTiles.step(geometry), height.padding <= 2, width.padding <= 2 else { return nil }
        batch = geometry.batch
        (sourceChannels, targetChannels) = (geometry.outputChannels, geometry.inputChannels)
        source = (height.output, width.output)
        target = (height.input, width.input)
        let last = step == 1 ? 2 : 1
        taps = last + 1
        (sourceStep, targetStep) = (1, step)
        padding = step == 1 ? (2 - height.padding, 2 - width.padding) : (1, 1)
        phases = WinogradTiles.phases(step) { row, column in
            let (top, left) = step == 1 ? (0, 0) : (row + height.padding, column + width.padding)
            return (
                top / 2, left / 2,
                WinogradTiles.taps(geometry, taps: last + 1) { i, j in
                    (step * (last - i) + top % 2, step * (last - j) + left % 2)
                }
            )
        }
        (down, across) = ((target.height + 4 * step - 1) / (4 * step), (target.width + 4 * step - 1) / (4 * step))
        kernelTaps = geometry.taps
        weightStrides = (geometry.taps, geometry.terms)
        if !holdsSource { return nil }
    }

    /// What the tiles read includes all of the source.
    private var holdsSource: Bool {
        padding.top >= 0 && padding.left >= 0 && source.height + padding.top <= extent(down)
            && source.width + padding.left <= extent(across)
    }

    /// The stride, where the algorithm applies.
    private static func step(_ geometry: ConvGeometry) -> Int? {
        let (height, width) = (geometry.height, geometry.width)
        guard geometry.groups == 1, geometry.depth == .trivial, height.dilation == 1, width.dilation == 1,
            height.stride == width.stride
        else { return nil }
        switch height.stride {
        case 1: return height.kernel == 3 && width.kernel == 3 ? 1 : nil
        case 2: return 3...4 ~= height.kernel && 3...4 ~= width.kernel ? 2 : nil
        default: return nil
        }
    }

    private static func phases<Phase>(_ step: Int, _ phase: (Int, Int) -> Phase) -> [Phase] {
        (0..<step * step).map { phase($0 / step, $0 % step) }
    }

    private static func taps(
        _ geometry: ConvGeometry, taps: Int, _ place: (Int, Int) -> (row: Int, column: Int)
    ) -> [Int] {
        (0..<taps * taps).map { tap in
            let (row, column) = place(tap / taps, tap % taps)
            return row < geometry.height.kernel && column < geometry.width.kernel
                ? row * geometry.width.kernel + column : geometry.taps
        }
    }

    var count: Int { batch * down * across }
    /// Phases of the source, which a target's sums go over, and of the target.
    var sourcePhases: Int { sourceStep * sourceStep }
    var targetPhases: Int { targetStep * targetStep }
    /// Pixels of the padded source that so many tiles in a row need; one more where windows start at different places.
    func extent(_ tiles: Int) -> Int { 4 * sourceStep * tiles + (sourceStep == 2 ? 2 : taps - 1) + targetStep - 1 }

    /// Whether it costs less than tiles on the image itself, which reach 85 % of the peak, or 65 % with steps of two; in
    /// multiply-adds of vectors. The transforms of a tile take the time of about 500 of them a vector of channels, those of
    /// a kernel 500.
    func pays<Vector: GemmVector>(_: Vector.Type) -> Bool {
        guard Vector.Scalar.self == Float.self, sourceChannels % Vector.width == 0,
            targetChannels % Vector.width == 0
        else { return false }
        let (inputs, outputs) = (Double(sourceChannels / Vector.width), Double(targetChannels / Vector.width))
        let phases = Double(phases.count)
        let pairs = inputs * outputs * Double(Vector.width)
        let pixels = Double(batch * target.height * target.width) / Double(targetPhases)
        let direct = pixels * Double(kernelTaps) * pairs / (sourceStep * targetStep == 1 ? 0.85 : 0.65)
        let products = Double(count * (taps + 3) * (taps + 3)) * phases * pairs
        let transforms =
            Double(count) * (phases * inputs + Double(targetPhases) * outputs) * 500 + phases * pairs * 500
        return products + transforms < 0.9 * direct
    }

    /// Strips of an image that have at most so many tiles, or one row; all of nearly the same height.
    func rowsOfStrip(tiles: Int) -> Int {
        let rows = max(1, tiles / across)
        let strips = (down - 1) / rows + 1
        return (down - 1) / strips + 1
    }

    func strip(_ index: Int, rows: Int) -> Strip {
        let strips = (down - 1) / rows + 1
        let first = index % strips * rows
        return Strip(image: index / strips, rows: first..<min(first + rows, down))
    }

    /// The number of a strip's first tile.
    func firstTile(_ strip: Strip) -> Int { (strip.image * down + strip.rows.lowerBound) * across }
}
