import CPlatform

struct F32x16: GemmVector {
    var lanes: SIMD16<Float>

    @inline(__always) init(lanes: SIMD16<Float>) { self.lanes = lanes }
    @inline(__always) func adding(product x: Self, _ y: Self) -> Self {
        Self(
            lanes: InstructionSet.hasFusedMultiplyAdd
                ? lanes.addingProduct(x.lanes, y.lanes) : lanes + x.lanes * y.lanes)
    }
}

/// A sum is sixteen float32 numbers, a factor sixteen pairs of bfloat16 numbers in the same bits, the pair's first number
/// in the lower half: a product adds both products of each pair.
struct BF16x32: GemmVector {
    var lanes: SIMD16<Float>

    @inline(__always) init(lanes: SIMD16<Float>) { self.lanes = lanes }
    @inline(__always) func adding(product x: Self, _ y: Self) -> Self {
        Self(lanes: sg_dot_bf16(lanes, x.lanes, y.lanes))
    }
}

extension GemmVector where Storage == SIMD16<Float>, Scalar == Float {
    @inline(__always) static var width: Int { 16 }
    @inline(__always) init(repeating value: Float) { self.init(lanes: SIMD16(repeating: value)) }
    @inline(__always) subscript(lane: Int) -> Float {
        get { lanes[lane] }
        set { lanes[lane] = newValue }
    }
    @inline(__always) static func + (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes + rhs.lanes) }
    @inline(__always) func rectified() -> Self { Self(lanes: lanes.replacing(with: 0, where: lanes .< 0)) }
    @inline(__always) func laneSum() -> Float { F32x8(lanes: lanes.lowHalf + lanes.highHalf).laneSum() }
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Float>, rowStride: Int, rows: Int,
        to target: UnsafeMutablePointer<Float>, rowStride targetStride: Int
    ) {
        sg_transpose_f32(source, rowStride, rows, target, targetStride)
    }
    @inline(__always) static func copy(
        _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int
    ) {
        sg_copy_lanes_f32(source, target, count)
    }
    @inline(__always) static func add(
        _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int
    ) {
        sg_add_lanes_f32(source, target, count)
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
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Float>, rowStride: Int, rows: Int,
        to target: UnsafeMutablePointer<Float>, rowStride targetStride: Int
    ) {
        sg_transpose_f32(source, rowStride, rows, target, targetStride)
    }
    @inline(__always) static func copy(
        _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int
    ) {
        sg_copy_lanes_f32(source, target, count)
    }
    @inline(__always) static func add(
        _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int
    ) {
        sg_add_lanes_f32(source, target, count)
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
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Float>, rowStride: Int, rows: Int,
        to target: UnsafeMutablePointer<Float>, rowStride targetStride: Int
    ) {
        sg_transpose_f32(source, rowStride, rows, target, targetStride)
    }
    @inline(__always) static func copy(
        _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int
    ) {
        sg_copy_lanes_f32(source, target, count)
    }
    @inline(__always) static func add(
        _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int
    ) {
        sg_add_lanes_f32(source, target, count)
    }
}
