import Swiftgrad
import SwiftgradNN

/// The update of an autoencoder: the error of the reconstruction from what may be a damaged copy of the data, and a price on
/// codes that are not sparse.
final class AutoencoderStep: TrainingStep {
    let encoder: ConditionalNetwork
    let decoder: ConditionalNetwork
    let settings: AutoencoderTrainer.Settings
    private let updater: Updater
    private let lossGuard: LossGuard

    init(
        _ encoder: Module, _ decoder: Module, _ optimiser: Optimiser?, _ settings: AutoencoderTrainer.Settings
    ) throws(SwiftgradError) {
        try settings.check()
        self.settings = settings
        self.encoder = ConditionalNetwork(role: "encoder", module: encoder, classes: nil)
        self.decoder = ConditionalNetwork(role: "decoder", module: decoder, classes: nil)
        updater = try Updater.forPair(encoder, decoder, optimiser, settings.updates)
        lossGuard = LossGuard(stopsOnNaN: settings.updates.stopsOnNaN)
    }

    var networks: [(name: String, module: Module)] { [("encoder", encoder.module), ("decoder", decoder.module)] }
    var optimisers: [(name: String, optimiser: Optimiser)] { [("optimizer", updater.optimiser)] }
    var ownState: [(key: String, value: Value)] { [("updater", .map(updater.state))] }

    func restore(_ state: [(key: String, value: Value)]) throws(SwiftgradError) {
        try updater.restore(state.value("updater"))
    }

    func update(_ batch: [Value], at place: TrainingPlace?) throws(SwiftgradError) -> StepResult {
        let x = try LabelledBatch(batch, classes: nil).samples
        return try GradMode.with(true) { () throws(SwiftgradError) in
            let random = Generator.shared.position
            let parts = try self.parts(x, damaged: true)
            let value = try lossGuard.check(parts.loss, batch, at: place, in: networks, from: random) {
                () throws(SwiftgradError) in _ = try self.parts(x, damaged: true)
            }
            try updater(parts.loss)
            return try result(value, parts.error, parts.price, x)
        }
    }

    func evaluate(_ batch: [Value]) throws(SwiftgradError) -> StepResult {
        let x = try LabelledBatch(batch, classes: nil).samples
        return try withNoGrad { () throws(SwiftgradError) in
            let parts = try updater.withAverage { () throws(SwiftgradError) in try self.parts(x, damaged: false) }
            return try result(parts.loss.item().number ?? .nan, parts.error, parts.price, x)
        }
    }

    /// The loss, the error of the reconstruction, and the price on the code where there is one.
    private func parts(
        _ x: Tensor, damaged: Bool
    ) throws(SwiftgradError) -> (loss: Tensor, error: Tensor, price: Tensor?) {
        var input = x
        if damaged, let corruption = settings.corruption { input = try corruption.damaged(x) }
        let code = try encoder.tensor(input, labels: nil)
        let output = try decoder.tensor(code, labels: nil)
        let error =
            try settings.reconstruction.sum(output, x, trainer: "AutoencoderTrainer") / Double(max(1, x.count))
        guard settings.sparsity > 0 else { return (error, error, nil) }
        let price = try settings.sparsityKind.price(code) * settings.sparsity
        return (try error + price, error, price)
    }

    private func result(
        _ loss: Double, _ error: Tensor, _ price: Tensor?, _ x: Tensor
    ) throws(SwiftgradError) -> StepResult {
        let count = x.shape[0]
        var entries = [(name: "loss", sum: loss * Double(count), count: count)]
        if let price {
            entries.append(("reconstruction", (try error.detach().item().number ?? .nan) * Double(count), count))
            entries.append(("sparsity", (try price.detach().item().number ?? .nan) * Double(count), count))
        }
        return StepResult(entries)
    }

    /// Reconstructions of undamaged data.
    func predict(_ batch: [Value], hasTarget: Bool) throws(SwiftgradError) -> Tensor {
        try reconstruct(LabelledBatch(batch, classes: nil).samples)
    }

    private func reconstruct(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try updater.withAverage { () throws(SwiftgradError) in
            try settings.reconstruction.data(decoder.tensor(encoder.tensor(x, labels: nil), labels: nil))
        }
    }

    /// Codes of undamaged data.
    func encode(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try updater.withAverage { () throws(SwiftgradError) in try encoder.tensor(x, labels: nil) }
    }

    /// The mean squared error of each sample's reconstruction (N,).
    func anomalyScore(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        let output = try reconstruct(x)
        guard output.shape == x.shape else {
            throw .value(
                "AutoencoderTrainer: the decoder gives \(Shape.text(output.shape)), the data are \(Shape.text(x.shape))"
            )
        }
        let squares = try (output - x).square()
        return x.rank > 1 ? try squares.flatten(from: 1).mean(axes: [1]) : squares
    }
}
