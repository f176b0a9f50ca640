/// What strided convolutions do with vectors beyond arithmetic. Written out for each type: code generic over the standard
/// library's `SIMD` would run lane by lane.
protocol ConvVector: GemmVector {
    /// Elements 0, 2, 4, ... of the two vectors at an address.
    static func everySecond(_ address: UnsafePointer<Scalar>) -> Self
    /// Writes the lanes of the two in turn.
    static func interleave(_ even: Self, _ odd: Self, to address: UnsafeMutablePointer<Scalar>)
}

extension F32x16: ConvVector {
    @inline(__always) static func everySecond(_ address: UnsafePointer<Float>) -> Self {
        Self(lanes: UnsafeRawPointer(address).loadUnaligned(as: SIMD32<Float>.self).evenHalf)
    }
    @inline(__always) static func interleave(_ even: Self, _ odd: Self, to address: UnsafeMutablePointer<Float>) {
        var pair = SIMD32<Float>()
        pair.evenHalf = even.lanes
        pair.oddHalf = odd.lanes
        UnsafeMutableRawPointer(address).storeBytes(of: pair, as: SIMD32<Float>.self)
    }
}

extension F32x8: ConvVector {
    @inline(__always) static func everySecond(_ address: UnsafePointer<Float>) -> Self {
        Self(lanes: UnsafeRawPointer(address).loadUnaligned(as: SIMD16<Float>.self).evenHalf)
    }
    @inline(__always) static func interleave(_ even: Self, _ odd: Self, to address: UnsafeMutablePointer<Float>) {
        var pair = SIMD16<Float>()
        pair.evenHalf = even.lanes
        pair.oddHalf = odd.lanes
        UnsafeMutableRawPointer(address).storeBytes(of: pair, as: SIMD16<Float>.self)
    }
}

extension F32x4: ConvVector {
    @inline(__always) static func everySecond(_ address: UnsafePointer<Float>) -> Self {
        Self(lanes: UnsafeRawPointer(address).loadUnaligned(as: SIMD8<Float>.self).evenHalf)
    }
    @inline(__always) static func interleave(_ even: Self, _ odd: Self, to address: UnsafeMutablePointer<Float>) {
        var pair = SIMD8<Float>()
        pair.evenHalf = even.lanes
        pair.oddHalf = odd.lanes
        UnsafeMutableRawPointer(address).storeBytes(of: pair, as: SIMD8<Float>.self)
    }
}

extension F64x8: ConvVector {
    @inline(__always) static func everySecond(_ address: UnsafePointer<Double>) -> Self {
        Self(lanes: UnsafeRawPointer(address).loadUnaligned(as: SIMD16<Double>.self).evenHalf)
    }
    @inline(__always) static func interleave(_ even: Self, _ odd: Self, to address: UnsafeMutablePointer<Double>) {
        var pair = SIMD16<Double>()
        pair.evenHalf = even.lanes
        pair.oddHalf = odd.lanes
        UnsafeMutableRawPointer(address).storeBytes(of: pair, as: SIMD16<Double>.self)
    }
}

extension F64x4: ConvVector {
    @inline(__always) static func everySecond(_ address: UnsafePointer<Double>) -> Self {
        Self(lanes: UnsafeRawPointer(address).loadUnaligned(as: SIMD8<Double>.self).evenHalf)
    }
    @inline(__always) static func interleave(_ even: Self, _ odd: Self, to address: UnsafeMutablePointer<Double>) {
        var pair = SIMD8<Double>()
        pair.evenHalf = even.lanes
        pair.oddHalf = odd.lanes
        UnsafeMutableRawPointer(address).storeBytes(of: pair, as: SIMD8<Double>.self)
    }
}

extension F64x2: ConvVector {
    @inline(__always) static func everySecond(_ address: UnsafePointer<Double>) -> Self {
        Self(lanes: UnsafeRawPointer(address).loadUnaligned(as: SIMD4<Double>.self).evenHalf)
    }
    @inline(__always) static func interleave(_ even: Self, _ odd: Self, to address: UnsafeMutablePointer<Double>) {
        var pair = SIMD4<Double>()
        pair.evenHalf = even.lanes
        pair.oddHalf = odd.lanes
        UnsafeMutableRawPointer(address).storeBytes(of: pair, as: SIMD4<Double>.self)
    }
}
