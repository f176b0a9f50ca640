import CPlatform

/// Normal numbers by the method of Box and Muller (1958): from u in (0, 1] and v in [0, 1),
///
///     x = sqrt(-2 ln u) cos 2 pi v,     y = sqrt(-2 ln u) sin 2 pi v
///
/// are independent and normal. The first vector of a group gives u, the second v; x is written before y. Float32 numbers
/// reach 5.8 standard deviations, since u has 24 bits; float64 numbers 8.6.
struct Normal32: Distribution {
    typealias Element = Float
    static var elements: Int { 32 }

    private let mean: Float32Vector
    private let deviation: Float32Vector

    init(mean: Float, deviation: Float) {
        self.mean = Float32Vector(SIMD16(repeating: mean))
        self.deviation = Float32Vector(SIMD16(repeating: deviation))
    }

    @inline(__always)
    func write(_ first: SIMD16<UInt32>, _ second: SIMD16<UInt32>, _ output: UnsafeMutableRawPointer) {
        let u = Float32Vector(1) - Float32Vector(sg_uniform_f32(first))
        let radius = (u.log() * -2).sqrt() * deviation
        let (sine, cosine) = sineAndCosine(turns: Float32Vector(sg_uniform_f32(second)))
        output.store(mean.adding(product: radius, cosine), 0)
        output.store(mean.adding(product: radius, sine), 64)
    }

    /// sin and cos of 2 pi v for v in [0, 1).
    ///
    /// With q the quarter turn nearest to 4 v, r = (4 v - q) pi / 2 lies within pi / 4, where the polynomials of Cephes
    /// (sinf, cosf) are right to an ulp; q odd swaps the two, and its bits give the signs.
    @inline(__always)
    private func sineAndCosine(turns v: Float32Vector) -> (sine: Float32Vector, cosine: Float32Vector) {
        typealias V = Float32Vector
        let magic = V(12_582_912)
        let shifted = magic.adding(product: v, V(4))
        let r = (v * 4 - (shifted - magic)) * (Double.pi / 2)
        let square = r * r
        let sine = r.adding(
            product: r * square,
            V(-1.666_665_461_1e-1).adding(
                product: square, V(8.332_160_873_6e-3).adding(product: square, V(-1.951_529_589_1e-4))))
        let cosine = (V(1) - square * 0.5).adding(
            product: square * square,
            V(4.166_664_568_298_827e-2).adding(
                product: square, V(-1.388_731_625_493_765e-3).adding(product: square, V(2.443_315_711_809_948e-5))))
        let quarter = shifted.bits
        let swapped = (sine.bits ^ cosine.bits) & (0 &- (quarter & 1))
        let sineSign = (quarter & 2) &<< 30
        let cosineSign = ((quarter &+ 1) & 2) &<< 30
        return (V(bits: sine.bits ^ swapped ^ sineSign), V(bits: cosine.bits ^ swapped ^ cosineSign))
    }
}

struct Normal64: Distribution {
    typealias Element = Double
    static var elements: Int { 16 }

    let mean: Double
    let deviation: Double

    @inline(__always)
    func write(_ first: SIMD16<UInt32>, _ second: SIMD16<UInt32>, _ output: UnsafeMutableRawPointer) {
        let u = Float64Vector(1) - Float64Vector(sg_uniform_f64(first.wide))
        let radius = (u.log() * -2).sqrt() * deviation
        let angle = Float64Vector(sg_uniform_f64(second.wide)) * (2 * Double.pi)
        output.store(Float64Vector(mean).adding(product: radius, angle.cos()), 0)
        output.store(Float64Vector(mean).adding(product: radius, angle.sin()), 64)
    }
}
