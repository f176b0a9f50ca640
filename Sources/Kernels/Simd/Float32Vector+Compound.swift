// Functions that layers are made of, each in one piece, since the pieces share most of their work.
//
// The tail of the normal distribution is its density times Mills' ratio, which is smooth:
//     Phi(-x) = 2^(-x^2 log2(e) / 2) N(x) / D(x) for x >= 0, deg N = 3, deg D = 4.
// The rational minimax fit has relative error 1.8e-8 at 0, and further out what Phi(-x)^-0.35 makes of it: 8e-6 at x = 5.5,
// where the tail is a third of an ulp of 1. From x = 13.22 on the power is 0, that is where it would not be normal; x is
// clamped so that its exponent field is just 0.
extension Float32Vector {
    @inlinable @inline(__always)
    public func normal() -> (cumulative: Self, density: Self) {
        let x = abs().clamped(atMost: Self(13.27))
        let power = (x * x * Self(-0.721_347_520_444_481_7)).powerOfTwo()
        var n = Self(3.135_888_621_644_828_5).adding(product: x, Self(0.398_670_762_238_763_47))
        n = Self(10.198_096_638_517_018).adding(product: x, n)
        n = Self(15.537_458_041_381_623).adding(product: x, n)
        var d = Self(26.791_452_061_370_222).adding(product: x, x + Self(7.841_383_628_881_767))
        d = Self(45.190_350_387_970_54).adding(product: x, d)
        d = Self(31.074_916_622_234_756).adding(product: x, d)
        let tail = power * n / d
        let cumulative = Self.select(self < Self(0), tail, Self(1) - tail)
        return (cumulative, power * Self(0.398_942_280_401_432_7))
    }

    /// With e = e^-|x| the derivative is e / (1 + e)^2, which keeps its digits where the value is near 1.
    @inlinable @inline(__always)
    public func logistic() -> (value: Self, slope: Self) {
        let e = (-abs()).expOfNonPositive()
        let larger = Self(1) / (e + Self(1))
        let smaller = e * larger
        return (Self.select(self < Self(0), smaller, larger), smaller * larger)
    }

    /// max(x, 0) + log(1 + u) with u = e^-|x|. The 1 + u of the logarithm is halved where u > 1/2.
    @inlinable @inline(__always)
    public func softplus() -> Self {
        let u = (-abs()).expOfNonPositive()
        let isHalved = Self(0.5) < u
        let f = Self.select(isHalved, u * Self(0.5) - Self(0.5), u)
        let logarithm = Self.logarithm(f, Self.select(isHalved, Self(1), Self(0)))
        return clamped(atLeast: Self(0)) + logarithm
    }
}
