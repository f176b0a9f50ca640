import Glibc
import Swiftgrad

/// Draws one token for each row of logits.
public struct TokenSampler: Sendable {
    public let temperature: Double
    public let topK: Int?
    public let topP: Double?

    /// Temperature 0 takes the likeliest token. `topK` keeps that many of the likeliest, `topP` the fewest whose
    /// probabilities reach it (Holtzman et al., arXiv:1904.09751).
    public init(temperature: Double = 1, topK: Int? = nil, topP: Double? = nil) throws(SwiftgradError) {
        guard temperature >= 0, temperature.isFinite else {
            throw .value("generate: temperature must be finite and not negative, got \(temperature)")
        }
        if let topK, topK < 1 { throw .value("generate: top_k must be 1 or more, got \(topK)") }
        if let topP, !(topP > 0 && topP <= 1) { throw .value("generate: top_p must lie in (0, 1], got \(topP)") }
        self.temperature = temperature
        self.topK = topK
        self.topP = topP
    }

    /// Token numbers (rows,) int64 from logits (rows, vocabulary).
    public func draw(_ logits: Tensor) throws(SwiftgradError) -> Tensor {
        if temperature == 0 || topK == 1 { return try logits.argmax(axis: 1) }
        let weights = try logits.detach().cast(to: .float64).contiguous()
        let (rows, count) = (weights.shape[0], weights.shape[1])
        let chances = try Tensor.uniform([rows], low: 0, high: 1, .float64)
        let result = try Tensor(uninitialised: [rows], .int64)
        for row in 0..<rows {
            let values = UnsafeBufferPointer(
                start: weights.pointer.assumingMemoryBound(to: Double.self) + row * count, count: count)
            let chance = chances.pointer.assumingMemoryBound(to: Double.self)[row]
            result.pointer.assumingMemoryBound(to: Int64.self)[row] = Int64(pick(values, chance))
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
