// The passes that batch and group normalisation are made of, over segments: `count` stretches of `length` elements that
// lie `step` elements apart, such as one channel of a batch of images.
//
// Statistics take one read: deviations are summed from a shift that is close to the mean, first the mean of a few
// elements, then that of all blocks before, so that a large mean costs no digits. A block of some thousand elements is
// summed in vectors, and blocks are merged in `Double`. What does not fill a vector is read as the last full vector of
// the segment with the lanes that were counted already masked out.

/// What a normalisation applies to its result.
protocol NormActivation {
    static func apply<V: FoldableVector>(_ y: V) -> V
    /// `gradient` where the slope at the result `y` is 1, zero where it is 0.
    static func gradient<V: FoldableVector>(_ gradient: V, _ y: V) -> V
}

enum NoActivation: NormActivation {
    @inline(__always) static func apply<V: FoldableVector>(_ y: V) -> V { y }
    @inline(__always) static func gradient<V: FoldableVector>(_ gradient: V, _ y: V) -> V { gradient }
}

enum ReLUActivation: NormActivation {
    @inline(__always) static func apply<V: FoldableVector>(_ y: V) -> V { y.clamped(atLeast: V(0)) }
    @inline(__always) static func gradient<V: FoldableVector>(_ gradient: V, _ y: V) -> V {
        V.select(V(0) < y, gradient, V(0))
    }
}

struct Segments {
    let count: Int
    let length: Int
    let step: Int

    var elements: Int { count &* length }
}

/// `y = (x - high) * scale + offset`
struct NormScale<V: FoldableVector> {
    let high: V
    let scale: V
    let offset: V

    @inline(__always)
    init(high: V.Scalar, scale: Double, offset: Double) {
        self.high = V.repeating(high)
        self.scale = V(scale)
        self.offset = V(offset)
    }

    @inline(__always)
    func apply(_ x: V) -> V { offset.adding(product: x - high, scale) }
}

/// `dx = dy * own + (x - high) * slope + offset`
struct NormSlope<V: FoldableVector> {
    let own: V
    let slope: V
    let offset: V

    @inline(__always)
    func apply(_ dy: V, _ deviation: V) -> V { offset.adding(product: deviation, slope).adding(product: dy, own) }
}

enum SegmentPasses<V: FoldableVector> {
    typealias Row = UnsafePointer<V.Scalar>
    typealias MutableRow = UnsafeMutablePointer<V.Scalar>

    private static var block: Int { 4096 }
    private static var pilot: Int { 64 }

    /// Runs `body(start, segments)` over blocks of about 4096 elements, in order.
    @inline(__always)
    private static func forBlocks(_ all: Segments, _ body: (Int, Segments) -> Void) {
        if all.length >= block {
            for segment in 0..<all.count {
                var i = 0
                while i < all.length {
                    let length = min(block, all.length &- i)
                    body(segment &* all.step &+ i, Segments(count: 1, length: length, step: 0))
                    i = i &+ length
                }
            }
        } else if all.length > 0 {
            let group = block / all.length
            var segment = 0
            while segment < all.count {
                let count = min(group, all.count &- segment)
                body(segment &* all.step, Segments(count: count, length: all.length, step: all.step))
                segment = segment &+ count
            }
        }
    }

    static func moments(_ x: Row, _ all: Segments) -> Moments {
        var result = Moments()
        forBlocks(all) { start, part in
            let shift = result.count > 0 ? V.scalar(result.mean) : pilotMean(x + start, min(pilot, part.length))
            let sums = deviations(x + start, part, V.repeating(shift))
            result.merge(
                Moments(count: part.elements, shift: V.double(shift), sum: sums.first, squares: sums.second))
        }
        return result
    }

    /// The mean of all x², for a normalisation without a mean.
    static func meanSquare(_ x: Row, _ all: Segments) -> Double {
        var total = 0.0
        forBlocks(all) { start, part in total += deviations(x + start, part, V(0)).second }
        return total / Double(all.elements)
    }

    @inline(__always)
    private static func pilotMean(_ x: Row, _ count: Int) -> V.Scalar {
        V.scalar(RowPasses<V>.sum(StoredRow<V>(x), count) / Double(count))
    }

    /// The sums of d = x - shift and of d².
    @inline(never)
    private static func deviations(_ x: Row, _ part: Segments, _ shift: V) -> (first: Double, second: Double) {
        let w = V.width
        let tail = Tail<V>(part.length)
        var (a, b) = (V(0), V(0))
        var (aa, bb) = (V(0), V(0))
        var row = x
        for _ in 0..<part.count {
            var i = 0
            while i &+ 2 &* w <= part.length {
                let (d, e) = (V(loading: row + i) - shift, V(loading: row + i + w) - shift)
                a = a + d
                b = b + e
                aa = aa.adding(product: d, d)
                bb = bb.adding(product: e, e)
                i = i &+ 2 &* w
            }
            if i &+ w <= part.length {
                let d = V(loading: row + i) - shift
                a = a + d
                aa = aa.adding(product: d, d)
            }
            if tail.count > 0 {
                let d = tail.uncounted(tail.load(row) - shift)
                b = b + d
                bb = bb.adding(product: d, d)
            }
            row += part.step
        }
        return (V.double((a + b).laneSum), V.double((aa + bb).laneSum))
    }

