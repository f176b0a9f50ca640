import CPlatform

// x^y = 2^(y log2 |x|) in double precision, because the exponent multiplies the logarithm's error by up to 150:
//     log2(m) = f L(f) for m = 1 + f in [sqrt(1/2), sqrt 2), deg L = 12, relative error 1.6e-11
//     2^t = 2^n 2^g, |g| <= 1/2, deg 6, relative error 1.9e-9
// and one rounding to float at the end, which also handles overflow and denormals. Signs and special values are C99's.
extension Float32Vector {
    @inlinable @inline(__always)
    public static func powerOfMagnitude(_ x: SIMD8<Float>, _ y: SIMD8<Float>) -> SIMD8<Float> {
        let wide = Float64Vector(sg_widen_f32(x))
        let offset = wide.bits &- 0x3fe6_a09e_667f_3bcd
        let exponent = offset &>> 52
        let f = Float64Vector(bits: wide.bits &- (exponent &<< 52)) - Float64Vector(1)
        let coefficients: InlineArray<12, Double> = [
            -0.14283768046154713, 0.1447487397769234, -0.14315685990911375, 0.15876980768137203,
            -0.18030056529331764, 0.20617535730809405, -0.24045316705319636, 0.28853729356135543,
            -0.36067367480295726, 0.4808983613943988, -0.7213475208688803, 1.4426950408687071,
        ]
        var l = Float64Vector(0.0773681169757773)
        for i in 0..<12 { l = Float64Vector(coefficients[i]).adding(product: f, l) }
        let whole = Float64Vector(bits: exponent &+ 0x4338_0000_0000_0000) - Float64Vector(0x1.8p52)
        var logarithm = whole.adding(product: f, l)
        logarithm = Float64Vector.select(wide == Float64Vector(0), Float64Vector(-.infinity), logarithm)
        logarithm = Float64Vector.select(wide < Float64Vector(.infinity), logarithm, wide)

        let t = (logarithm * Float64Vector(sg_widen_f32(y)))
            .clamped(atLeast: Float64Vector(-200)).clamped(atMost: Float64Vector(200))
        let shifted = t + Float64Vector(0x1.8p52)
        let g = t - (shifted - Float64Vector(0x1.8p52))
        var p = Float64Vector(0.0013399931019582).adding(product: g, Float64Vector(0.00015345786803325743))
        p = Float64Vector(0.0096184890511476).adding(product: g, p)
        p = Float64Vector(0.055503287775914886).adding(product: g, p)
        p = Float64Vector(0.2402264688976068).adding(product: g, p)
        p = Float64Vector(0.6931472057368723).adding(product: g, p)
        p = Float64Vector(1).adding(product: g, p)
        return sg_narrow_f64(Float64Vector(bits: p.bits &+ (shifted.bits &<< 52)).lanes)
    }

    /// x^y with C99's special values: 1 for y = 0 or x = 1, NaN for a negative x and a y that is not whole.
    @inlinable @inline(__always)
    public func pow(_ exponent: Self) -> Self {
        let x = abs(), y = exponent
        let low = Self.powerOfMagnitude(x.lanes.lowHalf, y.lanes.lowHalf)
        let high = Self.powerOfMagnitude(x.lanes.highHalf, y.lanes.highHalf)
        var power = Self(Lanes(lowHalf: low, highHalf: high))
        let isWhole = y.truncated() == y
        let half = y * 0.5
        let isOdd = isWhole .& (half.truncated().lanes .!= half.lanes)
        let sign = bits & Bits(repeating: .min)
        power = Self(bits: power.bits ^ sign.replacing(with: 0, where: .!isOdd))
        let isInvalid = (self < Self(0)) .& (x < Self(.infinity)) .& .!isWhole
        power = Self.select(isInvalid, Self(.nan), power)
        return Self.select((y == Self(0)) .| (self == Self(1)) .| ((x == Self(1)) .& (y.abs() == Self(.infinity))),
            Self(1), power)
    }
}
