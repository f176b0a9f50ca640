import SwiftgradKernels

/// The mean of each window.
struct AveragePoolPrimitive: Primitive {
    let settings: PoolSettings
    let countsPadding: Bool
    /// What sums are divided by instead of their count; 0 for none.
    let divisor: Int
    var name: String { settings.name }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [TensorSpec(try settings.outputShape(inputs[0]), inputs[0].dtype)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let x = try inputs[0].operand(dtype)
            kernel(x.shape, result.shape).forward(dtype: dtype, input: x.pointer, output: result.pointer)
        }
    }

    fileprivate func kernel(_ input: [Int], _ output: [Int]) -> AveragePool {
        AveragePool(shape: settings.shape(input, output), countsPadding: countsPadding, divisor: divisor)
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try .apply(AveragePoolBackward(forward: self, shape: context.inputSpec(0).shape), context.gradient())]
    }
}

/// The share of each element of the input in the windows over it; linear, so that its gradient is the forward pass.
private struct AveragePoolBackward: Primitive {
    let forward: AveragePoolPrimitive
    /// Of the pooled array.
    let shape: [Int]
    var name: String { forward.name + "_backward" }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] { [TensorSpec(shape, inputs[0].dtype)] }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let dy = try inputs[0].operand(dtype)
            forward.kernel(shape, dy.shape).backward(
                dtype: dtype, gradient: dy.pointer, inputGradient: result.pointer)
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try .apply(forward, context.gradient())]
    }
}

extension Tensor {
    /// The mean over windows that share out the last axes evenly, one for each element of an output of these lengths;
    /// windows overlap where an axis cannot be shared out.
    func adaptiveAveragePool(_ output: [Int], operation: String) throws(SwiftgradError) -> Tensor {
        try checkPoolInput(spec, axes: output.count, operation: operation)
        let first = rank - output.count
        if output.allSatisfy({ $0 == 1 }) { return try mean(axes: Array(first..<rank), keepDimensions: true) }
        let lengths = Array(shape[first...])
        if zip(lengths, output).allSatisfy({ $1 > 0 && $0 % $1 == 0 }) {
            let kernel = zip(lengths, output).map { $0 / $1 }
            let settings = try PoolSettings(operation, axes: output.count, kernel: kernel, stride: nil)
            return try .apply(AveragePoolPrimitive(settings: settings, countsPadding: true, divisor: 0), self)
        }
        var result = try cast(to: dtype.computeType)
        for (axis, length) in output.enumerated() {
            let weights = try Tensor.windowMeans(lengths[axis], length, result.dtype)
            let last = try result.transpose(first + axis, -1)
            result = try last.matmul(weights).transpose(first + axis, -1)
        }
        return try result.cast(to: dtype).contiguous()
    }

    /// The matrix (input, output) of which column o holds the weights of the mean over window o.
    private static func windowMeans(_ input: Int, _ output: Int, _ dtype: DType) throws(SwiftgradError) -> Tensor {
        let matrix = try Tensor.zeros([input, output], .float64)
        for o in 0..<output {
            let window = MaxPool.adaptiveWindow(o, input, output)
            for i in window { matrix.doublePointer[i * output + o] = 1 / Double(window.count) }
        }
        return try matrix.cast(to: dtype)
    }
}
