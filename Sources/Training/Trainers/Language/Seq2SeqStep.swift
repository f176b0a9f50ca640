import Swiftgrad
import SwiftgradNN

/// The update of a model from sequence to sequence: given the source and the true tokens so far (teacher forcing; Williams
/// and Zipser, 1989), it says the next.
final class Seq2SeqStep: TrainingStep {
    private let model: Module
    private let tokens: Seq2SeqTrainer.Tokens
    private let labelSmoothing: Double
    private let updater: Updater
    private let lossGuard: LossGuard

    init(
        _ model: Module, _ optimiser: Optimiser, _ tokens: Seq2SeqTrainer.Tokens, labelSmoothing: Double,
        _ settings: UpdateSettings
    ) throws(SwiftgradError) {
        self.model = model
        self.tokens = tokens
        self.labelSmoothing = labelSmoothing
        updater = try Updater(optimiser, averaging: [("model", model)], settings)
        lossGuard = LossGuard(stopsOnNaN: settings.stopsOnNaN)
    }

    var networks: [(name: String, module: Module)] { [("model", model)] }
    var optimisers: [(name: String, optimiser: Optimiser)] { [("optimizer", updater.optimiser)] }
    var ownState: [(key: String, value: Value)] { updater.state }

    func restore(_ state: [(key: String, value: Value)]) throws(SwiftgradError) { try updater.restore(.map(state)) }

    private struct Batch {
        let source: Tensor
        /// The start, then the target's tokens.
        let seen: Tensor
        /// The target's tokens, then the end; `TokenMasking.ignored` after it.
        let wanted: Tensor
    }

    func update(_ batch: [Value], at place: TrainingPlace?) throws(SwiftgradError) -> StepResult {
        let data = try read(batch)
        return try GradMode.with(true) { () throws(SwiftgradError) in
            let random = Generator.shared.position
            let (loss, logits) = try compute(data)
            let value = try lossGuard.check(loss, batch, at: place, in: networks, from: random) {
                () throws(SwiftgradError) in _ = try compute(data)
            }
            try updater(loss)
            return try result(value, logits.detach(), data.wanted)
        }
    }

    func evaluate(_ batch: [Value]) throws(SwiftgradError) -> StepResult {
        let data = try read(batch)
        return try withNoGrad { () throws(SwiftgradError) in
            let (loss, logits) = try updater.withAverage { () throws(SwiftgradError) in try compute(data) }
            return try result(loss.item().number ?? .nan, logits, data.wanted)
        }
    }

    private func compute(_ data: Batch) throws(SwiftgradError) -> (loss: Tensor, logits: Tensor) {
        guard case .tensor(let logits) = try model.call([.tensor(data.source), .tensor(data.seen)]) else {
            throw .type("the model must return a tensor of logits")
        }
        let loss = try TokenLoss.value(
            logits, data.wanted, labelSmoothing: labelSmoothing, trainer: "Seq2SeqTrainer")
        return (loss, logits)
    }

    /// Loss and accuracy by token, and how many sequences are right as a whole.
    private func result(_ loss: Double, _ logits: Tensor, _ wanted: Tensor) throws(SwiftgradError) -> StepResult {
        let (guesses, truths) = (try logits.argmax(axis: 2).integers(), try wanted.integers())
        let (rows, length) = (wanted.shape[0], wanted.shape[1])
        var (hits, count, whole) = (0, 0, 0)
        for row in 0..<rows {
            var isRight = true
            for position in row * length..<(row + 1) * length where truths[position] != TokenMasking.ignored {
                count += 1
                if guesses[position] == truths[position] { hits += 1 } else { isRight = false }
            }
            if isRight { whole += 1 }
        }
        return StepResult([
            ("loss", loss * Double(count), count), ("accuracy", Double(hits), count),
            ("sequence_accuracy", Double(whole), rows),
        ])
    }

    private func read(_ batch: [Value]) throws(SwiftgradError) -> Batch {
        guard batch.count == 2, case .tensor(let source) = batch[0], case .tensor(let target) = batch[1],
            target.rank == 2, target.dtype.isInteger, source.rank >= 2, source.shape[0] == target.shape[0]
        else { throw .value("a batch must be sources (N, ...) and targets (N, T), integers") }
        let (rows, length) = (target.shape[0], target.shape[1])
        guard rows > 0 else { throw .value("the batch is empty: targets \(Shape.text(target.shape))") }
        let given = try target.integers()
        let seen = try Tensor.full([rows, length + 1], Double(tokens.padding), .int64)
        let wanted = try Tensor.full([rows, length + 1], Double(TokenMasking.ignored), .int64)
        withExtendedLifetime((seen, wanted)) {
            let inputs = seen.pointer.assumingMemoryBound(to: Int64.self)
            let outputs = wanted.pointer.assumingMemoryBound(to: Int64.self)
            for row in 0..<rows {
                let sequence = given[row * length..<(row + 1) * length].prefix { $0 != tokens.padding }
                let start = row * (length + 1)
                inputs[start] = Int64(tokens.start)
                for (position, token) in sequence.enumerated() {
                    inputs[start + position + 1] = Int64(token)
                    outputs[start + position] = Int64(token)
                }
                outputs[start + sequence.count] = Int64(tokens.end)
            }
        }
        return Batch(source: source.detach(), seen: seen, wanted: wanted)
    }

    /// The likeliest tokens after a start, one by one, until every sequence has ended (rows, length); padding after the end.
    func translate(_ source: Tensor, count: Int) throws(SwiftgradError) -> Tensor {
        try with(training: false) { () throws(SwiftgradError) in
            try withNoGrad { () throws(SwiftgradError) in
                try updater.withAverage { () throws(SwiftgradError) in try decode(source, count: count) }
            }
        }
    }

    private func decode(_ source: Tensor, count: Int) throws(SwiftgradError) -> Tensor {
        let rows = source.shape[0]
        var seen = try Tensor.full([rows, 1], Double(tokens.start), .int64)
        var hasEnded = [Bool](repeating: false, count: rows)
        for step in 0..<count where hasEnded.contains(false) {
            guard case .tensor(let logits) = try model.call([.tensor(source), .tensor(seen)]), logits.rank == 3,
                logits.shape[1] == step + 1
            else { throw .value("translate: the model must give logits (N, \(step + 1), vocabulary)") }
            let last = try logits.slice(axis: 1, step..<step + 1).squeeze([1]).argmax(axis: 1).integers()
            let next = try Tensor.full([rows, 1], Double(tokens.padding), .int64)
            withExtendedLifetime(next) {
                let elements = next.pointer.assumingMemoryBound(to: Int64.self)
                for row in 0..<rows where !hasEnded[row] {
                    if last[row] == tokens.end { hasEnded[row] = true } else { elements[row] = Int64(last[row]) }
                }
            }
            seen = try .concat([seen, next], axis: 1)
        }
        return try seen.slice(axis: 1, 1..<seen.shape[1])
    }
}
