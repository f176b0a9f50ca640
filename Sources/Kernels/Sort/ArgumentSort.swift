/// The order that sorts the rows of a contiguous matrix.
///
/// Every element becomes an unsigned key of its own size whose order is the element's (floats: the sign bit flipped, or
/// all bits of a negative number; NaN after everything else), and a radix sort from the lowest byte up carries the
/// positions along. It is stable, and bytes that are the same in all keys of a row cost nothing but their count.
public enum ArgumentSort {
    /// Writes the positions 0..<columns of each row in rising order of the elements, falling if `descending` (and then
    /// NaN first). Equal elements stay in their order. Any dtype but the half-precision ones.
    public static func run(
        dtype: DType, rows: Int, columns: Int, descending: Bool, input: UnsafeRawPointer,
        output: UnsafeMutablePointer<Int64>
    ) {
        switch dtype {
        case .bool, .uint8: sort(rows, columns, descending, input, output) { (x: UInt8) in x }
        case .uint16: sort(rows, columns, descending, input, output) { (x: UInt16) in x }
        case .uint32: sort(rows, columns, descending, input, output) { (x: UInt32) in x }
        case .uint64: sort(rows, columns, descending, input, output) { (x: UInt64) in x }
        case .int8: sort(rows, columns, descending, input, output) { (x: UInt8) in x ^ 0x80 }
        case .int16: sort(rows, columns, descending, input, output) { (x: UInt16) in x ^ 0x8000 }
        case .int32: sort(rows, columns, descending, input, output) { (x: UInt32) in x ^ 0x8000_0000 }
        case .int64: sort(rows, columns, descending, input, output) { (x: UInt64) in x ^ (1 << 63) }
        case .float32:
            sort(rows, columns, descending, input, output) { (x: Float) in
                x.isNaN ? UInt32.max : key(x == 0 ? 0 : x.bitPattern)
            }
        case .float64:
            sort(rows, columns, descending, input, output) { (x: Double) in
                x.isNaN ? UInt64.max : key(x == 0 ? 0 : x.bitPattern)
            }
        case .float16, .bfloat16: break
        }
    }

    @inline(__always)
    private static func key<Bits: FixedWidthInteger & UnsignedInteger>(_ bits: Bits) -> Bits {
        let sign = Bits(1) << (Bits.bitWidth - 1)
        return bits & sign != 0 ? ~bits : bits | sign
    }

    private static func sort<Element, Key: FixedWidthInteger & UnsignedInteger>(
        _ rows: Int, _ columns: Int, _ descending: Bool, _ input: UnsafeRawPointer,
        _ output: UnsafeMutablePointer<Int64>, _ key: (Element) -> Key
    ) {
        let input = input.assumingMemoryBound(to: Element.self)
        ThreadPool.ranges(rows, grain: max(1, (1 << 13) / max(columns, 1))) { range in
            withUnsafeTemporaryAllocation(of: Key.self, capacity: 2 &* columns) { keys in
                withUnsafeTemporaryAllocation(of: Int64.self, capacity: columns) { positions in
                    guard let keys = keys.baseAddress, let spare = positions.baseAddress else { return }
                    for row in range {
                        let x = input + row &* columns
                        for i in 0..<columns { keys[i] = descending ? ~key(x[i]) : key(x[i]) }
                        sortRow(columns, keys, keys + columns, output + row &* columns, spare)
                    }
                }
            }
        }
    }

    private static func sortRow<Key: FixedWidthInteger & UnsignedInteger>(
        _ count: Int, _ keys: UnsafeMutablePointer<Key>, _ otherKeys: UnsafeMutablePointer<Key>,
        _ output: UnsafeMutablePointer<Int64>, _ spare: UnsafeMutablePointer<Int64>
    ) {
        var (from, to) = (keys, otherKeys)
        var (order, next) = (output, spare)
        for i in 0..<count { order[i] = Int64(i) }
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { buffer in
            guard let starts = buffer.baseAddress, count > 1 else { return }
            for shift in stride(from: 0, to: Key.bitWidth, by: 8) {
                starts.initialize(repeating: 0, count: 256)
                for i in 0..<count { starts[Int((from[i] &>> Key(shift)) & 255)] &+= 1 }
                if starts[Int((from[0] &>> Key(shift)) & 255)] == count { continue }
                var start = 0
                for byte in 0..<256 {
                    let length = starts[byte]
                    starts[byte] = start
                    start &+= length
                }
                for i in 0..<count {
                    let byte = Int((from[i] &>> Key(shift)) & 255)
                    to[starts[byte]] = from[i]
                    next[starts[byte]] = order[i]
                    starts[byte] &+= 1
                }
                swap(&from, &to)
                swap(&order, &next)
            }
        }
        if order != output { output.update(from: order, count: count) }
    }
}
