/// Running sums along one axis.
///
/// A line's sums depend on each other, so lines are the tasks. Lines that lie side by side (inner > 1) are added row by
/// row. Floats are accumulated in `Double`, so that the last element agrees with `Reduce.run(.sum)`.
public enum CumulativeSum {
    private static let taskElements = 1 << 15
    private static let width = 512

    /// `output[o, a, i] = sum of input[o, 0...a, i]` for contiguous arrays of shape (outer, axis, inner); `output` is of
    /// type `ReduceOperation.sum.outputType(dtype)`. It may be `input` if both have the same type.
    public static func run(
        dtype: DType, outer: Int, axis: Int, inner: Int, input: UnsafeRawPointer, output: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .bool: lines(outer, axis, inner, input, output) { (sum: inout Int64, x: UInt8) -> Int64 in add(&sum, x) }
        case .int8: lines(outer, axis, inner, input, output) { (sum: inout Int64, x: Int8) -> Int64 in add(&sum, x) }
        case .int16: lines(outer, axis, inner, input, output) { (sum: inout Int64, x: Int16) -> Int64 in add(&sum, x) }
        case .int32: lines(outer, axis, inner, input, output) { (sum: inout Int64, x: Int32) -> Int64 in add(&sum, x) }
        case .int64: lines(outer, axis, inner, input, output) { (sum: inout Int64, x: Int64) -> Int64 in add(&sum, x) }
        case .uint8:
            lines(outer, axis, inner, input, output) { (sum: inout UInt64, x: UInt8) -> UInt64 in add(&sum, x) }
        case .uint16:
            lines(outer, axis, inner, input, output) { (sum: inout UInt64, x: UInt16) -> UInt64 in add(&sum, x) }
        case .uint32:
            lines(outer, axis, inner, input, output) { (sum: inout UInt64, x: UInt32) -> UInt64 in add(&sum, x) }
        case .uint64:
            lines(outer, axis, inner, input, output) { (sum: inout UInt64, x: UInt64) -> UInt64 in add(&sum, x) }
        case .float16: half(Float16Format.self, outer, axis, inner, input, output)
        case .bfloat16: half(BFloat16Format.self, outer, axis, inner, input, output)
        case .float32:
            lines(outer, axis, inner, input, output) { (sum: inout Double, x: Float) -> Float in
                sum += Double(x)
                return Float(sum)
            }
        case .float64:
            lines(outer, axis, inner, input, output) { (sum: inout Double, x: Double) -> Double in
                sum += x
                return sum
            }
        }
    }

    @inline(__always)
    private static func add<Sum: FixedWidthInteger, Element: FixedWidthInteger>(
        _ sum: inout Sum, _ element: Element
    ) -> Sum {
        sum &+= Sum(truncatingIfNeeded: element)
        return sum
    }

    private static func half<Format: HalfFormat>(
        _ format: Format.Type, _ outer: Int, _ axis: Int, _ inner: Int, _ input: UnsafeRawPointer,
        _ output: UnsafeMutableRawPointer
    ) {
        lines(outer, axis, inner, input, output) { (sum: inout Double, x: UInt16) -> UInt16 in
            sum += Double(Format.widen(x))
            return Format.narrow(Float(sum))
        }
    }

    @inline(__always)
    static func lines<Element, Sum: Numeric, Result>(
        _ outer: Int, _ axis: Int, _ inner: Int, _ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer,
        from start: Sum = 0, _ add: (inout Sum, Element) -> Result
    ) {
        guard outer > 0, axis > 0, inner > 0 else { return }
        let input = input.assumingMemoryBound(to: Element.self)
        let output = output.assumingMemoryBound(to: Result.self)
        let tile = min(inner, width)
        let tiles = (inner + tile - 1) / tile
        ThreadPool.ranges(outer &* tiles, grain: max(1, taskElements / (axis &* tile))) { range in
            withUnsafeTemporaryAllocation(of: Sum.self, capacity: tile) { sums in
                for unit in range {
                    let first = unit % tiles &* tile
                    let count = min(tile, inner &- first)
                    sums.initialize(repeating: start)
                    for a in 0..<axis {
                        let offset = (unit / tiles &* axis &+ a) &* inner &+ first
                        for i in 0..<count { output[offset &+ i] = add(&sums[i], input[offset &+ i]) }
                    }
                }
            }
        }
    }
}
