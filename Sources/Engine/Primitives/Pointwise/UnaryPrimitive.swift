import SwiftgradKernels

/// `y = f(x)` element by element, with its fused backward kernel. Integers and booleans compute in float32.
struct UnaryPrimitive<Formula: UnaryFormula>: Primitive {
    let name: String
    let formula: Formula

    init(_ name: String, _ formula: Formula) {
        self.name = name
        self.formula = formula
    }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let x = inputs[0]
        return [TensorSpec(x.shape, x.dtype.isFloating ? x.dtype : .float32)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let kernel: BlockKernel =
            outputs[0].dtype == .float64
            ? .unary(formula, Float64Vector.self) : .unary(formula, Float32Vector.self)
        Pointwise.run(kernel, inputs, outputs[0])
    }

    var saves: Saves {
        switch formula.derivativeUses {
        case .input: .firstInput
        case .output: .output
        case .both: Saves(inputs: [0], outputs: [0])
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let gradient = try context.gradient()
        var operands: [Tensor] = []
        if formula.derivativeUses != .output { operands.append(try context.input(0)) }
        if formula.derivativeUses != .input { operands.append(try context.output(0)) }
        return [try formula.pullback(gradient, operands)]
    }
}

extension UnaryFormula {
    /// The gradient of x from that of y. `operands` are x, y or both, as `derivativeUses` says.
    func pullback(_ gradient: Tensor, _ operands: [Tensor]) throws(SwiftgradError) -> Tensor {
        if GradMode.isEnabled {
            let x = TensorExpression(operands[0])
            let y = TensorExpression(operands[operands.count - 1])
            return try gradient * derivative(x, y).unwrap(like: gradient)
        }
        let result = try Tensor(uninitialised: gradient.shape, gradient.dtype)
        let kernel: BlockKernel =
            gradient.dtype == .float64
            ? .unaryGradient(self, Float64Vector.self) : .unaryGradient(self, Float32Vector.self)
        try Denormals.flushed { () throws(SwiftgradError) in Pointwise.run(kernel, [gradient] + operands, result) }
        return result
    }
}

/// Running a block kernel over tensors that broadcast to the output.
enum Pointwise {
    static func run(_ kernel: BlockKernel, _ inputs: [Tensor], _ output: Tensor) {
        let shape = output.shape
        Elementwise.run(
            kernel, shape: shape, inputs: inputs.map { $0.operand(broadcastTo: shape) },
            output: Operand(output.pointer, output.strides, output.dtype))
    }
}
