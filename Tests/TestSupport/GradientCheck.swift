import Swiftgrad

/// The largest difference, relative to max(1, |gradient|), between gradients by the tape and by central differences.
///
/// Inputs are float64. The function's output is weighed by fixed numbers, so that no direction is left out.
public func gradientError(
    _ inputs: [Tensor], step: Double = 1e-6, _ function: ([Tensor]) throws -> Tensor
) throws -> Double {
    for input in inputs { try input.setRequiresGrad(true) }
    let output = try function(inputs)
    let weights = try Tensor.weights(like: output)
    let gradients = try Tensor.gradients(of: [(output * weights).sum()], withRespectTo: inputs)
    func value() throws -> Double { try (function(inputs) * weights).sum().doubles()[0] }
    var worst = 0.0
    for (input, gradient) in zip(inputs, gradients) {
        let analytic = try gradient?.doubles() ?? [Double](repeating: 0, count: input.count)
        let elements = input.pointer.assumingMemoryBound(to: Double.self)
        for position in 0..<input.count {
            let original = elements[position]
            elements[position] = original + step
            let above = try value()
            elements[position] = original - step
            let below = try value()
            elements[position] = original
            let numeric = (above - below) / (2 * step)
            worst = max(worst, abs(numeric - analytic[position]) / max(1, abs(numeric)))
        }
    }
    return worst
}

extension Tensor {
    /// Different numbers between 0.5 and 1.5, the same every time.
    static func weights(like tensor: Tensor) throws -> Tensor {
        let line = (0..<tensor.count).map { 0.5 + Double(($0 * 7919 + 13) % 101) / 101 }
        return try Tensor(doubles: line, shape: tensor.shape)
    }

    public convenience init(doubles elements: [Double], shape: [Int]) throws {
        try self.init(uninitialised: shape, .float64)
        precondition(elements.count == count)
        for (position, element) in elements.enumerated() {
            pointer.assumingMemoryBound(to: Double.self)[position] = element
        }
    }

    /// The elements in row-major order.
    public func doubles() throws -> [Double] {
        let line = try detach().cast(to: .float64).contiguous()
        return (0..<line.count).map { line.pointer.assumingMemoryBound(to: Double.self)[$0] }
    }
}
