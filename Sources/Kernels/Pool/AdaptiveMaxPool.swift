extension MaxPool {
    /// The elements of an axis that belong to output `o` of those that share it out: neighbours overlap where the
    /// lengths do not divide.
    public static func adaptiveWindow(_ o: Int, _ input: Int, _ output: Int) -> Range<Int> {
        o &* input / output..<((o &+ 1) &* input &+ output &- 1) / output
    }

    /// The largest element of each of (rows, columns) windows over planes (height, width), and its number in the plane.
    public static func adaptive(
        dtype: DType, planes: Int, height: Int, width: Int, rows: Int, columns: Int, input: UnsafeRawPointer,
        output: UnsafeMutableRawPointer, positions: UnsafeMutableRawPointer
    ) {
        let sizes = AdaptiveSizes(planes: planes, height: height, width: width, rows: rows, columns: columns)
        switch dtype {
        case .float32:
            adaptive(
                sizes, input.assumingMemoryBound(to: Float.self), output.assumingMemoryBound(to: Float.self),
                positions.assumingMemoryBound(to: Int32.self))
        case .float64:
            adaptive(
                sizes, input.assumingMemoryBound(to: Double.self), output.assumingMemoryBound(to: Double.self),
                positions.assumingMemoryBound(to: Int64.self))
        default: break
        }
    }

    private struct AdaptiveSizes {
        let planes: Int
        let height: Int
        let width: Int
        let rows: Int
        let columns: Int
    }

    private static func adaptive<Scalar: BinaryFloatingPoint, Position: FixedWidthInteger>(
        _ sizes: AdaptiveSizes, _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>,
        _ positions: UnsafeMutablePointer<Position>
    ) {
        let plane = sizes.height &* sizes.width
        ThreadPool.ranges(sizes.planes, grain: max(1, (1 << 14) / max(1, plane))) { range in
            var o = range.lowerBound &* sizes.rows &* sizes.columns
            for number in range {
                let source = x + number &* plane
                for row in 0..<sizes.rows {
                    let lines = adaptiveWindow(row, sizes.height, sizes.rows)
                    for column in 0..<sizes.columns {
                        let window = adaptiveWindow(column, sizes.width, sizes.columns)
                        var place = lines.lowerBound &* sizes.width &+ window.lowerBound
                        var best = source[place]
                        for line in lines {
                            for i in window {
                                let value = source[line &* sizes.width &+ i]
                                if value > best || value.isNaN { (best, place) = (value, line &* sizes.width &+ i) }
                            }
                        }
                        y[o] = best
                        positions[o] = Position(truncatingIfNeeded: place)
                        o = o &+ 1
                    }
                }
            }
        }
    }
}
