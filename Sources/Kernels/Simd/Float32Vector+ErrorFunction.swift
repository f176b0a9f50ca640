import CPlatform

// erf x in two pieces, each a minimax fit with rounded coefficients:
//     |x| < 1:  x + x S(x^2),              deg S = 6, relative error 1.4e-9
//     |x| >= 1: 1 - 2^(x T(x)), odd,       deg T = 5, error 2.6e-9 of the result; the shape is N. Juffa's
// From 3.92 on the float nearest to erf x is 1, so T is only fitted up to 4 and |x| is clamped there. The power of two
// matters only to the last bits of 1 - 2^t, and 2^t = 2^n 2^f, |f| <= 1/2, takes a polynomial of degree 5 (7.5e-8).
extension Float32Vector {
    /// 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x.
    @inlinable @inline(__always)
    public func erf() -> Self {
        let square = self * self
        var s = Self(-0.000_799_786_53).adding(product: square, Self(7.806_981e-05))
        s = Self(0.005_187_162_7).adding(product: square, s)
        s = Self(-0.026_853_347).adding(product: square, s)
        s = Self(0.112_835_79).adding(product: square, s)
        s = Self(-0.376_126_26).adding(product: square, s)
        s = Self(0.128_379_17).adding(product: square, s)
        let small = adding(product: self, s)

        let x = abs().clamped(atMost: Self(4))
        var t = Self(-0.004_603_778_5).adding(product: x, Self(0.000_304_600_3))
        t = Self(0.032_911_036).adding(product: x, t)
        t = Self(-0.151_682_53).adding(product: x, t)
        t = Self(-0.917_285_7).adding(product: x, t)
        t = Self(-1.628_060_3).adding(product: x, t)
        t = t * x
        let n = t.rounded()
        let f = t - n
        var p = Self(0.009_680_688).adding(product: f, Self(0.001_341_584_8))
        p = Self(0.055_502_77).adding(product: f, p)
        p = Self(0.240_219_85).adding(product: f, p)
        p = Self(0.693_147_24).adding(product: f, p)
        p = Self(1).adding(product: f, p)
        let large = (Self(1) - Self(sg_scale_f32(p.lanes, n.lanes))).signed(like: self)
        return Self.select(abs() < Self(1), small, large)
    }
}
