import SwiftgradKernels

/// Group normalisation of x (N, C, ...); see the kernel for the formula.
///
/// Inputs: x, and weight (C,) and bias (C,) where there are any. Outputs: y, and mean and biased variance (N * groups,).
struct GroupNormPrimitive: Primitive {
    let name: String
    let groups: Int
    let parameters: NormParameters
    let epsilon: Double

    var saves: Saves { Saves(inputs: Array(0...(parameters.weightPosition ?? 0)), outputs: [1, 2]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let x = inputs[0]
        guard x.rank >= 2 else { throw .value("\(name): expected input (N, C, ...), got \(Shape.text(x.shape))") }
        guard groups > 0, x.shape[1] % groups == 0 else {
            throw .value(
                "\(name): num_groups must divide the channels, got \(groups) groups for \(Shape.text(x.shape))")
        }
        let dtype = try parameters.check(inputs, shape: [x.shape[1]], operation: name)
        let (count, overflow) = x.shape[0].multipliedReportingOverflow(by: groups)
        guard !overflow else { throw .value("\(name): too many groups for \(Shape.text(x.shape))") }
        return [TensorSpec(x.shape, dtype), TensorSpec([count], .float64), TensorSpec([count], .float64)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let x = try inputs[0].operand(dtype)
            guard x.count > 0 else { return }
            let (weight, bias) = try parameters.operands(inputs, dtype)
            if let kernel = vectors(x, weight, bias, outputs[1], outputs[2]) {
                kernel.forward(input: x.pointer, output: result.pointer)
            } else {
                kernel(x, weight, bias, outputs[1], outputs[2]).forward(input: x.pointer, output: result.pointer)
            }
            withExtendedLifetime((weight, bias)) {}
        }
    }

    fileprivate func kernel(
        _ x: Tensor, _ weight: Tensor?, _ bias: Tensor?, _ mean: Tensor, _ variance: Tensor
    ) -> GroupNorm {
        GroupNorm(
            dtype: x.dtype, batch: x.shape[0], channels: x.shape[1], groups: groups,
            size: x.shape.dropFirst(2).reduce(1, *), epsilon: epsilon,
            weight: weight.map { UnsafeRawPointer($0.pointer) }, bias: bias.map { UnsafeRawPointer($0.pointer) },
            mean: mean.doublePointer, variance: variance.doublePointer)
    }

    /// The kernel of arrays without positions, whose groups are rows.
    fileprivate func vectors(
        _ x: Tensor, _ weight: Tensor?, _ bias: Tensor?, _ mean: Tensor, _ variance: Tensor
    ) -> RowNorm? {
        guard x.shape.dropFirst(2).reduce(1, *) == 1 else { return nil }
        return RowNorm(
            dtype: x.dtype, rows: mean.count, columns: x.shape[1] / groups, period: groups, epsilon: epsilon,
            isCentred: true, weight: weight.map { UnsafeRawPointer($0.pointer) },
            bias: bias.map { UnsafeRawPointer($0.pointer) }, mean: mean.doublePointer,
            variance: variance.doublePointer)
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let (gradient, x) = (try context.gradient(), try context.input(0))
        let weight = try parameters.weightPosition.map { at throws(SwiftgradError) in try context.input(at) }
        if GradMode.isEnabled {
            let (batch, channels) = (x.shape[0], x.shape[1] / groups)
            let formula = NormGradient(
                shape: [batch, groups, channels, x.shape.dropFirst(2).reduce(1, *)], axes: [2, 3],
                parameterShape: [1, groups, channels, 1], epsilon: epsilon)
            let (dx, dweight, dbias) = try formula(gradient, x, weight, nil)
            return try parameters.gradients(context, dx.reshape(x.shape), dweight, dbias)
        }
        let statistics = [try context.output(1).detach(), try context.output(2).detach()]
        let results = try Tensor.apply(
            GroupNormBackward(forward: self), [gradient, x] + statistics + (weight.map { [$0] } ?? []))
        return try parameters.gradients(context, results[0], results[1], results[2])
    }
}

/// The gradients of x, weight and bias from (dy, x, mean, variance, weight) in two passes.
private struct GroupNormBackward: NonDifferentiablePrimitive {
    var name: String { forward.name + "_backward" }
    let forward: GroupNormPrimitive

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
        let weight = inputs.count > 4 ? try inputs[4].operand(dtype) : nil
        let (mean, variance) = (inputs[2], inputs[3])
        if let kernel = forward.vectors(x, weight, nil, mean, variance) {
            let count = RowNorm.scratchCount(rows: kernel.rows, columns: kernel.columns, period: kernel.period)
            let scratch = try Tensor(uninitialised: [count], dtype)
            kernel.backward(
                input: x.pointer, gradient: gradient.pointer, inputGradient: outputs[0].pointer,
                parameters: (outputs[1].pointer, outputs[2].pointer, scratch.pointer))
            withExtendedLifetime(scratch) {}
        } else {
            let scratch = try Tensor(uninitialised: [2, x.shape[0], x.shape[1]], .float64)
            forward.kernel(x, weight, nil, mean, variance).backward(
                input: x.pointer, gradient: gradient.pointer, inputGradient: outputs[0].pointer,
                weightGradient: outputs[1].pointer, biasGradient: outputs[2].pointer, scratch: scratch.doublePointer)
            withExtendedLifetime(scratch) {}
        }
        withExtendedLifetime(weight) {}
    }
}

