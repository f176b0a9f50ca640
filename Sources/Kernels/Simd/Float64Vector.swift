import CPlatform

/// 8 lanes of `Double`.
@frozen
public struct Float64Vector: FloatVector {
    public typealias Scalar = Double
    public typealias Lanes = SIMD8<Double>
    public typealias Bits = SIMD8<Int64>
    public typealias Condition = SIMDMask<SIMD8<Int64>>

    public var lanes: Lanes

    @inlinable @inline(__always)
    public static var width: Int { 8 }
    @inlinable @inline(__always)
    public static var dtype: DType { .float64 }

    @inlinable @inline(__always)
    public init(_ lanes: Lanes) { self.lanes = lanes }
    @inlinable @inline(__always)
    public init(_ constant: Double) { lanes = Lanes(repeating: Double(constant)) }
    @inlinable @inline(__always)
    public init(bits: Bits) { lanes = unsafeBitCast(bits, to: Lanes.self) }
    @inlinable @inline(__always)
    public var bits: Bits { unsafeBitCast(lanes, to: Bits.self) }

    @inlinable @inline(__always)
    public init(loading address: UnsafePointer<Double>) {
        lanes = UnsafeRawPointer(address).loadUnaligned(as: Lanes.self)
    }
    @inlinable @inline(__always)
    public init(loading address: UnsafePointer<Double>, count: Int) {
        lanes = sg_load_partial_f64(address, count)
    }
    @inlinable @inline(__always)
    public func store(to address: UnsafeMutablePointer<Double>) {
        UnsafeMutableRawPointer(address).storeBytes(of: lanes, as: Lanes.self)
    }
    @inlinable @inline(__always)
    public func store(to address: UnsafeMutablePointer<Double>, count: Int) {
        sg_store_partial_f64(lanes, address, count)
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
    public func adding(product x: Self, _ y: Self) -> Self { Self(sg_fma_f64(x.lanes, y.lanes, lanes)) }

    @inlinable @inline(__always)
    public func abs() -> Self { Self(bits: bits & Bits(repeating: .max)) }
    @inlinable @inline(__always)
    public func sqrt() -> Self { Self(sg_sqrt_f64(lanes)) }
    @inlinable @inline(__always)
    public func floor() -> Self { Self(sg_floor_f64(lanes)) }
    @inlinable @inline(__always)
    public func ceil() -> Self { Self(sg_ceil_f64(lanes)) }
    @inlinable @inline(__always)
    public func rounded() -> Self { Self(sg_round_f64(lanes)) }
    @inlinable @inline(__always)
    public func truncated() -> Self { Self(sg_truncate_f64(lanes)) }

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
        UnsafeMutableRawPointer(address).storeBytes(of: sg_bytes_i64(mask), as: SIMD8<UInt8>.self)
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
    @inlinable @inline(__always)
    public func mapLanes(_ function: (Double) -> Double) -> Self {
        var result = lanes
        for lane in 0..<8 { result[lane] = function(lanes[lane]) }
        return Self(result)
    }
    @inlinable @inline(__always)
    public func mapLanes(_ other: Self, _ function: (Double, Double) -> Double) -> Self {
        var result = lanes
        for lane in 0..<8 { result[lane] = function(lanes[lane], other.lanes[lane]) }
        return Self(result)
    }
}
