struct F64x8: GemmVector {
    var lanes: SIMD8<Double>

    @inline(__always) static var width: Int { 8 }
    @inline(__always) init(lanes: SIMD8<Double>) { self.lanes = lanes }
    @inline(__always) init(repeating value: Double) { lanes = SIMD8(repeating: value) }
    @inline(__always) subscript(lane: Int) -> Double {
        get { lanes[lane] }
        set { lanes[lane] = newValue }
    }
    @inline(__always) static func + (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes + rhs.lanes) }
    @inline(__always) func adding(product x: Self, _ y: Self) -> Self {
        Self(
            lanes: InstructionSet.hasFusedMultiplyAdd
                ? lanes.addingProduct(x.lanes, y.lanes) : lanes + x.lanes * y.lanes)
    }
    @inline(__always) func rectified() -> Self { Self(lanes: lanes.replacing(with: 0, where: lanes .< 0)) }
    @inline(__always) func laneSum() -> Double { F64x4(lanes: lanes.lowHalf + lanes.highHalf).laneSum() }
    @inline(__always) static func zipLow(_ x: Self, _ y: Self) -> Self {
        Self(
            lanes: Storage(
                x.lanes[0], y.lanes[0], x.lanes[1], y.lanes[1], x.lanes[2], y.lanes[2], x.lanes[3],
                y.lanes[3]))
    }
    @inline(__always) static func zipHigh(_ x: Self, _ y: Self) -> Self {
        Self(
            lanes: Storage(
                x.lanes[4], y.lanes[4], x.lanes[5], y.lanes[5], x.lanes[6], y.lanes[6], x.lanes[7],
                y.lanes[7]))
    }
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Double>, rowStride: Int, rows: Int,
        to target: UnsafeMutablePointer<Double>, rowStride targetStride: Int
    ) {
        var square = InlineArray<8, Self>(repeating: zero)
        transposeSquare(&square, source, rowStride, rows, target, targetStride)
    }
}

struct F64x4: GemmVector {
    var lanes: SIMD4<Double>

    @inline(__always) static var width: Int { 4 }
    @inline(__always) init(lanes: SIMD4<Double>) { self.lanes = lanes }
    @inline(__always) init(repeating value: Double) { lanes = SIMD4(repeating: value) }
    @inline(__always) subscript(lane: Int) -> Double {
        get { lanes[lane] }
        set { lanes[lane] = newValue }
    }
    @inline(__always) static func + (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes + rhs.lanes) }
    @inline(__always) func adding(product x: Self, _ y: Self) -> Self {
        Self(
            lanes: InstructionSet.hasFusedMultiplyAdd
                ? lanes.addingProduct(x.lanes, y.lanes) : lanes + x.lanes * y.lanes)
    }
    @inline(__always) func rectified() -> Self { Self(lanes: lanes.replacing(with: 0, where: lanes .< 0)) }
    @inline(__always) func laneSum() -> Double { (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]) }
    @inline(__always) static func zipLow(_ x: Self, _ y: Self) -> Self {
        Self(lanes: Storage(x.lanes[0], y.lanes[0], x.lanes[1], y.lanes[1]))
    }
    @inline(__always) static func zipHigh(_ x: Self, _ y: Self) -> Self {
        Self(lanes: Storage(x.lanes[2], y.lanes[2], x.lanes[3], y.lanes[3]))
    }
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Double>, rowStride: Int, rows: Int,
        to target: UnsafeMutablePointer<Double>, rowStride targetStride: Int
    ) {
        var square = InlineArray<4, Self>(repeating: zero)
        transposeSquare(&square, source, rowStride, rows, target, targetStride)
    }
}

struct F64x2: GemmVector {
    var lanes: SIMD2<Double>

    @inline(__always) static var width: Int { 2 }
    @inline(__always) init(lanes: SIMD2<Double>) { self.lanes = lanes }
    @inline(__always) init(repeating value: Double) { lanes = SIMD2(repeating: value) }
    @inline(__always) subscript(lane: Int) -> Double {
        get { lanes[lane] }
        set { lanes[lane] = newValue }
    }
    @inline(__always) static func + (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes + rhs.lanes) }
    @inline(__always) func adding(product x: Self, _ y: Self) -> Self {
        Self(
            lanes: InstructionSet.hasFusedMultiplyAdd
                ? lanes.addingProduct(x.lanes, y.lanes) : lanes + x.lanes * y.lanes)
    }
    @inline(__always) func rectified() -> Self { Self(lanes: lanes.replacing(with: 0, where: lanes .< 0)) }
    @inline(__always) func laneSum() -> Double { lanes[0] + lanes[1] }
    @inline(__always) static func zipLow(_ x: Self, _ y: Self) -> Self {
        Self(lanes: Storage(x.lanes[0], y.lanes[0]))
    }
    @inline(__always) static func zipHigh(_ x: Self, _ y: Self) -> Self {
        Self(lanes: Storage(x.lanes[1], y.lanes[1]))
    }
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Double>, rowStride: Int, rows: Int,
        to target: UnsafeMutablePointer<Double>, rowStride targetStride: Int
    ) {
        var square = InlineArray<2, Self>(repeating: zero)
        transposeSquare(&square, source, rowStride, rows, target, targetStride)
    }
}
