import SwiftgradKernels

// Each with its derivative beside it. x is the input, y the value.

struct Exp: UnaryFormula {
    var derivativeUses: DerivativeUses { .output }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x.exp() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { y }
}

struct Expm1: UnaryFormula {
    var derivativeUses: DerivativeUses { .output }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x.expm1() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { y + 1 }
}

struct Log: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x.log() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { 1 / x }
}

/// Logarithm to another base: log(x) / log(base).
struct LogBase: UnaryFormula {
    let reciprocalLogarithmOfBase: Double
    static let two = LogBase(reciprocalLogarithmOfBase: 1.4426950408889634)
    static let ten = LogBase(reciprocalLogarithmOfBase: 0.4342944819032518)

    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x.log() * reciprocalLogarithmOfBase }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { reciprocalLogarithmOfBase / x }
}

struct Log1p: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x.log1p() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { 1 / (x + 1) }
}

struct SquareRoot: UnaryFormula {
    var derivativeUses: DerivativeUses { .output }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x.sqrt() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { 0.5 / y }
}

struct ReciprocalSquareRoot: UnaryFormula {
    var derivativeUses: DerivativeUses { .output }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { 1 / x.sqrt() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { -0.5 * (y * y * y) }
}

struct Reciprocal: UnaryFormula {
    var derivativeUses: DerivativeUses { .output }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { 1 / x }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { -(y * y) }
}

struct Square: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x * x }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { 2 * x }
}

struct Sin: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x.sin() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { x.cos() }
}

struct Cos: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x.cos() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { -x.sin() }
}

struct Tan: UnaryFormula {
    var derivativeUses: DerivativeUses { .output }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x.sin() / x.cos() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { y * y + 1 }
}

struct Tanh: UnaryFormula {
    var derivativeUses: DerivativeUses { .output }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x.tanh() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { 1 - y * y }
}

struct Sigmoid: UnaryFormula {
    var derivativeUses: DerivativeUses { .output }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x.sigmoid() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { y * (1 - y) }
}

/// erf(x) = 2/sqrt(pi) * integral of exp(-t^2) from 0 to x.
struct ErrorFunction: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x.erf() }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { 1.1283791670955126 * (-(x * x)).exp() }
}
