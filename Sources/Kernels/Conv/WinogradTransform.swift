// The transforms of the minimal filtering algorithm F(4x4, 3x3) (Winograd, Arithmetic Complexity of Computations, 1980;
// Lavin and Gray, arXiv:1509.09308), each on one tile of a vector's width of channels. With the kernel g, a tile d of 6x6
// pixels and a tile s of 4x4 slopes:
//     y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A,    dg = Gᵀ [(A s Aᵀ) ⊙ (Bᵀ d B)] G,
// 36 multiplications in place of 144, summed over channels (or tiles) before the outer transform.
//
// Polynomials are evaluated at 0, ±a, ±b and infinity with a = 5/8 and b = 3/2. The usual ±1 and ±2 lose four times as many
// bits: the entries of A grow with b³, those of G with 1/a² (compare Barabasz et al., arXiv:1803.10986). Here every entry
// of A and B is exact, and a result is off by less than 2⁻²¹ of the sum of its terms' magnitudes; direct sums by 2⁻²³.
// Column by column first, then row by row; `middle` holds 36 vectors in between.

enum WinogradTransform<Vector: GemmVector> {
    typealias Scalar = Vector.Scalar
    typealias Six = (Vector, Vector, Vector, Vector, Vector, Vector)

    /// Vectors of a transformed tile.
    @inline(__always) static var points: Int { 36 }
    @inline(__always) private static var a: Scalar { 0.625 }
    @inline(__always) private static var b: Scalar { 1.5 }
    /// 1 / (a² b²), 1 / (2 a² (a² - b²)) and 1 / (2 b² (b² - a²)): the rows of G in front of their powers.
    @inline(__always) private static var g0: Scalar { 1 / (a * a * b * b) }
    @inline(__always) private static var ga: Scalar { 1 / (2 * a * a * (a * a - b * b)) }
    @inline(__always) private static var gb: Scalar { 1 / (2 * b * b * (b * b - a * a)) }

    @inline(__always)
    private static func times(_ value: Scalar, _ x: Vector) -> Vector {
        Vector.zero.adding(product: Vector(repeating: value), x)
    }

    @inline(__always)
    private static func load(_ address: UnsafePointer<Scalar>, _ step: Int) -> Six {
        (
            Vector(loading: address), Vector(loading: address + step), Vector(loading: address + 2 &* step),
            Vector(loading: address + 3 &* step), Vector(loading: address + 4 &* step),
            Vector(loading: address + 5 &* step)
        )
    }

    @inline(__always)
    private static func store(_ x: Six, to address: UnsafeMutablePointer<Scalar>, _ step: Int) {
        x.0.store(to: address)
        x.1.store(to: address + step)
        x.2.store(to: address + 2 &* step)
        x.3.store(to: address + 3 &* step)
        x.4.store(to: address + 4 &* step)
        x.5.store(to: address + 5 &* step)
    }

    /// Bᵀ d.
    @inline(__always)
    private static func data(_ d: Six) -> Six {
        let product = Vector(repeating: a * a * b * b)
        let sum = Vector(repeating: -(a * a + b * b))
        let first = d.4.adding(product: sum, d.2).adding(product: product, d.0)
        let last = d.5.adding(product: sum, d.3).adding(product: product, d.1)
        let evenA = d.4.adding(product: Vector(repeating: -b * b), d.2)
        let oddA = d.3.adding(product: Vector(repeating: -b * b), d.1)
        let evenB = d.4.adding(product: Vector(repeating: -a * a), d.2)
        let oddB = d.3.adding(product: Vector(repeating: -a * a), d.1)
        return (
            first,
            evenA.adding(product: Vector(repeating: a), oddA), evenA.adding(product: Vector(repeating: -a), oddA),
            evenB.adding(product: Vector(repeating: b), oddB), evenB.adding(product: Vector(repeating: -b), oddB),
            last
        )
    }

    /// Aᵀ m.
    @inline(__always)
    private static func result(_ m: Six) -> (Vector, Vector, Vector, Vector) {
        let minus = Vector(repeating: -1)
        let (sumA, sumB) = (m.1 + m.2, m.3 + m.4)
        let (differenceA, differenceB) = (m.1.adding(product: minus, m.2), m.3.adding(product: minus, m.4))
        return (
            m.0 + sumA + sumB,
            times(a, differenceA).adding(product: Vector(repeating: b), differenceB),
            times(a * a, sumA).adding(product: Vector(repeating: b * b), sumB),
            m.5.adding(product: Vector(repeating: a * a * a), differenceA)
                .adding(product: Vector(repeating: b * b * b), differenceB)
        )
    }

    /// A s.
    @inline(__always)
    private static func slope(_ s: (Vector, Vector, Vector, Vector)) -> Six {
        let minus = Vector(repeating: -1)
        let evenA = s.0.adding(product: Vector(repeating: a * a), s.2)
        let evenB = s.0.adding(product: Vector(repeating: b * b), s.2)
        let oddA = times(a, s.1).adding(product: Vector(repeating: a * a * a), s.3)
        let oddB = times(b, s.1).adding(product: Vector(repeating: b * b * b), s.3)
        return (
            s.0, evenA + oddA, evenA.adding(product: minus, oddA), evenB + oddB, evenB.adding(product: minus, oddB),
            s.3
        )
    }

    /// G g.
    @inline(__always)
    private static func kernel(_ g: (Vector, Vector, Vector)) -> Six {
        let minus = Vector(repeating: -1)
        let evenA = times(ga, g.0).adding(product: Vector(repeating: ga * a * a), g.2)
        let evenB = times(gb, g.0).adding(product: Vector(repeating: gb * b * b), g.2)
        let (oddA, oddB) = (times(ga * a, g.1), times(gb * b, g.1))
        return (
            times(g0, g.0), evenA + oddA, evenA.adding(product: minus, oddA), evenB + oddB,
            evenB.adding(product: minus, oddB), g.2
        )
    }

