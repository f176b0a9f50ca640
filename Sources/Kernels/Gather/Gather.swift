import Glibc

/// Reads at integer places along one axis of a contiguous array seen as (outer, axis, inner).
///
/// Elements of any type, `itemSize` bytes each. Indices lie in `-axis..<axis` (`Indices.firstInvalid` checks); negative
/// ones count from the end.
public struct Gather: Sendable {
    public var outer: Int
    public var axis: Int
    public var inner: Int

    private static let taskBytes = 1 << 16

    public init(outer: Int, axis: Int, inner: Int) {
        self.outer = outer
        self.axis = axis
        self.inner = inner
    }

    /// `output[o, j, i] = input[o, indices[j], i]` for `count` indices: embedding look-up, `index_select`.
    public func take(
        itemSize: Int, input: UnsafeRawPointer, indices: UnsafePointer<Int64>, count: Int,
        output: UnsafeMutableRawPointer
    ) {
        switch inner &* itemSize {
        case 0: break
        case 1: takeItems(UInt8.self, input, indices, count, output)
        case 2: takeItems(UInt16.self, input, indices, count, output)
        case 4: takeItems(UInt32.self, input, indices, count, output)
        case 8: takeItems(UInt64.self, input, indices, count, output)
        case let size: takeRows(size, input, indices, count, output)
        }
    }

    private func takeRows(
        _ size: Int, _ input: UnsafeRawPointer, _ indices: UnsafePointer<Int64>, _ count: Int,
        _ output: UnsafeMutableRawPointer
    ) {
        ThreadPool.ranges(outer &* count, grain: max(1, Gather.taskBytes / size)) { range in
            for row in range {
                let (o, j) = row.quotientAndRemainder(dividingBy: count)
                let place = o &* axis &+ Indices.place(indices[j], axis)
                memcpy(output + row &* size, input + place &* size, size)
            }
        }
    }

    @inline(__always)
    private func takeItems<Item>(
        _ type: Item.Type, _ input: UnsafeRawPointer, _ indices: UnsafePointer<Int64>, _ count: Int,
        _ output: UnsafeMutableRawPointer
    ) {
        let input = input.assumingMemoryBound(to: Item.self)
        let output = output.assumingMemoryBound(to: Item.self)
        ThreadPool.ranges(outer &* count, grain: Gather.taskBytes / 8) { range in
            var (o, j) = range.lowerBound.quotientAndRemainder(dividingBy: count)
            for i in range {
                output[i] = input[o &* axis &+ Indices.place(indices[j], axis)]
                j = j &+ 1
                if j == count {
                    j = 0
                    o = o &+ 1
                }
            }
        }
    }

    /// `output[o, j, i] = input[o, indices[o, j, i], i]` for indices of shape (outer, count, inner): `take_along_axis`.
    public func takeAlong(
        itemSize: Int, input: UnsafeRawPointer, indices: UnsafePointer<Int64>, count: Int,
        output: UnsafeMutableRawPointer
    ) {
        switch itemSize {
        case 1: takeAlong(UInt8.self, input, indices, count, output)
        case 2: takeAlong(UInt16.self, input, indices, count, output)
        case 4: takeAlong(UInt32.self, input, indices, count, output)
        case 8: takeAlong(UInt64.self, input, indices, count, output)
        default: break
        }
    }

    @inline(__always)
    private func takeAlong<Item>(
        _ type: Item.Type, _ input: UnsafeRawPointer, _ indices: UnsafePointer<Int64>, _ count: Int,
        _ output: UnsafeMutableRawPointer
    ) {
        let input = input.assumingMemoryBound(to: Item.self)
        let output = output.assumingMemoryBound(to: Item.self)
        ThreadPool.ranges(outer &* count, grain: max(1, Gather.taskBytes / 8 / max(inner, 1))) { range in
            for row in range {
                let base = row / count &* axis &* inner
                for i in 0..<inner {
                    let place = Indices.place(indices[row &* inner &+ i], axis)
                    output[row &* inner &+ i] = input[base &+ place &* inner &+ i]
                }
            }
        }
    }
}
