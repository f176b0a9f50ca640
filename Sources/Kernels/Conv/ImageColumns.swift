/// The windows of an image as columns (PyTorch's `unfold`) and columns added up into an image (`fold`): x (planes, H, W),
/// columns (planes, kernel H, kernel W, rows of windows, windows a row). What lies outside the image is 0.
public struct ImageColumns: Sendable {
    /// H and W of the image, and of everything else.
    public let size: [Int], kernel: [Int], stride: [Int], padding: [Int], dilation: [Int]
    /// Windows along H and W.
    public let windows: [Int]

    public init(
        size: [Int], kernel: [Int], stride: [Int], padding: [Int], dilation: [Int], windows: [Int]
    ) {
        self.size = size
        self.kernel = kernel
        self.stride = stride
        self.padding = padding
        self.dilation = dilation
        self.windows = windows
    }

    private var imageCount: Int { size[0] * size[1] }
    private var columnCount: Int { kernel[0] * kernel[1] * windows[0] * windows[1] }

    /// For elements of 4 or 8 bytes; all bits zero is 0.
    public func unfold(
        dtype: DType, planes: Int, image: UnsafeRawPointer, columns: UnsafeMutableRawPointer
    ) {
        if dtype == .float64 {
            unfold(Double.self, planes, image, columns)
        } else {
            unfold(Float.self, planes, image, columns)
        }
    }

    public func fold(
        dtype: DType, planes: Int, columns: UnsafeRawPointer, image: UnsafeMutableRawPointer
    ) {
        if dtype == .float64 {
            fold(Double.self, planes, columns, image)
        } else {
            fold(Float.self, planes, columns, image)
        }
    }

    private func unfold<Scalar: BinaryFloatingPoint>(
        _: Scalar.Type, _ planes: Int, _ image: UnsafeRawPointer, _ columns: UnsafeMutableRawPointer
    ) {
        let image = image.assumingMemoryBound(to: Scalar.self)
        let columns = columns.assumingMemoryBound(to: Scalar.self)
        let step = stride[1]
        ThreadPool.ranges(planes, grain: max(1, (1 << 15) / max(1, columnCount))) { range in
            for plane in range {
                let source = image + plane &* imageCount
                forEachRow { row, place, inside, column in
                    let target = columns + (plane * columnCount + place)
                    guard let row else { return target.update(repeating: 0, count: windows[1]) }
                    target.update(repeating: 0, count: inside.lowerBound)
                    let from = source + row
                    if step == 1 {
                        (target + inside.lowerBound).update(from: from + column, count: inside.count)
                    } else {
                        for (i, o) in inside.enumerated() { target[o] = from[column &+ i &* step] }
                    }
                    (target + inside.upperBound).update(repeating: 0, count: windows[1] &- inside.upperBound)
                }
            }
        }
    }

    private func fold<Scalar: BinaryFloatingPoint>(
        _: Scalar.Type, _ planes: Int, _ columns: UnsafeRawPointer, _ image: UnsafeMutableRawPointer
    ) {
        let image = image.assumingMemoryBound(to: Scalar.self)
        let columns = columns.assumingMemoryBound(to: Scalar.self)
        let step = stride[1]
        ThreadPool.ranges(planes, grain: max(1, (1 << 15) / max(1, columnCount))) { range in
            for plane in range {
                let target = image + plane &* imageCount
                target.update(repeating: 0, count: imageCount)
                forEachRow { row, place, inside, column in
                    guard let row else { return }
                    let source = columns + (plane * columnCount + place + inside.lowerBound)
                    let to = target + (row + column)
                    for i in 0..<inside.count { to[i &* step] += source[i] }
                }
            }
        }
    }

    /// Calls `body` for each row of windows at each tap: where the image's row starts (nil outside of it), where the row
    /// of the columns starts, which of its windows lie inside, and the column of the first of these.
    @inline(__always)
    private func forEachRow(_ body: (_ row: Int?, _ place: Int, _ inside: Range<Int>, _ column: Int) -> Void) {
        var place = 0
        for y in 0..<kernel[0] {
            for x in 0..<kernel[1] {
                let offset = x * dilation[1] - padding[1]
                let first = offset < 0 ? min(windows[1], (-offset + stride[1] - 1) / stride[1]) : 0
                let room = size[1] - 1 - offset
                let end = max(first, room < 0 ? 0 : min(windows[1], room / stride[1] + 1))
                for window in 0..<windows[0] {
                    let row = window * stride[0] - padding[0] + y * dilation[0]
                    let isInside = row >= 0 && row < size[0] && end > first
                    body(isInside ? row * size[1] : nil, place, first..<end, offset + first * stride[1])
                    place += windows[1]
                }
            }
        }
    }
}
