import CPlatform

// x^y = 2^(y log2 |x|) in double precision, because the exponent multiplies the logarithm's error by up to 150:
//     log2(1 + f) = f L(f) for 1 + f in [sqrt(1/2), sqrt 2), deg L = 12, relative error 1.6e-11
//     2^t = 2^n 2^g, |g| <= 1/2, deg 6, relative error 1.9e-9
// and one rounding to float at the end, which also handles overflow and denormals. Signs and special values are C99's.
extension Float32Vector {
    public typealias Doubles = SIMD16<Double>
    public typealias DoubleBits = SIMD16<Int64>

    /// x^y for x >= 0, inf or NaN; without the special cases where y is 0 or x is 1.
    @inlinable @inline(__always)
    public static func powerOfMagnitude(_ x: Self, _ y: Self) -> Self {
        let magic = Doubles(repeating: 0x1.8p52)
        let wide = sg_widen_f32(x.lanes)
        let bits = unsafeBitCast(wide, to: DoubleBits.self)
        let exponent = (bits &- DoubleBits(repeating: 0x3fe6_a09e_667f_3bcd)) &>> 52
        let f = unsafeBitCast(bits &- (exponent &<< 52), to: Doubles.self) - 1
        let square = f * f
        var even = Doubles(repeating: 0.0773681169757773)
        even = sg_fma_wide(even, square, Doubles(repeating: 0.1447487397769234))
        even = sg_fma_wide(even, square, Doubles(repeating: 0.15876980768137203))
        even = sg_fma_wide(even, square, Doubles(repeating: 0.20617535730809405))
        even = sg_fma_wide(even, square, Doubles(repeating: 0.28853729356135543))
        even = sg_fma_wide(even, square, Doubles(repeating: 0.4808983613943988))
        even = sg_fma_wide(even, square, Doubles(repeating: 1.4426950408687071))
        var odd = Doubles(repeating: -0.14283768046154713)
        odd = sg_fma_wide(odd, square, Doubles(repeating: -0.14315685990911375))
        odd = sg_fma_wide(odd, square, Doubles(repeating: -0.18030056529331764))
        odd = sg_fma_wide(odd, square, Doubles(repeating: -0.24045316705319636))
        odd = sg_fma_wide(odd, square, Doubles(repeating: -0.36067367480295726))
        odd = sg_fma_wide(odd, square, Doubles(repeating: -0.7213475208688803))
        let l = sg_fma_wide(odd, f, even)
        let whole = unsafeBitCast(exponent &+ unsafeBitCast(magic, to: DoubleBits.self), to: Doubles.self) - magic
        let finite = sg_fma_wide(l, f, whole)
            .replacing(with: -.infinity, where: wide .== 0)
            .replacing(with: wide, where: .!(wide .< .infinity))

        let product = finite * sg_widen_f32(y.lanes)
        let t = product.replacing(with: -200, where: product .< -200).replacing(with: 200, where: product .> 200)
        let shifted = t + magic
        let g = t - (shifted - magic)
        var p = Doubles(repeating: 0.00015345786803325743)
        p = sg_fma_wide(p, g, Doubles(repeating: 0.0013399931019582))
        p = sg_fma_wide(p, g, Doubles(repeating: 0.0096184890511476))
        p = sg_fma_wide(p, g, Doubles(repeating: 0.055503287775914886))
        p = sg_fma_wide(p, g, Doubles(repeating: 0.2402264688976068))
        p = sg_fma_wide(p, g, Doubles(repeating: 0.6931472057368723))
        p = sg_fma_wide(p, g, Doubles(repeating: 1))
        let scale = unsafeBitCast(shifted, to: DoubleBits.self) &<< 52
        return Self(sg_narrow_f64(unsafeBitCast(unsafeBitCast(p, to: DoubleBits.self) &+ scale, to: Doubles.self)))
    }

    /// x^y with C99's special values: 1 for y = 0 or x = 1, NaN for a negative x and a y that is not whole.
    @inlinable @inline(__always)
    public func pow(_ exponent: Self) -> Self {
        let x = abs()
        let y = exponent
        let power = Self.powerOfMagnitude(x, y)
        let isWhole = y.truncated() == y
        let half = y * Self(0.5)
        let isOdd = isWhole .& (half.truncated().lanes .!= half.lanes)
        let signed = Self.select(isOdd, power.signed(like: self), power)
        let isInvalid = (self < Self(0)) .& (x < Self(.infinity)) .& .!isWhole
        let isOne = (y == Self(0)) .| (self == Self(1)) .| ((x == Self(1)) .& (y.abs() == Self(.infinity)))
        return Self.select(isOne, Self(1), Self.select(isInvalid, Self(.nan), signed))
    }
}
