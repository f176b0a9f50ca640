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
            let result = try Accuracy().measure(arguments.tensor("predictions"), arguments.tensor("targets"))
            return .double(result.sum / Double(result.count))
        },
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
}
