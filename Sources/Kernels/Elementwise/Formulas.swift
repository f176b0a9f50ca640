/// Which of a function's argument and value its derivative is written in; the backward pass reads only those.
public enum DerivativeUses: Sendable {
    case input, output, both
}

/// `y = f(x)` and `dy/dx`, written once for vectors and tensors.
public protocol UnaryFormula: Sendable {
    func apply<V: FloatVector>(_ x: V) -> V
    /// dy/dx at `x`, where `y` is the value; a formula uses whichever is cheaper.
    func derivative<E: Expression>(_ x: E, _ y: E) -> E
    /// What `derivative` looks at; `both` unless the formula says less.
    var derivativeUses: DerivativeUses { get }
}

extension UnaryFormula {
    @inlinable
    public var derivativeUses: DerivativeUses { .both }
}

/// `z = f(x, y)` on floats.
public protocol BinaryFormula: Sendable {
    func apply<V: FloatVector>(_ x: V, _ y: V) -> V
}

/// `y = f(x)` on integers. Overflow wraps.
public protocol IntegerUnaryFormula: Sendable {
    func apply<I: FixedWidthInteger & Sendable>(_ x: I) -> I
}

/// `z = f(x, y)` on integers. Overflow wraps; division by zero gives zero, as NumPy's does.
public protocol IntegerFormula: Sendable {
    func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I
}

/// A comparison of two numbers.
public protocol ComparisonFormula: Sendable {
    func holds<V: FloatVector>(_ x: V, _ y: V) -> V.Condition
    func holds<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> Bool
}
