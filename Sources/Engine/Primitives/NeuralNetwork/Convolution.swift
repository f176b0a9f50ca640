import SwiftgradKernels

// Convolution, its input gradient and its weight gradient are each linear in two operands, and the pullback of each is
// made of the other two: gradients of gradients of any order need nothing more. The input gradient with a bias is the
// transposed convolution.

/// The settings that a convolution and its gradients share; one value a spatial axis.
public struct ConvSettings: Sendable {
    /// The user's function, for messages.
    let name: String
    let stride: [Int]
    /// Zeros before the first and behind the last input.
    let padding: [(before: Int, after: Int)]
    let dilation: [Int]
    let groups: Int

    var rank: Int { stride.count }

    /// Sizes for an input (batch, channels, input...) and a weight (outputs, channels of a group, kernel...) that fit.
    func geometry(batch: Int, input: [Int], weight: [Int], output: [Int]) -> ConvGeometry {
        ConvGeometry(
            batch: batch, groups: groups, inputChannels: weight[1], outputChannels: weight[0] / groups,
            axes: (0..<rank).map { axis in
                ConvAxis(
                    input: input[axis], kernel: weight[axis + 2], output: output[axis], stride: stride[axis],
                    dilation: dilation[axis], padding: padding[axis].before)
            })
    }
}

/// y[n, k, o] = activation(b[k] + sum over c, t of w[k, c, t] x[n, c, o * stride + t * dilation - padding]), channels in
/// groups: x (N, C, ...), w (K, C / groups, ...), b (K,).
struct ConvolutionPrimitive: Primitive {
    let settings: ConvSettings
    let hasBias: Bool
    var activation = Gemm.Activation.none
    /// Spatial lengths of y in a pullback, where they are those of an array that is there; as many as fit otherwise.
    var sizes: [Int]?
    var name: String { settings.name }
    var saves: Saves { Saves(inputs: [0, 1], outputs: activation == .relu ? [0] : []) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let (x, weight) = (inputs[0], inputs[1])
        try settings.checkOperands(inputs)
        let channels = try settings.product(weight.shape[1], settings.groups)
        guard x.shape[1] == channels else { throw settings.mismatch("input", channels, x.shape) }
        guard weight.shape[0] % settings.groups == 0 else {
            throw .value("\(name): \(weight.shape[0]) output channels cannot be cut into \(settings.groups) groups")
        }
        try settings.checkBias(hasBias ? inputs[2].shape : nil, weight.shape[0])
        let output =
            if let sizes { sizes } else {
                try settings.outputSizes(input: Array(x.shape.dropFirst(2)), weight: weight.shape)
            }
        return [TensorSpec([x.shape[0], weight.shape[0]] + output, Promotion.floats(inputs))]
    }

    func flops(_ inputs: [TensorSpec], _ outputs: [TensorSpec]) -> Double? {
        2 * outputs[0].elements * inputs[1].elements / Double(max(1, inputs[1].shape[0]))
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let operands = try inputs.prepared(dtype)
            defer { withExtendedLifetime(operands) {} }
            let x = operands[0]
            let isComplete = Convolution.forward(
                settings.geometry(
                    batch: x.shape[0], input: Array(x.shape.dropFirst(2)), weight: inputs[1].shape,
                    output: Array(result.shape.dropFirst(2))),
                dtype: dtype, input: x.pointer, weight: operands[1].pointer,
                bias: hasBias ? UnsafeRawPointer(operands[2].pointer) : nil, activation: activation,
                output: result.pointer)
            if !isComplete { throw settings.outOfMemory }
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        var gradient = try context.gradient()
        if activation == .relu { gradient = try ReLU().pullback(gradient, [context.output(0)]) }
        var results: [Tensor?] = [nil, nil]
        if context.needs(0) {
            let sizes = Array(context.inputSpec(0).shape.dropFirst(2))
            let operation = ConvolutionInputGradient(settings: settings, sizes: sizes, hasBias: false)
            results[0] = try Tensor.apply(operation, gradient, context.input(1)).cast(to: context.inputSpec(0).dtype)
        }
        if context.needs(1) {
            let kernel = Array(context.inputSpec(1).shape.dropFirst(2))
            let operation = ConvolutionWeightGradient(settings: settings, kernel: kernel)
            results[1] = try Tensor.apply(operation, context.input(0), gradient).cast(to: context.inputSpec(1).dtype)
        }
        if hasBias { results.append(try gradient.biasGradient(context)) }
        return results
    }
}

