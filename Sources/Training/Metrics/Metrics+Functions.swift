import Swiftgrad
import SwiftgradNN

extension TrainingFunctions {
    static let metrics: [FunctionDefinition] = [
        FunctionDefinition(
            "accuracy", in: "metrics", [.tensor("predictions"), .tensor("targets")],
            doc: """
                The fraction of samples whose class is right, in 0...1.

                predictions (N, C, ...) are scores of the classes, or class numbers; targets (N, ...) class numbers, of which
                negative ones do not count.
                """
        ) { arguments throws(SwiftgradError) in
            try mean(Accuracy(), arguments)
        },
        FunctionDefinition(
            "top_k_accuracy", in: "metrics", [.tensor("predictions"), .tensor("targets"), .int("k", 5)],
            doc: """
                The fraction of samples whose class is among the k with the highest scores; of equal scores the later class
                leads.

                predictions (N, C, ...) are scores, targets (N, ...) class numbers, of which negative ones do not count.
                """
        ) { arguments throws(SwiftgradError) in try mean(TopKAccuracy(k: arguments.int("k")), arguments) },
        classScore(.precision, "precision", doc: "Right predictions of a class among its predictions"),
        classScore(.recall, "recall", doc: "Right predictions of a class among its samples"),
        classScore(.f1, "f1_score", doc: "The harmonic mean of precision and recall"),
        ranking(
            .rocAUC, "roc_auc",
            doc: "The area under the ROC curve: the chance that a positive sample is ahead of a negative one."),
        ranking(
            .averagePrecision, "average_precision",
            doc: "Precision, averaged over the growth of recall from the highest score down."),
        FunctionDefinition(
            "perplexity", in: "metrics", [.tensor("predictions"), .tensor("targets")],
            doc: """
                e to the mean cross-entropy of logits (N, C, ...) or (..., C) and class numbers; negative ones do not count.
                """
        ) { arguments throws(SwiftgradError) in try tally(Perplexity(), arguments) },
        FunctionDefinition(
            "r2_score", in: "metrics", [.tensor("predictions"), .tensor("targets")],
            doc: """
                The coefficient of determination, 1 - sum((y - p)^2) / sum((y - mean(y))^2), the mean over the outputs (N, ...).
                """
        ) { arguments throws(SwiftgradError) in try tally(Determination(), arguments) },
        FunctionDefinition(
            "mean_absolute_error", in: "metrics", [.tensor("predictions"), .tensor("targets")],
            doc: "The mean of |y - p| over all elements."
        ) { arguments throws(SwiftgradError) in try mean(MeanError(squared: false), arguments) },
        FunctionDefinition(
            "mean_squared_error", in: "metrics", [.tensor("predictions"), .tensor("targets")],
            doc: "The mean of (y - p)^2 over all elements."
        ) { arguments throws(SwiftgradError) in try mean(MeanError(squared: true), arguments) },
        FunctionDefinition(
            "confusion_matrix", in: "metrics",
            [.tensor("predictions"), .tensor("targets"), Parameter("classes", .int, default: .some(.none))],
            doc: """
                How often class i (row) was taken for class j (column): int64 (classes, classes).

                predictions (N, C, ...) are scores of the classes, or class numbers; negative targets do not count.
                """
        ) { arguments throws(SwiftgradError) in
            let predictions = try arguments.tensor("predictions")
            let guesses = try Prediction.classes(predictions)
            let truths = try arguments.tensor("targets").integers()
            guard guesses.count == truths.count else {
                throw .value("confusion_matrix: \(guesses.count) predictions for \(truths.count) targets")
            }
            let highest = max(guesses.max() ?? 0, truths.max() ?? 0)
            guard highest < 1 << 31 else { throw .value("confusion_matrix: \(highest) is no class number") }
            let scored = predictions.dtype.isFloating && Prediction.hasClassAxis(predictions) ? predictions.shape[1] : 0
            let seen = max(scored, (guesses.max() ?? -1) + 1, (truths.max() ?? -1) + 1)
            let classes = try arguments.optionalInt("classes") ?? seen
            guard classes >= seen else {
                throw .value("confusion_matrix: class \(seen - 1) does not fit \(classes) classes")
            }
            if let negative = guesses.first(where: { $0 < 0 }) {
                throw .value("confusion_matrix: predicted class \(negative) is negative")
            }
            let matrix = try Tensor.zeros([classes, classes], .int64)
            let counts = matrix.pointer.assumingMemoryBound(to: Int64.self)
            for (guess, truth) in zip(guesses, truths) where truth >= 0 { counts[truth * classes + guess] += 1 }
            return .tensor(matrix)
        },
    ]

    private static func mean(_ metric: any Metric, _ arguments: Arguments) throws(SwiftgradError) -> Value {
        let result = try metric.measure(arguments.tensor("predictions"), arguments.tensor("targets"))
        return .double(result.sum / Double(result.count))
    }

    private static func tally(_ metric: any TallyMetric, _ arguments: Arguments) throws(SwiftgradError) -> Value {
        .double(try metric.tally(arguments.tensor("predictions"), arguments.tensor("targets")).value)
    }

    private static func ranking(_ ranking: Ranking, _ name: String, doc: String) -> FunctionDefinition {
        FunctionDefinition(
            name, in: "metrics", [.tensor("predictions"), .tensor("targets")],
            doc: """
                \(doc)

                predictions are scores (N,) of class 1, or (N, C): probabilities, or logits of which a softmax makes such, each
                class against the rest and averaged. Negative targets do not count. NaN where a class has no sample.
                """
        ) { arguments throws(SwiftgradError) in try tally(RankingMetric(ranking), arguments) }
    }

    private static func classScore(_ score: ClassScore, _ name: String, doc: String) -> FunctionDefinition {
        FunctionDefinition(
            name, in: "metrics",
            [
                .tensor("predictions"), .tensor("targets"),
                Parameter("average", .string, default: .string("macro"), isOptional: true),
            ],
            doc: """
                \(doc), 0 where there are none.

                predictions (N, C, ...) are scores of the classes, or class numbers; negative targets do not count. average is
                'binary' (class 1), 'micro' (all samples together), 'macro' (the mean over the classes that occur), 'weighted'
                (by how often each is true), or None for one number a class.
                """
        ) { arguments throws(SwiftgradError) in
            let average = try arguments.optionalString("average")
            let metric = ClassMetric(score, average: try ClassAverage(named: average ?? "macro", name))
            let counts = try metric.counts(arguments.tensor("predictions"), arguments.tensor("targets"))
            if average != nil { return .double(counts.value) }
            return .tensor(try .doubles(counts.values, [counts.values.count]))
        }
    }
}
