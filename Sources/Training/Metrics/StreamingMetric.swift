import Swiftgrad

/// A metric that is fed batch by batch: update, compute, reset.
open class StreamingMetric: ManagedObject {
    public let metric: any Metric
    private let counted: Guarded<any Tally>

    init(_ metric: any Metric) {
        self.metric = metric
        counted = Guarded(StreamingMetric.empty(metric))
        super.init()
    }

    private static func empty(_ metric: any Metric) -> any Tally {
        (metric as? any TallyMetric)?.makeTally() ?? MeanTally { $0 }
    }

    /// Counts a batch.
    public func update(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) {
        var tally = counted.value
        if let metric = metric as? any TallyMetric {
            tally.add(try metric.tally(output, target))
        } else {
            let (sum, count) = try metric.measure(output, target)
            tally.add(MeanTally(sum: sum, count: count) { $0 })
        }
        counted.value = tally
    }

    /// The metric of all batches since the start or `reset`; NaN without any.
    public var value: Double { counted.value.value }

    public func reset() { counted.value = StreamingMetric.empty(metric) }
}

final class StreamingAccuracy: StreamingMetric {}
final class StreamingTopK: StreamingMetric {}
final class StreamingPrecision: StreamingMetric {}
final class StreamingRecall: StreamingMetric {}
final class StreamingF1: StreamingMetric {}
final class StreamingROCAUC: StreamingMetric {}
final class StreamingAveragePrecision: StreamingMetric {}
final class StreamingPerplexity: StreamingMetric {}
final class StreamingR2: StreamingMetric {}
final class StreamingMAE: StreamingMetric {}
final class StreamingMSE: StreamingMetric {}

/// Metrics by the names that trainers take.
enum NamedMetric {
    static let names =
        "accuracy, top_<k>_accuracy, precision, recall, f1, roc_auc, average_precision, perplexity, r2, mae, mse"

    static func metric(_ name: String) throws(SwiftgradError) -> any Metric {
        if name.hasPrefix("top_"), name.hasSuffix("_accuracy"), let k = Int(name.dropFirst(4).dropLast(9)) {
            return try TopKAccuracy(k: k)
        }
        if let score = ClassScore(rawValue: name) { return ClassMetric(score) }
        if let ranking = Ranking(rawValue: name) { return RankingMetric(ranking) }
        switch name {
        case "accuracy": return Accuracy()
        case "perplexity": return Perplexity()
        case "r2": return Determination()
        case "mae": return MeanError(squared: false)
        case "mse": return MeanError(squared: true)
        default: throw .value("there is no metric '\(name)'; there are \(names)")
        }
    }
}