extension Tensor {
    /// Normalisation of self (N, C, ...) by mean and variance of each sample's groups of channels.
    public func groupNorm(
        groups: Int, weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Double = 1e-5
    ) throws(SwiftgradError) -> Tensor {
        let primitive = GroupNormPrimitive(
            name: "group_norm", groups: groups, parameters: NormParameters(weight, bias), epsilon: epsilon)
        return try .apply(primitive, [self] + [weight, bias].compactMap { $0 })[0]
    }

    /// Normalisation of self (N, C, ...) by mean and variance of each sample's channels, with which running statistics
    /// are then updated, or by the running statistics where `usesInputStatistics` is false.
    public func instanceNorm(
        runningMean: Tensor? = nil, runningVariance: Tensor? = nil, weight: Tensor? = nil, bias: Tensor? = nil,
        usesInputStatistics: Bool = true, momentum: Double = 0.1, epsilon: Double = 1e-5
    ) throws(SwiftgradError) -> Tensor {
        guard rank >= 3 else {
            throw .value("instance_norm: expected input (N, C, L, ...), got \(Shape.text(shape))")
        }
        guard usesInputStatistics else {
            return try batchNorm(
                runningMean: runningMean, runningVariance: runningVariance, weight: weight, bias: bias,
                epsilon: epsilon)
        }
        let size = shape.dropFirst(2).reduce(1, *)
        guard size != 1 else {
            throw .value("instance_norm: needs more than one value for each channel, got \(Shape.text(shape))")
        }
        for case (let name, let tensor?) in [("running_mean", runningMean), ("running_var", runningVariance)] {
            guard tensor.shape == [shape[1]], tensor.dtype.isFloating else {
                throw .value(
                    "instance_norm: expected \(name) (\(shape[1]),) of floats, got \(Shape.text(tensor.shape)) "
                        + "of \(tensor.dtype)")
            }
            try tensor.checkWritable("instance_norm")
        }
        let primitive = GroupNormPrimitive(
            name: "instance_norm", groups: max(1, shape[1]), parameters: NormParameters(weight, bias),
            epsilon: epsilon)
        let outputs = try Tensor.apply(primitive, [self] + [weight, bias].compactMap { $0 })
        if count > 0 && (runningMean != nil || runningVariance != nil) {
            let (mean, variance) = try (
                outputs[1].detach().reshape([shape[0], shape[1]]).mean(axes: [0]),
                outputs[2].detach().reshape([shape[0], shape[1]]).mean(axes: [0])
            )
            try runningMean?.moveTowards(mean, momentum: momentum)
            let scale = Double(size) / Double(size - 1)
            try runningVariance?.moveTowards(variance, momentum: momentum, scale: scale)
        }
        return outputs[0]
    }
}
