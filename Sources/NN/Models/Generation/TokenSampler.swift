import Glibc
import Swiftgrad

/// Draws one token for each row of logits.
public struct TokenSampler: Sendable {
    public let temperature: Double
    public let topK: Int?
    public let topP: Double?
    /// Logits of tokens that are there already are divided by it where positive and multiplied where negative
    /// (Keskar et al., arXiv:1909.05858).
    public let repetitionPenalty: Double

    /// Temperature 0 takes the likeliest token. `topK` keeps that many of the likeliest, `topP` the fewest whose
    /// probabilities reach it (Holtzman et al., arXiv:1904.09751).
    public init(
        temperature: Double = 1, topK: Int? = nil, topP: Double? = nil, repetitionPenalty: Double = 1
    ) throws(SwiftgradError) {
        guard temperature >= 0, temperature.isFinite else {
            throw .value("generate: temperature must be finite and not negative, got \(temperature)")
        }
        if let topK, topK < 1 { throw .value("generate: top_k must be 1 or more, got \(topK)") }
        if let topP, !(topP > 0 && topP <= 1) { throw .value("generate: top_p must lie in (0, 1], got \(topP)") }
        guard repetitionPenalty > 0, repetitionPenalty.isFinite else {
            throw .value("generate: repetition_penalty must be positive and finite, got \(repetitionPenalty)")
        }
        self.temperature = temperature
        self.topK = topK
        self.topP = topP
        self.repetitionPenalty = repetitionPenalty
    }

    /// Token numbers from logits (rows, vocabulary), and what each row has so far.
    func draw(_ logits: Tensor, after rows: [[Int]], _ generator: Generator) throws(SwiftgradError) -> [Int] {
        try check(logits, rows: rows.count)
        let isGreedy = temperature == 0 || topK == 1
        if isGreedy && repetitionPenalty == 1 {
            return try logits.argmax(axis: 1).expandDims([0]).integerRows()[0]
        }
        let weights = try penalised(logits, after: rows)
        let count = weights.shape[1]
        let chances = isGreedy ? nil : try Tensor.uniform([rows.count], low: 0, high: 1, .float64, generator: generator)
        return withExtendedLifetime((weights, chances)) {
            rows.indices.map { row in
                let values = UnsafeBufferPointer(
                    start: weights.pointer.assumingMemoryBound(to: Double.self) + row * count, count: count)
                guard let chances else { return values.indices.max { values[$0] < values[$1] } ?? 0 }
                return pick(values, chances.pointer.assumingMemoryBound(to: Double.self)[row])
            }
        }
    }

    /// A part of the model that was replaced can give anything.
    private func check(_ logits: Tensor, rows: Int) throws(SwiftgradError) {
        guard logits.rank == 2, logits.shape[0] == rows, logits.shape[1] > 0, logits.dtype.isFloating else {
            throw .value(
                "generate: expected logits (\(rows), vocabulary) of the model, got \(Shape.text(logits.shape)) "
                    + "of \(logits.dtype)")
        }
    }

    /// The scores in float64, those of tokens that are there already made less likely.
    func penalised(_ scores: Tensor, after rows: [[Int]]) throws(SwiftgradError) -> Tensor {
        try check(scores, rows: rows.count)
        let detached = scores.detach()
        let result = detached.dtype == .float64 ? try detached.copy() : try detached.cast(to: .float64).contiguous()
        guard repetitionPenalty != 1 else { return result }
        let count = result.shape[1]
        withExtendedLifetime(result) {
            for (row, tokens) in rows.enumerated() {
                let values = result.pointer.assumingMemoryBound(to: Double.self) + row * count
                for token in Set(tokens) where token >= 0 && token < count {
                    values[token] *= values[token] < 0 ? repetitionPenalty : 1 / repetitionPenalty
                }
            }
        }
        return result
    }

    private func pick(_ logits: UnsafeBufferPointer<Double>, _ chance: Double) -> Int {
        let largest = logits.max() ?? 0
        var candidates = Array(logits.indices)
        var weights = logits.map { exp(($0 - largest) / temperature) }
        if topK != nil || topP != nil {
            candidates.sort { logits[$0] != logits[$1] ? logits[$0] > logits[$1] : $0 < $1 }
            if let topK { candidates.removeLast(max(0, candidates.count - topK)) }
            weights = candidates.map { weights[$0] }
            if let topP {
                let goal = topP * weights.reduce(0, +)
                var sum = 0.0
                let kept = weights.firstIndex { weight in
                    sum += weight
                    return sum >= goal
                }
                weights.removeLast(weights.count - 1 - (kept ?? weights.count - 1))
            }
        }
        var left = chance * weights.reduce(0, +)
        for (position, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return candidates[position] }
        }
        return candidates[max(0, weights.count - 1)]
    }
}
