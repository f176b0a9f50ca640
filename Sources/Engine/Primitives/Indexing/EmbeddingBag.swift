import SwiftgradKernels

/// Bags of rows of a table (rows, size): the numbers of the rows, one bag behind the other, without those of padding.
struct EmbeddingBag {
    enum Mode: String {
        case sum, mean, max
    }

    private let table: Tensor
    /// Row numbers that count, and where each stands in the input.
    private let numbers: [Int]
    private let places: [Int]
    /// Bag i is `starts[i]..<starts[i + 1]`.
    private let starts: [Int]
    private let inputShape: [Int]

    /// Indices (bags, length), or (count,) with the starts of the bags.
    init(
        _ table: Tensor, _ indices: Tensor, offsets: Tensor?, includesLast: Bool, padding: Int?
    ) throws(SwiftgradError) {
        let name = "embedding_bag"
        guard table.rank == 2, table.dtype.isFloating else {
            throw .value("\(name): expected a table of floats (rows, size), got \(Shape.text(table.shape))")
        }
        guard indices.dtype.isInteger, indices.rank == (offsets == nil ? 2 : 1) else {
            throw .value(
                "\(name): expected integers (bags, length), or (count,) with offsets, got \(Shape.text(indices.shape)) of "
                    + "\(indices.dtype)" + (offsets == nil ? "" : " with offsets"))
        }
        let rows = table.shape[0]
        if let padding, padding < -rows || padding >= rows {
            throw .value("\(name): padding_idx \(padding) is not a row of a table of \(rows) rows")
        }
        let skipped = padding.map { $0 < 0 ? $0 + rows : $0 }
        let all = try EmbeddingBag.integers(indices)
        var bounds: [Int]
        if let offsets {
            bounds = try EmbeddingBag.integers(offsets)
            guard offsets.dtype.isInteger, offsets.rank == 1, bounds.first ?? 0 == 0, !includesLast || !bounds.isEmpty,
                bounds.allSatisfy({ $0 >= 0 && $0 <= all.count }),
                zip(bounds, bounds.dropFirst()).allSatisfy({ $0 <= $1 })
            else { throw .value("\(name): offsets must rise from 0 to at most \(all.count)") }
            if !includesLast { bounds.append(all.count) }
        } else {
            let length = indices.shape[1]
            bounds = (0...indices.shape[0]).map { $0 * length }
        }
        var (numbers, places, starts) = ([Int](), [Int](), [0])
        for (start, end) in zip(bounds, bounds.dropFirst()) {
            for place in start..<end {
                guard all[place] >= 0, all[place] < rows else {
                    throw .index("\(name): index \(all[place]) is out of range for a table of \(rows) rows")
                }
                guard all[place] != skipped else { continue }
                numbers.append(all[place])
                places.append(place)
            }
            starts.append(numbers.count)
        }
        (self.table, self.numbers, self.places, self.starts) = (table, numbers, places, starts)
        inputShape = indices.shape
    }

    /// (bags, size): what becomes of the rows of each bag.
    func reduce(_ mode: Mode, weights: Tensor?, scalesByFrequency: Bool) throws(SwiftgradError) -> Tensor {
        if let weights {
            guard mode == .sum, weights.shape == inputShape, weights.dtype.isFloating else {
                throw .value(
                    "embedding_bag: per_sample_weights need mode 'sum' and the shape \(Shape.text(inputShape)), got mode "
                        + "'\(mode.rawValue)' and \(Shape.text(weights.shape))")
            }
        }
        if weights == nil && mode != .max && !scalesByFrequency {
            return try .apply(
                WeightedSum(name: "embedding_bag", axis: 0, matrix: matrix(mode, numbers, table.shape[0])), table)
        }
        var rows = try table.embedding(.indices(numbers), scalesByFrequency: scalesByFrequency)
        if let weights {
            let used = try weights.reshape([weights.count]).take(.indices(places))
            rows = try rows * used.expandDims([1])
        }
        guard mode == .max else {
            let counted = matrix(mode, Array(numbers.indices), numbers.count)
            return try .apply(WeightedSum(name: "embedding_bag", axis: 0, matrix: counted), rows)
        }
        return try maxima(rows)
    }

    private func matrix(_ mode: Mode, _ positions: [Int], _ columns: Int) -> WeightedRows {
        var weights: [Double] = []
        for (start, end) in zip(starts, starts.dropFirst()) {
            weights += [Double](repeating: mode == .mean ? 1 / Double(max(1, end - start)) : 1, count: end - start)
        }
        return WeightedRows(starts: starts, positions: positions, weights: weights, columns: columns)
    }

    /// The largest element of each bag's rows: bags are padded with their own first row, so that ties of it change nothing,
    /// and empty ones are 0.
    private func maxima(_ rows: Tensor) throws(SwiftgradError) -> Tensor {
        let bags = starts.count - 1
        let longest = zip(starts, starts.dropFirst()).map { $1 - $0 }.max() ?? 0
        guard longest > 0 else {
            return try rows.sum(axes: [0], keepDimensions: true) * Tensor.zeros([bags, 1], rows.dtype)
        }
        var positions: [Int] = []
        let isUsed = try Tensor.zeros([bags, 1], .float64)
        for (bag, (start, end)) in zip(starts, starts.dropFirst()).enumerated() {
            isUsed.doublePointer[bag] = end > start ? 1 : 0
            for place in 0..<longest {
                positions.append(start + place < end ? start + place : min(start, rows.shape[0] - 1))
            }
        }
        let padded = try rows.take(.indices(positions)).reshape([bags, longest, rows.shape[1]])
        let used = try isUsed.cast(to: .bool)
        return try Tensor.select(used, padded.maximum(axes: [1]), .zeros([], rows.dtype))
    }

    private static func integers(_ tensor: Tensor) throws(SwiftgradError) -> [Int] {
        let whole = try tensor.detach().cast(to: .int64).unshared()
        return withExtendedLifetime(whole) {
            let elements = whole.pointer.assumingMemoryBound(to: Int64.self)
            return (0..<whole.count).map { Int(elements[$0]) }
        }
    }
}

extension Tensor {
    /// A vector of int64.
    static func indices(_ numbers: [Int]) throws(SwiftgradError) -> Tensor {
        let result = try Tensor(uninitialised: [numbers.count], .int64)
        let elements = result.pointer.assumingMemoryBound(to: Int64.self)
        for (place, number) in numbers.enumerated() { elements[place] = Int64(number) }
        return result
    }
}
