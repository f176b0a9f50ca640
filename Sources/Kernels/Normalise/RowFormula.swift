/// A row of values, computed one vector at a time from other rows.
///
/// A type with an inlined method, because the compiler would call a closure once for every vector.
protocol RowFormula {
    associatedtype V: FoldableVector
    /// The vector that starts at element `i`; only the first `lanes` count, and no more may be read.
    func vector(_ i: Int, _ lanes: Int) -> V
}

/// A row in memory.
struct StoredRow<V: FoldableVector>: RowFormula {
    let address: UnsafePointer<V.Scalar>

    @inline(__always)
    init(_ address: UnsafePointer<V.Scalar>) { self.address = address }

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V {
        lanes == V.width ? V(loading: address + i) : V(loading: address + i, count: lanes)
    }
}

/// `e^(x - shift) * scale` for a shift that no element exceeds.
struct ExponentialRow<V: FoldableVector>: RowFormula {
    let x: StoredRow<V>
    let shift: V
    let scale: V

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V { (x.vector(i, lanes) - shift).expOfNonPositive() * scale }
}

/// `e^x`
struct UnshiftedExponentialRow<V: FoldableVector>: RowFormula {
    let x: StoredRow<V>

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V { x.vector(i, lanes).exp() }
}

/// `x * scale`
struct ScaledRow<V: FoldableVector>: RowFormula {
    let x: StoredRow<V>
    let scale: V

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V { x.vector(i, lanes) * scale }
}

/// `(x - first) - second`
struct ShiftedRow<V: FoldableVector>: RowFormula {
    let x: StoredRow<V>
    let first: V
    let second: V

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V { (x.vector(i, lanes) - first) - second }
}

/// `x * y`
struct ProductRow<V: FoldableVector>: RowFormula {
    let x: StoredRow<V>
    let y: StoredRow<V>

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V { x.vector(i, lanes) * y.vector(i, lanes) }
}
