import SwiftgradKernels

// Activation functions with corners, and those that saturate slowly, with PyTorch's slopes at the corners.

/// x cut off at both ends; the slope at the ends is 0.
struct Hardtanh: UnaryFormula {
    let low: Double
    let high: Double
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { V.minimum(V.maximum(x, V(low)), V(high)) }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        E.select(x <= low, E(0), E.select(E(high) <= x, E(0), E(1)))
    }
}

/// clip(x + 3, 0, 6) / 6 (Howard et al., arXiv:1905.02244).
struct Hardsigmoid: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { V.minimum(V.maximum(x + 3, V(0)), V(6)) / 6 }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        E.select(x <= -3, E(0), E.select(E(3) <= x, E(0), E(1.0 / 6)))
    }
}

/// x where x > threshold, a constant elsewhere.
struct Threshold: UnaryFormula {
    let threshold: Double
    let value: Double
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { V.select(x <= threshold, V(value), x) }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { E.select(x <= threshold, E(0), E(1)) }
}

/// x where |x| > lambda, 0 elsewhere.
struct Hardshrink: UnaryFormula {
    let lambda: Double
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { V.select(x.abs() <= lambda, V(0), x) }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { E.select(x.abs() <= lambda, E(0), E(1)) }
}

/// x moved by lambda towards 0, and 0 where |x| <= lambda.
struct Softshrink: UnaryFormula {
    let lambda: Double
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V {
        x - V.minimum(V.maximum(x, V(-lambda)), V(lambda))
    }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { E.select(x.abs() <= lambda, E(0), E(1)) }
}

/// x - tanh(x).
struct Tanhshrink: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x - x.tanh() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        let t = x.tanh()
        return t * t
    }
}

/// x / (1 + |x|).
struct Softsign: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x / (1 + x.abs()) }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        let d = 1 + x.abs()
        return 1 / (d * d)
    }
}

/// log(sigmoid(x)) = min(x, 0) - log(1 + exp(-|x|)).
struct LogSigmoid: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { V.minimum(x, V(0)) - (-x.abs()).exp().log1p() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { (-x).sigmoid() }
}

/// x where x > 0, alpha (exp(x / alpha) - 1) elsewhere (Barron, arXiv:1704.07483).
struct CELU: UnaryFormula {
    let alpha: Double
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V {
        V.select(0 < x, x, alpha * (x * (1 / alpha)).expm1())
    }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        E.select(0 < x, E(1), (x * (1 / alpha)).exp())
    }
}

/// x where x > 0, slope * x elsewhere, with slopes that are trained (He et al., arXiv:1502.01852).
struct PReLU: BinaryPrimitive {
    let name = "prelu"
    static let kernels = KernelTable(Formula())
    var saves: Saves { .bothInputs }

    private struct Formula: BinaryFormula {
        @inline(__always) func apply<V: FloatVector>(_ x: V, _ slope: V) -> V { V.select(0 < x, x, slope * x) }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let (x, slope) = (try context.input(0), try context.input(1))
        let gradient = try context.gradient()
        let zero = try Tensor.zeros([], x.dtype)
        let isPositive = try zero.less(x)
        return try context.pair(
            { () throws(SwiftgradError) in try Tensor.select(isPositive, gradient, gradient * slope) },
            { () throws(SwiftgradError) in try Tensor.select(isPositive, zero, gradient * x) })
    }
}

/// 0 below 0, 1 above, and the second operand at 0 (Rosenblatt's perceptron takes 1).
struct Heaviside: BinaryPrimitive {
    let name = "heaviside"
    static let kernels = KernelTable(numeric: Formula())
    var isDifferentiable: Bool { false }
    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] { [] }

    private struct Formula: BinaryFormula, IntegerFormula {
        @inline(__always) func apply<V: FloatVector>(_ x: V, _ y: V) -> V {
            V.select(x == V(0), y, V.select(0 < x, V(1), V.select(x < V(0), V(0), x)))
        }
        @inline(__always) func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I {
            x == 0 ? y : x > 0 ? 1 : 0
        }
    }
}
