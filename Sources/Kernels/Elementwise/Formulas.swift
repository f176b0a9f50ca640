/// `y = f(x)` and `dy/dx`, written once for vectors and tensors.
public protocol UnaryFormula: Sendable {
    func apply<V: FloatVector>(_ x: V) -> V
    /// dy/dx at `x`, where `y` is the value; a formula uses whichever is cheaper.
    func derivative<E: Expression>(_ x: E, _ y: E) -> E
}

/// `z = f(x, y)` on floats.
public protocol BinaryFormula: Sendable {
    func apply<V: FloatVector>(_ x: V, _ y: V) -> V
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
