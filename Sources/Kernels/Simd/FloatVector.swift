/// A fixed number of floating-point lanes that a formula computes at once: `Float32Vector` (16) or `Float64Vector` (8).
public protocol FloatVector: Expression, Sendable {
    associatedtype Scalar: BinaryFloatingPoint & Sendable
    /// Lanes.
    static var width: Int { get }
    static var dtype: DType { get }
    /// Reads `width` elements; the address may have any alignment.
    init(loading address: UnsafePointer<Scalar>)
    /// Writes `width` elements; the address may have any alignment.
    func store(to address: UnsafeMutablePointer<Scalar>)
    /// Reads the first `count` < `width` elements and nothing past them; the other lanes are zero.
    init(loading address: UnsafePointer<Scalar>, count: Int)
    /// Writes the first `count` < `width` lanes and nothing past them.
    func store(to address: UnsafeMutablePointer<Scalar>, count: Int)
    /// `self + x * y`, rounded once where the CPU has the instruction.
    func adding(product x: Self, _ y: Self) -> Self
    /// The larger lane; NaN if either is NaN (NumPy's `maximum`).
    static func maximum(_ lhs: Self, _ rhs: Self) -> Self
    /// The smaller lane; NaN if either is NaN.
    static func minimum(_ lhs: Self, _ rhs: Self) -> Self
    /// e^x for x <= 0 (or NaN), which may be 0 where e^x is not normal.
    func expOfNonPositive() -> Self
    func floor() -> Self
    func ceil() -> Self
    /// To the nearest integer, halves to even.
    func rounded() -> Self
    func truncated() -> Self
    /// Applies a scalar function lane by lane, for what has no vector form.
    func mapLanes(_ function: (Scalar) -> Scalar) -> Self
    func mapLanes(_ other: Self, _ function: (Scalar, Scalar) -> Scalar) -> Self
    static func != (lhs: Self, rhs: Self) -> Condition
    /// One byte a lane, 1 where the condition holds; writes `width` bytes.
    static func store(_ condition: Condition, to address: UnsafeMutablePointer<UInt8>)
}

extension FloatVector {
    @inlinable @inline(__always)
    public func expOfNonPositive() -> Self { exp() }
}

extension FloatVector {
    /// `count` elements, all of them where `count` is the width.
    @inline(__always)
    init(_ address: UnsafePointer<Scalar>, _ count: Int) {
        self = count == Self.width ? Self(loading: address) : Self(loading: address, count: count)
    }

    @inline(__always)
    init(_ address: UnsafeMutablePointer<Scalar>, _ count: Int) { self.init(UnsafePointer(address), count) }

    @inline(__always)
    func store(_ address: UnsafeMutablePointer<Scalar>, _ count: Int) {
        if count == Self.width { store(to: address) } else { store(to: address, count: count) }
    }
}
