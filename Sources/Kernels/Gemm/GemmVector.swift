/// One vector register as the matrix kernels use it.
///
/// Each conformance names a concrete SIMD type: code generic over the standard library's `SIMD` would run lane by lane.
protocol GemmVector: BitwiseCopyable {
    associatedtype Scalar: BinaryFloatingPoint & BitwiseCopyable
    associatedtype Storage: BitwiseCopyable
    var lanes: Storage { get }
    static var width: Int { get }
    init(lanes: Storage)
    init(repeating value: Scalar)
    subscript(lane: Int) -> Scalar { get set }
    static func + (lhs: Self, rhs: Self) -> Self
    /// `self + x * y`, fused only where that is one instruction.
    func adding(product x: Self, _ y: Self) -> Self
    /// max(x, 0), NaN kept.
    func rectified() -> Self
    /// Sum of the lanes, pairwise.
    func laneSum() -> Scalar
    /// (x0, y0, x1, y1, ...) from the lower halves.
    static func zipLow(_ x: Self, _ y: Self) -> Self
    /// The same from the upper halves.
    static func zipHigh(_ x: Self, _ y: Self) -> Self
    /// Writes the transpose of `rows` (at most `width`) rows of `width` elements, as `width` rows of `width` lanes in
    /// rising order; lanes past `rows` are zero.
    static func transpose(
        _ source: UnsafePointer<Scalar>, rowStride: Int, rows: Int,
        to target: UnsafeMutablePointer<Scalar>, rowStride targetStride: Int)
}

extension GemmVector {
    @inline(__always)
    static var zero: Self { Self(repeating: 0) }

    @inline(__always)
    init(loading address: UnsafePointer<Scalar>) {
        self.init(lanes: UnsafeRawPointer(address).loadUnaligned(as: Storage.self))
    }

    @inline(__always)
    func store(to address: UnsafeMutablePointer<Scalar>) {
        UnsafeMutableRawPointer(address).storeBytes(of: lanes, as: Storage.self)
    }

    /// The first `count` lanes from memory, the others zero.
    @inline(__always)
    init(loading address: UnsafePointer<Scalar>, count: Int) {
        self = Self.zero
        for lane in 0..<count { self[lane] = address[lane] }
    }

    @inline(__always)
    func store(to address: UnsafeMutablePointer<Scalar>, count: Int) {
        for lane in 0..<count { address[lane] = self[lane] }
    }

    /// log2(width) rounds of perfect shuffles transpose a square of `width` registers.
    @inline(__always)
    static func transposeSquare<let lanes: Int>(
        _ square: inout InlineArray<lanes, Self>, _ source: UnsafePointer<Scalar>, _ rowStride: Int, _ rows: Int,
        _ target: UnsafeMutablePointer<Scalar>, _ targetStride: Int
    ) {
        if rows == lanes {
            for row in 0..<lanes { square[unchecked: row] = Self(loading: source + row &* rowStride) }
        } else {
            for row in 0..<rows { square[unchecked: row] = Self(loading: source + row &* rowStride) }
        }
        var round = 1
        while round < lanes {
            var next = square
            for row in 0..<lanes / 2 {
                let x = square[unchecked: row]
                let y = square[unchecked: row &+ lanes / 2]
                next[unchecked: 2 &* row] = zipLow(x, y)
                next[unchecked: 2 &* row &+ 1] = zipHigh(x, y)
            }
            square = next
            round &*= 2
        }
        for row in 0..<lanes { square[unchecked: row].store(to: target + row &* targetStride) }
    }
}
