typealias Triple<Element> = (Element, Element, Element)
typealias Quadruple<Element> = (Element, Element, Element, Element)
typealias Sextuple<Element> = (Element, Element, Element, Element, Element, Element)

/// A minimal filtering algorithm F(4, r) along one axis (Winograd, Arithmetic Complexity of Computations, 1980): 4 outputs of
/// a kernel of r = `taps` elements from r + 3 = `points` products,
///     y = Aᵀ [(G g) ⊙ (Bᵀ d)].
/// Polynomials are evaluated at a few points and at infinity. Points are chosen for accuracy and such that every entry of A
/// and B is exact: the usual 0, ±1, ±2 lose four times as many bits (compare Barabasz et al., arXiv:1803.10986).
///
/// Tuples have the length of the longest filter; what is behind `points` or `taps` is ignored.
protocol WinogradFilter {
    associatedtype Vector: GemmVector
    static var taps: Int { get }
    /// Bᵀ d.
    static func data(_ d: Sextuple<Vector>) -> Sextuple<Vector>
    /// Aᵀ m.
    static func result(_ m: Sextuple<Vector>) -> Quadruple<Vector>
    /// A s, for the slopes of a result.
    static func slope(_ s: Quadruple<Vector>) -> Sextuple<Vector>
    /// G g.
    static func kernel(_ g: Triple<Vector>) -> Sextuple<Vector>
    /// Gᵀ u.
    static func kernelSlope(_ u: Sextuple<Vector>) -> Triple<Vector>
}

extension WinogradFilter {
    @inline(__always) static var points: Int { taps + 3 }
}

extension GemmVector {
    @inline(__always)
    fileprivate func adding(_ factor: Scalar, _ x: Self) -> Self { adding(product: Self(repeating: factor), x) }

    @inline(__always)
    fileprivate static func product(_ factor: Scalar, _ x: Self) -> Self { zero.adding(factor, x) }
}

/// F(4, 3) at 0, ±a, ±b and infinity with a = 5/8, b = 3/2.
enum ThreeTaps<Vector: GemmVector>: WinogradFilter {
    typealias Scalar = Vector.Scalar

    @inline(__always) static var taps: Int { 3 }
    @inline(__always) private static var a: Scalar { 0.625 }
    @inline(__always) private static var b: Scalar { 1.5 }
    /// 1 / (a² b²), 1 / (2 a² (a² - b²)) and 1 / (2 b² (b² - a²)): the rows of G in front of their powers.
    @inline(__always) private static var g0: Scalar { 1 / (a * a * b * b) }
    @inline(__always) private static var ga: Scalar { 1 / (2 * a * a * (a * a - b * b)) }
    @inline(__always) private static var gb: Scalar { 1 / (2 * b * b * (b * b - a * a)) }

    @inline(__always)
    static func data(_ d: Sextuple<Vector>) -> Sextuple<Vector> {
        let evenA = d.4.adding(-b * b, d.2)
        let oddA = d.3.adding(-b * b, d.1)
        let evenB = d.4.adding(-a * a, d.2)
        let oddB = d.3.adding(-a * a, d.1)
        return (
            evenA.adding(-a * a, d.2).adding(a * a * b * b, d.0), evenA.adding(a, oddA), evenA.adding(-a, oddA),
            evenB.adding(b, oddB), evenB.adding(-b, oddB), d.5.adding(-a * a - b * b, d.3).adding(a * a * b * b, d.1)
        )
    }

    @inline(__always)
    static func result(_ m: Sextuple<Vector>) -> Quadruple<Vector> {
        let (sumA, sumB) = (m.1 + m.2, m.3 + m.4)
        let (differenceA, differenceB) = (m.1.adding(-1, m.2), m.3.adding(-1, m.4))
        return (
            m.0 + sumA + sumB, Vector.product(a, differenceA).adding(b, differenceB),
            Vector.product(a * a, sumA).adding(b * b, sumB),
            m.5.adding(a * a * a, differenceA).adding(b * b * b, differenceB)
        )
    }

    @inline(__always)
    static func slope(_ s: Quadruple<Vector>) -> Sextuple<Vector> {
        let (evenA, evenB) = (s.0.adding(a * a, s.2), s.0.adding(b * b, s.2))
        let oddA = Vector.product(a, s.1).adding(a * a * a, s.3)
        let oddB = Vector.product(b, s.1).adding(b * b * b, s.3)
        return (s.0, evenA + oddA, evenA.adding(-1, oddA), evenB + oddB, evenB.adding(-1, oddB), s.3)
    }

