import SwiftgradKernels

struct AddFormula: BinaryFormula, IntegerFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ y: V) -> V { x + y }
    @inline(__always) func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I { x &+ y }
}

struct SubtractFormula: BinaryFormula, IntegerFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ y: V) -> V { x - y }
    @inline(__always) func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I { x &- y }
}

struct MultiplyFormula: BinaryFormula, IntegerFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ y: V) -> V { x * y }
    @inline(__always) func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I { x &* y }
}

struct DivideFormula: BinaryFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ y: V) -> V { x / y }
}

struct PowerFormula: BinaryFormula, IntegerFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ y: V) -> V { x.pow(y) }

    /// By squaring; a negative exponent gives what is left of 1 / x^n: 1, -1 or 0.
    func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I {
        if y < 0 {
            if x == 1 { return 1 }
            return I.isSigned && x == 0 &- 1 ? (y & 1 == 0 ? 1 : x) : 0
        }
        var result: I = 1
        var base = x
        var exponent = y
        while exponent > 0 {
            if exponent & 1 == 1 { result = result &* base }
            base = base &* base
            exponent >>= 1
        }
        return result
    }
}

struct MaximumFormula: BinaryFormula, IntegerFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ y: V) -> V { V.maximum(x, y) }
    @inline(__always) func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I { max(x, y) }
}

struct MinimumFormula: BinaryFormula, IntegerFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ y: V) -> V { V.minimum(x, y) }
    @inline(__always) func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I { min(x, y) }
}

/// Rounded towards minus infinity, as Python's `//`.
struct FloorDivideFormula: BinaryFormula, IntegerFormula {
    /// x / y may have been rounded up to an integer (1 / 0.1 is 10, yet 0.1 fits into 1 only 9 times): then what is left
    /// of x has not the sign of y.
    func apply<V: FloatVector>(_ x: V, _ y: V) -> V {
        x.mapLanes(y) { x, y in
            let quotient = (x / y).rounded(.down)
            let rest = x.addingProduct(-quotient, y)
            return (y < 0 ? rest : -rest) > 0 ? quotient - 1 : quotient
        }
    }

    @inline(__always) func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I {
        guard y != 0 else { return 0 }
        let (quotient, remainder) = (x.dividedReportingOverflow(by: y).partialValue, RemainderFormula.truncated(x, y))
        return remainder != 0 && (remainder < 0) != (y < 0) ? quotient &- 1 : quotient
    }
}

/// With the sign of the divisor, as Python's `%`.
struct RemainderFormula: BinaryFormula, IntegerFormula {
    func apply<V: FloatVector>(_ x: V, _ y: V) -> V {
        x.mapLanes(y) { x, y in
            let remainder = x.truncatingRemainder(dividingBy: y)
            if remainder == 0 { return y < 0 ? -0.0 : 0 }
            return (remainder < 0) != (y < 0) ? remainder + y : remainder
        }
    }

    @inline(__always) func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I {
        guard y != 0 else { return 0 }
        let remainder = RemainderFormula.truncated(x, y)
        return remainder != 0 && (remainder < 0) != (y < 0) ? remainder &+ y : remainder
    }

    @inline(__always) static func truncated<I: FixedWidthInteger>(_ x: I, _ y: I) -> I {
        x.remainderReportingOverflow(dividingBy: y).partialValue
    }
}
