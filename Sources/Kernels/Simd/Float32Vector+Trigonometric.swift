import CPlatform
import Glibc

// x = n pi/2 + r with |r| <= pi/4, where pi/2 is subtracted in three parts (Cody and Waite). Fused, the first step is
// exact: both x and n p1 are multiples of 2^-23 and their difference is below 1, so it fits in 24 bits. That holds while
// n < 2^24; the limit of 1e5 keeps the error of the third part below an ulp of the smallest r a float can give.
// Beyond it, and without fused multiply-add, lanes go through Glibc one by one.
//     sin r = r + r^3 S(r^2), deg S = 2, relative error 4.0e-9
//     cos r = 1 - r^2/2 + r^4 C(r^2), deg C = 2, relative error 1.2e-10
// Bit 0 of n swaps sine and cosine, bit 1 flips the sign; cosine is sine a quarter later, n + 1.
extension Float32Vector {
    /// sin(x + quarters pi/2) for |x| <= 1e5.
    @inlinable @inline(__always)
    public func sine(quarters: Int32) -> Self {
        let magic = Self(12_582_912)
        let shifted = magic.adding(product: self, Self(0.636_619_772_367_581_3))
        let n = shifted - magic
        let r = adding(product: n, Self(-1.570_796_251_296_997_1))
            .adding(product: n, Self(-7.549_789_415_861_596_4e-08))
            .adding(product: n, Self(-5.390_302_858_158_1e-15))
        let square = r * r
        let s = Self(-0.166_666_55)
            .adding(product: square, Self(0.008_332_187).adding(product: square, Self(-0.000_195_179_09)))
        let sine = r.adding(product: r * square, s)
        let c = Self(0.041_666_646)
            .adding(product: square, Self(-0.001_388_731).adding(product: square, Self(2.443_233_6e-05)))
        let cosine = Self(1).adding(product: square, Self(-0.5).adding(product: square, c))
        let quadrant = shifted.bits &+ quarters
        let isOdd = Self(bits: (quadrant & 1) &<< 30).lanes .!= 0
        let y = Self.select(isOdd, cosine, sine)
        return Self(bits: y.bits ^ ((quadrant & 2) &<< 30))
    }

    @inlinable @inline(__always)
    public var fitsReduction: Bool { SG_HAS_FMA != 0 && all(abs() <= Self(100_000)) }

    @inlinable @inline(__always)
    public func sin() -> Self {
        guard fitsReduction else { return mapLanes { Glibc.sinf($0) } }
        let y = sine(quarters: 0)
        return Self.select(self == Self(0), self, y)
    }

    @inlinable @inline(__always)
    public func cos() -> Self {
        guard fitsReduction else { return mapLanes { Glibc.cosf($0) } }
        return sine(quarters: 1)
    }
}