/// dx[n, c, i] = b[c] + sum of w[k, c, t] dy[n, k, o] over all k, t, o with i = o * stride + t * dilation - padding:
/// dy (N, K, ...), w (K, C / groups, ...), b (C,).
struct ConvolutionInputGradient: Primitive {
    let settings: ConvSettings
    /// Spatial lengths of dx.
    let sizes: [Int]
    let hasBias: Bool
    var name: String { settings.name }
    var saves: Saves { .bothInputs }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let (gradient, weight) = (inputs[0], inputs[1])
        try settings.checkOperands(inputs)
        guard gradient.shape[1] == weight.shape[0] else {
            throw settings.mismatch("input", weight.shape[0], gradient.shape)
        }
        guard weight.shape[0] % settings.groups == 0 else {
            throw .value("\(name): \(weight.shape[0]) input channels cannot be cut into \(settings.groups) groups")
        }
        let channels = try settings.product(weight.shape[1], settings.groups)
        try settings.checkBias(hasBias ? inputs[2].shape : nil, channels)
        return [TensorSpec([gradient.shape[0], channels] + sizes, Promotion.floats(inputs))]
    }

    func flops(_ inputs: [TensorSpec], _ outputs: [TensorSpec]) -> Double? {
        2 * inputs[0].elements * inputs[1].elements / Double(max(1, inputs[1].shape[0]))
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let operands = try inputs.prepared(dtype)
            defer { withExtendedLifetime(operands) {} }
            let gradient = operands[0]
            let isComplete = Convolution.inputGradient(
                settings.geometry(
                    batch: gradient.shape[0], input: sizes, weight: inputs[1].shape,
                    output: Array(gradient.shape.dropFirst(2))),
                dtype: dtype, gradient: gradient.pointer, weight: operands[1].pointer,
                bias: hasBias ? UnsafeRawPointer(operands[2].pointer) : nil, output: result.pointer)
            if !isComplete { throw settings.outOfMemory }
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let slope = try context.gradient()
        var results: [Tensor?] = [nil, nil]
        if context.needs(0) {
            let sizes = Array(context.inputSpec(0).shape.dropFirst(2))
            let operation = ConvolutionPrimitive(settings: settings, hasBias: false, sizes: sizes)
            results[0] = try Tensor.apply(operation, slope, context.input(1)).cast(to: context.inputSpec(0).dtype)
        }
        if context.needs(1) {
            let kernel = Array(context.inputSpec(1).shape.dropFirst(2))
            let operation = ConvolutionWeightGradient(settings: settings, kernel: kernel)
            results[1] = try Tensor.apply(operation, slope, context.input(0)).cast(to: context.inputSpec(1).dtype)
        }
        if hasBias { results.append(try slope.biasGradient(context)) }
        return results
    }
}

/// dw[k, c, t] = sum over n, o of dy[n, k, o] x[n, c, o * stride + t * dilation - padding]: x (N, C, ...), dy (N, K, ...).
struct ConvolutionWeightGradient: Primitive {
    let settings: ConvSettings
    let kernel: [Int]
    var name: String { settings.name }
    var saves: Saves { .bothInputs }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let (x, gradient) = (inputs[0], inputs[1])
        return [TensorSpec([gradient.shape[1], x.shape[1] / settings.groups] + kernel, Promotion.floats(inputs))]
    }

    func flops(_ inputs: [TensorSpec], _ outputs: [TensorSpec]) -> Double? {
        2 * inputs[1].elements * outputs[0].elements / Double(max(1, outputs[0].shape[0]))
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let operands = try inputs.prepared(dtype)
            defer { withExtendedLifetime(operands) {} }
            let (x, gradient) = (operands[0], operands[1])
            let isComplete = Convolution.weightGradient(
                settings.geometry(
                    batch: x.shape[0], input: Array(x.shape.dropFirst(2)), weight: result.shape,
                    output: Array(gradient.shape.dropFirst(2))),
                dtype: dtype, input: x.pointer, gradient: gradient.pointer, output: result.pointer)
            if !isComplete { throw settings.outOfMemory }
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let slope = try context.gradient()
        var results: [Tensor?] = [nil, nil]
        if context.needs(0) {
            let sizes = Array(context.inputSpec(0).shape.dropFirst(2))
            let operation = ConvolutionInputGradient(settings: settings, sizes: sizes, hasBias: false)
            results[0] = try Tensor.apply(operation, context.input(1), slope).cast(to: context.inputSpec(0).dtype)
        }
        if context.needs(1) {
            let sizes = Array(context.inputSpec(1).shape.dropFirst(2))
            let operation = ConvolutionPrimitive(settings: settings, hasBias: false, sizes: sizes)
            results[1] = try Tensor.apply(operation, context.input(0), slope).cast(to: context.inputSpec(1).dtype)
        }
        return results
    }
}

extension Tensor {
    /// The gradient of a convolution's bias: the sum over everything but the channels.
    fileprivate func biasGradient(_ context: PullbackContext) throws(SwiftgradError) -> Tensor? {
        guard context.needs(2) else { return nil }
        return try sum(axes: [0] + Array(2..<rank)).cast(to: context.inputSpec(2).dtype)
    }
}

extension [Tensor] {
    /// The operands as kernels read them.
    fileprivate func prepared(_ dtype: DType) throws(SwiftgradError) -> [Tensor] {
        try map { tensor throws(SwiftgradError) in try tensor.detach().cast(to: dtype).contiguous() }
    }
}

extension Promotion {
    /// The common type of floating-point operands.
    fileprivate static func floats(_ inputs: [TensorSpec]) -> DType {
        inputs.dropFirst().reduce(inputs[0].dtype) { promote($0, $1.dtype) }
    }
}
