// Pointwise passes over floats. The loops are generic over the formula and inlinable, so each use specialises into one
// loop of vector instructions in the module that names the formula; the last, partial vector loads zeros for what
// lies past the end and stores only what lies before it.

extension BlockKernel {
    /// y = f(x) in `V`'s type.
    @inlinable
    public static func unary<F: UnaryFormula, V: FloatVector>(_ formula: F, _ vector: V.Type) -> BlockKernel {
        formula.valueKernel(V.dtype)
    }

    /// dx = dy * f'(x, y). Inputs are (dy, x), (dy, y) or (dy, x, y), as `formula.derivativeUses` says.
    @inlinable
    public static func unaryGradient<F: UnaryFormula, V: FloatVector>(_ formula: F, _ vector: V.Type) -> BlockKernel {
        formula.gradientKernel(V.dtype)
    }

    @inlinable
    static func value<F: UnaryFormula, V: FloatVector>(_ formula: F, _ vector: V.Type) -> BlockKernel {
        BlockKernel(inputTypes: [V.dtype], outputType: V.dtype) { count, inputs, output in
            let x = inputs[0].assumingMemoryBound(to: V.Scalar.self)
            let y = output.assumingMemoryBound(to: V.Scalar.self)
            var i = 0
            while i &+ V.width <= count {
                formula.apply(V(loading: x + i)).store(to: y + i)
                i &+= V.width
            }
            if i < count {
                formula.apply(V(loading: x + i, count: count &- i)).store(to: y + i, count: count &- i)
            }
        }
    }

    /// z = f(x, y) in `V`'s type.
    @inlinable
    public static func binary<F: BinaryFormula, V: FloatVector>(_ formula: F, _ vector: V.Type) -> BlockKernel {
        BlockKernel(inputTypes: [V.dtype, V.dtype], outputType: V.dtype) { count, inputs, output in
            let x = inputs[0].assumingMemoryBound(to: V.Scalar.self)
            let y = inputs[1].assumingMemoryBound(to: V.Scalar.self)
            let z = output.assumingMemoryBound(to: V.Scalar.self)
            var i = 0
            while i &+ V.width <= count {
                formula.apply(V(loading: x + i), V(loading: y + i)).store(to: z + i)
                i &+= V.width
            }
            if i < count {
                let rest = count &- i
                formula.apply(V(loading: x + i, count: rest), V(loading: y + i, count: rest))
                    .store(to: z + i, count: rest)
            }
        }
    }

    @inlinable
    static func gradient<F: UnaryFormula, V: FloatVector>(_ formula: F, _ vector: V.Type) -> BlockKernel {
        switch formula.derivativeUses {
        case .input: binary(GradientFromInput(formula), vector)
        case .output: binary(GradientFromOutput(formula), vector)
        case .both: gradientFromBoth(formula, vector)
        }
    }

    @inlinable
    static func gradientFromBoth<F: UnaryFormula, V: FloatVector>(_ formula: F, _ vector: V.Type) -> BlockKernel {
        ternary(GradientFromBoth(formula), vector)
    }

    /// w = f(x, y, z) in `V`'s type.
    @inlinable
    public static func ternary<F: TernaryFormula, V: FloatVector>(_ formula: F, _ vector: V.Type) -> BlockKernel {
        BlockKernel(inputTypes: [V.dtype, V.dtype, V.dtype], outputType: V.dtype) { count, inputs, output in
            let x = inputs[0].assumingMemoryBound(to: V.Scalar.self)
            let y = inputs[1].assumingMemoryBound(to: V.Scalar.self)
            let z = inputs[2].assumingMemoryBound(to: V.Scalar.self)
            let w = output.assumingMemoryBound(to: V.Scalar.self)
            var i = 0
            while i &+ V.width <= count {
                formula.apply(V(loading: x + i), V(loading: y + i), V(loading: z + i)).store(to: w + i)
                i &+= V.width
            }
            if i < count {
                let rest = count &- i
                formula.apply(
                    V(loading: x + i, count: rest), V(loading: y + i, count: rest), V(loading: z + i, count: rest)
                ).store(to: w + i, count: rest)
            }
        }
    }

    /// One byte a pair of `V`'s elements, 1 where the comparison holds.
    @inlinable
    static func comparison<F: ComparisonFormula, V: FloatVector>(_ formula: F, _ vector: V.Type) -> BlockKernel {
        BlockKernel(inputTypes: [V.dtype, V.dtype], outputType: .bool) { count, inputs, output in
            let x = inputs[0].assumingMemoryBound(to: V.Scalar.self)
            let y = inputs[1].assumingMemoryBound(to: V.Scalar.self)
            let z = output.assumingMemoryBound(to: UInt8.self)
            var i = 0
            while i &+ V.width <= count {
                V.store(formula.holds(V(loading: x + i), V(loading: y + i)), to: z + i)
                i &+= V.width
            }
            if i < count {
                let rest = count &- i
                var last = SIMD16<UInt8>()
                withUnsafeMutableBytes(of: &last) { bytes in
                    let whole = bytes.baseAddress!.assumingMemoryBound(to: UInt8.self)
                    V.store(
                        formula.holds(V(loading: x + i, count: rest), V(loading: y + i, count: rest)), to: whole)
                    (z + i).update(from: whole, count: rest)
                }
            }
        }
    }
}

/// dy * f'(x), for a derivative that does not look at the value.
@frozen
public struct GradientFromInput<F: UnaryFormula>: BinaryFormula {
    public let formula: F
    @inlinable
    public init(_ formula: F) { self.formula = formula }
    @inlinable @inline(__always)
    public func apply<V: FloatVector>(_ dy: V, _ x: V) -> V { dy * formula.derivative(x, x) }
}

/// dy * f'(y), for a derivative that does not look at the argument.
@frozen
public struct GradientFromOutput<F: UnaryFormula>: BinaryFormula {
    public let formula: F
    @inlinable
    public init(_ formula: F) { self.formula = formula }
    @inlinable @inline(__always)
    public func apply<V: FloatVector>(_ dy: V, _ y: V) -> V { dy * formula.derivative(y, y) }
}

/// dy * f'(x, y).
@frozen
public struct GradientFromBoth<F: UnaryFormula>: TernaryFormula {
    public let formula: F
    @inlinable
    public init(_ formula: F) { self.formula = formula }
    @inlinable @inline(__always)
    public func apply<V: FloatVector>(_ dy: V, _ x: V, _ y: V) -> V { dy * formula.derivative(x, y) }
}
