import SwiftgradKernels

/// Batch normalisation of x (N, C, ...), by the batch's statistics or by given ones; see the kernel for the formula.
///
/// Inputs: x, weight (C,) and bias (C,) where there are any, mean and variance (C,) where they are given. Outputs: y,
/// and the mean and the biased variance that were used (C,).
struct BatchNormPrimitive: Primitive {
    let name = "batch_norm"
    let parameters: NormParameters
    let epsilon: Double
    let usesBatchStatistics: Bool
    /// Whether max(y, 0) follows.
    let rectifies: Bool

    var saves: Saves {
        Saves(inputs: Array(0...(rectifies ? parameters.count : parameters.weightPosition ?? 0)), outputs: [1, 2])
    }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let x = inputs[0]
        guard x.rank >= 2 else { throw .value("\(name): expected input (N, C, ...), got \(Shape.text(x.shape))") }
        let channels = x.shape[1]
        let dtype = try parameters.check(inputs, shape: [channels], operation: name)
        if usesBatchStatistics, x.shape[0] == 1, x.shape.dropFirst(2).allSatisfy({ $0 == 1 }) {
            throw .value(
                "\(name): training needs more than one value for each channel, got \(Shape.text(x.shape))")
        }
        return [TensorSpec(x.shape, dtype), TensorSpec([channels], .float64), TensorSpec([channels], .float64)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let (mean, variance) = (outputs[1], outputs[2])
        if !usesBatchStatistics {
            try inputs[parameters.count + 1].detach().cast(to: .float64).copyElements(to: mean)
            try inputs[parameters.count + 2].detach().cast(to: .float64).copyElements(to: variance)
        }
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let x = try inputs[0].operand(dtype)
            let (weight, bias) = try parameters.operands(inputs, dtype)
            let kernel = kernel(x, weight, bias, mean, variance)
            let scratch = try BatchNormPrimitive.scratch(kernel)
            kernel.forward(input: x.pointer, output: result.pointer, scratch: scratch.doublePointer)
            withExtendedLifetime((weight, bias, scratch)) {}
        }
    }

    fileprivate func kernel(
        _ x: Tensor, _ weight: Tensor?, _ bias: Tensor?, _ mean: Tensor, _ variance: Tensor
    ) -> BatchNorm {
        BatchNorm(
            dtype: x.dtype, batch: x.shape[0], channels: x.shape[1], size: x.shape.dropFirst(2).reduce(1, *),
            epsilon: epsilon, usesBatchStatistics: usesBatchStatistics, rectifies: rectifies,
            weight: weight.map { UnsafeRawPointer($0.pointer) }, bias: bias.map { UnsafeRawPointer($0.pointer) },
            mean: mean.doublePointer, variance: variance.doublePointer)
    }

    fileprivate static func scratch(_ kernel: BatchNorm) throws(SwiftgradError) -> Tensor {
        let count = BatchNorm.scratchCount(batch: kernel.batch, channels: kernel.channels, size: kernel.size)
        return try Tensor(uninitialised: [count], .float64)
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let (gradient, x) = (try context.gradient(), try context.input(0))
        let weight = try parameters.weightPosition.map { at throws(SwiftgradError) in try context.input(at) }
        let bias =
            rectifies ? try parameters.biasPosition.map { at throws(SwiftgradError) in try context.input(at) } : nil
        let (mean, variance) = (try context.output(1).detach(), try context.output(2).detach())
        let unused = [Tensor?](repeating: nil, count: usesBatchStatistics ? 0 : 2)
        if GradMode.isEnabled {
            let shape = [x.shape[0], x.shape[1], x.shape.dropFirst(2).reduce(1, *)]
            let parameterShape = [1, x.shape[1], 1]
            var formula = NormGradient(
                shape: shape, axes: [0, 2], parameterShape: parameterShape, epsilon: epsilon, rectifies: rectifies)
            if !usesBatchStatistics {
                let dtype = gradient.dtype.computeType
                formula.statistics = (
                    try mean.cast(to: dtype).reshape(parameterShape),
                    try variance.cast(to: dtype).reshape(parameterShape)
                )
            }
            let (dx, dweight, dbias) = try formula(gradient, x, weight, bias)
            return try parameters.gradients(context, dx.reshape(x.shape), dweight, dbias) + unused
        }
        let inputs = [gradient, x, mean, variance] + [weight, bias].compactMap { $0 }
        let results = try Tensor.apply(BatchNormBackward(forward: self), inputs)
        return try parameters.gradients(context, results[0], results[1], results[2]) + unused
    }
}

