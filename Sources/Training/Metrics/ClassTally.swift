import Swiftgrad

/// How to make one number of the classes'.
public enum ClassAverage: String, Sendable {
    /// Class 1 alone.
    case binary
    /// Of all samples together.
    case micro
    /// The mean over the classes that occur, true or predicted.
    case macro
    /// The mean over the classes, each as often as it is true.
    case weighted

    public init(named name: String, _ function: String) throws(SwiftgradError) {
        guard let average = ClassAverage(rawValue: name) else {
            throw .value("\(function): average must be 'binary', 'micro', 'macro' or 'weighted', got '\(name)'")
        }
        self = average
    }
}

/// For every class how often it was right, predicted, and true.
struct ClassTally: Tally {
    var hits: [Int] = []
    var predicted: [Int] = []
    var actual: [Int] = []
    let score: ClassScore
    let average: ClassAverage

    mutating func count(_ guess: Int, _ truth: Int) throws(SwiftgradError) {
        let highest = max(guess, truth)
        guard guess >= 0, highest < Prediction.mostClasses else { throw .value("\(highest) is no class number") }
        grow(to: highest + 1)
        predicted[guess] += 1
        actual[truth] += 1
        if guess == truth { hits[truth] += 1 }
    }

    private mutating func grow(to classes: Int) {
        guard classes > hits.count else { return }
        let more = [Int](repeating: 0, count: classes - hits.count)
        hits += more
        predicted += more
        actual += more
    }

    mutating func add(_ other: any Tally) {
        guard let other = other as? ClassTally else { return }
        grow(to: other.hits.count)
        for number in other.hits.indices {
            hits[number] += other.hits[number]
            predicted[number] += other.predicted[number]
            actual[number] += other.actual[number]
        }
    }

    /// One number a class.
    var values: [Double] { hits.indices.map { score.value(hits[$0], predicted[$0], actual[$0]) } }

    var value: Double {
        let values = values
        switch average {
        case .binary: return values.count > 1 ? values[1] : 0
        case .micro: return score.value(hits.reduce(0, +), predicted.reduce(0, +), actual.reduce(0, +))
        case .macro:
            let present = values.indices.filter { predicted[$0] + actual[$0] > 0 }
            return present.reduce(0) { $0 + values[$1] } / Double(present.count)
        case .weighted:
            let total = actual.reduce(0, +)
            return values.indices.reduce(0) { $0 + values[$1] * Double(actual[$1]) } / Double(total)
        }
    }

    var state: Value { .list([hits, predicted, actual].map { .list($0.map(Value.int)) }) }

    mutating func restore(_ state: Value) throws(SwiftgradError) {
        guard case .list(let parts) = state, parts.count == 3 else { throw .value("a class metric has three counts") }
        var lists: [[Int]] = []
        for part in parts {
            guard case .list(let items) = part, items.count <= Prediction.mostClasses else {
                throw .value("a class metric has three counts")
            }
            var list: [Int] = []
            for item in items {
                guard case .int(let number) = item, (0..<1 << 53).contains(number) else {
                    throw .value("a class metric has three counts")
                }
                list.append(number)
            }
            lists.append(list)
        }
        guard lists.allSatisfy({ $0.count == lists[0].count }) else { throw .value("a class metric has three counts") }
        (hits, predicted, actual) = (lists[0], lists[1], lists[2])
    }
}

/// Precision, recall and their harmonic mean; 0 where the denominator is.
public enum ClassScore: String, Sendable {
    case precision, recall, f1

    func value(_ hits: Int, _ predicted: Int, _ actual: Int) -> Double {
        let (above, below) =
            switch self {
            case .precision: (hits, predicted)
            case .recall: (hits, actual)
            case .f1: (2 * hits, predicted + actual)
            }
        return below == 0 ? 0 : Double(above) / Double(below)
    }
}

/// Precision, recall or F1 of class numbers or scores (N, C, ...).
public struct ClassMetric: TallyMetric {
    public let name: String
    let score: ClassScore
    let average: ClassAverage

    public init(_ score: ClassScore, average: ClassAverage = .macro) {
        self.score = score
        self.average = average
        name = score.rawValue
    }

    public func makeTally() -> any Tally { ClassTally(score: score, average: average) }

    public func tally(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> any Tally {
        try counts(output, target)
    }

    func counts(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> ClassTally {
        var tally = ClassTally(score: score, average: average)
        let (guesses, truths) = try Prediction.pairs(output, target, name)
        do throws(SwiftgradError) {
            for (guess, truth) in zip(guesses, truths) { try tally.count(guess, truth) }
        } catch { throw .value("\(name): \(error.message)") }
        return tally
    }
}
