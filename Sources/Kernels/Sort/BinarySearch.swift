/// Where elements belong in a sorted vector, by bisection.
public enum BinarySearch {
    /// For each of `count` values the number of sorted elements before it: those that are smaller, or with `isRight` also
    /// those that equal it. NaN counts as the largest. Types: float32, float64, int64 and uint64.
    public static func run(
        dtype: DType, sorted: UnsafeRawPointer, length: Int, values: UnsafeRawPointer, count: Int, isRight: Bool,
        output: UnsafeMutablePointer<Int64>
    ) {
        switch dtype {
        case .float32:
            search(Float.self, sorted, length, values, count, isRight, output) { $0 < $1 || ($1.isNaN && !$0.isNaN) }
        case .float64:
            search(Double.self, sorted, length, values, count, isRight, output) { $0 < $1 || ($1.isNaN && !$0.isNaN) }
        case .uint64: search(UInt64.self, sorted, length, values, count, isRight, output) { $0 < $1 }
        default: search(Int64.self, sorted, length, values, count, isRight, output) { $0 < $1 }
        }
    }

    @inline(__always)
    private static func search<Element>(
        _: Element.Type, _ sorted: UnsafeRawPointer, _ length: Int, _ values: UnsafeRawPointer, _ count: Int,
        _ isRight: Bool, _ output: UnsafeMutablePointer<Int64>, _ isLess: (Element, Element) -> Bool
    ) {
        let sorted = sorted.assumingMemoryBound(to: Element.self)
        let values = values.assumingMemoryBound(to: Element.self)
        ThreadPool.ranges(count, grain: 1 << 11) { range in
            for position in range {
                let value = values[position]
                var (low, high) = (0, length)
                while low < high {
                    let middle = low &+ (high &- low) / 2
                    let isBefore = isRight ? !isLess(value, sorted[middle]) : isLess(sorted[middle], value)
                    if isBefore { low = middle &+ 1 } else { high = middle }
                }
                output[position] = Int64(low)
            }
        }
    }
}
