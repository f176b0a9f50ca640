import Glibc

// Elements picked by position along one axis. An array is seen as (outer, axis, inner): `inner` contiguous elements
// move together. Positions have been validated (`Gather.firstInvalid`) and normalised to 0..<axis.

/// Taking and placing by position, for elements of any type.
public enum Gather {
    /// The first position that is not in -length..<length; nil when all are.
    public static func firstInvalid(_ positions: UnsafePointer<Int64>, count: Int, length: Int) -> Int? {
        let (low, high) = (-Int64(length), Int64(length))
        for index in 0..<count where positions[index] < low || positions[index] >= high { return index }
        return nil
    }

    /// Writes `positions`, negative ones counted from the end of an axis of `length`, as positions from its start.
    public static func normalise(
        _ positions: UnsafePointer<Int64>, count: Int, length: Int, to output: UnsafeMutablePointer<Int64>
    ) {
        let length = Int64(length)
        for index in 0..<count { output[index] = positions[index] < 0 ? positions[index] &+ length : positions[index] }
    }

    /// `output[o, i, :] = source[o, positions[i], :]`; `innerBytes` is the size of one run.
    public static func take(
        outer: Int, axis: Int, innerBytes: Int, positions: UnsafePointer<Int64>, count: Int, source: UnsafeRawPointer,
        output: UnsafeMutableRawPointer
    ) {
        ThreadPool.ranges(outer &* count, grain: grain(innerBytes)) { range in
            for run in range {
                let (slab, index) = run.quotientAndRemainder(dividingBy: count)
                let from = (slab &* axis &+ Int(positions[index])) &* innerBytes
                copy(source + from, output + run &* innerBytes, innerBytes)
            }
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
                    copy(source + (slab &* count &+ index) &* innerBytes, output + to, innerBytes)
                }
            }
        }
    }

    /// Number of bytes that are not zero.
    public static func countTrue(_ mask: UnsafePointer<UInt8>, count: Int) -> Int {
        var total = 0
        for index in 0..<count where mask[index] != 0 { total &+= 1 }
        return total
    }

    /// Writes the positions of the bytes that are not zero, in order; there are `countTrue` of them.
    public static func nonzero(_ mask: UnsafePointer<UInt8>, count: Int, to output: UnsafeMutablePointer<Int64>) {
        var written = 0
        for index in 0..<count where mask[index] != 0 {
            output[written] = Int64(index)
            written &+= 1
        }
    }

    /// Runs a task, about 64 KiB.
    private static func grain(_ innerBytes: Int) -> Int { max(1, (1 << 16) / max(1, innerBytes)) }

    @inline(__always)
    private static func copy(_ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, _ bytes: Int) {
        switch bytes {
        case 4: target.storeBytes(of: source.loadUnaligned(as: UInt32.self), as: UInt32.self)
        case 8: target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
        default: memcpy(target, source, bytes)
        }
    }
}
