// The transforms of F(4x4, rxr), each on one tile of a vector's width of channels (Lavin and Gray, arXiv:1509.09308). With
// the kernel g, a tile d of (r+3)² pixels and a tile s of 4x4 slopes:
//     y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A,    dg = Gᵀ [(A s Aᵀ) ⊙ (Bᵀ d B)] G.
// Column by column first, then row by row; `middle` holds the vectors in between. Results of (r+3)² vectors are stored `step`
// apart.

enum WinogradTransform<Filter: WinogradFilter> {
    typealias Vector = Filter.Vector
    typealias Scalar = Vector.Scalar

    /// Vectors of a transformed tile.
    @inline(__always) static var points: Int { Filter.points &* Filter.points }
    /// Elements of the longest `middle`.
    @inline(__always) static var room: Int { points &* Vector.width }
    @inline(__always) private static var width: Int { Vector.width }

    @inline(__always)
    private static func load(_ address: UnsafePointer<Scalar>, _ step: Int) -> Sextuple<Vector> {
        let (fifth, last) = (address + 4 &* step, address + (Filter.points &- 1) &* step)
        let first = four(address, step)
        return (first.0, first.1, first.2, first.3, Vector(loading: fifth), Vector(loading: last))
    }

    @inline(__always)
    private static func store(_ x: Sextuple<Vector>, to address: UnsafeMutablePointer<Scalar>, _ step: Int) {
        x.0.store(to: address)
        x.1.store(to: address + step)
        x.2.store(to: address + 2 &* step)
        x.3.store(to: address + 3 &* step)
        x.4.store(to: address + 4 &* step)
        if Filter.points == 6 { x.5.store(to: address + 5 &* step) }
    }

    @inline(__always)
    private static func four(_ address: UnsafePointer<Scalar>, _ step: Int) -> Quadruple<Vector> {
        (
            Vector(loading: address), Vector(loading: address + step), Vector(loading: address + 2 &* step),
            Vector(loading: address + 3 &* step)
        )
    }

    @inline(__always)
    private static func three(_ address: UnsafePointer<Scalar>, _ step: Int) -> Triple<Vector> {
        (
            Vector(loading: address), Vector(loading: address + step),
            Vector(loading: address + (Filter.taps &- 1) &* step)
        )
    }

    /// Bᵀ d B of the pixels `column` and `pitch` apart along a row and between rows.
    @inline(never)
    static func data(
        _ d: UnsafePointer<Scalar>, column: Int, pitch: Int, _ middle: UnsafeMutablePointer<Scalar>,
        to target: UnsafeMutablePointer<Scalar>, step: Int
    ) {
        let row = Filter.points &* width
        for j in 0..<Filter.points { store(Filter.data(load(d + j &* column, pitch)), to: middle + j &* width, row) }
        for i in 0..<Filter.points {
            store(Filter.data(load(middle + i &* row, width)), to: target + Filter.points &* i &* step, step)
        }
    }

    /// Aᵀ m A + bias, and its maximum with 0 if it `rectifies`, to pixels `column` and `pitch` apart.
    @inline(never)
    static func result(
        _ m: UnsafePointer<Scalar>, step: Int, _ middle: UnsafeMutablePointer<Scalar>, bias: UnsafePointer<Scalar>,
        rectifies: Bool, to target: UnsafeMutablePointer<Scalar>, column: Int, pitch: Int
    ) {
        let row = Filter.points &* width
        for j in 0..<Filter.points {
            let y = Filter.result(load(m + j &* step, Filter.points &* step))
            store(y, to: middle + j &* width, row)
        }
        let offset = Vector(loading: bias)
        for i in 0..<4 {
            var y = Filter.result(load(middle + i &* row, width))
            y = (y.0 + offset, y.1 + offset, y.2 + offset, y.3 + offset)
            if rectifies { y = (y.0.rectified(), y.1.rectified(), y.2.rectified(), y.3.rectified()) }
            store(y, to: target + i &* pitch, column)
        }
    }

    @inline(__always)
    private static func store(_ y: Quadruple<Vector>, to address: UnsafeMutablePointer<Scalar>, _ step: Int) {
        y.0.store(to: address)
        y.1.store(to: address + step)
        y.2.store(to: address + 2 &* step)
        y.3.store(to: address + 3 &* step)
    }

    /// A s Aᵀ of slopes whose rows are `pitch` apart.
    @inline(never)
    static func slope(
        _ s: UnsafePointer<Scalar>, pitch: Int, _ middle: UnsafeMutablePointer<Scalar>,
        to target: UnsafeMutablePointer<Scalar>, step: Int
    ) {
        for j in 0..<4 { store(Filter.slope(four(s + j &* width, pitch)), to: middle + j &* width, 4 &* width) }
        for i in 0..<Filter.points {
            let x = four(middle + 4 &* i &* width, width)
            store(Filter.slope(x), to: target + Filter.points &* i &* step, step)
        }
    }

    /// G g Gᵀ of r² vectors of weights.
    @inline(never)
    static func kernel(
        _ g: UnsafePointer<Scalar>, _ middle: UnsafeMutablePointer<Scalar>, to target: UnsafeMutablePointer<Scalar>,
        step: Int
    ) {
        let row = Filter.taps &* width
        for j in 0..<Filter.taps { store(Filter.kernel(three(g + j &* width, row)), to: middle + j &* width, row) }
        for i in 0..<Filter.points {
            let x = three(middle + i &* row, width)
            store(Filter.kernel(x), to: target + Filter.points &* i &* step, step)
        }
    }

    /// Gᵀ u G, r² vectors.
    @inline(never)
    static func kernelSlope(
        _ u: UnsafePointer<Scalar>, step: Int, _ middle: UnsafeMutablePointer<Scalar>,
        to target: UnsafeMutablePointer<Scalar>
    ) {
        let row = Filter.points &* width
        for j in 0..<Filter.points {
            let x = Filter.kernelSlope(load(u + j &* step, Filter.points &* step))
            store(x, to: middle + j &* width, row)
        }
        for i in 0..<Filter.taps {
            store(
                Filter.kernelSlope(load(middle + i &* row, width)), to: target + Filter.taps &* i &* width, width)
        }
    }

    @inline(__always)
    private static func store(_ x: Triple<Vector>, to address: UnsafeMutablePointer<Scalar>, _ step: Int) {
        x.0.store(to: address)
        x.1.store(to: address + step)
        if Filter.taps == 3 { x.2.store(to: address + 2 &* step) }
    }
}
