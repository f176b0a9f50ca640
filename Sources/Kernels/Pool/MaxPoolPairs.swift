/// The pooling of most networks: windows of 2 x 2 side by side, without padding.
///
/// Two rows of the input give one of the output, straight from memory: even and odd columns are taken apart in
/// registers, and the four taps compared in row-major order. A row ends with one partial vector.
struct MaxPoolPairs<V: PoolVector> {
    private let shape: PoolShape

    /// Nil for any other window.
    init?(_ shape: PoolShape) {
        func isPair(_ axis: PoolAxis) -> Bool {
            axis.kernel == 2 && axis.stride == 2 && axis.padding == 0 && axis.dilation == 1
        }
        guard shape.depth.input == 1 && shape.depth.kernel == 1 && shape.depth.padding == 0 else { return nil }
        guard isPair(shape.height) && isPair(shape.width) else { return nil }
        guard 2 &* shape.width.output <= shape.width.input, 2 &* shape.height.output <= shape.height.input else {
            return nil
        }
        self.shape = shape
    }

    func forward(
        _ x: UnsafePointer<V.Scalar>, _ y: UnsafeMutablePointer<V.Scalar>, _ positions: UnsafeMutableRawPointer
    ) {
        let (height, width) = (shape.height, shape.width)
        // Positions are integers of the elements' size, and vectors of them are moved as such.
        let places = positions.assumingMemoryBound(to: V.Scalar.self)
        shape.forPlanes { planes in
            for plane in planes {
                for row in 0..<height.output {
                    let source = x + (plane &* height.input &+ 2 &* row) &* width.input
                    let target = (plane &* height.output &+ row) &* width.output
                    pool(source, 2 &* row &* width.input, y + target, places + target)
                }
            }
        }
    }

    @inline(never)
    private func pool(
        _ x: UnsafePointer<V.Scalar>, _ first: Int, _ y: UnsafeMutablePointer<V.Scalar>,
        _ places: UnsafeMutablePointer<V.Scalar>
    ) {
        let (w, below, output) = (V.width, shape.width.input, shape.width.output)
        var o = 0
        while o &+ w <= output {
            let upper = x + 2 &* o
            let (best, place) = largest(
                V(loading: upper), V(loading: upper + w), V(loading: upper + below), V(loading: upper + below + w))
            best.store(to: y + o)
            place.positions(adding: first &+ 2 &* o, step: 2).store(to: places + o)
            o = o &+ w
        }
        if o < output {
            let upper = x + 2 &* o
            let rest = 2 &* (output &- o)
            let (best, place) = largest(
                load(upper, rest), load(upper + w, rest &- w), load(upper + below, rest),
                load(upper + below + w, rest &- w))
            best.store(to: y + o, count: output &- o)
            place.positions(adding: first &+ 2 &* o, step: 2).store(to: places + o, count: output &- o)
        }
    }

    @inline(__always)
    private func load(_ address: UnsafePointer<V.Scalar>, _ count: Int) -> V {
        count >= V.width ? V(loading: address) : V(loading: address, count: max(count, 0))
    }

    /// The largest of each window in two rows of two vectors, and where in its window it is; written out, because helpers
    /// are called here, not inlined.
    @inline(__always)
    private func largest(_ a: V, _ b: V, _ c: V, _ d: V) -> (best: V, place: V) {
        let below = shape.width.input
        var (best, place) = (V.evens(a, b), V.positions(0))
        let upper = V.odds(a, b)
        let takesUpper = (best < upper, upper != upper)
        place = V.select(takesUpper.1, V.positions(1), V.select(takesUpper.0, V.positions(1), place))
        best = V.select(takesUpper.1, upper, V.select(takesUpper.0, upper, best))
        let left = V.evens(c, d)
        let takesLeft = (best < left, left != left)
        place = V.select(takesLeft.1, V.positions(below), V.select(takesLeft.0, V.positions(below), place))
        best = V.select(takesLeft.1, left, V.select(takesLeft.0, left, best))
        let right = V.odds(c, d)
        let takesRight = (best < right, right != right)
        let corner = V.positions(below &+ 1)
        place = V.select(takesRight.1, corner, V.select(takesRight.0, corner, place))
        best = V.select(takesRight.1, right, V.select(takesRight.0, right, best))
        return (best, place)
    }
}
