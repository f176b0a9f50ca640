import Glibc
import Swiftgrad

/// Mean absolute or squared error over all elements.
public struct MeanError: Metric {
    public let name: String
    let isSquared: Bool

    public init(squared: Bool) {
        isSquared = squared
        name = squared ? "mse" : "mae"
    }

    public func measure(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> (sum: Double, count: Int) {
        let (predictions, truths) = try matched(output, target, name)
        var sum = 0.0
        for (prediction, truth) in zip(predictions, truths) {
            let error = prediction - truth
            sum += isSquared ? error * error : abs(error)
        }
        return (sum, truths.count)
    }
}

/// The elements of both, which must have one shape, up to axes of length 1 at the end.
func matched(
    _ output: Tensor, _ target: Tensor, _ name: String
) throws(SwiftgradError) -> (predictions: [Double], truths: [Double]) {
    func trimmed(_ shape: [Int]) -> [Int] {
        var shape = shape
        while shape.count > 1 && shape.last == 1 { shape.removeLast() }
        return shape
    }
    guard trimmed(output.shape) == trimmed(target.shape) else {
        throw .value(
            "\(name): expected two arrays of one shape, got \(Shape.text(output.shape)) and \(Shape.text(target.shape))"
        )
    }
    return (try output.doubles(), try target.doubles())
}

/// Number, mean and spread of the targets and the squared errors, for each output.
struct DeterminationTally: Tally {
    private struct Column {
        var count = 0.0
        var mean = 0.0
        var spread = 0.0
        var error = 0.0

        /// Chan, Golub and LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances", 1979.
        mutating func add(_ other: Column) {
            guard other.count > 0 else { return }
            let total = count + other.count
            let step = other.mean - mean
            spread += other.spread + step * step * count * other.count / total
            mean += step * other.count / total
            error += other.error
            count = total
        }
    }

    private var columns: [Column] = []

    mutating func add(_ predictions: [Double], _ truths: [Double], columns width: Int) {
        var piece = [Column](repeating: Column(), count: width)
        for position in truths.indices {
            let error = predictions[position] - truths[position]
            piece[position % width].add(Column(count: 1, mean: truths[position], spread: 0, error: error * error))
        }
        merge(piece)
    }

    private mutating func merge(_ other: [Column]) {
        if columns.isEmpty {
            columns = other
        } else if columns.count == other.count {
            for number in columns.indices { columns[number].add(other[number]) }
        }
    }

    mutating func add(_ other: any Tally) {
        if let other = other as? DeterminationTally { merge(other.columns) }
    }

    /// The mean over the outputs of 1 - errors / spread; an output without spread counts 1 if it is met and 0 if not.
    var value: Double {
        let scores = columns.map { column in
            column.spread > 0 ? 1 - column.error / column.spread : column.error > 0 ? 0 : 1
        }
        return columns.contains { $0.count < 2 } ? .nan : scores.reduce(0, +) / Double(scores.count)
    }

    var state: Value {
        .list(columns.map { .list([$0.count, $0.mean, $0.spread, $0.error].map(Value.double)) })
    }

    mutating func restore(_ state: Value) throws(SwiftgradError) {
        guard case .list(let items) = state else { throw .value("r2: its state is a list") }
        var restored: [Column] = []
        for item in items {
            guard case .list(let parts) = item, parts.count == 4 else {
                throw .value("r2: its state has four numbers a column")
            }
            let numbers = parts.compactMap(\.number)
            guard numbers.count == 4 else { throw .value("r2: its state has four numbers a column") }
            restored.append(Column(count: numbers[0], mean: numbers[1], spread: numbers[2], error: numbers[3]))
        }
        columns = restored
    }
}

/// The coefficient of determination, 1 - sum (y - p)^2 / sum (y - mean y)^2; targets (N, outputs) average their outputs.
public struct Determination: TallyMetric {
    public let name = "r2"

    public init() {}

    public func makeTally() -> any Tally { DeterminationTally() }

    public func tally(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> any Tally {
        let (predictions, truths) = try matched(output, target, name)
        var tally = DeterminationTally()
        let width = target.rank >= 2 ? max(1, target.shape.dropFirst().reduce(1, *)) : 1
        tally.add(predictions, truths, columns: width)
        return tally
    }
}

/// e to the mean cross-entropy in nats of logits (N, C, ...) or (..., C); negative targets do not count.
public struct Perplexity: TallyMetric {
    public let name = "perplexity"

    public init() {}

    public func makeTally() -> any Tally { MeanTally { exp($0) } }

    public func tally(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> any Tally {
        var logits = output.detach()
        let isFirst = output.rank >= 2 && [output.shape[0]] + output.shape.dropFirst(2) == target.shape
        if !isFirst {
            guard output.rank >= 2, Array(output.shape.dropLast()) == target.shape else {
                throw .value(
                    "perplexity: expected logits (N, C, ...) or (..., C) and class numbers, got \(Shape.text(output.shape)) "
                        + "and \(Shape.text(target.shape))")
            }
            logits = try logits.reshape([-1, output.shape[output.rank - 1]])
        }
        let flat = isFirst ? target : try target.reshape([-1])
        let zero = try Tensor.full([], -100, .int64)
        let classes = try flat.detach().cast(to: .int64)
        let labels = try Tensor.select(classes.less(Tensor.full([], 0, .int64)), zero, classes)
        let counted = try labels.notEqual(zero).cast(to: .float64).sum().item().number ?? 0
        let sum = try Tensor.crossEntropy(logits.cast(to: .float64), labels, reduction: .sum).item().number ?? .nan
        return MeanTally(sum: sum, count: Int(counted)) { exp($0) }
    }
}