    @inline(__always)
    static func kernel(_ g: Triple<Vector>) -> Sextuple<Vector> {
        let evenA = Vector.product(ga, g.0).adding(ga * a * a, g.2)
        let evenB = Vector.product(gb, g.0).adding(gb * b * b, g.2)
        let (oddA, oddB) = (Vector.product(ga * a, g.1), Vector.product(gb * b, g.1))
        return (
            Vector.product(g0, g.0), evenA + oddA, evenA.adding(-1, oddA), evenB + oddB, evenB.adding(-1, oddB), g.2
        )
    }

    @inline(__always)
    static func kernelSlope(_ u: Sextuple<Vector>) -> Triple<Vector> {
        let (sumA, sumB) = (u.1 + u.2, u.3 + u.4)
        let (differenceA, differenceB) = (u.1.adding(-1, u.2), u.3.adding(-1, u.4))
        return (
            Vector.product(g0, u.0).adding(ga, sumA).adding(gb, sumB),
            Vector.product(ga * a, differenceA).adding(gb * b, differenceB),
            u.5.adding(ga * a * a, sumA).adding(gb * b * b, sumB)
        )
    }
}

/// F(4, 2) at 0, ±a, b and infinity with a = 3/4, b = 2.
enum TwoTaps<Vector: GemmVector>: WinogradFilter {
    typealias Scalar = Vector.Scalar

    @inline(__always) static var taps: Int { 2 }
    @inline(__always) private static var a: Scalar { 0.75 }
    @inline(__always) private static var b: Scalar { 2 }
    /// 1 / (a² b), 1 / (2 a² (a - b)), -1 / (2 a² (a + b)) and 1 / (b (b² - a²)).
    @inline(__always) private static var g0: Scalar { 1 / (a * a * b) }
    @inline(__always) private static var g1: Scalar { 1 / (2 * a * a * (a - b)) }
    @inline(__always) private static var g2: Scalar { -1 / (2 * a * a * (a + b)) }
    @inline(__always) private static var g3: Scalar { 1 / (b * (b * b - a * a)) }

    @inline(__always)
    static func data(_ d: Sextuple<Vector>) -> Sextuple<Vector> {
        let (first, odd) = (d.1.adding(-b, d.0), d.2.adding(-b, d.1))
        let (even, last) = (d.3.adding(-b, d.2), d.4.adding(-b, d.3))
        return (
            even.adding(-a * a, first), even.adding(a, odd), even.adding(-a, odd), d.3.adding(-a * a, d.1),
            last.adding(-a * a, odd), last
        )
    }

    @inline(__always)
    static func result(_ m: Sextuple<Vector>) -> Quadruple<Vector> {
        let (sum, difference) = (m.1 + m.2, m.1.adding(-1, m.2))
        return (
            m.0 + sum + m.3, Vector.product(a, difference).adding(b, m.3),
            Vector.product(a * a, sum).adding(b * b, m.3),
            m.4.adding(a * a * a, difference).adding(b * b * b, m.3)
        )
    }

    @inline(__always)
    static func slope(_ s: Quadruple<Vector>) -> Sextuple<Vector> {
        let (even, odd) = (s.0.adding(a * a, s.2), Vector.product(a, s.1).adding(a * a * a, s.3))
        return (
            s.0, even + odd, even.adding(-1, odd), s.0.adding(b, s.1).adding(b * b, s.2).adding(b * b * b, s.3), s.3,
            s.3
        )
    }

    @inline(__always)
    static func kernel(_ g: Triple<Vector>) -> Sextuple<Vector> {
        (
            Vector.product(g0, g.0), Vector.product(g1, g.0).adding(g1 * a, g.1),
            Vector.product(g2, g.0).adding(-g2 * a, g.1), Vector.product(g3, g.0).adding(g3 * b, g.1), g.1, g.1
        )
    }

    @inline(__always)
    static func kernelSlope(_ u: Sextuple<Vector>) -> Triple<Vector> {
        let first = Vector.product(g0, u.0).adding(g1, u.1).adding(g2, u.2).adding(g3, u.3)
        return (first, u.4.adding(g1 * a, u.1).adding(-g2 * a, u.2).adding(g3 * b, u.3), first)
    }
}
