import SwiftgradKernels

// Activation functions with the formulas and constants of PyTorch's documentation.

/// max(x, 0); the slope at 0 is 0.
struct ReLU: UnaryFormula {
    var derivativeUses: DerivativeUses { .output }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { V.maximum(x, V(0)) }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { E.select(0 < y, E(1), E(0)) }
}

/// x where x > 0, slope * x elsewhere.
struct LeakyReLU: UnaryFormula {
    let slope: Double
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { V.select(0 < x, x, slope * x) }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { E.select(0 < x, E(1), E(slope)) }
}

/// scale * x where x > 0, scale * alpha * (exp(x) - 1) elsewhere: ELU (Clevert et al., arXiv:1511.07289) with scale 1,
/// SELU (Klambauer et al., arXiv:1706.02515) with its own two constants.
struct ELU: UnaryFormula {
    let alpha: Double
    let scale: Double
    static let selu = ELU(alpha: 1.6732632423543772, scale: 1.0507009873554805)

    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V {
        V.select(0 < x, scale * x, (scale * alpha) * x.expm1())
    }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        E.select(0 < x, E(scale), (scale * alpha) * x.exp())
    }
}

/// x * Phi(x), the normal distribution's cumulative function (Hendrycks and Gimpel, arXiv:1606.08415).
struct GELU: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x * x.normal().cumulative }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        let normal = x.normal()
        return normal.cumulative + x * normal.density
    }
}

/// GELU through tanh, 0.5 x (1 + tanh z) with z = sqrt(2/pi) (x + 0.044715 x^3), as x / (1 + e^-2z).
struct TanhGELU: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V {
        x / (1 + (x * (-1.5957691216057308 - 0.07135481627260025 * (x * x))).exp())
    }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        let square = x * x
        let s = (x * (1.5957691216057308 + 0.07135481627260025 * square)).logistic()
        return s.value + s.slope * (x * (1.5957691216057308 + 0.21406444881780076 * square))
    }
}

/// x * sigmoid(x), also called swish (arXiv:1606.08415, arXiv:1710.05941).
struct SiLU: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x / (1 + (-x).exp()) }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        let s = x.logistic()
        return s.value + x * s.slope
    }
}

/// log(1 + exp(beta * x)) / beta, and x itself where beta * x is above the threshold.
struct Softplus: UnaryFormula {
    let beta: Double
    let threshold: Double
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V {
        let z = beta * x
        return V.select(threshold < z, x, z.softplus() * (1 / beta))
    }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        E.select(threshold < beta * x, E(1), (beta * x).sigmoid())
    }
}

/// x * tanh(softplus(x)) (Misra, arXiv:1908.08681). With n = e^x and w = n (n + 2) the tangent is w / (w + 2), which is 1
/// long before x = 20.
struct Mish: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V {
        let n = V.select(20 < x, V(20), x).exp()
        let w = n * (n + 2)
        return x * (w / (w + 2))
    }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        let bounded = E.select(20 < x, E(20), x)
        let n = bounded.exp()
        let w = n * (n + 2)
        let q = w + 2
        return w / q + 4 * bounded * (n * (n + 1) / (q * q))
    }
}

/// x * clip(x + 3, 0, 6) / 6 (Howard et al., arXiv:1905.02244).
struct Hardswish: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V {
        x * V.minimum(V.maximum(x + 3, V(0)), V(6)) / 6
    }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        E.select(x <= -3, E(0), E.select(E(3) <= x, E(1), (2 * x + 3) / 6))
    }
}
