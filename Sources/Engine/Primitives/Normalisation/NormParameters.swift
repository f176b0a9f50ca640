import SwiftgradKernels

/// Weight and bias of a normalisation: which of the two follow the input, and the shape they must have.
struct NormParameters: Sendable {
    let hasWeight: Bool
    let hasBias: Bool

    init(_ weight: Tensor?, _ bias: Tensor?) {
        hasWeight = weight != nil
        hasBias = bias != nil
    }

    var count: Int { (hasWeight ? 1 : 0) + (hasBias ? 1 : 0) }
    /// Positions among the inputs, of which the normalised array is the first.
    var weightPosition: Int? { hasWeight ? 1 : nil }
    var biasPosition: Int? { hasBias ? 1 + (hasWeight ? 1 : 0) : nil }

    /// The type of the result; throws unless all are floats and the parameters have this shape.
    func check(_ inputs: [TensorSpec], shape: [Int], operation: String) throws(SwiftgradError) -> DType {
        for (name, position) in [("weight", weightPosition), ("bias", biasPosition)] {
            guard let position, inputs[position].shape != shape else { continue }
            throw .value(
                "\(operation): expected \(name) \(Shape.text(shape)), got \(Shape.text(inputs[position].shape))")
        }
        for operand in inputs.prefix(1 + count) where !operand.dtype.isFloating {
            throw .type("\(operation): needs floating-point operands, got \(operand.dtype)")
        }
        return inputs.prefix(1 + count).dropFirst().reduce(inputs[0].dtype) { Promotion.promote($0, $1.dtype) }
    }

    /// Weight and bias as contiguous arrays of the type that is computed in.
    func operands(
        _ inputs: [Tensor], _ dtype: DType
    ) throws(SwiftgradError) -> (weight: Tensor?, bias: Tensor?) {
        (
            try weightPosition.map { at throws(SwiftgradError) in try inputs[at].operand(dtype) },
            try biasPosition.map { at throws(SwiftgradError) in try inputs[at].operand(dtype) }
        )
    }

    /// What a pullback returns for x, weight and bias, each in the type of its input.
    func gradients(
        _ context: PullbackContext, _ dx: Tensor, _ dweight: Tensor, _ dbias: Tensor
    ) throws(SwiftgradError) -> [Tensor?] {
        var results: [Tensor?] = [try dx.cast(to: context.inputSpec(0).dtype)]
        for (position, gradient) in [(weightPosition, dweight), (biasPosition, dbias)] {
            guard let position else { continue }
            let spec = context.inputSpec(position)
            results.append(context.needs(position) ? try gradient.reshape(spec.shape).cast(to: spec.dtype) : nil)
        }
        return results
    }
}

extension Tensor {
    /// Off the tape, contiguous and of this type, for a kernel to read.
    func operand(_ dtype: DType) throws(SwiftgradError) -> Tensor { try detach().cast(to: dtype).contiguous() }

    var doublePointer: UnsafeMutablePointer<Double> { pointer.assumingMemoryBound(to: Double.self) }
}
