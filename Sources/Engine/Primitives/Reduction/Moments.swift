import SwiftgradKernels

extension DType {
    /// The type of means and variances: integers give float32.
    fileprivate var momentType: DType { isFloating ? self : .float32 }
}

/// Mean over axes. The total is a `Double`, so that no sum overflows or is rounded before it is divided; an empty mean is
/// NaN.
struct Mean: Primitive {
    let name = "mean"
    let over: ReductionAxes

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [TensorSpec(try over.outputShape(inputs[0].shape, operation: name), inputs[0].dtype.momentType)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        try over.run(.mean, inputs[0].detach().cast(to: outputs[0].dtype), into: outputs[0])
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let spec = context.inputSpec(0)
        let count = try over.count(spec.shape, operation: name)
        let share = try over.restore(context.gradient() / Double(count), like: spec.shape)
        return [try share.broadcast(to: spec.shape).cast(to: spec.dtype)]
    }
}

/// `sum (x - mean)^2 / (n - correction)` over axes, in its stable form of two passes. Half precision computes in float32.
struct Variance: Primitive {
    let name = "var"
    let over: ReductionAxes
    let correction: Double
    var saves: Saves { .firstInput }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [TensorSpec(try over.outputShape(inputs[0].shape, operation: name), inputs[0].dtype.momentType)]
    }

    private func divisor(_ shape: [Int]) throws(SwiftgradError) -> Double {
        max(0, Double(try over.count(shape, operation: name)) - correction)
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let x = try inputs[0].detach().cast(to: outputs[0].dtype.computeType)
        let mean = try Tensor(uninitialised: outputs[0].shape, x.dtype)
        try over.run(.mean, x, into: mean)
        let total = try Tensor(uninitialised: outputs[0].shape, x.dtype)
        try over.runSquaredDeviation(x, from: mean, into: total)
        try (total / divisor(x.shape)).copyElements(to: outputs[0])
    }

    /// 2 (x - mean) / (n - correction)
    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let input = try context.input(0)
        let x = try input.cast(to: input.dtype.momentType.computeType)
        let axes = try over.reduced(rank: x.rank, operation: name)
        let gradient = try over.restore(context.gradient().cast(to: x.dtype), like: x.shape)
        let deviation = try x - x.mean(axes: axes, keepDimensions: true)
        return [try (gradient * (2 / divisor(x.shape)) * deviation).cast(to: input.dtype)]
    }
}

extension Tensor {
    /// Mean over the axes, all unless given; integers give float32. An empty mean is NaN.
    public func mean(axes: [Int]? = nil, keepDimensions: Bool = false) throws(SwiftgradError) -> Tensor {
        try .apply(Mean(over: ReductionAxes(axes: axes, keepsDimensions: keepDimensions)), self)
    }

    /// Mean squared deviation from the mean over the axes, divided by count - correction.
    public func variance(
        axes: [Int]? = nil, correction: Double = 0, keepDimensions: Bool = false
    ) throws(SwiftgradError) -> Tensor {
        let over = ReductionAxes(axes: axes, keepsDimensions: keepDimensions)
        return try .apply(Variance(over: over, correction: correction), self)
    }

    /// The square root of the variance.
    public func standardDeviation(
        axes: [Int]? = nil, correction: Double = 0, keepDimensions: Bool = false
    ) throws(SwiftgradError) -> Tensor {
        try cast(to: dtype.momentType.computeType)
            .variance(axes: axes, correction: correction, keepDimensions: keepDimensions).sqrt().cast(
                to: dtype.momentType)
    }
}
