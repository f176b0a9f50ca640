import CPlatform

// log x = e ln 2 + log(1 + f), where x = 2^e (1 + f) and f is in [-0.25, 0.5). There
//     log(1 + f) = f - f^2/2 + f^3 P(f), deg P = 7, relative error 4.9e-9 (minimax fit with rounded coefficients).
// log1p finds 2^e from 1 + x, and then f = 2^-e x + (2^-e - 1), which loses nothing of a small x. Past 2^24 the 1 no
// longer shows, and f comes from 1 + x itself, since 2^-e runs out of range.
extension Float32Vector {
    /// log(1 + f) + e ln 2 for f in [-0.25, 0.5].
    @inlinable @inline(__always)
    public static func logarithm(_ f: Self, _ e: Self) -> Self {
        let square = f * f
        let fourth = square * square
        let a = Self(-0.5).adding(product: f, Self(0.333_334_5))
        let b = Self(-0.250_001_04).adding(product: f, Self(0.199_908_2))
        let c = Self(-0.166_469_99).adding(product: f, Self(0.144_783_21))
        let d = Self(-0.131_638_74).adding(product: f, Self(0.104_688_786))
        let high = c.adding(product: square, d).adding(product: fourth, Self(-0.045_112_055))
        let p = a.adding(product: square, b).adding(product: fourth, high)
        let low = (square * p).adding(product: e, Self(-2.121_944_400_546_905_8e-4))
        return (f + low).adding(product: e, Self(0.693_359_375))
    }

    /// Natural logarithm; -inf at zero, NaN below.
    @inlinable @inline(__always)
    public func log() -> Self {
        let f = Self(sg_mantissa_f32(lanes)) - Self(1)
        return Self(sg_log_special_f32(lanes, Self.logarithm(f, Self(sg_exponent_f32(lanes))).lanes))
    }

    /// log(1 + x), accurate near zero too.
    @inlinable @inline(__always)
    public func log1p() -> Self {
        let u = self + Self(1)
        let m = Self(sg_mantissa_f32(u.lanes))
        let e = Self(sg_exponent_f32(u.lanes))
        let inverse = Self(sg_scale_f32(Lanes(repeating: 1), (-e).lanes))
        let precise = (inverse - Self(1)).adding(product: self, inverse)
        let f = Self.select(self < Self(16_777_216), precise, m - Self(1))
        return Self(sg_log_special_f32(u.lanes, Self.logarithm(f, e).lanes)).signed(like: self)
    }
}
