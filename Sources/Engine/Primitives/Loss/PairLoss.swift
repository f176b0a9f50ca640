import SwiftgradKernels

/// A loss that is a formula of each prediction and its target, reduced in the same pass: inputs x and t of one shape and
/// one floating-point type. The backward pass is one kernel too.
struct PairLoss<Formula: PairFormula>: Primitive {
    let name: String
    let formula: Formula
    let reduction: LossReduction
    var saves: Saves { .bothInputs }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [TensorSpec(reduction == .none ? inputs[0].shape : [], inputs[0].dtype)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        let kernels = formula.kernels(dtype)
        if reduction == .none { return Pointwise.run(kernels.value, inputs, outputs[0]) }
        let (x, t) = (try inputs[0].operand(dtype), try inputs[1].operand(dtype))
        let total = withExtendedLifetime((x, t)) { kernels.total(count: x.count, x.pointer, t.pointer) }
        outputs[0].fill(reduction == .mean ? total / Double(x.count) : total)
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let (x, t) = (try context.input(0), try context.input(1))
        var gradient = try context.gradient()
        if reduction == .mean { gradient = try gradient * (1 / Double(x.count)) }
        guard GradMode.isEnabled else {
            let kernels = formula.kernels(x.dtype)
            return [
                context.needs(0) ? try run(kernels.gradient, gradient, x, t) : nil,
                context.needs(1) ? try run(kernels.targetGradient, gradient, x, t) : nil,
            ]
        }
        let (left, right) = (TensorExpression(x), TensorExpression(t))
        return [
            context.needs(0) ? try gradient * formula.slope(left, right).unwrap(like: x) : nil,
            context.needs(1) ? try gradient * formula.targetSlope(left, right).unwrap(like: x) : nil,
        ]
    }

    private func run(
        _ kernel: BlockKernel, _ gradient: Tensor, _ x: Tensor, _ t: Tensor
    ) throws(SwiftgradError) -> Tensor {
        let result = try Tensor(uninitialised: x.shape, x.dtype)
        try Denormals.flushed { () throws(SwiftgradError) in Pointwise.run(kernel, [gradient, x, t], result) }
        return result
    }
}

extension Tensor {
    /// The formula's loss between predictions and targets of one shape, which promote to one floating-point type.
    static func pairLoss(
        _ name: String, _ formula: some PairFormula, _ x: Tensor, _ target: Tensor, _ reduction: LossReduction
    ) throws(SwiftgradError) -> Tensor {
        try requireSameShape(x, target, operation: name)
        let dtype = Promotion.promote(x.dtype, target.dtype)
        guard dtype.isFloating else {
            throw .type("\(name): needs floating-point tensors, got \(x.dtype) and \(target.dtype)")
        }
        let loss = PairLoss(name: name, formula: formula, reduction: reduction)
        return try .apply(loss, x.cast(to: dtype), target.cast(to: dtype))
    }
}
