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
    /// The cumulative function and the density of the standard normal distribution.
    func normal() -> (cumulative: Self, density: Self)
    /// sigmoid(x) and its derivative.
    func logistic() -> (value: Self, slope: Self)
    /// log(1 + e^x)
    func softplus() -> Self
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
    public func normal() -> (cumulative: Self, density: Self) {
        (0.5 * (1 + (self * 0.7071067811865476).erf()), 0.3989422804014327 * (-0.5 * (self * self)).exp())
    }
    @inlinable @inline(__always)
    public func logistic() -> (value: Self, slope: Self) {
        let s = sigmoid()
        return (s, s * (1 - s))
    }
    /// max(x, 0) + log(1 + e^-|x|), which does not overflow.
    @inlinable @inline(__always)
    public func softplus() -> Self {
        Self.select(self <= Self(0), Self(0), self) + (-abs()).exp().log1p()
    }
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
