import CPlatform

// Odd functions that reach 1: near zero a minimax polynomial of x^2, further out 1 minus something that shrinks like a
// power of two and whose last bits no longer matter.
//     erf x,  |x| < 1:     x + x S(x^2),            deg S = 6, relative error 1.4e-9
//             |x| >= 1:    1 - 2^(|x| T(|x|)),      deg T = 5, error 2.6e-9 of the result; the shape is N. Juffa's
//     tanh x, |x| < 0.55:  x + x^3 U(x^2),          deg U = 3, relative error 3.7e-8
//             |x| >= 0.55: 1 - 2 / (2^(2 |x| log2 e) + 1)
// From 3.92 and 9.02 on the nearest float is 1, so |x| is clamped at 4 and 10.
extension Float32Vector {
    /// 2^t for |t| < 126 with relative error 1e-7: t = n + f, and a polynomial of degree 6 in f, |f| <= 1/2 (error
    /// 3.0e-9). Adding 1.5 * 2^23 leaves n in the low bits of the sum.
    @inlinable @inline(__always)
    public func powerOfTwo() -> Self {
        let magic = Self(12_582_912)
        let shifted = self + magic
        let f = self - (shifted - magic)
        let square = f * f
        let low = Self(0.693_147_2).adding(product: f, Self(0.240_226_48))
        let middle = Self(0.055_503_596).adding(product: f, Self(0.009_618_499))
        let high = Self(0.001_339_096_9).adding(product: f, Self(0.000_153_292_64))
        let p = Self(1).adding(product: f, low.adding(product: square, middle.adding(product: square, high)))
        return p * Self(bits: (shifted.bits &<< 23) &+ Bits(repeating: 127 << 23))
    }

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
        let large = Self(1) - (t * x).powerOfTwo()
        return Self.select(x < Self(1), small, large).signed(like: self)
    }

    /// (e^2x - 1) / (e^2x + 1).
    @inlinable @inline(__always)
    public func tanh() -> Self {
        let square = self * self
        var u = Self(-0.052_672_006).adding(product: square, Self(0.016_437_866))
        u = Self(0.133_207_29).adding(product: square, u)
        u = Self(-0.333_329_47).adding(product: square, u)
        let small = adding(product: self * square, u).signed(like: self)

        let x = abs().clamped(atMost: Self(10))
        let e = (x * Self(2.885_390_081_777_926_8)).powerOfTwo()
        let large = Self(1) - Self(2) / (e + Self(1))
        return Self.select(x < Self(0.55), small, large).signed(like: self)
    }
}
