/// A commutative way to combine floats, written for vectors (within a leaf) and for `Double` (between leaves).
protocol FloatFoldOperation: Sendable {
    static var identity: Double { get }
    /// The accumulator after one more element; `center` is what the operation measures from, if it does.
    static func step<V: FloatVector>(_ accumulator: V, _ x: V, _ center: V) -> V
    static func combine<V: FloatVector>(_ a: V, _ b: V) -> V
    /// Combines the lanes of one vector.
    static func fold<V: FoldableVector>(_ v: V) -> V.Scalar
    /// `fold` of four vectors, with the same bits.
    static func foldFour<V: FoldableVector>(_ a: V, _ b: V, _ c: V, _ d: V) -> (V.Scalar, V.Scalar, V.Scalar, V.Scalar)
    static func combine(_ a: Double, _ b: Double) -> Double
    static func result(_ total: Double, reduced: Int) -> Double
}

extension FloatFoldOperation {
    @inline(__always)
    static func step<V: FloatVector>(_ accumulator: V, _ x: V, _ center: V) -> V { combine(accumulator, x) }
    @inline(__always)
    static func foldFour<V: FoldableVector>(
        _ a: V, _ b: V, _ c: V, _ d: V
    ) -> (V.Scalar, V.Scalar, V.Scalar, V.Scalar) { (fold(a), fold(b), fold(c), fold(d)) }
    static func result(_ total: Double, reduced: Int) -> Double { total }
}

/// Operations whose accumulators add up.
protocol AddingOperation: FloatFoldOperation {}

extension AddingOperation {
    static var identity: Double { 0 }
    @inline(__always)
    static func combine<V: FloatVector>(_ a: V, _ b: V) -> V { a + b }
    @inline(__always)
    static func fold<V: FoldableVector>(_ v: V) -> V.Scalar { v.laneSum }
    @inline(__always)
    static func foldFour<V: FoldableVector>(
        _ a: V, _ b: V, _ c: V, _ d: V
    ) -> (V.Scalar, V.Scalar, V.Scalar, V.Scalar) { V.laneSums(a, b, c, d) }
    @inline(__always)
    static func combine(_ a: Double, _ b: Double) -> Double { a + b }
}

enum FloatSum: AddingOperation {}

enum FloatMean: AddingOperation {
    static func result(_ total: Double, reduced: Int) -> Double { total / Double(reduced) }
}

enum FloatSumOfSquares: AddingOperation {
    @inline(__always)
    static func step<V: FloatVector>(_ accumulator: V, _ x: V, _ center: V) -> V { accumulator.adding(product: x, x) }
}

enum FloatSumOfSquaredDeviations: AddingOperation {
    @inline(__always)
    static func step<V: FloatVector>(_ accumulator: V, _ x: V, _ center: V) -> V {
        let deviation = x - center
        return accumulator.adding(product: deviation, deviation)
    }
}

enum FloatProduct: FloatFoldOperation {
    static var identity: Double { 1 }
    @inline(__always)
    static func combine<V: FloatVector>(_ a: V, _ b: V) -> V { a * b }
    @inline(__always)
    static func fold<V: FoldableVector>(_ v: V) -> V.Scalar { v.laneProduct }
    @inline(__always)
    static func combine(_ a: Double, _ b: Double) -> Double { a * b }
}

/// An operation that picks one of the elements.
protocol FloatExtremum: FloatFoldOperation {
    /// Whether `a` goes before `b`; neither is NaN.
    static func precedes(_ a: Double, _ b: Double) -> Bool
}

extension FloatExtremum {
    @inline(__always)
    static func combine(_ a: Double, _ b: Double) -> Double { b.isNaN || precedes(b, a) ? b : a }
}

enum FloatMaximum: FloatExtremum {
    static var identity: Double { -.infinity }
    @inline(__always)
    static func combine<V: FloatVector>(_ a: V, _ b: V) -> V { V.maximum(a, b) }
    @inline(__always)
    static func fold<V: FoldableVector>(_ v: V) -> V.Scalar { v.hasNaN ? .nan : v.largestLane }
    @inline(__always)
    static func foldFour<V: FoldableVector>(
        _ a: V, _ b: V, _ c: V, _ d: V
    ) -> (V.Scalar, V.Scalar, V.Scalar, V.Scalar) {
        if (a + b + (c + d)).hasNaN { return (fold(a), fold(b), fold(c), fold(d)) }
        return V.largestLanes(a, b, c, d)
    }
    @inline(__always)
    static func precedes(_ a: Double, _ b: Double) -> Bool { a > b }
}

enum FloatMinimum: FloatExtremum {
    static var identity: Double { .infinity }
    @inline(__always)
    static func combine<V: FloatVector>(_ a: V, _ b: V) -> V { V.minimum(a, b) }
    @inline(__always)
    static func fold<V: FoldableVector>(_ v: V) -> V.Scalar { v.hasNaN ? .nan : v.smallestLane }
    @inline(__always)
    static func foldFour<V: FoldableVector>(
        _ a: V, _ b: V, _ c: V, _ d: V
    ) -> (V.Scalar, V.Scalar, V.Scalar, V.Scalar) {
        if (a + b + (c + d)).hasNaN { return (fold(a), fold(b), fold(c), fold(d)) }
        return V.smallestLanes(a, b, c, d)
    }
    @inline(__always)
    static func precedes(_ a: Double, _ b: Double) -> Bool { a < b }
}