    /// `y = activation((x - high) * scale + offset)`
    @inline(never)
    static func store<A: NormActivation>(
        _ x: Row, _ y: MutableRow, _ all: Segments, _ scale: NormScale<V>, _ activation: A.Type
    ) {
        let w = V.width
        let tail = Tail<V>(all.length)
        var (row, result) = (x, y)
        for _ in 0..<all.count {
            var i = 0
            while i &+ 2 &* w <= all.length {
                let first = A.apply(scale.apply(V(loading: row + i)))
                let second = A.apply(scale.apply(V(loading: row + i + w)))
                first.store(to: result + i)
                second.store(to: result + i + w)
                i = i &+ 2 &* w
            }
            if i &+ w <= all.length { A.apply(scale.apply(V(loading: row + i))).store(to: result + i) }
            if tail.count > 0 { tail.store(A.apply(scale.apply(tail.load(row))), result) }
            row += all.step
            result += all.step
        }
    }

    /// The sums of dy and of dy (x - high), dy being the gradient in front of the activation.
    static func gradientSums<A: NormActivation>(
        _ x: Row, _ dy: Row, _ all: Segments, _ scale: NormScale<V>, _ activation: A.Type
    ) -> (first: Double, second: Double) {
        var (total, product) = (0.0, 0.0)
        forBlocks(all) { start, part in
            let sums = blockGradientSums(x + start, dy + start, part, scale, activation)
            total += sums.first
            product += sums.second
        }
        return (total, product)
    }

    @inline(never)
    private static func blockGradientSums<A: NormActivation>(
        _ x: Row, _ dy: Row, _ part: Segments, _ scale: NormScale<V>, _ activation: A.Type
    ) -> (first: Double, second: Double) {
        let w = V.width
        let tail = Tail<V>(part.length)
        var (a, b) = (V(0), V(0))
        var (ad, bd) = (V(0), V(0))
        var (row, gradient) = (x, dy)
        for _ in 0..<part.count {
            var i = 0
            while i &+ 2 &* w <= part.length {
                let (x, z) = (V(loading: row + i), V(loading: row + i + w))
                let g = A.gradient(V(loading: gradient + i), scale.apply(x))
                let h = A.gradient(V(loading: gradient + i + w), scale.apply(z))
                a = a + g
                b = b + h
                ad = ad.adding(product: g, x - scale.high)
                bd = bd.adding(product: h, z - scale.high)
                i = i &+ 2 &* w
            }
            if i &+ w <= part.length {
                let x = V(loading: row + i)
                let g = A.gradient(V(loading: gradient + i), scale.apply(x))
                a = a + g
                ad = ad.adding(product: g, x - scale.high)
            }
            if tail.count > 0 {
                let x = tail.load(row)
                let g = tail.uncounted(A.gradient(tail.load(gradient), scale.apply(x)))
                b = b + g
                bd = bd.adding(product: g, tail.uncounted(x - scale.high))
            }
            row += part.step
            gradient += part.step
        }
        return (V.double((a + b).laneSum), V.double((ad + bd).laneSum))
    }

    /// `dx = dy * own + (x - high) * slope + offset`
    @inline(never)
    static func storeGradient<A: NormActivation>(
        _ x: Row, _ dy: Row, _ dx: MutableRow, _ all: Segments, _ scale: NormScale<V>, _ slope: NormSlope<V>,
        _ activation: A.Type
    ) {
        let w = V.width
        let tail = Tail<V>(all.length)
        var (row, gradient, result) = (x, dy, dx)
        for _ in 0..<all.count {
            var i = 0
            while i &+ w <= all.length {
                let x = V(loading: row + i)
                let g = A.gradient(V(loading: gradient + i), scale.apply(x))
                slope.apply(g, x - scale.high).store(to: result + i)
                i = i &+ w
            }
            if tail.count > 0 {
                let x = tail.load(row)
                let g = A.gradient(tail.load(gradient), scale.apply(x))
                tail.store(slope.apply(g, x - scale.high), result)
            }
            row += all.step
            gradient += all.step
            result += all.step
        }
    }
}

/// The elements of a row that do not fill a vector, as the lanes of its last full vector, or of a short one in a row
/// that has none.
struct Tail<V: FoldableVector> {
    let count: Int
    /// Where the vector starts, and its lanes when the row is shorter.
    private let start: Int
    private let isShort: Bool
    private let mask: V.Condition

    @inline(__always)
    init(_ length: Int) {
        count = length % V.width
        isShort = length < V.width
        start = isShort ? 0 : length &- V.width
        mask = isShort ? V.laneIndices < V(Double(count)) : V(Double(V.width &- 1 &- count)) < V.laneIndices
    }

    @inline(__always)
    func load(_ row: UnsafePointer<V.Scalar>) -> V {
        isShort ? V(loading: row, count: count) : V(loading: row + start)
    }

    /// Zero in the lanes that belong to the vector before.
    @inline(__always)
    func uncounted(_ v: V) -> V { V.select(mask, v, V(0)) }

    @inline(__always)
    func store(_ v: V, _ row: UnsafeMutablePointer<V.Scalar>) {
        if isShort { v.store(to: row, count: count) } else { v.store(to: row + start) }
    }
}
