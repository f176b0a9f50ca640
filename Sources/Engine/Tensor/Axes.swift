/// Axis arguments: negative ones count from the end, as in NumPy.
enum Axes {
    /// One axis in `0..<rank`.
    static func normalise(_ axis: Int, rank: Int, operation: String) throws(SwiftgradError) -> Int {
        guard axis >= -rank && axis < rank else {
            throw .index("\(operation): axis \(axis) is out of range for an array of \(rank) axes")
        }
        return axis < 0 ? axis + rank : axis
    }

    /// Several different axes, in the order given; none given means all.
    static func normalise(_ axes: [Int]?, rank: Int, operation: String) throws(SwiftgradError) -> [Int] {
        guard let axes else { return Array(0..<rank) }
        var result: [Int] = []
        for axis in axes {
            let normal = try normalise(axis, rank: rank, operation: operation)
            guard !result.contains(normal) else { throw .value("\(operation): axis \(axis) is given twice") }
            result.append(normal)
        }
        return result
    }
}
