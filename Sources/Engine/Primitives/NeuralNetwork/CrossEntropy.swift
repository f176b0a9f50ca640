import SwiftgradKernels

/// Cross-entropy of each row of logits (rows, classes) against a class number; see the kernel for the formula.
///
/// Inputs: logits, targets (rows,) int64, optionally class weights (classes,). Outputs: the losses (rows,), or their sum
/// or mean (); log-sum-exp (rows,); and the total weight of the rows that count, which the mean divides by.
struct CrossEntropyPrimitive: Primitive {
    let name = "cross_entropy"
    let ignoreIndex: Int
    let labelSmoothing: Double
    let hasWeights: Bool
    let reduction: LossReduction

    var saves: Saves { Saves(inputs: hasWeights ? [0, 1, 2] : [0, 1], outputs: [1, 2]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let (rows, dtype) = (inputs[0].shape[0], inputs[0].dtype)
        let losses = TensorSpec(reduction == .none ? [rows] : [], dtype)
        return [losses, TensorSpec([rows], .float64), TensorSpec([], .float64)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let logits = try inputs[0].detach().contiguous()
        let targets = try inputs[1].detach().contiguous()
        let weights = hasWeights ? try inputs[2].detach().contiguous() : nil
        let kernel = kernel(logits, targets, weights)
        if let row = kernel.firstInvalidTarget() {
            throw .index(
                "cross_entropy: target \(kernel.targets[row]) at position \(row) is neither one of "
                    + "\(kernel.classes) classes nor ignore_index \(ignoreIndex)")
        }
        let losses = reduction == .none ? outputs[0] : try Tensor(uninitialised: outputs[1].shape, logits.dtype)
        let weight = kernel.forward(
            logits: logits.pointer, losses: losses.pointer,
            logSumExp: outputs[1].pointer.assumingMemoryBound(to: Double.self))
        outputs[2].pointer.storeBytes(of: weight, as: Double.self)
        guard reduction != .none else { return }
        let total = try losses.sum().scalarDouble()
        outputs[0].fill(reduction == .mean ? total / weight : total)
    }

    /// What the gradient of each row's loss is multiplied by.
    func scale(_ weight: Tensor) -> Double { reduction == .mean ? 1 / weight.scalarDouble() : 1 }

    func kernel(_ logits: Tensor, _ targets: Tensor, _ weights: Tensor?) -> CrossEntropy {
        CrossEntropy(
            dtype: logits.dtype, rows: logits.shape[0], classes: logits.shape[1],
            targets: UnsafePointer(targets.pointer.assumingMemoryBound(to: Int64.self)),
            ignoreIndex: Int64(ignoreIndex),
            labelSmoothing: labelSmoothing, classWeights: weights.map { UnsafeRawPointer($0.pointer) })
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        guard let gradient = context.gradients[0], context.needs(0) else { return [nil, nil, nil] }
        let (logits, targets) = (try context.input(0), try context.input(1))
        let weights = hasWeights ? try context.input(2) : nil
        let total = try context.output(2).detach()
        if GradMode.isEnabled {
            let slope = try differentiable(logits, targets, weights)
            let factor = try reduction == .none ? gradient.expandDims([1]) : gradient * scale(total)
            return [try factor * slope, nil, nil]
        }
        let inputs = [gradient, logits, targets, try context.output(1), total] + (weights.map { [$0] } ?? [])
        return [try Tensor.apply(CrossEntropyBackward(forward: self), inputs)[0], nil, nil]
    }

    /// The kernel's formula for dloss/dx, in operations that can be differentiated again.
    private func differentiable(
        _ logits: Tensor, _ targets: Tensor, _ weights: Tensor?
    ) throws(SwiftgradError) -> Tensor {
        let classes = logits.shape[1]
        let dtype = logits.dtype
        let columns = try Tensor.arange(0, Double(classes), .int64)
        let oneHot = try targets.expandDims([1]).equal(columns).cast(to: dtype)
        let weights = if let weights { weights.detach() } else { try Tensor.ones([classes], dtype) }
        let hard = try oneHot * weights * (1 - labelSmoothing)
        let soft = try weights * (labelSmoothing / Double(max(1, classes)))
        let isCounted = try targets.notEqual(Tensor.scalar(.int(ignoreIndex))).cast(to: dtype)
        let goal = try (hard + soft) * isCounted.expandDims([1])
        return try logits.softmax() * goal.sum(axes: [1], keepDimensions: true) - goal
    }
}

/// The gradient of the logits from (gradient of the losses, logits, targets, log-sum-exp, total weight, weights) in one
/// pass.
private struct CrossEntropyBackward: NonDifferentiablePrimitive {
    let name = "cross_entropy_backward"
    let forward: CrossEntropyPrimitive

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] { [inputs[1]] }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let logits = try inputs[1].contiguous()
        let targets = try inputs[2].contiguous()
        let weights = forward.hasWeights ? try inputs[5].contiguous() : nil
        forward.kernel(logits, targets, weights).backward(
            logits: logits.pointer, logSumExp: inputs[3].pointer.assumingMemoryBound(to: Double.self),
            gradient: inputs[0].pointer,
            gradientStride: inputs[0].strides.first ?? 0, scale: forward.scale(inputs[4]),
            logitsGradient: outputs[0].pointer)
    }
}

