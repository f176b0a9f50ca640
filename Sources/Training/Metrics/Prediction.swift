import Swiftgrad

/// From what a model returns to class numbers and scores.
enum Prediction {
    /// More classes than this are taken for a mistake.
    static let mostClasses = 1 << 20

    /// Axis 1 counts classes.
    static func hasClassAxis(_ output: Tensor) -> Bool { output.rank >= 2 && output.shape[1] > 1 }

    /// The class of each sample, in row-major order: the largest along axis 1, or the sign of a lone logit. Integers are
    /// class numbers already.
    static func classes(_ output: Tensor) throws(SwiftgradError) -> [Int] {
        guard output.dtype.isFloating else { return try output.integers() }
        if hasClassAxis(output) { return try output.argmax(axis: 1).integers() }
        return try output.doubles().map { $0 > 0 ? 1 : 0 }
    }

    /// Predicted and true classes of the samples whose target is not negative.
    static func pairs(
        _ output: Tensor, _ target: Tensor, _ name: String
    ) throws(SwiftgradError) -> (guesses: [Int], truths: [Int]) {
        let isSoft = target.dtype.isFloating && target.shape == output.shape && hasClassAxis(output)
        let truths = isSoft ? try classes(target) : try target.integers()
        let guesses = try classes(output)
        guard guesses.count == truths.count else {
            throw .value(
                "\(name): output \(Shape.text(output.shape)) and target \(Shape.text(target.shape)) do not belong together"
            )
        }
        let counted = zip(guesses, truths).filter { $0.1 >= 0 }
        return (counted.map(\.0), counted.map(\.1))
    }

    /// Rows of scores, one column a class, of the samples whose target is not negative: axis 1 moved last.
    static func scores(
        _ output: Tensor, _ target: Tensor, _ name: String
    ) throws(SwiftgradError) -> (rows: [Double], columns: Int, truths: [Int]) {
        guard output.dtype.isFloating, output.rank >= 2 else {
            throw .value("\(name): expected scores (N, C, ...) of the classes, got \(Shape.text(output.shape))")
        }
        let columns = output.shape[1]
        let rest = Array(output.shape[2...])
        guard target.shape == [output.shape[0]] + rest else {
            throw .value(
                "\(name): output \(Shape.text(output.shape)) and target \(Shape.text(target.shape)) do not belong together"
            )
        }
        let axes = [0] + Array(2..<output.rank) + [1]
        let values = try output.detach().permute(axes).doubles()
        let truths = try target.integers()
        var rows: [Double] = []
        var kept: [Int] = []
        for (number, truth) in truths.enumerated() where truth >= 0 {
            guard truth < columns else { throw .value("\(name): target \(truth) is not one of \(columns) classes") }
            rows += values[number * columns..<(number + 1) * columns]
            kept.append(truth)
        }
        return (rows, columns, kept)
    }
}

extension Tensor {
    /// The elements as doubles, in row-major order.
    func doubles() throws(SwiftgradError) -> [Double] {
        let whole = try detach().cast(to: .float64).contiguous()
        return withExtendedLifetime(whole) {
            let elements = whole.pointer.assumingMemoryBound(to: Double.self)
            return (0..<whole.count).map { elements[$0] }
        }
    }
}