/// The gradients of x, weight and bias from (dy, x, mean, variance, weight, bias) in two passes.
private struct BatchNormBackward: NonDifferentiablePrimitive {
    let name = "batch_norm_backward"
    let forward: BatchNormPrimitive

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let (dtype, channels) = (inputs[0].dtype.computeType, inputs[1].shape[1])
        return [TensorSpec(inputs[1].shape, dtype), TensorSpec([channels], dtype), TensorSpec([channels], dtype)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype
        let (gradient, x) = (try inputs[0].operand(dtype), try inputs[1].operand(dtype))
        guard x.count > 0 else {
            for gradient in outputs.dropFirst() { try Tensor.zeros(gradient.shape, dtype).copyElements(to: gradient) }
            return
        }
        let weight = forward.parameters.hasWeight ? try inputs[4].operand(dtype) : nil
        let biasAt = forward.parameters.hasWeight ? 5 : 4
        let bias = inputs.count > biasAt ? try inputs[biasAt].operand(dtype) : nil
        let kernel = forward.kernel(x, weight, bias, inputs[2], inputs[3])
        let scratch = try BatchNormPrimitive.scratch(kernel)
        kernel.backward(
            input: x.pointer, gradient: gradient.pointer, inputGradient: outputs[0].pointer,
            weightGradient: outputs[1].pointer, biasGradient: outputs[2].pointer, scratch: scratch.doublePointer)
        withExtendedLifetime((weight, bias, scratch)) {}
    }
}

extension Tensor {
    /// Batch normalisation of self (N, C, ...) by the running statistics or, in training, by its own, with which the
    /// running ones are then updated: running * (1 - momentum) + momentum * (mean, unbiased variance).
    public func batchNorm(
        runningMean: Tensor? = nil, runningVariance: Tensor? = nil, weight: Tensor? = nil, bias: Tensor? = nil,
        isTraining: Bool = false, momentum: Double = 0.1, epsilon: Double = 1e-5, rectifies: Bool = false
    ) throws(SwiftgradError) -> Tensor {
        let running = [("running_mean", runningMean), ("running_var", runningVariance)]
        for case (let name, let tensor?) in running where rank >= 2 {
            guard tensor.shape == [shape[1]], tensor.dtype.isFloating else {
                throw .value(
                    "batch_norm: expected \(name) (\(shape[1]),) of floats, got \(Shape.text(tensor.shape)) "
                        + "of \(tensor.dtype)")
            }
            if isTraining { try tensor.checkWritable("batch_norm") }
        }
        var given: [Tensor] = []
        if !isTraining {
            guard let runningMean, let runningVariance else {
                throw .value("batch_norm: running_mean and running_var are needed unless training")
            }
            given = [runningMean, runningVariance]
        }
        let primitive = BatchNormPrimitive(
            parameters: NormParameters(weight, bias), epsilon: epsilon, usesBatchStatistics: isTraining,
            rectifies: rectifies)
        let outputs = try Tensor.apply(primitive, [self] + [weight, bias].compactMap { $0 } + given)
        if isTraining && count > 0 {
            let samples = Double(count / shape[1])
            try runningMean?.moveTowards(outputs[1], momentum: momentum)
            try runningVariance?.moveTowards(outputs[2], momentum: momentum, scale: samples / (samples - 1))
        }
        return outputs[0]
    }

    /// self * (1 - momentum) + momentum * scale * values, in place and off the tape.
    func moveTowards(_ values: Tensor, momentum: Double, scale: Double = 1) throws(SwiftgradError) {
        let moved = try detach().cast(to: .float64).copy()
        let (old, new) = (moved.doublePointer, values.doublePointer)
        for i in 0..<moved.count { old[i] += momentum * (scale * new[i] - old[i]) }
        try overwrite(with: moved)
    }
}
