// Weighted sums of places of one axis: interpolation along it, bags of embeddings, and the gradients of both.
//
// An array is seen as (outer, axis, inner). The weights are a sparse matrix (output places, input places) in compressed
// rows; its transpose serves the gradient, so that the backward pass gathers too and no two tasks write to one place.

/// A sparse matrix of weights: row i is `weights[k]` at `positions[k]` for k in `starts[i]..<starts[i + 1]`.
public struct WeightedRows: Sendable {
    public let starts: [Int]
    public let positions: [Int]
    public let weights: [Double]
    /// Input places.
    public let columns: Int
    public var rows: Int { starts.count - 1 }

    /// Positions lie in 0..<columns, `starts` rises from 0 to their number.
    public init(starts: [Int], positions: [Int], weights: [Double], columns: Int) {
        self.starts = starts
        self.positions = positions
        self.weights = weights
        self.columns = columns
    }

    /// Rows and columns exchanged; the entries of a row stay in the order of the columns they came from.
    public func transposed() -> WeightedRows {
        var starts = [Int](repeating: 0, count: columns + 1)
        for position in positions { starts[position + 1] += 1 }
        for column in 0..<columns { starts[column + 1] += starts[column] }
        var next = starts
        var sources = [Int](repeating: 0, count: positions.count)
        var moved = [Double](repeating: 0, count: positions.count)
        for row in 0..<rows {
            for k in self.starts[row]..<self.starts[row + 1] {
                let place = next[positions[k]]
                next[positions[k]] += 1
                sources[place] = row
                moved[place] = weights[k]
            }
        }
        return WeightedRows(starts: starts, positions: sources, weights: moved, columns: rows)
    }

    /// `output[o, i, :] = sum over k of weights[k] * input[o, positions[k], :]` for float32 or float64.
    public func run(
        dtype: DType, outer: Int, inner: Int, input: UnsafeRawPointer, output: UnsafeMutableRawPointer
    ) {
        if dtype == .float64 {
            run(Float64Vector.self, outer, inner, input, output)
        } else {
            run(Float32Vector.self, outer, inner, input, output)
        }
    }

    private func run<V: FloatVector>(
        _: V.Type, _ outer: Int, _ inner: Int, _ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer
    ) {
        let total = outer &* rows
        guard total > 0, inner > 0 else { return }
        let input = input.assumingMemoryBound(to: V.Scalar.self)
        let output = output.assumingMemoryBound(to: V.Scalar.self)
        let narrow = weights.map { V.Scalar($0) }
        let work = max(1, inner &* max(1, positions.count / max(1, rows)))
        starts.withUnsafeBufferPointer { starts in
            positions.withUnsafeBufferPointer { positions in
                narrow.withUnsafeBufferPointer { weights in
                    guard let starts = starts.baseAddress else { return }
                    // Without entries there are no weights to point at, and none is read.
                    let view = WeightedRowsView<V>(
                        starts: starts, positions: positions.baseAddress ?? starts, weights: weights.baseAddress,
                        rows: rows, columns: columns)
                    ThreadPool.ranges(total, grain: max(1, (1 << 15) / work)) { range in
                        if inner == 1 {
                            view.sums(range, input, output)
                        } else {
                            view.vectors(range, inner, input, output)
                        }
                    }
                }
            }
        }
    }
}

private struct WeightedRowsView<V: FloatVector> {
    let starts: UnsafePointer<Int>
    let positions: UnsafePointer<Int>
    let weights: UnsafePointer<V.Scalar>?
    let rows: Int
    let columns: Int

    /// Places of single elements.
    @inline(never)
    func sums(_ range: Range<Int>, _ input: UnsafePointer<V.Scalar>, _ output: UnsafeMutablePointer<V.Scalar>) {
        var (slab, row) = range.lowerBound.quotientAndRemainder(dividingBy: rows)
        var source = input + slab &* columns
        guard let weights else { return (output + range.lowerBound).update(repeating: 0, count: range.count) }
        var place = range.lowerBound
        while place < range.upperBound {
            let end = starts[row &+ 1]
            var sum: V.Scalar = 0
            var k = starts[row]
            while k < end {
                sum += weights[k] * source[positions[k]]
                k &+= 1
            }
            output[place] = sum
            place &+= 1
            row &+= 1
            if row == rows {
                row = 0
                slab &+= 1
                source = input + slab &* columns
            }
        }
    }

    /// Places of `inner` elements side by side.
    @inline(never)
    func vectors(
        _ range: Range<Int>, _ inner: Int, _ input: UnsafePointer<V.Scalar>, _ output: UnsafeMutablePointer<V.Scalar>
    ) {
        for place in range {
            let (slab, row) = place.quotientAndRemainder(dividingBy: rows)
            let source = input + slab &* columns &* inner
            let target = output + place &* inner
            let (start, end) = (starts[row], starts[row &+ 1])
            guard let weights, start < end else {
                target.update(repeating: 0, count: inner)
                continue
            }
            var i = 0
            while i &+ V.width <= inner {
                var sum = V(Double(weights[start])) * V(loading: source + (positions[start] &* inner &+ i))
                var k = start &+ 1
                while k < end {
                    sum = sum.adding(
                        product: V(Double(weights[k])), V(loading: source + (positions[k] &* inner &+ i)))
                    k &+= 1
                }
                sum.store(to: target + i)
                i &+= V.width
            }
            if i < inner {
                let rest = inner &- i
                var sum = V(0)
                for k in start..<end {
                    sum = sum.adding(
                        product: V(Double(weights[k])), V(loading: source + (positions[k] &* inner &+ i), count: rest))
                }
                sum.store(to: target + i, count: rest)
            }
        }
    }
}
