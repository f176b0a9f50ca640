/// Pixels of as many channels as a vector has lanes, between images (channel after channel, pixel after pixel) and planes
/// whose pixels are vectors of channels.
enum ChannelVectors<Vector: GemmVector> {
    typealias Scalar = Vector.Scalar

    /// Where pixels lie. Pixel p of an image whose rows are `row` long is vector `p / row * pitch + p % row` of the plane.
    struct Places {
        /// Elements between neighbouring channels of the image.
        let channelStride: Int
        let row: Int
        let pitch: Int
    }

    /// From the image, whose first channel and pixel is at `image`, to the plane.
    @inline(never)
    static func gather(
        _ image: UnsafePointer<Scalar>, _ pixels: Range<Int>, _ places: Places,
        _ square: UnsafeMutablePointer<Scalar>, to plane: UnsafeMutablePointer<Scalar>
    ) {
        forEachSquare(pixels, places) { first, count, row, column in
            let place = plane + (row &* places.pitch &+ column) &* Vector.width
            if count < Vector.width {
                let place = plane + (row &* places.pitch &+ column) &* Vector.width
                for lane in 0..<Vector.width { place[lane] = image[lane &* places.channelStride &+ first] }
            } else if column &+ Vector.width <= places.row {
                Vector.transpose(
                    image + first, rowStride: places.channelStride, rows: Vector.width, to: place,
                    rowStride: Vector.width)
            } else {
                Vector.transpose(
                    image + first, rowStride: places.channelStride, rows: Vector.width, to: square,
                    rowStride: Vector.width)
                move(square, to: plane, row, column, places) { Vector(loading: $0).store(to: $1) }
            }
        }
    }

    /// From the plane to the image.
    @inline(never)
    static func scatter(
        _ plane: UnsafeMutablePointer<Scalar>, _ pixels: Range<Int>, _ places: Places,
        _ square: UnsafeMutablePointer<Scalar>, to image: UnsafeMutablePointer<Scalar>
    ) {
        forEachSquare(pixels, places) { first, count, row, column in
            let place = plane + (row &* places.pitch &+ column) &* Vector.width
            if count < Vector.width {
                for lane in 0..<Vector.width { image[lane &* places.channelStride &+ first] = place[lane] }
                return
            }
            var source = place
            if column &+ Vector.width > places.row {
                move(square, to: plane, row, column, places) { Vector(loading: $1).store(to: $0) }
                source = square
            }
            Vector.transpose(
                source, rowStride: Vector.width, rows: Vector.width, to: image + first,
                rowStride: places.channelStride)
        }
    }

    /// Runs of a vector's width of pixels, the last one overlapping the one before it; pixel by pixel where there are fewer.
    @inline(__always)
    private static func forEachSquare(
        _ pixels: Range<Int>, _ places: Places, _ body: (_ first: Int, _ count: Int, _ row: Int, _ column: Int) -> Void
    ) {
        let count = pixels.count < Vector.width ? 1 : Vector.width
        var pixel = pixels.lowerBound
        while pixel < pixels.upperBound {
            let first = min(pixel, pixels.upperBound &- count)
            body(first, count, first / places.row, first % places.row)
            pixel = first &+ count
        }
    }

    /// Calls `body` with the vectors of a square and their places in the plane, from row to row.
    @inline(__always)
    private static func move(
        _ square: UnsafeMutablePointer<Scalar>, to plane: UnsafeMutablePointer<Scalar>, _ row: Int, _ column: Int,
        _ places: Places, _ body: (UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>) -> Void
    ) {
        var (column, place) = (column, plane + (row &* places.pitch &+ column) &* Vector.width)
        for i in 0..<Vector.width {
            body(square + i &* Vector.width, place)
            column &+= 1
            place += Vector.width
            if column == places.row {
                column = 0
                place += (places.pitch &- places.row) &* Vector.width
            }
        }
    }
}
