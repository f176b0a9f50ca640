import Glibc
import Swiftgrad

/// The likeliest continuations, `width` of them at a time.
///
/// A finished one scores the sum of its tokens' log-probabilities over its length to the power of `lengthPenalty`. The
/// search of an item ends when `width` are finished and, unless `stopsEarly`, none that is running could still overtake the
/// worst of them as it stands.
struct BeamSearch {
    let width: Int
    let lengthPenalty: Double
    let stopsEarly: Bool

    private struct Beam {
        var tokens: [Int] = []
        var score = 0.0
    }

    /// One item of the batch.
    private struct Item {
        var running: [Beam]
        var finished: [Beam] = []
        var isDone = false
    }

    private struct Candidate {
        var beam: Int
        var token: Int
        var score: Double
    }

    init(width: Int, lengthPenalty: Double, stopsEarly: Bool) throws(SwiftgradError) {
        guard width >= 1 && width <= 1 << 12 else {
            throw .value("generate: num_beams must lie between 1 and \(1 << 12), got \(width)")
        }
        guard lengthPenalty.isFinite else {
            throw .value("generate: length_penalty must be finite, got \(lengthPenalty)")
        }
        self.width = width
        self.lengthPenalty = lengthPenalty
        self.stopsEarly = stopsEarly
    }

    /// The best new tokens of each prompt.
    func run(
        _ decoding: any Decoding, _ prompt: Tensor, after prompts: [[Int]], count: Int, stop: Set<Int>,
        _ sampler: TokenSampler
    ) throws(SwiftgradError) -> [[Int]] {
        guard count > 0 else { return prompts.map { _ in [] } }
        var items = prompts.map { _ in Item(running: [Beam()]) }
        var logits = try decoding.next(prompt)
        for step in 1...count {
            try Interruption.check()
            let histories = zip(items, prompts).flatMap { item, prompt in item.running.map { prompt + $0.tokens } }
            let scores = try sampler.penalised(logits.logSoftmax(axis: 1), after: histories)
            var (origins, row): ([Int], Int) = ([], 0)
            for position in items.indices {
                let beams = items[position].running.count
                let best = withExtendedLifetime(scores) {
                    candidates(scores, rows: row..<row + beams, items[position].running, stops: stop.count)
                }
                origins += advance(&items[position], best, step: step, isLast: step == count, stop).map { row + $0 }
                row += beams
            }
            if step == count || items.allSatisfy(\.isDone) { break }
            try decoding.select(origins)
            let last = items.flatMap { item in item.running.map { $0.tokens.last ?? 0 } }
            logits = try decoding.next(Tensor.integers(last).expandDims([1]))
        }
        return items.map { item in item.finished.max { $0.score < $1.score }?.tokens ?? [] }
    }

    /// The best continuations of an item, the best first: as many as leave `width` even if some of them stop.
    private func candidates(_ scores: Tensor, rows: Range<Int>, _ beams: [Beam], stops: Int) -> [Candidate] {
        let vocabulary = scores.shape[1]
        let values = scores.pointer.assumingMemoryBound(to: Double.self)
        let limit = max(2, 1 + stops) * width
        var best: [Candidate] = []
        for (beam, row) in rows.enumerated() {
            for token in 0..<vocabulary {
                let score = beams[beam].score + values[row * vocabulary + token]
                if best.count == limit, let last = best.last, !(score > last.score) { continue }
                let place = best.firstIndex { $0.score < score } ?? best.count
                best.insert(Candidate(beam: beam, token: token, score: score), at: place)
                if best.count > limit { best.removeLast() }
            }
        }
        return best
    }

    /// Finishes or continues the best candidates; returns the beam that each running one continues.
    private func advance(
        _ item: inout Item, _ best: [Candidate], step: Int, isLast: Bool, _ stop: Set<Int>
    ) -> [Int] {
        if item.isDone { return Array(item.running.indices) }
        var (running, origins): ([Beam], [Int]) = ([], [])
        func score(_ sum: Double) -> Double { sum / pow(Double(step), lengthPenalty) }
        for (rank, candidate) in best.enumerated() {
            let tokens = item.running[candidate.beam].tokens + [candidate.token]
            let isStopped = stop.contains(candidate.token)
            if (isStopped || isLast) && rank < width {
                item.finished.append(Beam(tokens: tokens, score: score(candidate.score)))
            }
            if !isStopped && running.count < width {
                running.append(Beam(tokens: tokens, score: candidate.score))
                origins.append(candidate.beam)
            }
        }
        item.finished.sort { $0.score > $1.score }
        item.finished.removeLast(max(0, item.finished.count - width))
        if running.isEmpty {
            item.isDone = true
            return Array(item.running.indices)
        }
        item.running = running
        if item.finished.count == width, let worst = item.finished.last, let first = running.first {
            item.isDone = stopsEarly || !(score(first.score) > worst.score)
        }
        return origins
    }
}
