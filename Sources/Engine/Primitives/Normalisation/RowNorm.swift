import SwiftgradKernels

/// Layer normalisation over the last axes, and without a mean RMS normalisation; see the kernel for the formulas.
///
/// Inputs: x (..., normalised axes), and weight and bias, of the normalised shape, where there are any. Outputs: y, and
/// for each row the mean and the biased variance, or 0 and the mean square.
struct RowNormPrimitive: Primitive {
    let isCentred: Bool
    let normalised: [Int]
    let parameters: NormParameters
    let epsilon: Double

    var name: String { isCentred ? "layer_norm" : "rms_norm" }
    var saves: Saves { Saves(inputs: Array(0...(parameters.weightPosition ?? 0)), outputs: [1, 2]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let shape = inputs[0].shape
        guard !normalised.isEmpty else { throw .value("\(name): normalized_shape must not be empty") }
        guard shape.suffix(normalised.count) == normalised[...] else {
            let lengths = normalised.map(String.init).joined(separator: ", ")
            throw .value("\(name): expected input (..., \(lengths)), got \(Shape.text(shape))")
        }
        let dtype = try parameters.check(inputs, shape: normalised, operation: name)
        let rows = shape.dropLast(normalised.count).reduce(1, *)
        return [TensorSpec(shape, dtype), TensorSpec([rows], .float64), TensorSpec([rows], .float64)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let x = try inputs[0].operand(dtype)
            let (weight, bias) = try parameters.operands(inputs, dtype)
            kernel(dtype, weight, bias, outputs[1], outputs[2]).forward(input: x.pointer, output: result.pointer)
            withExtendedLifetime((weight, bias)) {}
        }
    }

    fileprivate func kernel(
        _ dtype: DType, _ weight: Tensor?, _ bias: Tensor?, _ mean: Tensor, _ variance: Tensor
    ) -> RowNorm {
        RowNorm(
            dtype: dtype, rows: mean.count, columns: normalised.reduce(1, *), epsilon: epsilon, isCentred: isCentred,
            weight: weight.map { UnsafeRawPointer($0.pointer) }, bias: bias.map { UnsafeRawPointer($0.pointer) },
            mean: mean.doublePointer, variance: variance.doublePointer)
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let (gradient, x) = (try context.gradient(), try context.input(0))
        let weight = try parameters.weightPosition.map { at throws(SwiftgradError) in try context.input(at) }
        if GradMode.isEnabled {
            let columns = normalised.reduce(1, *)
            let formula = NormGradient(
                shape: [context.outputSpec(1).shape[0], columns], axes: [1], parameterShape: [1, columns],
                epsilon: epsilon, isCentred: isCentred)
            let (dx, dweight, dbias) = try formula(gradient, x, weight, nil)
            return try parameters.gradients(context, dx.reshape(x.shape), dweight, dbias)
        }
        let statistics = [try context.output(1).detach(), try context.output(2).detach()]
        let results = try Tensor.apply(
            RowNormBackward(forward: self), [gradient, x] + statistics + (weight.map { [$0] } ?? []))
        return try parameters.gradients(context, results[0], results[1], results[2])
    }
}

/// The gradients of x, weight and bias from (dy, x, mean, variance, weight) in two passes over each row.
private struct RowNormBackward: NonDifferentiablePrimitive {
    var name: String { forward.name + "_backward" }
    let forward: RowNormPrimitive

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let dtype = inputs[0].dtype.computeType
        let parameters = TensorSpec(forward.parameters.count > 0 ? forward.normalised : [0], dtype)
        return [TensorSpec(inputs[1].shape, dtype), parameters, parameters]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype
        let (gradient, x) = (try inputs[0].operand(dtype), try inputs[1].operand(dtype))
        let weight = inputs.count > 4 ? try inputs[4].operand(dtype) : nil
        let kernel = forward.kernel(dtype, weight, nil, inputs[2], inputs[3])
        let count = RowNorm.scratchCount(rows: kernel.rows, columns: kernel.columns)
        let scratch = try Tensor(uninitialised: [forward.parameters.count > 0 ? count : 0], dtype)
        kernel.backward(
            input: x.pointer, gradient: gradient.pointer, inputGradient: outputs[0].pointer,
            parameters: forward.parameters.count > 0
                ? (outputs[1].pointer, outputs[2].pointer, scratch.pointer) : nil)
        withExtendedLifetime((weight, scratch)) {}
    }
}

extension Tensor {
    /// Each row of the last axes, which have the shape `normalised`, less its mean and divided by its deviation.
    public func layerNorm(
        _ normalised: [Int], weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Double = 1e-5
    ) throws(SwiftgradError) -> Tensor {
        let primitive = RowNormPrimitive(
            isCentred: true, normalised: normalised, parameters: NormParameters(weight, bias), epsilon: epsilon)
        return try .apply(primitive, [self] + [weight, bias].compactMap { $0 })[0]
    }

    /// Each row of the last axes, which have the shape `normalised`, divided by its root mean square. Epsilon is that of
    /// the type that is computed in, unless given.
    public func rmsNorm(
        _ normalised: [Int], weight: Tensor? = nil, epsilon: Double? = nil
    ) throws(SwiftgradError) -> Tensor {
        let smallest = dtype.computeType == .float64 ? Double.ulpOfOne : Double(Float.ulpOfOne)
        let primitive = RowNormPrimitive(
            isCentred: false, normalised: normalised, parameters: NormParameters(weight, nil),
            epsilon: epsilon ?? smallest)
        return try .apply(primitive, [self] + (weight.map { [$0] } ?? []))[0]
    }
}
