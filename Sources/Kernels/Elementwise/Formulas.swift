/// Which of a function's argument and value its derivative is written in; the backward pass reads only those.
public enum DerivativeUses: Sendable {
    case input, output, both
}

/// `y = f(x)` and `dy/dx`, written once for vectors and tensors. Mark both `@inline(__always)`.
public protocol UnaryFormula: Sendable {
    func apply<V: FloatVector>(_ x: V) -> V
    /// dy/dx at `x`, where `y` is the value; a formula uses whichever is cheaper.
    func derivative<E: Expression>(_ x: E, _ y: E) -> E
    /// What `derivative` looks at; `both` unless the formula says less.
    var derivativeUses: DerivativeUses { get }
    /// The formula's loops in float64, or in float32 for anything else. A requirement, because each conforming type then
    /// has loops compiled for it, which generic code reaches without being specialised itself.
    func valueKernel(_ dtype: DType) -> BlockKernel
    func gradientKernel(_ dtype: DType) -> BlockKernel
}

extension UnaryFormula {
    @inlinable
    public var derivativeUses: DerivativeUses { .both }

    @inlinable
    public func valueKernel(_ dtype: DType) -> BlockKernel {
        dtype == .float64 ? .value(self, Float64Vector.self) : .value(self, Float32Vector.self)
    }

    @inlinable
    public func gradientKernel(_ dtype: DType) -> BlockKernel {
        dtype == .float64 ? .gradient(self, Float64Vector.self) : .gradient(self, Float32Vector.self)
    }
}

/// `z = f(x, y)` on floats.
public protocol BinaryFormula: Sendable {
    func apply<V: FloatVector>(_ x: V, _ y: V) -> V
}

/// `w = f(x, y, z)` on floats.
public protocol TernaryFormula: Sendable {
    func apply<V: FloatVector>(_ x: V, _ y: V, _ z: V) -> V
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
