import Glibc
import SwiftgradKernels

// Inverse trigonometric and hyperbolic functions, lane by lane in double precision: seldom the bulk of a computation.
// Derivatives are written so that nothing cancels or overflows before the value does.

struct ArcSine: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    func apply<V: FloatVector>(_ x: V) -> V { x.mapLanes { V.Scalar(Glibc.asin(Double($0))) } }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { 1 / ((1 - x) * (x + 1)).sqrt() }
}

struct ArcCosine: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    func apply<V: FloatVector>(_ x: V) -> V { x.mapLanes { V.Scalar(Glibc.acos(Double($0))) } }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { -(1 / ((1 - x) * (x + 1)).sqrt()) }
}

struct ArcTangent: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    func apply<V: FloatVector>(_ x: V) -> V { x.mapLanes { V.Scalar(Glibc.atan(Double($0))) } }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { 1 / (x * x + 1) }
}

struct HyperbolicSine: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    func apply<V: FloatVector>(_ x: V) -> V { x.mapLanes { V.Scalar(Glibc.sinh(Double($0))) } }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { x.exp() * 0.5 + (-x).exp() * 0.5 }
}

struct HyperbolicCosine: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    func apply<V: FloatVector>(_ x: V) -> V { x.mapLanes { V.Scalar(Glibc.cosh(Double($0))) } }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { x.expm1() * 0.5 - (-x).expm1() * 0.5 }
}

struct InverseHyperbolicSine: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    func apply<V: FloatVector>(_ x: V) -> V { x.mapLanes { V.Scalar(Glibc.asinh(Double($0))) } }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { 1 / (x * x + 1).sqrt() }
}

struct InverseHyperbolicCosine: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    func apply<V: FloatVector>(_ x: V) -> V { x.mapLanes { V.Scalar(Glibc.acosh(Double($0))) } }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { 1 / ((x - 1) * (x + 1)).sqrt() }
}

struct InverseHyperbolicTangent: UnaryFormula {
    var derivativeUses: DerivativeUses { .input }
    func apply<V: FloatVector>(_ x: V) -> V { x.mapLanes { V.Scalar(Glibc.atanh(Double($0))) } }
    @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { 1 / ((1 - x) * (x + 1)) }
}
