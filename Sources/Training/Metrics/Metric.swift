import Swiftgrad

/// A number that says how good predictions are, averaged over samples.
public protocol Metric {
    var name: String { get }
    /// The sum over the samples of a batch, and how many there are.
    func measure(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> (sum: Double, count: Int)
}

/// The fraction of samples whose largest output is that of the target's class.
///
/// Output (N, C, ...) with class numbers (N, ...) or probabilities (N, C, ...); output of the target's shape with one
/// column is a logit, and positive means class 1. Negative class numbers do not count.
public struct Accuracy: Metric {
    public let name = "accuracy"

    public init() {}

    public func measure(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> (sum: Double, count: Int) {
        let expected = try classes(target, like: output)
        let predicted = try Prediction.classes(output)
        guard predicted.count == expected.count else {
            throw .value(
                "accuracy: output \(Shape.text(output.shape)) and target \(Shape.text(target.shape)) do not belong together"
            )
        }
        var hits = 0
        var total = 0
        for (guess, truth) in zip(predicted, expected) where truth >= 0 {
            total += 1
            if guess == truth { hits += 1 }
        }
        return (Double(hits), total)
    }

    private func classes(_ target: Tensor, like output: Tensor) throws(SwiftgradError) -> [Int] {
        guard target.dtype.isFloating && target.shape == output.shape && Prediction.hasClassAxis(output) else {
            return try target.integers()
        }
        return try Prediction.classes(target)
    }
}

/// From what a model returns to class numbers.
enum Prediction {
    /// Axis 1 counts classes.
    static func hasClassAxis(_ output: Tensor) -> Bool { output.rank >= 2 && output.shape[1] > 1 }

    /// The class of each sample, in row-major order: the largest along axis 1, or the sign of a lone logit. Integers are
    /// class numbers already.
    static func classes(_ output: Tensor) throws(SwiftgradError) -> [Int] {
        guard output.dtype.isFloating else { return try output.integers() }
        if hasClassAxis(output) { return try output.argmax(axis: 1).integers() }
        let values = try output.detach().cast(to: .float32).contiguous()
        let elements = values.pointer.assumingMemoryBound(to: Float.self)
        return (0..<values.count).map { elements[$0] > 0 ? 1 : 0 }
    }
}

/// A metric that the host computes: a function of outputs and targets that returns a number.
struct ForeignMetric: Metric {
    let name: String
    let function: Computation

    func measure(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> (sum: Double, count: Int) {
        let result = try function([.tensor(output), .tensor(target)])
        let samples = max(1, target.shape.first ?? 1)
        guard let number = try result.scalar else {
            throw .type("metric '\(name)' must return a number, got \(result.kindName)")
        }
        return (number * Double(samples), samples)
    }
}
