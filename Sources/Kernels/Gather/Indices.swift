/// Checks on integer indices, before a kernel trusts them.
public enum Indices {
    /// Position of the first index outside `-length..<length` (negative ones count from the end); nil if all are inside.
    public static func firstInvalid(_ indices: UnsafePointer<Int64>, count: Int, length: Int) -> Int? {
        let block = 1024
        var start = 0
        while start < count {
            let end = min(start + block, count)
            var allInside = true
            for i in start..<end { allInside = allInside && isInside(indices[i], length) }
            if !allInside { return (start..<end).first { !isInside(indices[$0], length) } }
            start = end
        }
        return nil
    }

    @inline(__always)
    private static func isInside(_ index: Int64, _ length: Int) -> Bool {
        index >= -Int64(length) && index < Int64(length)
    }

    /// The place that a valid index means.
    @inline(__always)
    static func place(_ index: Int64, _ length: Int) -> Int { index < 0 ? Int(index) &+ length : Int(index) }
}
