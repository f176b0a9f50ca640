import CPlatform

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
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Double>, rowStride: Int, rows: Int,
        to target: UnsafeMutablePointer<Double>, rowStride targetStride: Int
    ) {
        sg_transpose_f64(source, rowStride, rows, target, targetStride)
    }
    @inline(__always) static func copy(
        _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
    ) {
        sg_copy_lanes_f64(source, target, count)
    }
    @inline(__always) static func add(
        _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
    ) {
        sg_add_lanes_f64(source, target, count)
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
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Double>, rowStride: Int, rows: Int,
        to target: UnsafeMutablePointer<Double>, rowStride targetStride: Int
    ) {
        sg_transpose_f64(source, rowStride, rows, target, targetStride)
    }
    @inline(__always) static func copy(
        _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
    ) {
        sg_copy_lanes_f64(source, target, count)
    }
    @inline(__always) static func add(
        _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
    ) {
        sg_add_lanes_f64(source, target, count)
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
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Double>, rowStride: Int, rows: Int,
        to target: UnsafeMutablePointer<Double>, rowStride targetStride: Int
    ) {
        sg_transpose_f64(source, rowStride, rows, target, targetStride)
    }
    @inline(__always) static func copy(
        _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
    ) {
        sg_copy_lanes_f64(source, target, count)
    }
    @inline(__always) static func add(
        _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
    ) {
        sg_add_lanes_f64(source, target, count)
    }
}
