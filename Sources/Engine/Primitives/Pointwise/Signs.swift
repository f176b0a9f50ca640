import SwiftgradKernels

// The operations of one argument that keep integers integers.

/// A unary operation with a kernel for every numeric type.
protocol NumericUnaryPrimitive: Primitive {
    static var kernels: KernelTable { get }
}

extension NumericUnaryPrimitive {
    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        guard Self.kernels[inputs[0].dtype] != nil else { throw .type("\(name) is not defined for \(inputs[0].dtype)") }
        return inputs
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        if let kernel = Self.kernels[outputs[0].dtype] { Pointwise.run(kernel, inputs, outputs[0]) }
    }
}

struct Negate: NumericUnaryPrimitive {
    let name = "negative"
    static let kernels = KernelTable(unary: Formula())

    private struct Formula: UnaryFormula, IntegerUnaryFormula {
        @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { -x }
        @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { E(-1) }
        @inline(__always) func apply<I: FixedWidthInteger & Sendable>(_ x: I) -> I { 0 &- x }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] { [try -context.gradient()] }
}

struct Absolute: NumericUnaryPrimitive {
    let name = "abs"
    static let kernels = KernelTable(unary: Formula())
    var saves: Saves { .firstInput }

    private struct Formula: UnaryFormula, IntegerUnaryFormula {
        @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x.abs() }
        @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E {
            E.select(x < 0, E(-1), E.select(0 < x, E(1), E(0)))
        }
        @inline(__always) func apply<I: FixedWidthInteger & Sendable>(_ x: I) -> I { x < 0 ? 0 &- x : x }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try context.gradient() * context.input(0).sign()]
    }
}

/// -1, 0 or 1; NaN stays NaN.
struct Sign: NumericUnaryPrimitive, NonDifferentiablePrimitive {
    let name = "sign"
    static let kernels = KernelTable(unary: Formula())

    private struct Formula: UnaryFormula, IntegerUnaryFormula {
        @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { V.select(x < 0, V(-1), V.select(0 < x, V(1), x)) }
        @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { E(0) }
        @inline(__always) func apply<I: FixedWidthInteger & Sendable>(_ x: I) -> I { x < 0 ? 0 &- 1 : x > 0 ? 1 : 0 }
    }
}

/// floor, ceil, round (halves to even) or trunc; integers are returned as they are.
struct Rounding: NonDifferentiablePrimitive {
    let name: String
    private let kernels: KernelTable

    private enum Mode { case floor, ceil, round, truncate }

    private struct Formula: UnaryFormula, IntegerUnaryFormula {
        let mode: Mode
        @inline(__always) func apply<V: FloatVector>(_ x: V) -> V {
            switch mode {
            case .floor: x.floor()
            case .ceil: x.ceil()
            case .round: x.rounded()
            case .truncate: x.truncated()
            }
        }
        @inline(__always) func derivative<E: Expression>(_ x: E, _ y: E) -> E { E(0) }
        @inline(__always) func apply<I: FixedWidthInteger & Sendable>(_ x: I) -> I { x }
    }

    private init(_ name: String, _ mode: Mode) {
        self.name = name
        kernels = KernelTable(unary: Formula(mode: mode))
    }

    static let floor = Rounding("floor", .floor)
    static let ceil = Rounding("ceil", .ceil)
    static let round = Rounding("round", .round)
    static let truncate = Rounding("trunc", .truncate)
    static let all = [floor, ceil, round, truncate]

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        guard kernels[inputs[0].dtype] != nil else { throw .type("\(name) is not defined for \(inputs[0].dtype)") }
        return inputs
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        if let kernel = kernels[outputs[0].dtype] { Pointwise.run(kernel, inputs, outputs[0]) }
    }
}

extension Tensor {
    public func abs() throws(SwiftgradError) -> Tensor { try .apply(Absolute(), self) }
    public func sign() throws(SwiftgradError) -> Tensor { try .apply(Sign(), self) }
}
