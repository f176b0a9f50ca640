/// Arithmetic on shapes and strides. A shape is a list of axis lengths, none negative; strides count elements.
public enum Shape {
    /// Axes an array can have, as in NumPy.
    public static let maximumRank = 64

    /// The product of the lengths; nil when an array of such lengths could not be addressed. Lengths of 0 count as 1
    /// there, so that no product over some of the axes overflows either.
    @inlinable
    public static func elementCount(_ shape: [Int]) -> Int? {
        var addressed = 1
        var isEmpty = false
        for length in shape {
            isEmpty = isEmpty || length == 0
            let product = addressed.multipliedReportingOverflow(by: max(length, 1))
            if product.overflow || product.partialValue > maximumElementCount { return nil }
            addressed = product.partialValue
        }
        return isEmpty ? 0 : addressed
    }

    /// Leaves room for byte offsets of the largest element.
    @usableFromInline static let maximumElementCount = Int.max / 16

    /// Row-major strides. The caller has checked that the elements can be counted.
    @inlinable
    public static func contiguousStrides(_ shape: [Int]) -> [Int] {
        if shape.count == 1 { return unitStride }
        var strides = [Int](repeating: 1, count: shape.count)
        var step = 1
        for axis in stride(from: shape.count - 1, through: 0, by: -1) {
            strides[axis] = step
            step &*= max(shape[axis], 1)
        }
        return strides
    }

    @usableFromInline static let unitStride = [1]

    /// Whether elements lie in row-major order without gaps; axes of length 1 may have any stride.
    @inlinable
    public static func isContiguous(_ shape: [Int], _ strides: [Int]) -> Bool {
        var step = 1
        for axis in stride(from: shape.count - 1, through: 0, by: -1) {
            let length = shape[axis]
            if length == 0 { return true }
            if length != 1 && strides[axis] != step { return false }
            step &*= length
        }
        return true
    }

    /// The shape both broadcast to by NumPy's rule (axes align from the last; lengths are equal or one is 1); nil if none.
    @inlinable
    public static func broadcast(_ lhs: [Int], _ rhs: [Int]) -> [Int]? {
        if lhs == rhs || rhs.isEmpty { return lhs }
        if lhs.isEmpty { return rhs }
        let rank = max(lhs.count, rhs.count)
        var result = [Int](repeating: 1, count: rank)
        for axis in 0..<rank {
            let left = axis < rank - lhs.count ? 1 : lhs[axis - (rank - lhs.count)]
            let right = axis < rank - rhs.count ? 1 : rhs[axis - (rank - rhs.count)]
            if left != right && left != 1 && right != 1 { return nil }
            result[axis] = left == 1 ? right : left
        }
        return result
    }

    /// The shape both broadcast to; throws for two that do not, naming the operation and both.
    static func broadcast(_ lhs: [Int], _ rhs: [Int], operation: String) throws(SwiftgradError) -> [Int] {
        guard let shape = broadcast(lhs, rhs) else {
            throw .value("\(operation): shapes \(text(lhs)) and \(text(rhs)) do not broadcast")
        }
        return shape
    }

    /// The strides with which an array of `shape` is read as if it had shape `target`, to which it broadcasts.
    @inlinable
    public static func broadcastStrides(_ shape: [Int], _ strides: [Int], to target: [Int]) -> [Int] {
        if shape == target { return strides }
        let missing = target.count - shape.count
        var result = [Int](repeating: 0, count: target.count)
        for axis in 0..<shape.count where shape[axis] != 1 || target[missing + axis] == 1 {
            result[missing + axis] = strides[axis]
        }
        return result
    }

    /// `(2, 3)`, `(2,)` or `()`, as Python writes a tuple.
    public static func text(_ shape: [Int]) -> String {
        shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
    }
}
