import Swiftgrad

/// Sequences that a model is writing, one a row.
protocol Decoding: AnyObject {
    /// Logits (rows, vocabulary) of what follows `tokens` (rows, count), which themselves follow those of earlier calls.
    func next(_ tokens: Tensor) throws(SwiftgradError) -> Tensor

    /// Keeps the given rows, in that order; one can be kept several times.
    func select(_ rows: [Int]) throws(SwiftgradError)
}

extension Tensor {
    /// (count,) int64.
    static func integers(_ numbers: [Int]) throws(SwiftgradError) -> Tensor {
        let tensor = try Tensor(uninitialised: [numbers.count], .int64)
        let elements = tensor.pointer.assumingMemoryBound(to: Int64.self)
        for (position, number) in numbers.enumerated() { elements[position] = Int64(number) }
        return tensor
    }

    /// (rows, longest) int64, each row followed by `padding`.
    static func integers(rows: [[Int]], padding: Int) throws(SwiftgradError) -> Tensor {
        let length = rows.map(\.count).max() ?? 0
        return try integers(rows.flatMap { $0 + [Int](repeating: padding, count: length - $0.count) })
            .reshape([rows.count, length])
    }

    /// The elements of integers (rows, columns), row by row.
    func integerRows() throws(SwiftgradError) -> [[Int]] {
        let whole = try detach().cast(to: .int64).contiguous()
        return withExtendedLifetime(whole) {
            let elements = whole.pointer.assumingMemoryBound(to: Int64.self)
            let width = whole.shape[1]
            return (0..<whole.shape[0]).map { row in (0..<width).map { Int(elements[row * width + $0]) } }
        }
    }
}

/// How many tokens of each row of a batch count; the rest is padding.
struct SequenceLengths {
    let counts: [Int]
    let longest: Int

    init(counts: [Int], longest: Int) {
        self.counts = counts
        self.longest = longest
    }

    /// From integers (rows,) between 1 and `length`.
    init(_ lengths: Tensor, rows: Int, length: Int, of operation: String) throws(SwiftgradError) {
        guard lengths.shape == [rows] else {
            throw .value("\(operation): expected lengths (\(rows),), got \(Shape.text(lengths.shape))")
        }
        guard lengths.dtype.isInteger else {
            throw .type("\(operation): lengths must be integers, got \(lengths.dtype)")
        }
        counts = try lengths.expandDims([0]).integerRows()[0]
        longest = length
        for count in counts where count < 1 || count > length {
            throw .value("\(operation): lengths must lie between 1 and \(length), got \(count)")
        }
    }

    /// (rows, 1, 1, longest), true for a token that counts.
    func mask() throws(SwiftgradError) -> Tensor {
        let columns = try Tensor.arange(0, Double(longest), .int64)
        return try columns.less(Tensor.integers(counts).expandDims([1])).expandDims([1, 2])
    }

    /// Of x (rows, longest, width) what belongs to the last token that counts, (rows, width).
    func last(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        guard x.rank == 3, x.shape[0] == counts.count, x.shape[1] == longest else {
            throw .value("expected (\(counts.count), \(longest), width), got \(Shape.text(x.shape))")
        }
        let positions = counts.enumerated().map { $0.offset * longest + $0.element - 1 }
        return try x.reshape([counts.count * longest, x.shape[2]]).take(Tensor.integers(positions))
    }
}