/// What becomes of the losses of the rows.
public enum LossReduction: String, Sendable {
    case none, mean, sum

    public init(named name: String, operation: String) throws(SwiftgradError) {
        guard let reduction = LossReduction(rawValue: name) else {
            throw .value("\(operation): reduction must be 'none', 'mean' or 'sum', got '\(name)'")
        }
        self = reduction
    }

    public func apply(_ losses: Tensor) throws(SwiftgradError) -> Tensor {
        switch self {
        case .none: losses
        case .mean: try losses.mean()
        case .sum: try losses.sum()
        }
    }
}

extension Tensor {
    /// Cross-entropy between logits (N, C, ...) or (C,) and class numbers (N, ...) or (), or class probabilities of the
    /// logits' shape.
    public static func crossEntropy(
        _ logits: Tensor, _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100, labelSmoothing: Double = 0,
        reduction: LossReduction = .mean
    ) throws(SwiftgradError) -> Tensor {
        guard logits.rank >= 1 else { throw .value("cross_entropy: logits of no axes have no classes") }
        guard logits.dtype.isFloating else { throw .type("cross_entropy: logits must be floats, got \(logits.dtype)") }
        guard labelSmoothing >= 0 && labelSmoothing <= 1 else {
            throw .value("cross_entropy: label_smoothing must lie in [0, 1], got \(labelSmoothing)")
        }
        let axis = logits.rank == 1 ? 0 : 1
        let classes = logits.shape[axis]
        if let weight, weight.shape != [classes] {
            throw .value("cross_entropy: weight has shape \(Shape.text(weight.shape)), expected (\(classes),)")
        }
        if target.dtype.isFloating {
            return try probabilities(logits, target, weight, labelSmoothing, reduction, axis: axis)
        }
        var expected = logits.shape
        expected.remove(at: axis)
        guard target.shape == expected else {
            throw .value(
                "cross_entropy: logits of shape \(Shape.text(logits.shape)) need targets of shape "
                    + "\(Shape.text(expected)), got \(Shape.text(target.shape))")
        }
        let compute = logits.dtype.computeType
        let rowCount = expected.reduce(1, *)
        let last = logits.rank <= 2 ? logits : try logits.permute([0] + Array(2..<logits.rank) + [1])
        let rows = try last.reshape([rowCount, classes]).cast(to: compute)
        let primitive = CrossEntropyPrimitive(
            ignoreIndex: ignoreIndex, labelSmoothing: labelSmoothing, hasWeights: weight != nil, reduction: reduction)
        let weights = try weight.map { weight throws(SwiftgradError) in [try weight.cast(to: compute)] } ?? []
        let losses = try apply(primitive, [rows, target.reshape([rowCount]).cast(to: .int64).unshared()] + weights)[0]
        return try (reduction == .none ? losses.reshape(expected) : losses).cast(to: logits.dtype)
    }

    private static func probabilities(
        _ logits: Tensor, _ target: Tensor, _ weight: Tensor?, _ labelSmoothing: Double, _ reduction: LossReduction,
        axis: Int
    ) throws(SwiftgradError) -> Tensor {
        try requireSameShape(logits, target, operation: "cross_entropy")
        let classes = logits.shape[axis]
        var goal = target
        if labelSmoothing > 0 { goal = try goal * (1 - labelSmoothing) + labelSmoothing / Double(max(1, classes)) }
        if let weight {
            goal = try goal * weight.reshape(logits.shape.indices.map { $0 == axis ? classes : 1 })
        }
        let losses = try -(goal * logits.logSoftmax(axis: axis)).sum(axes: [axis])
        guard reduction == .mean else { return try reduction.apply(losses) }
        return try losses.sum() / Double(max(1, losses.count))
    }

    /// Throws when a loss would broadcast its target by accident.
    public static func requireSameShape(
        _ x: Tensor, _ target: Tensor, operation: String
    ) throws(SwiftgradError) {
        guard x.shape == target.shape else {
            throw .value(
                "\(operation): input of shape \(Shape.text(x.shape)) against target of shape \(Shape.text(target.shape)); "
                    + "they must be equal")
        }
    }
}
