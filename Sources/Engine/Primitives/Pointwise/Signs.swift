import SwiftgradKernels

// The operations of one argument that keep integers integers.

/// A unary operation with a kernel for every numeric type.
protocol NumericUnaryPrimitive: Primitive {
    func kernel(_ dtype: DType) -> BlockKernel
}

extension NumericUnaryPrimitive {
    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        guard inputs[0].dtype != .bool else { throw .type("\(name) is not defined for bool") }
        return inputs
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        Pointwise.run(kernel(outputs[0].dtype.computeType), inputs, outputs[0])
    }
}

struct Negate: NumericUnaryPrimitive {
    let name = "negative"
    func kernel(_ dtype: DType) -> BlockKernel { .negate(dtype) }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] { [try -context.gradient()] }
}

struct Absolute: NumericUnaryPrimitive {
    let name = "abs"
    func kernel(_ dtype: DType) -> BlockKernel { .absolute(dtype) }
    var saves: Saves { .firstInput }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try context.gradient() * Tensor.apply(Sign(), context.input(0))]
    }
}

/// -1, 0 or 1; NaN stays NaN.
struct Sign: NumericUnaryPrimitive, NonDifferentiablePrimitive {
    let name = "sign"
    func kernel(_ dtype: DType) -> BlockKernel { .sign(dtype) }
}

/// floor, ceil, round (halves to even) or trunc; integers are returned as they are.
struct Rounding: NumericUnaryPrimitive, NonDifferentiablePrimitive {
    let name: String
    let operation: BlockKernel.Rounding

    func kernel(_ dtype: DType) -> BlockKernel { .rounding(operation, dtype) }

    static let all = [
        Rounding(name: "floor", operation: .floor), Rounding(name: "ceil", operation: .ceil),
        Rounding(name: "round", operation: .round), Rounding(name: "trunc", operation: .truncate),
    ]
}

extension Tensor {
    public func abs() throws(SwiftgradError) -> Tensor { try .apply(Absolute(), self) }
    public func sign() throws(SwiftgradError) -> Tensor { try .apply(Sign(), self) }
}
