/// The sizes of a batch of images: float32, (count, channels, height, width), without gaps.
public struct ImageBatch: Sendable {
    public let count: Int
    public let channels: Int
    public let height: Int
    public let width: Int

    public init(count: Int, channels: Int, height: Int, width: Int) {
        self.count = count
        self.channels = channels
        self.height = height
        self.width = width
    }

    var plane: Int { height &* width }
    var image: Int { channels &* plane }

    /// Runs `body` for ranges of the planes; how they are cut follows from the sizes alone.
    func forPlanes(_ body: (Range<Int>) -> Void) {
        ThreadPool.ranges(count &* channels, grain: max(1, (1 << 14) / max(1, plane)), body)
    }

    /// Runs `body` for ranges of the images.
    func forImages(_ body: (Range<Int>) -> Void) {
        ThreadPool.ranges(count, grain: max(1, (1 << 14) / max(1, image)), body)
    }
}

/// A window of an image: where its upper left corner lies, which may be outside, and whether it is mirrored.
public struct ImageWindow: Sendable {
    public var top: Int
    public var left: Int
    public var mirrorsRows: Bool
    public var mirrorsColumns: Bool

    public init(top: Int = 0, left: Int = 0, mirrorsRows: Bool = false, mirrorsColumns: Bool = false) {
        self.top = top
        self.left = left
        self.mirrorsRows = mirrorsRows
        self.mirrorsColumns = mirrorsColumns
    }
}

/// A rectangle of pixels inside an image.
public struct ImageBox: Sendable {
    public var rows: Range<Int>
    public var columns: Range<Int>

    public init(rows: Range<Int>, columns: Range<Int>) {
        self.rows = rows
        self.columns = columns
    }
}
