import Swiftgrad

/// The area under the ROC curve, or the average precision, of the scores of one class against the rest.
public enum Ranking: String, Sendable {
    case rocAUC = "roc_auc"
    case averagePrecision = "average_precision"

    /// Scores and whether each is a positive. NaN where positives (or for the ROC negatives) are missing, or a score is NaN.
    ///
    /// The ROC's area is the chance that a positive is ahead of a negative, ties counting half (Mann and Whitney 1947).
    /// Average precision is the sum of precision times the growth of recall over the distinct scores, from the highest.
    func value(_ scores: [Double], _ isPositive: (Int) -> Bool) -> Double {
        guard !scores.contains(where: \.isNaN) else { return .nan }
        let order = scores.indices.sorted { scores[$0] > scores[$1] }
        var positives = 0
        var negatives = 0
        var ahead = 0.0
        var precisions = 0.0
        var next = 0
        while next < order.count {
            let score = scores[order[next]]
            var (some, others) = (0, 0)
            while next < order.count && scores[order[next]] == score {
                if isPositive(order[next]) { some += 1 } else { others += 1 }
                next += 1
            }
            ahead += Double(others) * (Double(positives) + Double(some) / 2)
            positives += some
            negatives += others
            precisions += Double(some) * Double(positives) / Double(positives + negatives)
        }
        switch self {
        case .rocAUC: return ahead / (Double(positives) * Double(negatives))
        case .averagePrecision: return precisions / Double(positives)
        }
    }
}

/// Scores of all samples so far, in pieces of a batch.
struct RankingTally: Tally {
    private var pieces: [(scores: [Double], truths: [Int])] = []
    private(set) var columns = 1
    let ranking: Ranking

    init(_ ranking: Ranking) { self.ranking = ranking }

    init(_ ranking: Ranking, _ scores: [Double], columns: Int, truths: [Int]) {
        self.ranking = ranking
        self.columns = columns
        pieces = [(scores, truths)]
    }

    mutating func add(_ other: any Tally) {
        guard let other = other as? RankingTally else { return }
        if pieces.isEmpty { columns = other.columns }
        // Scores of another number of classes cannot be ranked with these; value then has no answer.
        columns = columns == other.columns ? columns : 0
        pieces += other.pieces
    }

    var value: Double {
        guard columns > 0 else { return .nan }
        let scores = pieces.flatMap(\.scores)
        let truths = pieces.flatMap(\.truths)
        guard columns > 1 else { return ranking.value(scores) { truths[$0] == 1 } }
        var sum = 0.0
        for column in 0..<columns {
            sum += ranking.value(truths.indices.map { scores[$0 * columns + column] }) { truths[$0] == column }
        }
        return sum / Double(columns)
    }

    var state: Value {
        .list([
            .int(columns), .list(pieces.flatMap(\.scores).map(Value.double)),
            .list(pieces.flatMap(\.truths).map(Value.int)),
        ])
    }

    mutating func restore(_ state: Value) throws(SwiftgradError) {
        guard case .list(let parts) = state, parts.count == 3, case .int(let columns) = parts[0], columns >= 0,
            case .list(let scores) = parts[1], case .list(let classes) = parts[2],
            columns.multipliedReportingOverflow(by: classes.count) == (scores.count, false)
        else { throw .value("\(ranking.rawValue): its state is a number of columns, scores and classes") }
        var truths: [Int] = []
        for item in classes {
            guard case .int(let truth) = item else {
                throw .value("\(ranking.rawValue): its state has a class that is none")
            }
            truths.append(truth)
        }
        let numbers = scores.compactMap(\.number)
        guard numbers.count == scores.count else {
            throw .value("\(ranking.rawValue): its state has a score that is none")
        }
        self.columns = columns
        pieces = [(numbers, truths)]
    }
}

/// ROC AUC or average precision. Scores (N,) or (N, 1) of class 1 with targets 0 and 1; (N, 2) scores of both; (N, C)
/// probabilities, or logits, which a softmax makes into such, of every class against the rest, averaged.
public struct RankingMetric: TallyMetric {
    public let name: String
    let ranking: Ranking

    public init(_ ranking: Ranking) {
        self.ranking = ranking
        name = ranking.rawValue
    }

    public func makeTally() -> any Tally { RankingTally(ranking) }

    public func tally(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> any Tally {
        var (scores, columns, truths): ([Double], Int, [Int])
        if output.count == target.count && !Prediction.hasClassAxis(output) {
            let all = try target.integers()
            let values = try output.doubles()
            truths = all.filter { $0 >= 0 }
            scores = all.indices.filter { all[$0] >= 0 }.map { values[$0] }
            columns = 1
            if let other = truths.first(where: { $0 > 1 }) {
                throw .value("\(name): targets are 0 or 1 for scores \(Shape.text(output.shape)), got \(other)")
            }
        } else {
            (scores, columns, truths) = try Prediction.scores(output, target, name)
        }
        guard !scores.contains(where: \.isNaN) else { throw .value("\(name): the scores contain NaN") }
        if columns == 2 {
            scores = truths.indices.map { scores[2 * $0 + 1] - scores[2 * $0] }
            columns = 1
        } else if columns > 2 && !isProbable(scores, columns) {
            let rows = try Tensor.doubles(scores, [truths.count, columns])
            scores = try rows.softmax(axis: 1).doubles()
        }
        return RankingTally(ranking, scores, columns: columns, truths: truths)
    }

    private func isProbable(_ scores: [Double], _ columns: Int) -> Bool {
        stride(from: 0, to: scores.count, by: columns).allSatisfy { start in
            let row = scores[start..<start + columns]
            return row.allSatisfy { $0 >= 0 } && abs(row.reduce(0, +) - 1) < 1e-3
        }
    }
}

extension Tensor {
    /// A tensor of these numbers.
    static func doubles(_ numbers: [Double], _ shape: [Int]) throws(SwiftgradError) -> Tensor {
        let tensor = try Tensor(uninitialised: shape, .float64)
        guard tensor.count == numbers.count else { throw .value("\(numbers.count) numbers for \(Shape.text(shape))") }
        let elements = tensor.pointer.assumingMemoryBound(to: Double.self)
        for (position, number) in numbers.enumerated() { elements[position] = number }
        return tensor
    }
}
