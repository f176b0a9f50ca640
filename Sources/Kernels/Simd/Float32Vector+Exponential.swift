import CPlatform

// exp and its kin share one reduction: x = n ln 2 + r with n whole and |r| <= ln 2 / 2, so e^x = 2^n e^r.
//
// n comes from adding 1.5 * 2^23, which leaves it in the low bits of the sum; ln 2 is subtracted in two parts, the first
// (0.693359375, as in Cephes) short enough that n times it is exact. On |r| <= 0.34668 two minimax polynomials, fitted
// with rounded coefficients:
//     e^r     = 1 + r + r^2 P(r), deg P = 4, relative error 3.1e-9
//     e^r - 1 =     r + r^2 Q(r), deg Q = 4, relative error 1.4e-8
// With q = e^r - 1, expm1 x = 2^n (q + (1 - 2^-n)) does not cancel near zero.
extension Float32Vector {
    /// The reduction above; |x| must stay below 2^21.
    @inlinable @inline(__always)
    public func reducedByLog2() -> (n: Self, bits: Bits, r: Self) {
        let magic = Self(12_582_912)
        let shifted = magic.adding(product: self, Self(1.442_695_040_888_963_4))
        let n = shifted - magic
        let r = adding(product: n, Self(-0.693_359_375)).adding(product: n, Self(2.121_944_400_546_905_8e-4))
        return (n, shifted.bits &<< 23, r)
    }

    /// q = e^r - 1 on the reduced range.
    @inlinable @inline(__always)
    public func reducedExpm1() -> Self {
        let p = Self(0.166_665_46)
            .adding(
                product: self,
                Self(0.041_667_44).adding(
                    product: self, Self(0.008_366_257).adding(product: self, Self(0.001_387_030_7))))
        return adding(product: self * self, Self(0.499_999_97).adding(product: self, p))
    }

    /// e^x, within 1 ulp.
    @inlinable @inline(__always)
    public func exp() -> Self {
        let x = clamped(atLeast: Self(-104)).clamped(atMost: Self(89))
        let (n, _, r) = x.reducedByLog2()
        return Self(sg_scale_f32(r.reducedExp().lanes, n.lanes))
    }

    /// e^r on the reduced range. Evaluated in pairs: half of Horner's depth.
    @inlinable @inline(__always)
    func reducedExp() -> Self {
        let square = self * self
        let low = Self(0.499_999_94).adding(product: self, Self(0.166_665_21))
        var p = Self(0.041_668_262).adding(product: self, Self(0.008_368_674))
        p = p.adding(product: square, Self(0.001_382_103_9))
        p = low.adding(product: square, p)
        return Self(1) + adding(product: square, p)
    }

    /// e^x for x <= 0, in two thirds of the instructions: 2^n is one shift, and 0 from x = -87.7 on, where e^x is not
    /// normal.
    @inlinable @inline(__always)
    public func expOfNonPositive() -> Self {
        let (_, bits, r) = clamped(atLeast: Self(-88)).reducedByLog2()
        return r.reducedExp() * Self(bits: bits &+ Bits(repeating: 127 << 23))
    }

    /// e^x - 1, accurate near zero too.
    @inlinable @inline(__always)
    public func expm1() -> Self {
        let x = clamped(atLeast: Self(-18)).clamped(atMost: Self(89))
        let (n, bits, r) = x.reducedByLog2()
        let inverse = Self(bits: (Bits(repeating: 0x3f80_0000) &- bits).replacing(with: 0, where: n.lanes .> 126))
        let y = r.reducedExpm1() + (Self(1) - inverse)
        return Self(sg_scale_f32(y.lanes, n.lanes)).signed(like: self)
    }

    /// 1 / (1 + e^-x), from the side that neither overflows nor cancels. Most of what the sum b lost
    /// in rounding is put back, with 0.72 for 1/b, 1 <= b <= 2.
    @inlinable @inline(__always)
    public func sigmoid() -> Self {
        let e = (-abs()).expOfNonPositive()
        let b = e + Self(1)
        let rest = e - (b - Self(1))
        let y = Self.select(self < Self(0), e, Self(1)) / b
        return y.adding(product: y, rest * Self(-0.72))
    }
}
