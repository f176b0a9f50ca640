import Swiftgrad

extension TrainingClasses {
    static let metrics: [ClassDefinition] = [
        ClassDefinition(
            StreamingMetric.self, name: "Metric", in: "metrics", [],
            doc: "Base of the metrics that are fed batch by batch.",
            methods: [
                .on(
                    StreamingMetric.self, "update", [.tensor("predictions"), .tensor("targets")],
                    doc: "Counts the predictions of a batch."
                ) { metric, arguments throws(SwiftgradError) in
                    try metric.update(arguments.tensor("predictions"), arguments.tensor("targets"))
                    return .none
                },
                .on(StreamingMetric.self, "compute", doc: "The metric of all that was counted; NaN without anything.") {
                    metric, _ in .double(metric.value)
                },
                .on(StreamingMetric.self, "reset", doc: "Forgets what was counted.") { metric, _ in
                    metric.reset()
                    return .none
                },
                .on(StreamingMetric.self, "name", doc: "Its column in a history.", isProperty: true) { metric, _ in
                    .string(metric.metric.name)
                },
            ]
        ) { _ throws(SwiftgradError) in throw .type("Metric is the base of metrics; make one of them") },
        metric(StreamingAccuracy.self, "Accuracy", doc: "metrics.accuracy over batches.") { _ in
            StreamingAccuracy(Accuracy())
        },
        metric(StreamingTopK.self, "TopKAccuracy", [.int("k", 5)], doc: "metrics.top_k_accuracy over batches.") {
            arguments throws(SwiftgradError) in StreamingTopK(try TopKAccuracy(k: arguments.int("k")))
        },
        metric(StreamingPrecision.self, "Precision", [average], doc: "metrics.precision over batches.") {
            arguments throws(SwiftgradError) in
            StreamingPrecision(ClassMetric(.precision, average: try classAverage(arguments)))
        },
        metric(StreamingRecall.self, "Recall", [average], doc: "metrics.recall over batches.") {
            arguments throws(SwiftgradError) in
            StreamingRecall(ClassMetric(.recall, average: try classAverage(arguments)))
        },
        metric(StreamingF1.self, "F1Score", [average], doc: "metrics.f1_score over batches.") {
            arguments throws(SwiftgradError) in
            StreamingF1(ClassMetric(.f1, average: try classAverage(arguments)))
        },
        metric(StreamingROCAUC.self, "ROCAUC", doc: "metrics.roc_auc over batches; keeps all scores.") { _ in
            StreamingROCAUC(RankingMetric(.rocAUC))
        },
        metric(
            StreamingAveragePrecision.self, "AveragePrecision",
            doc: "metrics.average_precision over batches; keeps all scores."
        ) { _ in StreamingAveragePrecision(RankingMetric(.averagePrecision)) },
        metric(StreamingPerplexity.self, "Perplexity", doc: "metrics.perplexity over batches.") { _ in
            StreamingPerplexity(Perplexity())
        },
        metric(StreamingR2.self, "R2Score", doc: "metrics.r2_score over batches.") { _ in StreamingR2(Determination())
        },
        metric(StreamingMAE.self, "MeanAbsoluteError", doc: "metrics.mean_absolute_error over batches.") { _ in
            StreamingMAE(MeanError(squared: false))
        },
        metric(StreamingMSE.self, "MeanSquaredError", doc: "metrics.mean_squared_error over batches.") { _ in
            StreamingMSE(MeanError(squared: true))
        },
    ]

    private static let average = Parameter.string("average", "macro")

    private static func classAverage(_ arguments: Arguments) throws(SwiftgradError) -> ClassAverage {
        try ClassAverage(named: arguments.string("average"), arguments.name)
    }

    private static func metric(
        _ type: StreamingMetric.Type, _ name: String, _ parameters: [Parameter] = [], doc: String,
        make: @escaping ClassDefinition.Constructor
    ) -> ClassDefinition {
        ClassDefinition(
            type, name: name, in: "metrics", base: StreamingMetric.self, parameters, doc: doc, construct: make)
    }
}
