import SwiftgradKernels

/// y = activation(x Wᵀ + b) in one pass: x (..., in), W (out, in), b (out).
struct LinearPrimitive: Primitive {
    let name = "linear"
    let hasBias: Bool
    let activation: Gemm.Activation

    var saves: Saves { Saves(inputs: [0, 1], outputs: activation == .relu ? [0] : []) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let (x, weight) = (inputs[0], inputs[1])
        guard weight.rank == 2 else {
            throw .value("linear: the weight has shape \(Shape.text(weight.shape)), expected (out, in)")
        }
        let (rows, columns) = (weight.shape[0], weight.shape[1])
        guard let last = x.shape.last, last == columns else {
            let flat = x.shape.count > 2 && x.shape.dropFirst().reduce(1, *) == columns
            throw .value(
                "linear: expected (..., \(columns)), got \(Shape.text(x.shape))" + (flat ? "; flatten(1) first?" : ""))
        }
        if hasBias, inputs[2].shape != [rows] {
            throw .value("linear: the bias has shape \(Shape.text(inputs[2].shape)), expected (\(rows),)")
        }
        for operand in inputs where !operand.dtype.isFloating {
            throw .type("linear: needs floating-point operands, got \(operand.dtype)")
        }
        let dtype = inputs.dropFirst().reduce(x.dtype) { Promotion.promote($0, $1.dtype) }
        return [TensorSpec(x.shape.dropLast() + [rows], dtype)]
    }

    func flops(_ inputs: [TensorSpec], _ outputs: [TensorSpec]) -> Double? {
        2 * outputs[0].elements * Double(inputs[1].shape[1])
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        try MatrixProduct.cast(
            inputs[0].detach().rows(), inputs[1].detach().transpose(0, 1), into: outputs[0].rows(),
            columnBias: hasBias ? inputs[2].detach() : nil, activation: activation)
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        var gradient = try context.gradient()
        if activation == .relu {
            gradient = try ReLU().pullback(gradient, [context.output(0)])
        }
        let (x, weight) = (try context.input(0), try context.input(1))
        let rows = try gradient.rows()
        var results: [Tensor?] = [nil, nil]
        if context.needs(0) { results[0] = try gradient.matmul(weight).cast(to: x.dtype) }
        if context.needs(1) {
            results[1] = try rows.transpose(0, 1).matmul(x.rows()).cast(to: weight.dtype)
        }
        if hasBias {
            results.append(context.needs(2) ? try rows.sum(axes: [0]).cast(to: context.inputSpec(2).dtype) : nil)
        }
        return results
    }
}

extension Tensor {
    /// All axes but the last merged into one.
    func rows() throws(SwiftgradError) -> Tensor {
        rank == 2 ? self : try reshape([shape.dropLast().reduce(1, *), shape[rank - 1]])
    }

    /// `self Wᵀ + b` over the last axis: self (..., in), weight (out, in), bias (out).
    public func linear(_ weight: Tensor, _ bias: Tensor? = nil) throws(SwiftgradError) -> Tensor {
        try linear(weight, bias, activation: .none)
    }

    /// `max(self Wᵀ + b, 0)`.
    public func linearReLU(_ weight: Tensor, _ bias: Tensor? = nil) throws(SwiftgradError) -> Tensor {
        try linear(weight, bias, activation: .relu)
    }

    private func linear(
        _ weight: Tensor, _ bias: Tensor?, activation: Gemm.Activation
    ) throws(SwiftgradError) -> Tensor {
        let primitive = LinearPrimitive(hasBias: bias != nil, activation: activation)
        return try .apply(primitive, [self, weight] + (bias.map { [$0] } ?? []))[0]
    }
}
