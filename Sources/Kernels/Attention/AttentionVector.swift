/// What softmax needs of a matrix kernel's vector.
protocol AttentionVector: GemmVector {
    /// A vector with the functions that the matrix kernels lack, for the few values of which there is one a query.
    associatedtype Wide: FloatVector where Wide.Scalar == Scalar
    static func - (lhs: Self, rhs: Self) -> Self
    static func * (lhs: Self, rhs: Self) -> Self
    /// The larger of the two; a NaN in `self` stays, one in `limit` is ignored.
    func clamped(atLeast limit: Self) -> Self
    /// The lanes of `limit` where it is negative, elsewhere those of `self`.
    func limited(by limit: Self) -> Self
    /// The low bits of each lane moved to the place of the exponent.
    func asExponent() -> Self
    /// 2^x for x below the largest exponent; exactly 0 for x below the least, -infinity too.
    func powerOfTwo() -> Self
}

// 2^x = 2^n 2^r with n whole and |r| <= 1/2. Adding 1.5 * 2^m + bias, m the bits of the fraction, leaves n + bias in the
// low bits of the sum, from where a shift makes 2^n of it. At the least x, n + bias is 0 and so is the product.
extension AttentionVector where Scalar == Float {
    /// Degree 6, relative error 1.9e-9, the polynomial of `Float32Vector.powerOfMagnitude`.
    @inline(__always)
    func powerOfTwo() -> Self {
        let magic = Self(repeating: 0x1.8p23 + 127)
        let x = clamped(atLeast: Self(repeating: -127))
        let shifted = x + magic
        let r = x - (shifted - magic)
        var p = Self(repeating: 0.001_339_993_1).adding(product: r, Self(repeating: 0.000_153_457_87))
        p = Self(repeating: 0.009_618_489).adding(product: r, p)
        p = Self(repeating: 0.055_503_29).adding(product: r, p)
        p = Self(repeating: 0.240_226_47).adding(product: r, p)
        p = Self(repeating: 0.693_147_2).adding(product: r, p)
        p = Self(repeating: 1).adding(product: r, p)
        return p * shifted.asExponent()
    }
}

extension AttentionVector where Scalar == Double {
    /// The first 14 terms of the exponential series of r ln 2: relative error below 1e-17.
    @inline(__always)
    func powerOfTwo() -> Self {
        let magic = Self(repeating: 0x1.8p52 + 1023)
        let x = clamped(atLeast: Self(repeating: -1023))
        let shifted = x + magic
        let r = (x - (shifted - magic)) * Self(repeating: 0.693_147_180_559_945_3)
        var p = Self(repeating: 1)
        for term in 0..<13 { p = Self(repeating: 1).adding(product: p, r * Self(repeating: 1 / Double(13 &- term))) }
        return p * shifted.asExponent()
    }
}

extension F32x4: AttentionVector {
    typealias Wide = Float32Vector
    @inline(__always) static func - (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes - rhs.lanes) }
    @inline(__always) static func * (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes * rhs.lanes) }
    @inline(__always) func clamped(atLeast limit: Self) -> Self {
        Self(lanes: lanes.replacing(with: limit.lanes, where: limit.lanes .> lanes))
    }
    @inline(__always) func limited(by limit: Self) -> Self {
        Self(lanes: lanes.replacing(with: limit.lanes, where: limit.lanes .< 0))
    }
    @inline(__always) func asExponent() -> Self {
        Self(lanes: unsafeBitCast(unsafeBitCast(lanes, to: SIMD4<Int32>.self) &<< 23, to: SIMD4<Float>.self))
    }
}

extension F32x8: AttentionVector {
    typealias Wide = Float32Vector
    @inline(__always) static func - (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes - rhs.lanes) }
    @inline(__always) static func * (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes * rhs.lanes) }
    @inline(__always) func clamped(atLeast limit: Self) -> Self {
        Self(lanes: lanes.replacing(with: limit.lanes, where: limit.lanes .> lanes))
    }
    @inline(__always) func limited(by limit: Self) -> Self {
        Self(lanes: lanes.replacing(with: limit.lanes, where: limit.lanes .< 0))
    }
    @inline(__always) func asExponent() -> Self {
        Self(lanes: unsafeBitCast(unsafeBitCast(lanes, to: SIMD8<Int32>.self) &<< 23, to: SIMD8<Float>.self))
    }
}

extension F32x16: AttentionVector {
    typealias Wide = Float32Vector
    @inline(__always) static func - (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes - rhs.lanes) }
    @inline(__always) static func * (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes * rhs.lanes) }
    @inline(__always) func clamped(atLeast limit: Self) -> Self {
        Self(lanes: lanes.replacing(with: limit.lanes, where: limit.lanes .> lanes))
    }
    @inline(__always) func limited(by limit: Self) -> Self {
        Self(lanes: lanes.replacing(with: limit.lanes, where: limit.lanes .< 0))
    }
    @inline(__always) func asExponent() -> Self {
        Self(lanes: unsafeBitCast(unsafeBitCast(lanes, to: SIMD16<Int32>.self) &<< 23, to: SIMD16<Float>.self))
    }
}

extension F64x2: AttentionVector {
    typealias Wide = Float64Vector
    @inline(__always) static func - (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes - rhs.lanes) }
    @inline(__always) static func * (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes * rhs.lanes) }
    @inline(__always) func clamped(atLeast limit: Self) -> Self {
        Self(lanes: lanes.replacing(with: limit.lanes, where: limit.lanes .> lanes))
    }
    @inline(__always) func limited(by limit: Self) -> Self {
        Self(lanes: lanes.replacing(with: limit.lanes, where: limit.lanes .< 0))
    }
    @inline(__always) func asExponent() -> Self {
        Self(lanes: unsafeBitCast(unsafeBitCast(lanes, to: SIMD2<Int64>.self) &<< 52, to: SIMD2<Double>.self))
    }
}

extension F64x4: AttentionVector {
    typealias Wide = Float64Vector
    @inline(__always) static func - (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes - rhs.lanes) }
    @inline(__always) static func * (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes * rhs.lanes) }
    @inline(__always) func clamped(atLeast limit: Self) -> Self {
        Self(lanes: lanes.replacing(with: limit.lanes, where: limit.lanes .> lanes))
    }
    @inline(__always) func limited(by limit: Self) -> Self {
        Self(lanes: lanes.replacing(with: limit.lanes, where: limit.lanes .< 0))
    }
    @inline(__always) func asExponent() -> Self {
        Self(lanes: unsafeBitCast(unsafeBitCast(lanes, to: SIMD4<Int64>.self) &<< 52, to: SIMD4<Double>.self))
    }
}

extension F64x8: AttentionVector {
    typealias Wide = Float64Vector
    @inline(__always) static func - (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes - rhs.lanes) }
    @inline(__always) static func * (lhs: Self, rhs: Self) -> Self { Self(lanes: lhs.lanes * rhs.lanes) }
    @inline(__always) func clamped(atLeast limit: Self) -> Self {
        Self(lanes: lanes.replacing(with: limit.lanes, where: limit.lanes .> lanes))
    }
    @inline(__always) func limited(by limit: Self) -> Self {
        Self(lanes: lanes.replacing(with: limit.lanes, where: limit.lanes .< 0))
    }
    @inline(__always) func asExponent() -> Self {
        Self(lanes: unsafeBitCast(unsafeBitCast(lanes, to: SIMD8<Int64>.self) &<< 52, to: SIMD8<Double>.self))
    }
}
