/// The arithmetic in which a pointwise formula is written.
///
/// Vectors compute it (`FloatVector`), tensors record it on the tape: one text of a derivative serves the fused
/// backward kernel and the gradient of the gradient.
public protocol Expression {
    /// What a comparison gives: a lane mask, or a boolean tensor.
    associatedtype Condition

    init(_ constant: Double)
    static func + (lhs: Self, rhs: Self) -> Self
    static func - (lhs: Self, rhs: Self) -> Self
    static func * (lhs: Self, rhs: Self) -> Self
    static func / (lhs: Self, rhs: Self) -> Self
    static prefix func - (value: Self) -> Self

    func exp() -> Self
    func expm1() -> Self
    func log() -> Self
    func log1p() -> Self
    func sqrt() -> Self
    func sin() -> Self
    func cos() -> Self
    func tanh() -> Self
    func sigmoid() -> Self
    func erf() -> Self
    func abs() -> Self
    func pow(_ exponent: Self) -> Self

    static func < (lhs: Self, rhs: Self) -> Condition
    static func <= (lhs: Self, rhs: Self) -> Condition
    static func == (lhs: Self, rhs: Self) -> Condition
    /// `whenTrue` where the condition holds, `whenFalse` elsewhere, lane by lane. A NaN compares false.
    static func select(_ condition: Condition, _ whenTrue: Self, _ whenFalse: Self) -> Self
}

extension Expression {
    @inlinable @inline(__always)
    public static func + (lhs: Self, rhs: Double) -> Self { lhs + Self(rhs) }
    @inlinable @inline(__always)
    public static func + (lhs: Double, rhs: Self) -> Self { Self(lhs) + rhs }
    @inlinable @inline(__always)
    public static func - (lhs: Self, rhs: Double) -> Self { lhs - Self(rhs) }
    @inlinable @inline(__always)
    public static func - (lhs: Double, rhs: Self) -> Self { Self(lhs) - rhs }
    @inlinable @inline(__always)
    public static func * (lhs: Self, rhs: Double) -> Self { lhs * Self(rhs) }
    @inlinable @inline(__always)
    public static func * (lhs: Double, rhs: Self) -> Self { Self(lhs) * rhs }
    @inlinable @inline(__always)
    public static func / (lhs: Self, rhs: Double) -> Self { lhs / Self(rhs) }
    @inlinable @inline(__always)
    public static func / (lhs: Double, rhs: Self) -> Self { Self(lhs) / rhs }
    @inlinable @inline(__always)
    public static func < (lhs: Self, rhs: Double) -> Condition { lhs < Self(rhs) }
    @inlinable @inline(__always)
    public static func < (lhs: Double, rhs: Self) -> Condition { Self(lhs) < rhs }
    @inlinable @inline(__always)
    public static func <= (lhs: Self, rhs: Double) -> Condition { lhs <= Self(rhs) }
    @inlinable @inline(__always)
    public static func == (lhs: Self, rhs: Double) -> Condition { lhs == Self(rhs) }
}
