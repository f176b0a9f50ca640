/// A vector whose lanes can be combined with each other, and whose elements widen to `Double`.
protocol FoldableVector: FloatVector {
    /// 0, 1, 2, ...
    static var laneIndices: Self { get }
    static func double(_ scalar: Scalar) -> Double
    static func scalar(_ double: Double) -> Scalar
    /// One scalar in every lane.
    static func repeating(_ scalar: Scalar) -> Self
    var firstLane: Scalar { get }
    /// Combines the lanes in a fixed tree: halves, then quarters, and so on.
    func folded(_ combine: (Self, Self) -> Self) -> Scalar
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
    var firstLane: Float { lanes[0] }

    @inline(__always)
    func folded(_ combine: (Self, Self) -> Self) -> Float {
        var v = self
        v = combine(v, Self(SIMD16(lowHalf: v.lanes.highHalf, highHalf: v.lanes.lowHalf)))
        let eight = v.lanes.lowHalf
        var w = SIMD8(lowHalf: eight.highHalf, highHalf: eight.lowHalf)
        v = combine(v, Self(SIMD16(lowHalf: w, highHalf: w)))
        let four = v.lanes.lowHalf.lowHalf
        var x = SIMD4(lowHalf: four.highHalf, highHalf: four.lowHalf)
        w = SIMD8(lowHalf: x, highHalf: x)
        v = combine(v, Self(SIMD16(lowHalf: w, highHalf: w)))
        x = SIMD4(repeating: v.lanes[1])
        w = SIMD8(lowHalf: x, highHalf: x)
        return combine(v, Self(SIMD16(lowHalf: w, highHalf: w))).lanes[0]
    }
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
    var firstLane: Double { lanes[0] }

    @inline(__always)
    func folded(_ combine: (Self, Self) -> Self) -> Double {
        var v = self
        v = combine(v, Self(SIMD8(lowHalf: v.lanes.highHalf, highHalf: v.lanes.lowHalf)))
        let four = v.lanes.lowHalf
        let w = SIMD4(lowHalf: four.highHalf, highHalf: four.lowHalf)
        v = combine(v, Self(SIMD8(lowHalf: w, highHalf: w)))
        return combine(v, Self(SIMD8(repeating: v.lanes[1]))).lanes[0]
    }
}
