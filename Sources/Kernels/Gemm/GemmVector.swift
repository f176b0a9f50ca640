/// One vector register as the matrix kernels use it.
///
/// Each conformance names a concrete SIMD type: code generic over the standard library's `SIMD` would run lane by lane.
protocol GemmVector: BitwiseCopyable {
    associatedtype Scalar: BinaryFloatingPoint & BitwiseCopyable
    associatedtype Storage: BitwiseCopyable
    var lanes: Storage { get set }
    static var width: Int { get }
    init(lanes: Storage)
    init(repeating value: Scalar)
    subscript(lane: Int) -> Scalar { get set }
    static func + (lhs: Self, rhs: Self) -> Self
    /// `self + x * y`, fused only where that is one instruction. This is the only place where factors meet: a type whose
    /// factors are something else than its sums changes nothing else.
    func adding(product x: Self, _ y: Self) -> Self
    /// max(x, 0), NaN kept.
    func rectified() -> Self
    /// Sum of the lanes, pairwise.
    func laneSum() -> Scalar
    /// Writes the transpose of `rows` (at most `width`) rows of `width` elements, as `width` rows of `width` lanes in
    /// rising order; lanes past `rows` hold anything.
    static func transpose(
        _ source: UnsafePointer<Scalar>, rowStride: Int, rows: Int,
        to target: UnsafeMutablePointer<Scalar>, rowStride targetStride: Int)
    /// Copies `count` (less than `width`) elements.
    static func copy(_ source: UnsafePointer<Scalar>, to target: UnsafeMutablePointer<Scalar>, count: Int)
    /// Adds `count` (less than `width`) elements to those at `target`.
    static func add(_ source: UnsafePointer<Scalar>, to target: UnsafeMutablePointer<Scalar>, count: Int)
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

    /// The first `count` (less than `width`) lanes from memory, the others zero.
    @inline(__always)
    init(loading address: UnsafePointer<Scalar>, count: Int) {
        var vector = Self.zero
        withUnsafeMutableBytes(of: &vector) { bytes in
            if let lanes = bytes.baseAddress {
                Self.copy(address, to: lanes.assumingMemoryBound(to: Scalar.self), count: count)
            }
        }
        self = vector
    }

    @inline(__always)
    func store(to address: UnsafeMutablePointer<Scalar>, count: Int) {
        withUnsafeBytes(of: self) { bytes in
            if let lanes = bytes.baseAddress {
                Self.copy(lanes.assumingMemoryBound(to: Scalar.self), to: address, count: count)
            }
        }
    }
}
