import Swiftgrad

/// The fraction of samples whose largest output is that of the target's class.
///
/// Output (N, C, ...) with class numbers (N, ...) or probabilities (N, C, ...); output of the target's shape with one
/// column is a logit, and positive means class 1. Negative class numbers do not count.
public struct Accuracy: Metric {
    public let name = "accuracy"

    public init() {}

    public func measure(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> (sum: Double, count: Int) {
        let (guesses, truths) = try Prediction.pairs(output, target, name)
        return (Double(zip(guesses, truths).count { $0 == $1 }), truths.count)
    }
}

/// The fraction of samples whose class is among the k with the largest outputs; of equal outputs the later class leads.
public struct TopKAccuracy: Metric {
    public let name: String
    let k: Int

    public init(k: Int) throws(SwiftgradError) {
        guard k >= 1 else { throw .value("top_k_accuracy: k must be at least 1, got \(k)") }
        self.k = k
        name = "top_\(k)_accuracy"
    }

    public func measure(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> (sum: Double, count: Int) {
        let (rows, columns, truths) = try Prediction.scores(output, target, "top_k_accuracy")
        var hits = 0
        for (number, truth) in truths.enumerated() {
            let row = rows[number * columns..<(number + 1) * columns]
            let own = row[row.startIndex + truth]
            let ahead = row.enumerated().count { $0.element > own || ($0.element == own && $0.offset > truth) }
            if ahead < k && !own.isNaN { hits += 1 }
        }
        return (Double(hits), truths.count)
    }
}
