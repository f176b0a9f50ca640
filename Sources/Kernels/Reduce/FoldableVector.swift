import CPlatform

/// A vector whose lanes can be combined with each other, and whose elements widen to `Double`.
protocol FoldableVector: FloatVector {
    /// 0, 1, 2, ...
    static var laneIndices: Self { get }
    static func double(_ scalar: Scalar) -> Double
    static func scalar(_ double: Double) -> Scalar
    /// One scalar in every lane.
    static func repeating(_ scalar: Scalar) -> Self
    /// The larger of the two; a NaN in `self` stays, one in `limit` is ignored.
    func clamped(atLeast limit: Self) -> Self
    /// The sum of the lanes: halves are added, then quarters, and so on.
    var laneSum: Scalar { get }
    var laneProduct: Scalar { get }
    /// The largest lane; any of them if one is NaN.
    var largestLane: Scalar { get }
    var smallestLane: Scalar { get }
    var hasNaN: Bool { get }
    subscript(lane: Int) -> Scalar { get }
}

extension Float32Vector: FoldableVector {
    @inline(__always)
    static var laneIndices: Self { Self(SIMD16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)) }
    @inline(__always)
    static func double(_ scalar: Float) -> Double { Double(scalar) }
    @inline(__always)
    static func scalar(_ double: Double) -> Float { Float(double) }
    @inline(__always)
    static func repeating(_ scalar: Float) -> Self { Self(SIMD16(repeating: scalar)) }
    @inline(__always)
    var laneSum: Float { sg_fold_sum_f32(lanes) }
    @inline(__always)
    var laneProduct: Float { sg_fold_product_f32(lanes) }
    @inline(__always)
    var largestLane: Float { sg_fold_larger_f32(lanes) }
    @inline(__always)
    var smallestLane: Float { sg_fold_smaller_f32(lanes) }
    @inline(__always)
    var hasNaN: Bool { sg_has_nan_f32(lanes) }
    @inline(__always)
    subscript(lane: Int) -> Float { lanes[lane] }
}

extension Float64Vector: FoldableVector {
    @inline(__always)
    static var laneIndices: Self { Self(SIMD8(0, 1, 2, 3, 4, 5, 6, 7)) }
    @inline(__always)
    static func double(_ scalar: Double) -> Double { scalar }
    @inline(__always)
    static func scalar(_ double: Double) -> Double { double }
    @inline(__always)
    static func repeating(_ scalar: Double) -> Self { Self(SIMD8(repeating: scalar)) }
    @inline(__always)
    var laneSum: Double { sg_fold_sum_f64(lanes) }
    @inline(__always)
    var laneProduct: Double { sg_fold_product_f64(lanes) }
    @inline(__always)
    var largestLane: Double { sg_fold_larger_f64(lanes) }
    @inline(__always)
    var smallestLane: Double { sg_fold_smaller_f64(lanes) }
    @inline(__always)
    var hasNaN: Bool { sg_has_nan_f64(lanes) }
    @inline(__always)
    subscript(lane: Int) -> Double { lanes[lane] }
}
