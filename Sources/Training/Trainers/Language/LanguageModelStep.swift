import Swiftgrad
import SwiftgradNN

/// The update of a language model: cross-entropy of the next token, or of hidden ones.
final class LanguageModelStep: TrainingStep {
    private let model: Module
    private let masking: TokenMasking?
    private let padding: Int?
    private let labelSmoothing: Double
    private let updater: Updater
    private let lossGuard: LossGuard

    init(
        _ model: Module, _ optimiser: Optimiser, masking: TokenMasking?, padding: Int?, labelSmoothing: Double,
        _ settings: UpdateSettings
    ) throws(SwiftgradError) {
        self.model = model
        self.masking = masking
        self.padding = padding
        self.labelSmoothing = labelSmoothing
        updater = try Updater(optimiser, averaging: [("model", model)], settings)
        lossGuard = LossGuard(stopsOnNaN: settings.stopsOnNaN)
    }

    var networks: [(name: String, module: Module)] { [("model", model)] }
    var optimisers: [(name: String, optimiser: Optimiser)] { [("optimizer", updater.optimiser)] }
    var ownState: [(key: String, value: Value)] { updater.state }

    func restore(_ state: [(key: String, value: Value)]) throws(SwiftgradError) { try updater.restore(.map(state)) }

    func update(_ batch: [Value], at place: TrainingPlace?) throws(SwiftgradError) -> StepResult {
        let random = Generator.shared.position
        let (inputs, targets) = try read(batch)
        return try GradMode.with(true) { () throws(SwiftgradError) in
            let loss = try self.loss(inputs, targets)
            let value = try lossGuard.check(loss, batch, at: place, in: networks, from: random) {
                () throws(SwiftgradError) in _ = try self.loss(inputs, targets)
            }
            try updater(loss)
            return try result(value, targets)
        }
    }

    func evaluate(_ batch: [Value]) throws(SwiftgradError) -> StepResult {
        let (inputs, targets) = try read(batch)
        return try withNoGrad { () throws(SwiftgradError) in
            let loss = try updater.withAverage { () throws(SwiftgradError) in try self.loss(inputs, targets) }
            return try result(loss.item().number ?? .nan, targets)
        }
    }

    /// The mean is over the tokens that count.
    private func result(_ loss: Double, _ targets: Tensor) throws(SwiftgradError) -> StepResult {
        let ignored = try Tensor.full([], Double(TokenMasking.ignored), .int64)
        let count = Int(try targets.notEqual(ignored).sum().item().number ?? 0)
        return StepResult([("loss", loss * Double(count), count)])
    }

    /// Logits for tokens.
    func predict(_ batch: [Value], hasTarget: Bool) throws(SwiftgradError) -> Tensor {
        try updater.withAverage { () throws(SwiftgradError) in
            guard case .tensor(let logits) = try model.call(hasTarget ? batch.dropLast() : batch) else {
                throw .type("predict: the model must return a tensor")
            }
            return logits
        }
    }

    /// What the model sees and what it should say, both (N, L).
    private func read(_ batch: [Value]) throws(SwiftgradError) -> (inputs: Tensor, targets: Tensor) {
        guard 1...2 ~= batch.count, case .tensor(let tokens)? = batch.first, tokens.rank == 2, tokens.dtype.isInteger
        else {
            throw .value("a batch must be tokens (N, L), integers, or tokens and the targets (N, L) of each")
        }
        let given = try tokens.detach().cast(to: .int64)
        guard given.count > 0 else { throw .value("the batch is empty: tokens \(Shape.text(tokens.shape))") }
        if let masking {
            guard batch.count == 1 else { throw .value("with objective='masked' a batch is tokens alone") }
            return try masking.hidden(given)
        }
        if batch.count == 2 {
            guard case .tensor(let targets) = batch[1], targets.shape == tokens.shape, targets.dtype.isInteger else {
                throw .value("the targets must be integers of the tokens' shape \(Shape.text(tokens.shape))")
            }
            return (given, try ignoringPadding(targets.detach().cast(to: .int64)))
        }
        let length = given.shape[1]
        guard length >= 2 else { throw .value("the next token needs sequences of 2 or more, got \(length)") }
        return (
            try given.slice(axis: 1, 0..<length - 1), try ignoringPadding(given.slice(axis: 1, 1..<length))
        )
    }

    private func ignoringPadding(_ targets: Tensor) throws(SwiftgradError) -> Tensor {
        guard let padding else { return targets }
        let isPadding = try targets.equal(Tensor.full([], Double(padding), .int64))
        return try .select(isPadding, Tensor.full([], Double(TokenMasking.ignored), .int64), targets)
    }

    private func loss(_ inputs: Tensor, _ targets: Tensor) throws(SwiftgradError) -> Tensor {
        guard case .tensor(let logits) = try model.call([.tensor(inputs)]) else {
            throw .type("the model must return a tensor of logits")
        }
        return try TokenLoss.value(logits, targets, labelSmoothing: labelSmoothing, trainer: "LanguageModelTrainer")
    }
}

/// Cross-entropy of logits (N, L, vocabulary) and tokens (N, L), those equal to `TokenMasking.ignored` left out.
enum TokenLoss {
    static func value(
        _ logits: Tensor, _ targets: Tensor, labelSmoothing: Double, trainer: String
    ) throws(SwiftgradError) -> Tensor {
        guard logits.rank == 3, Array(logits.shape.prefix(2)) == targets.shape else {
            throw .value(
                "\(trainer): the model must give logits (\(targets.shape[0]), \(targets.shape[1]), vocabulary), got "
                    + Shape.text(logits.shape))
        }
        return try .crossEntropy(
            logits.reshape([targets.count, logits.shape[2]]), targets.reshape([targets.count]),
            ignoreIndex: TokenMasking.ignored, labelSmoothing: labelSmoothing)
    }
}
