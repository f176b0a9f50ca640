/// All gradients of a model as runs of contiguous float32 or float64 elements, for what is done to them together.
///
/// They are cut into pieces by their sizes alone, and every piece gives one partial result; these are combined in order, so
/// that the bits do not depend on the number of threads.
public struct GradientRuns {
    private struct Piece {
        let start: UnsafeMutableRawPointer
        let count: Int
        let isDouble: Bool
    }

    /// Elements of a piece.
    private static var length: Int { 1 << 14 }

    private var pieces: [Piece] = []

    public init() {}

    /// `dtype` is float32 or float64; the memory has to outlive the runs.
    public mutating func append(_ pointer: UnsafeMutableRawPointer, count: Int, _ dtype: DType) {
        var start = 0
        while start < count {
            let length = min(Self.length, count &- start)
            pieces.append(
                Piece(start: pointer + start &* dtype.itemSize, count: length, isDouble: dtype == .float64))
            start = start &+ length
        }
    }

    /// The sum of all squares: in float32 over blocks of 2048 elements, in `Double` from block to block.
    public func sumOfSquares() -> Double {
        partials(
            { piece in
                piece.isDouble
                    ? GradientPasses<Float64Vector>.sumOfSquares(piece.start, piece.count)
                    : GradientPasses<Float32Vector>.sumOfSquares(piece.start, piece.count)
            }
        ).reduce(0, +)
    }

    /// max |x|; NaN if there is one, 0 of nothing.
    public func largestMagnitude() -> Double {
        partials(
            { piece in
                piece.isDouble
                    ? GradientPasses<Float64Vector>.largestMagnitude(piece.start, piece.count)
                    : GradientPasses<Float32Vector>.largestMagnitude(piece.start, piece.count)
            }
        ).reduce(0) { $0.isNaN || $1.isNaN ? .nan : max($0, $1) }
    }

    /// `x *= factor`
    public func scale(by factor: Double) {
        forPieces { piece in
            if piece.isDouble {
                GradientPasses<Float64Vector>.scale(piece.start, piece.count, factor)
            } else {
                GradientPasses<Float32Vector>.scale(piece.start, piece.count, factor)
            }
        }
    }

    /// `x = min(max(x, -limit), limit)`; NaN stays.
    public func clamp(to limit: Double) {
        forPieces { piece in
            if piece.isDouble {
                GradientPasses<Float64Vector>.clamp(piece.start, piece.count, limit)
            } else {
                GradientPasses<Float32Vector>.clamp(piece.start, piece.count, limit)
            }
        }
    }

    private func partials(_ partial: (Piece) -> Double) -> [Double] {
        [Double](unsafeUninitializedCapacity: pieces.count) { results, count in
            let target = results.baseAddress
            forNumberedPieces { number, piece in target.map { ($0 + number).initialize(to: partial(piece)) } }
            count = pieces.count
        }
    }

    private func forPieces(_ body: (Piece) -> Void) { forNumberedPieces { _, piece in body(piece) } }

    /// Small pieces share a task.
    private func forNumberedPieces(_ body: (Int, Piece) -> Void) {
        var starts: [Int] = []
        var elements = Self.length
        for (number, piece) in pieces.enumerated() {
            if elements >= Self.length {
                starts.append(number)
                elements = 0
            }
            elements &+= piece.count
        }
        ThreadPool.run(tasks: starts.count) { task in
            let end = task &+ 1 < starts.count ? starts[task &+ 1] : pieces.count
            for number in starts[task]..<end { body(number, pieces[number]) }
        }
    }
}

private enum GradientPasses<V: FoldableVector> {
    typealias Elements = UnsafeMutablePointer<V.Scalar>

    @inline(never)
    static func sumOfSquares(_ memory: UnsafeMutableRawPointer, _ count: Int) -> Double {
        let row = StoredRow<V>(memory.assumingMemoryBound(to: V.Scalar.self))
        return RowPasses<V>.sum(ProductRow(x: row, y: row), count)
    }

    @inline(never)
    static func largestMagnitude(_ memory: UnsafeMutableRawPointer, _ count: Int) -> Double {
        let x = memory.assumingMemoryBound(to: V.Scalar.self)
        var (largest, second) = (V(0), V(0))
        var i = 0
        while i &+ 2 &* V.width <= count {
            largest = V.maximum(largest, V(loading: x + i).abs())
            second = V.maximum(second, V(loading: x + i + V.width).abs())
            i = i &+ 2 &* V.width
        }
        while i < count {
            let lanes = count &- i
            largest = V.maximum(largest, (lanes < V.width ? V(loading: x + i, count: lanes) : V(loading: x + i)).abs())
            i = i &+ V.width
        }
        largest = V.maximum(largest, second)
        return largest.hasNaN ? .nan : V.double(largest.largestLane)
    }

    @inline(never)
    static func scale(_ memory: UnsafeMutableRawPointer, _ count: Int, _ factor: Double) {
        let x = memory.assumingMemoryBound(to: V.Scalar.self)
        RowPasses<V>.store(ScaledRow(x: StoredRow<V>(x), scale: V(factor)), x, count)
    }

    @inline(never)
    static func clamp(_ memory: UnsafeMutableRawPointer, _ count: Int, _ limit: Double) {
        let x = memory.assumingMemoryBound(to: V.Scalar.self)
        RowPasses<V>.store(ClampedRow(x: StoredRow<V>(x), limit: V(limit)), x, count)
    }
}

/// `min(max(x, -limit), limit)`
private struct ClampedRow<V: FoldableVector>: RowFormula {
    let x: StoredRow<V>
    let limit: V

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V {
        V.minimum(V.maximum(x.vector(i, lanes), -limit), limit)
    }
}
