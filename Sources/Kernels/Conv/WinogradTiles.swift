/// A 3x3 convolution of unit stride, seen from its target: a grid of tiles of 4x4 pixels over each image, each of which
/// needs 6x6 pixels of the source. Strips are a few rows of tiles of one image, blocks a few strips; tiles are numbered
/// through image by image, row by row.
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
    /// Tiles of an image.
    let down: Int
    let across: Int

    init?(forward geometry: ConvGeometry) {
        let (height, width) = (geometry.height, geometry.width)
        self.init(
            geometry, channels: (geometry.inputChannels, geometry.outputChannels), source: (height.input, width.input),
            target: (height.output, width.output), padding: (height.padding, width.padding))
    }

    /// The gradient is the convolution of the slopes with the kernel turned by half a circle.
    init?(inputGradient geometry: ConvGeometry) {
        let (height, width) = (geometry.height, geometry.width)
        self.init(
            geometry, channels: (geometry.outputChannels, geometry.inputChannels),
            source: (height.output, width.output), target: (height.input, width.input),
            padding: (2 - height.padding, 2 - width.padding))
    }

    /// Nil where the algorithm does not apply.
    private init?(
        _ geometry: ConvGeometry, channels: (Int, Int), source: (height: Int, width: Int),
        target: (height: Int, width: Int), padding: (top: Int, left: Int)
    ) {
        let axes = [geometry.height, geometry.width]
        guard geometry.groups == 1, geometry.depth.isPointwise, geometry.depth.input == 1,
            axes.allSatisfy({ $0.kernel == 3 && $0.stride == 1 && $0.dilation == 1 }),
            0...target.height + 2 - source.height ~= padding.top, 0...target.width + 2 - source.width ~= padding.left
        else { return nil }
        batch = geometry.batch
        (sourceChannels, targetChannels) = channels
        (self.source, self.target, self.padding) = (source, target, padding)
        down = (target.height + 3) / 4
        across = (target.width + 3) / 4
    }

    var count: Int { batch * down * across }

    /// Whether it costs less than tiles on the image itself, which reach 85 % of the peak; in multiply-adds of vectors.
    /// The transforms of a tile take the time of about 300 of them, those of a kernel 400.
    func pays<Vector: GemmVector>(_: Vector.Type) -> Bool {
        guard Vector.Scalar.self == Float.self, sourceChannels % Vector.width == 0,
            targetChannels % Vector.width == 0
        else { return false }
        let (inputs, outputs) = (
            Double(sourceChannels / Vector.width), Double(targetChannels / Vector.width)
        )
        let products = inputs * outputs * Double(Vector.width)
        let direct = Double(batch * target.height * target.width) * 9 * products
        let transforms = Double(count) * (inputs + outputs) * 300 + products * 400
        return 1.2 * (Double(count) * 36 * products + transforms) < direct
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
