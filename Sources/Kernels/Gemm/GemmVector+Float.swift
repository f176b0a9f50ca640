struct F32x16: GemmVector {
    var lanes: SIMD16<Float>

    @inline(__always) static var width: Int { 16 }
    @inline(__always) init(lanes: SIMD16<Float>) { self.lanes = lanes }
    @inline(__always) init(repeating value: Float) { lanes = SIMD16(repeating: value) }
    @inline(__always) subscript(lane: Int) -> Float {
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
    @inline(__always) func laneSum() -> Float { F32x8(lanes: lanes.lowHalf + lanes.highHalf).laneSum() }
    @inline(__always) static func zipLow(_ x: Self, _ y: Self) -> Self {
        Self(
            lanes: Storage(
                x.lanes[0], y.lanes[0], x.lanes[1], y.lanes[1], x.lanes[2], y.lanes[2], x.lanes[3],
                y.lanes[3], x.lanes[4], y.lanes[4], x.lanes[5], y.lanes[5], x.lanes[6], y.lanes[6],
                x.lanes[7], y.lanes[7]))
    }
    @inline(__always) static func zipHigh(_ x: Self, _ y: Self) -> Self {
        Self(
            lanes: Storage(
                x.lanes[8], y.lanes[8], x.lanes[9], y.lanes[9], x.lanes[10], y.lanes[10], x.lanes[11],
                y.lanes[11], x.lanes[12], y.lanes[12], x.lanes[13], y.lanes[13], x.lanes[14],
                y.lanes[14], x.lanes[15], y.lanes[15]))
    }
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Float>, rowStride: Int, rows: Int,
        to target: UnsafeMutablePointer<Float>, rowStride targetStride: Int
    ) {
        var square = InlineArray<16, Self>(repeating: zero)
        transposeSquare(&square, source, rowStride, rows, target, targetStride)
    }
}

struct F32x8: GemmVector {
    var lanes: SIMD8<Float>

    @inline(__always) static var width: Int { 8 }
    @inline(__always) init(lanes: SIMD8<Float>) { self.lanes = lanes }
    @inline(__always) init(repeating value: Float) { lanes = SIMD8(repeating: value) }
    @inline(__always) subscript(lane: Int) -> Float {
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
    @inline(__always) func laneSum() -> Float { F32x4(lanes: lanes.lowHalf + lanes.highHalf).laneSum() }
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
        _ source: UnsafePointer<Float>, rowStride: Int, rows: Int,
        to target: UnsafeMutablePointer<Float>, rowStride targetStride: Int
    ) {
        var square = InlineArray<8, Self>(repeating: zero)
        transposeSquare(&square, source, rowStride, rows, target, targetStride)
    }
}

struct F32x4: GemmVector {
    var lanes: SIMD4<Float>

    @inline(__always) static var width: Int { 4 }
    @inline(__always) init(lanes: SIMD4<Float>) { self.lanes = lanes }
    @inline(__always) init(repeating value: Float) { lanes = SIMD4(repeating: value) }
    @inline(__always) subscript(lane: Int) -> Float {
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
    @inline(__always) func laneSum() -> Float { (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]) }
    @inline(__always) static func zipLow(_ x: Self, _ y: Self) -> Self {
        Self(lanes: Storage(x.lanes[0], y.lanes[0], x.lanes[1], y.lanes[1]))
    }
    @inline(__always) static func zipHigh(_ x: Self, _ y: Self) -> Self {
        Self(lanes: Storage(x.lanes[2], y.lanes[2], x.lanes[3], y.lanes[3]))
    }
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Float>, rowStride: Int, rows: Int,
        to target: UnsafeMutablePointer<Float>, rowStride targetStride: Int
    ) {
        var square = InlineArray<4, Self>(repeating: zero)
        transposeSquare(&square, source, rowStride, rows, target, targetStride)
    }
}
