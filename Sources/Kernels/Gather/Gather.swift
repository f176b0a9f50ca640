import CPlatform
import Glibc

// Elements picked by position along one axis. An array is seen as (outer, axis, inner): `inner` contiguous elements
// move together. Positions have been validated (`Gather.firstInvalid`) and normalised to 0..<axis.

/// Taking and placing by position, for elements of any type.
public enum Gather {
    /// `output[o, i, :] = source[o, positions[i], :]`; `innerBytes` is the size of one run.
    public static func take(
        outer: Int, axis: Int, innerBytes: Int, positions: UnsafePointer<Int64>, count: Int, source: UnsafeRawPointer,
        output: UnsafeMutableRawPointer
    ) {
        guard count > 0 else { return }
        ThreadPool.ranges(outer &* count, grain: grain(innerBytes)) { range in
            switch innerBytes {
            case 1: takeItems(UInt8.self, range, axis, positions, count, source, output)
            case 2: takeItems(UInt16.self, range, axis, positions, count, source, output)
            case 4: takeItems(UInt32.self, range, axis, positions, count, source, output)
            case 8: takeItems(UInt64.self, range, axis, positions, count, source, output)
            default:
                takeRuns(range, axis, innerBytes, positions, count, source, output)
            }
        }
    }

    /// Runs lie anywhere in a table that is larger than the caches: the one after next is fetched ahead.
    private static func takeRuns(
        _ range: Range<Int>, _ axis: Int, _ innerBytes: Int, _ positions: UnsafePointer<Int64>, _ count: Int,
        _ source: UnsafeRawPointer, _ output: UnsafeMutableRawPointer
    ) {
        for run in range {
            let (slab, index) = run.quotientAndRemainder(dividingBy: count)
            let start = source + slab &* axis &* innerBytes
            if index &+ 2 < count {
                let next = start + Int(positions[index &+ 2]) &* innerBytes
                for line in stride(from: 0, to: min(innerBytes, 1024), by: 64) { sg_prefetch(next + line) }
            }
            memcpy(output + run &* innerBytes, start + Int(positions[index]) &* innerBytes, innerBytes)
        }
    }

    @inline(__always)
    private static func takeItems<Item>(
        _ type: Item.Type, _ range: Range<Int>, _ axis: Int, _ positions: UnsafePointer<Int64>, _ count: Int,
        _ source: UnsafeRawPointer, _ output: UnsafeMutableRawPointer
    ) {
        let output = output.assumingMemoryBound(to: Item.self)
        var run = range.lowerBound
        while run < range.upperBound {
            let (slab, first) = run.quotientAndRemainder(dividingBy: count)
            let length = min(count &- first, range.upperBound &- run)
            let from = source.assumingMemoryBound(to: Item.self) + slab &* axis
            for i in 0..<length { output[run &+ i] = from[Int(positions[first &+ i])] }
            run = run &+ length
        }
    }

    /// `output[o, positions[i], :] = source[o, i, :]`, in the order of i: of equal positions the last one stays.
    public static func place(
        outer: Int, axis: Int, innerBytes: Int, positions: UnsafePointer<Int64>, count: Int, source: UnsafeRawPointer,
        output: UnsafeMutableRawPointer
    ) {
        ThreadPool.ranges(outer, grain: max(1, grain(innerBytes) / max(1, count))) { range in
            for slab in range {
                for index in 0..<count {
                    let to = (slab &* axis &+ Int(positions[index])) &* innerBytes
                    memcpy(output + to, source + (slab &* count &+ index) &* innerBytes, innerBytes)
                }
            }
        }
    }

    /// `output[o, i, n] = source[o, positions[o, i, n], n]` for positions of shape (outer, count, inner): NumPy's
    /// `take_along_axis`. Items of 1, 2, 4 or 8 bytes.
    public static func takeAlong(
        outer: Int, axis: Int, inner: Int, itemSize: Int, positions: UnsafePointer<Int64>, count: Int,
        source: UnsafeRawPointer, output: UnsafeMutableRawPointer
    ) {
        guard count > 0 else { return }
        ThreadPool.ranges(outer &* count, grain: grain(inner &* 8)) { range in
            switch itemSize {
            case 1: takeItemsAlong(UInt8.self, range, axis, inner, positions, count, source, output)
            case 2: takeItemsAlong(UInt16.self, range, axis, inner, positions, count, source, output)
            case 4: takeItemsAlong(UInt32.self, range, axis, inner, positions, count, source, output)
            case 8: takeItemsAlong(UInt64.self, range, axis, inner, positions, count, source, output)
            default: break
            }
        }
    }

    @inline(__always)
    private static func takeItemsAlong<Item>(
        _ type: Item.Type, _ range: Range<Int>, _ axis: Int, _ inner: Int, _ positions: UnsafePointer<Int64>,
        _ count: Int, _ source: UnsafeRawPointer, _ output: UnsafeMutableRawPointer
    ) {
        let source = source.assumingMemoryBound(to: Item.self)
        let output = output.assumingMemoryBound(to: Item.self)
        for run in range {
            let slab = run / count &* axis
            for n in run &* inner..<(run &+ 1) &* inner {
                output[n] = source[(slab &+ Int(positions[n])) &* inner &+ n &- run &* inner]
            }
        }
    }

    /// Runs a task, about 64 KiB.
    private static func grain(_ innerBytes: Int) -> Int { max(1, (1 << 16) / max(8, innerBytes)) }
}
