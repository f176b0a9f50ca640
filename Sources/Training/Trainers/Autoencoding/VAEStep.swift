import Swiftgrad
import SwiftgradNN

/// The update of a variational autoencoder: the evidence lower bound of each batch, with the code drawn by
/// reparametrisation.
final class VAEStep: TrainingStep {
    let encoder: ConditionalNetwork
    let decoder: ConditionalNetwork
    let settings: VAETrainer.Settings
    private let updater: Updater
    private let lossGuard: LossGuard
    /// Updates so far.
    private var count = 0

    init(
        _ encoder: Module, _ decoder: Module, _ optimiser: Optimiser?, _ settings: VAETrainer.Settings
    ) throws(SwiftgradError) {
        guard 1..<1 << 31 ~= settings.latentDimension else {
            throw .value("VAETrainer: latent_dim must be at least 1, got \(settings.latentDimension)")
        }
        guard settings.beta >= 0 && settings.beta.isFinite, settings.warmup >= 0 else {
            throw .value(
                "VAETrainer: beta and kl_warmup must not be negative, got \(settings.beta) and \(settings.warmup)")
        }
        self.settings = settings
        self.encoder = ConditionalNetwork(role: "encoder", module: encoder, classes: settings.classes)
        self.decoder = ConditionalNetwork(role: "decoder", module: decoder, classes: settings.classes)
        updater = try Updater.forPair(encoder, decoder, optimiser, settings.updates)
        lossGuard = LossGuard(stopsOnNaN: settings.updates.stopsOnNaN)
    }

    var networks: [(name: String, module: Module)] { [("encoder", encoder.module), ("decoder", decoder.module)] }
    var optimisers: [(name: String, optimiser: Optimiser)] { [("optimizer", updater.optimiser)] }
    var ownState: [(key: String, value: Value)] { [("count", .int(count)), ("updater", .map(updater.state))] }

    func restore(_ state: [(key: String, value: Value)]) throws(SwiftgradError) {
        guard case .int(let count)? = state.value("count"), (0..<Int.max / 2).contains(count) else {
            throw .value("the state of a VAETrainer has 'count'")
        }
        try updater.restore(state.value("updater"))
        self.count = count
    }

    /// The weight of the divergence at this update: it grows to beta over the first `warmup` updates (Bowman et al.,
    /// arXiv:1511.06349).
    private var beta: Double {
        settings.warmup > count ? settings.beta * Double(count + 1) / Double(settings.warmup) : settings.beta
    }

    func update(_ batch: [Value], at place: TrainingPlace?) throws(SwiftgradError) -> StepResult {
        let data = try LabelledBatch(batch, classes: settings.classes)
        return try GradMode.with(true) { () throws(SwiftgradError) in
            let (beta, random) = (beta, Generator.shared.position)
            let (error, divergence) = try parts(data)
            let loss = beta == 1 ? try error + divergence : try error + divergence * beta
            let value = try lossGuard.check(loss, batch, at: place, in: networks, from: random) {
                () throws(SwiftgradError) in _ = try parts(data)
            }
            try updater(loss)
            count += 1
            return try result(value, error, divergence, data)
        }
    }

    func evaluate(_ batch: [Value]) throws(SwiftgradError) -> StepResult {
        let data = try LabelledBatch(batch, classes: settings.classes)
        return try withNoGrad { () throws(SwiftgradError) in
            let (error, divergence) = try updater.withAverage { () throws(SwiftgradError) in
                try parts(data)
            }
            let loss = try error + divergence * settings.beta
            return try result(loss.item().number ?? .nan, error, divergence, data)
        }
    }

    /// Reconstruction error and divergence, each summed over a sample's elements and averaged over the samples.
    private func parts(
        _ data: LabelledBatch
    ) throws(SwiftgradError) -> (error: Tensor, divergence: Tensor) {
        let samples = Double(data.samples.shape[0])
        let (mean, logVariance) = try encode(data.samples, labels: data.labels)
        let noise = try Tensor.normal(mean.shape, mean.dtype)
        let code = try mean + noise * (logVariance * 0.5).exp()
        let output = try decoder.tensor(code, labels: data.labels)
        let error = try settings.reconstruction.sum(output, data.samples, trainer: "VAETrainer")
        let scale = settings.reconstruction == .squaredError ? 0.5 / samples : 1 / samples
        let divergence = try (mean.square() + logVariance.exp() - logVariance - 1).sum() * (0.5 / samples)
        return (try error * scale, divergence)
    }

    private func result(
        _ loss: Double, _ error: Tensor, _ divergence: Tensor, _ data: LabelledBatch
    ) throws(SwiftgradError) -> StepResult {
        let count = data.samples.shape[0]
        let (error, divergence) = (
            try error.detach().item().number ?? .nan, try divergence.detach().item().number ?? .nan
        )
        return StepResult(
            [("loss", loss), ("reconstruction", error), ("kl", divergence), ("elbo", -error - divergence)].map {
                (name: $0.0, sum: $0.1 * Double(count), count: count)
            })
    }

    /// Mean and logarithm of the variance, each (N, latent).
    func encode(_ x: Tensor, labels: Tensor?) throws(SwiftgradError) -> (mean: Tensor, logVariance: Tensor) {
        let output = try encoder(x, labels: labels)
        let latent = settings.latentDimension
        switch output {
        case .tensor(let both) where both.shape == [x.shape[0], 2 * latent]:
            return (try both.slice(axis: 1, 0..<latent), try both.slice(axis: 1, latent..<2 * latent))
        case .list(let items):
            let expected = [x.shape[0], latent]
            if items.count == 2, case .tensor(let mean) = items[0], case .tensor(let logVariance) = items[1],
                mean.shape == expected, logVariance.shape == expected
            {
                return (mean, logVariance)
            }
        default: break
        }
        var got = output.kindName
        if case .tensor(let tensor) = output { got = Shape.text(tensor.shape) }
        throw .value(
            "VAETrainer: the encoder must give mean and log variance side by side, (\(x.shape[0]), \(2 * latent)), or as two "
                + "tensors (\(x.shape[0]), \(latent)), got \(got)")
    }

    /// What the codes (N, latent) stand for, as data.
    func decode(_ code: Tensor, labels: Tensor?) throws(SwiftgradError) -> Tensor {
        try settings.reconstruction.data(decoder.tensor(code, labels: labels))
    }

    /// Runs `body` in evaluation mode, off the tape, with the averaged weights.
    func answering<Result>(_ body: () throws(SwiftgradError) -> Result) throws(SwiftgradError) -> Result {
        try with(training: false) { () throws(SwiftgradError) in
            try withNoGrad { () throws(SwiftgradError) in try updater.withAverage(body) }
        }
    }

    /// The reconstruction of a batch, from the mean of its code.
    func predict(_ batch: [Value], hasTarget: Bool) throws(SwiftgradError) -> Tensor {
        let data = try LabelledBatch(batch, classes: settings.classes)
        return try updater.withAverage { () throws(SwiftgradError) in
            try decode(encode(data.samples, labels: data.labels).mean, labels: data.labels)
        }
    }
}
