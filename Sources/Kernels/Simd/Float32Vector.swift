import CPlatform

/// 16 lanes of `Float`; the largest register there is, or as many smaller ones.
@frozen
public struct Float32Vector: FloatVector {
    public typealias Scalar = Float
    public typealias Lanes = SIMD16<Float>
    public typealias Bits = SIMD16<Int32>
    public typealias Condition = SIMDMask<SIMD16<Int32>>

    public var lanes: Lanes

    @inlinable @inline(__always)
    public static var width: Int { 16 }
    @inlinable @inline(__always)
    public static var dtype: DType { .float32 }

    @inlinable @inline(__always)
    public init(_ lanes: Lanes) { self.lanes = lanes }
    @inlinable @inline(__always)
    public init(_ constant: Double) { lanes = Lanes(repeating: Float(constant)) }
    @inlinable @inline(__always)
    public init(bits: Bits) { lanes = unsafeBitCast(bits, to: Lanes.self) }
    @inlinable @inline(__always)
    public var bits: Bits { unsafeBitCast(lanes, to: Bits.self) }

    @inlinable @inline(__always)
    public init(loading address: UnsafePointer<Float>) {
        lanes = UnsafeRawPointer(address).loadUnaligned(as: Lanes.self)
    }
    @inlinable @inline(__always)
    public init(loading address: UnsafePointer<Float>, count: Int) {
        lanes = sg_load_partial_f32(address, count)
    }
    @inlinable @inline(__always)
    public func store(to address: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(address).storeBytes(of: lanes, as: Lanes.self)
    }
    @inlinable @inline(__always)
    public func store(to address: UnsafeMutablePointer<Float>, count: Int) {
        sg_store_partial_f32(lanes, address, count)
    }

    @inlinable @inline(__always)
    public static func + (lhs: Self, rhs: Self) -> Self { Self(lhs.lanes + rhs.lanes) }
    @inlinable @inline(__always)
    public static func - (lhs: Self, rhs: Self) -> Self { Self(lhs.lanes - rhs.lanes) }
    @inlinable @inline(__always)
    public static func * (lhs: Self, rhs: Self) -> Self { Self(lhs.lanes * rhs.lanes) }
    @inlinable @inline(__always)
    public static func / (lhs: Self, rhs: Self) -> Self { Self(lhs.lanes / rhs.lanes) }
    @inlinable @inline(__always)
    public static prefix func - (value: Self) -> Self { Self(bits: value.bits ^ Bits(repeating: .min)) }
    @inlinable @inline(__always)
    public func adding(product x: Self, _ y: Self) -> Self { Self(sg_fma_f32(x.lanes, y.lanes, lanes)) }

    @inlinable @inline(__always)
    public func abs() -> Self { Self(bits: bits & Bits(repeating: .max)) }
    @inlinable @inline(__always)
    public func sqrt() -> Self { Self(sg_sqrt_f32(lanes)) }
    @inlinable @inline(__always)
    public func floor() -> Self { Self(sg_floor_f32(lanes)) }
    @inlinable @inline(__always)
    public func ceil() -> Self { Self(sg_ceil_f32(lanes)) }
    @inlinable @inline(__always)
    public func rounded() -> Self { Self(sg_round_f32(lanes)) }
    @inlinable @inline(__always)
    public func truncated() -> Self { Self(sg_truncate_f32(lanes)) }

    @inlinable @inline(__always)
    public static func < (lhs: Self, rhs: Self) -> Condition { lhs.lanes .< rhs.lanes }
    @inlinable @inline(__always)
    public static func <= (lhs: Self, rhs: Self) -> Condition { lhs.lanes .<= rhs.lanes }
    @inlinable @inline(__always)
    public static func == (lhs: Self, rhs: Self) -> Condition { lhs.lanes .== rhs.lanes }
    @inlinable @inline(__always)
    public static func != (lhs: Self, rhs: Self) -> Condition { lhs.lanes .!= rhs.lanes }
    @inlinable @inline(__always)
    public static func select(_ condition: Condition, _ whenTrue: Self, _ whenFalse: Self) -> Self {
        Self(whenFalse.lanes.replacing(with: whenTrue.lanes, where: condition))
    }
    @inlinable @inline(__always)
    public static func store(_ condition: Condition, to address: UnsafeMutablePointer<UInt8>) {
        let mask = Bits(repeating: 0).replacing(with: -1, where: condition)
        UnsafeMutableRawPointer(address).storeBytes(of: sg_bytes_i32(mask), as: SIMD16<UInt8>.self)
    }

    @inlinable @inline(__always)
    public static func maximum(_ lhs: Self, _ rhs: Self) -> Self {
        select(rhs.lanes .!= rhs.lanes, rhs, lhs.clamped(atLeast: rhs))
    }
    @inlinable @inline(__always)
    public static func minimum(_ lhs: Self, _ rhs: Self) -> Self {
        select(rhs.lanes .!= rhs.lanes, rhs, lhs.clamped(atMost: rhs))
    }
    /// The larger of the two; a NaN in `self` stays, one in `limit` is ignored. One instruction.
    @inlinable @inline(__always)
    public func clamped(atLeast limit: Self) -> Self { Self.select(limit.lanes .> lanes, limit, self) }
    /// The smaller of the two; a NaN in `self` stays, one in `limit` is ignored. One instruction.
    @inlinable @inline(__always)
    public func clamped(atMost limit: Self) -> Self { Self.select(limit.lanes .< lanes, limit, self) }
    /// This magnitude with the sign of `other`, for a magnitude without sign.
    @inlinable @inline(__always)
    public func signed(like other: Self) -> Self { Self(bits: bits | (other.bits & Bits(repeating: .min))) }

    @inlinable @inline(__always)
    public func mapLanes(_ function: (Float) -> Float) -> Self {
        var result = lanes
        for lane in 0..<16 { result[lane] = function(lanes[lane]) }
        return Self(result)
    }
    @inlinable @inline(__always)
    public func mapLanes(_ other: Self, _ function: (Float, Float) -> Float) -> Self {
        var result = lanes
        for lane in 0..<16 { result[lane] = function(lanes[lane], other.lanes[lane]) }
        return Self(result)
    }
}
