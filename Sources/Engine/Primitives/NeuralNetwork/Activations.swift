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
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V {
        0.5 * x * (1 + (x * 0.7071067811865476).erf())
    }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        0.5 * (1 + (x * 0.7071067811865476).erf()) + 0.3989422804014327 * x * (-0.5 * (x * x)).exp()
    }
}

/// GELU through tanh: 0.5 x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))).
struct TanhGELU: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V {
        0.5 * x * (1 + (0.7978845608028654 * (x + 0.044715 * (x * x * x))).tanh())
    }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        let t = (0.7978845608028654 * (x + 0.044715 * (x * x * x))).tanh()
        let slope = 0.7978845608028654 * (1 + 0.134145 * (x * x))
        return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * slope
    }
}

/// x * sigmoid(x), also called swish (arXiv:1606.08415, arXiv:1710.05941).
struct SiLU: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x * x.sigmoid() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        let s = x.sigmoid()
        return s * (1 + x * (1 - s))
    }
}

/// log(1 + exp(beta * x)) / beta, and x itself where beta * x is above the threshold.
struct Softplus: UnaryFormula {
    let beta: Double
    let threshold: Double
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V {
        let z = beta * x
        // log(1 + e^z) = max(z, 0) + log1p(e^-|z|), which does not overflow.
        let soft = (V.maximum(z, V(0)) + (-z.abs()).exp().log1p()) / beta
        return V.select(threshold < z, x, soft)
    }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        E.select(threshold < beta * x, E(1), (beta * x).sigmoid())
    }
}

/// x * tanh(softplus(x)) (Misra, arXiv:1908.08681).
struct Mish: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V {
        x * (V.maximum(x, V(0)) + (-x.abs()).exp().log1p()).tanh()
    }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
        let positive = E.select(0 < x, x, E(0))
        let t = (positive + (-x.abs()).exp().log1p()).tanh()
        return t + x * (1 - t * t) * x.sigmoid()
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