    /// Gᵀ u.
    @inline(__always)
    private static func kernelSlope(_ u: Six) -> (Vector, Vector, Vector) {
        let minus = Vector(repeating: -1)
        let (sumA, sumB) = (u.1 + u.2, u.3 + u.4)
        let (differenceA, differenceB) = (u.1.adding(product: minus, u.2), u.3.adding(product: minus, u.4))
        return (
            times(g0, u.0).adding(product: Vector(repeating: ga), sumA).adding(product: Vector(repeating: gb), sumB),
            times(ga * a, differenceA).adding(product: Vector(repeating: gb * b), differenceB),
            u.5.adding(product: Vector(repeating: ga * a * a), sumA).adding(product: Vector(repeating: gb * b * b), sumB)
        )
    }

    /// Bᵀ d B: rows of d are `pitch` apart, the vectors of the result `step`.
    @inline(never)
    static func data(
        _ d: UnsafePointer<Scalar>, pitch: Int, _ middle: UnsafeMutablePointer<Scalar>,
        to target: UnsafeMutablePointer<Scalar>, step: Int
    ) {
        let width = Vector.width
        for j in 0..<6 { store(data(load(d + j &* width, pitch)), to: middle + j &* width, 6 &* width) }
        for i in 0..<6 {
            store(data(load(middle + 6 &* i &* width, width)), to: target + 6 &* i &* step, step)
        }
    }

    /// Aᵀ m A + bias, and its maximum with 0 if it `rectifies`.
    @inline(never)
    static func result(
        _ m: UnsafePointer<Scalar>, step: Int, _ middle: UnsafeMutablePointer<Scalar>,
        bias: UnsafePointer<Scalar>, rectifies: Bool, to target: UnsafeMutablePointer<Scalar>, pitch: Int
    ) {
        let width = Vector.width
        for j in 0..<6 {
            let y = result(load(m + j &* step, 6 &* step))
            y.0.store(to: middle + j &* width)
            y.1.store(to: middle + (6 &+ j) &* width)
            y.2.store(to: middle + (12 &+ j) &* width)
            y.3.store(to: middle + (18 &+ j) &* width)
        }
        let offset = Vector(loading: bias)
        for i in 0..<4 {
            var y = result(load(middle + 6 &* i &* width, width))
            y = (y.0 + offset, y.1 + offset, y.2 + offset, y.3 + offset)
            if rectifies { y = (y.0.rectified(), y.1.rectified(), y.2.rectified(), y.3.rectified()) }
            let row = target + i &* pitch
            y.0.store(to: row)
            y.1.store(to: row + width)
            y.2.store(to: row + 2 &* width)
            y.3.store(to: row + 3 &* width)
        }
    }

    /// A s Aᵀ: rows of s are `pitch` apart, the vectors of the result `step`.
    @inline(never)
    static func slope(
        _ s: UnsafePointer<Scalar>, pitch: Int, _ middle: UnsafeMutablePointer<Scalar>,
        to target: UnsafeMutablePointer<Scalar>, step: Int
    ) {
        let width = Vector.width
        for j in 0..<4 {
            let column = s + j &* width
            let x = (
                Vector(loading: column), Vector(loading: column + pitch), Vector(loading: column + 2 &* pitch),
                Vector(loading: column + 3 &* pitch)
            )
            store(slope(x), to: middle + j &* width, 4 &* width)
        }
        for i in 0..<6 {
            let row = middle + 4 &* i &* width
            let x = (
                Vector(loading: row), Vector(loading: row + width), Vector(loading: row + 2 &* width),
                Vector(loading: row + 3 &* width)
            )
            store(slope(x), to: target + 6 &* i &* step, step)
        }
    }

    /// G g Gᵀ of nine vectors of weights.
    @inline(never)
    static func kernel(
        _ g: UnsafePointer<Scalar>, _ middle: UnsafeMutablePointer<Scalar>, to target: UnsafeMutablePointer<Scalar>,
        step: Int
    ) {
        let width = Vector.width
        for j in 0..<3 {
            let column = g + j &* width
            let x = (
                Vector(loading: column), Vector(loading: column + 3 &* width), Vector(loading: column + 6 &* width)
            )
            store(kernel(x), to: middle + j &* width, 3 &* width)
        }
        for i in 0..<6 {
            let row = middle + 3 &* i &* width
            let x = (Vector(loading: row), Vector(loading: row + width), Vector(loading: row + 2 &* width))
            store(kernel(x), to: target + 6 &* i &* step, step)
        }
    }

    /// Gᵀ u G, nine vectors.
    @inline(never)
    static func kernelSlope(
        _ u: UnsafePointer<Scalar>, step: Int, _ middle: UnsafeMutablePointer<Scalar>,
        to target: UnsafeMutablePointer<Scalar>
    ) {
        let width = Vector.width
        for j in 0..<6 {
            let x = kernelSlope(load(u + j &* step, 6 &* step))
            x.0.store(to: middle + j &* width)
            x.1.store(to: middle + (6 &+ j) &* width)
            x.2.store(to: middle + (12 &+ j) &* width)
        }
        for i in 0..<3 {
            let x = kernelSlope(load(middle + 6 &* i &* width, width))
            x.0.store(to: target + 3 &* i &* width)
            x.1.store(to: target + (3 &* i &+ 1) &* width)
            x.2.store(to: target + (3 &* i &+ 2) &* width)
        }
    }
}
