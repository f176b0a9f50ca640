import SwiftgradKernels

/// Zeroes elements at random and scales the rest. No mask is kept: which elements stay follows from the random state, so
/// the gradient passes through the same operation.
struct DropoutPrimitive: Primitive {
    let name = "dropout"
    let probability: Double
    let state: RandomState

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        guard inputs[0].dtype.isFloating else {
            throw .type("dropout: needs a floating-point tensor, got \(inputs[0].dtype)")
        }
        return inputs
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        let scale = probability < 1 ? 1 / (1 - probability) : 0
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let x = try inputs[0].detach().cast(to: dtype).contiguous()
            Dropout.run(
                dtype: dtype, count: x.count, input: x.pointer, output: result.pointer, probability: probability,
                scale: scale, state)
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try .apply(self, context.gradient())]
    }
}

extension Tensor {
    /// Each element becomes 0 with the given probability, and is scaled by 1 / (1 - probability) otherwise.
    public func dropout(probability: Double, generator: Generator = .shared) throws(SwiftgradError) -> Tensor {
        guard probability >= 0 && probability <= 1 else {
            throw .value("dropout: the probability must lie in [0, 1], got \(probability)")
        }
        if probability == 0 { return self }
        return try .apply(DropoutPrimitive(probability: probability, state: generator.reserve(count)), self)
    }
}
