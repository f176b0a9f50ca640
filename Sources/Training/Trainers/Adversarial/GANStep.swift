import Swiftgrad
import SwiftgradKernels
import SwiftgradNN

/// The update of a generative adversarial network: the discriminator learns from every batch, the generator from every
/// `criticSteps`-th.
///
/// The fakes are made once. The discriminator sees them cut off from the tape, so its update reaches no weight, gradient or
/// buffer of the generator; then the generator learns through the discriminator's new weights, which are frozen meanwhile,
/// so its update leaves no gradient there. Where the generator does not learn, its buffers (the statistics of batch norms)
/// are put back.
final class GANStep: TrainingStep {
    let generator: ConditionalNetwork
    let discriminator: ConditionalNetwork
    let settings: GANTrainer.Settings
    private let generatorUpdater: Updater
    private let discriminatorUpdater: Updater
    private let lossGuard: LossGuard
    /// Batches so far.
    private var count = 0

    init(
        _ generator: Module, _ discriminator: Module, _ generatorOptimiser: Optimiser?,
        _ discriminatorOptimiser: Optimiser?, _ settings: GANTrainer.Settings
    ) throws(SwiftgradError) {
        guard settings.latentDimension >= 1 && settings.latentDimension < 1 << 31 else {
            throw .value("GANTrainer: latent_dim must be at least 1, got \(settings.latentDimension)")
        }
        guard settings.criticSteps >= 1 && settings.criticSteps < 1 << 31 else {
            throw .value("GANTrainer: critic_steps must be at least 1, got \(settings.criticSteps)")
        }
        guard settings.classes.map({ 1..<1 << 31 ~= $0 }) ?? true else {
            throw .value("GANTrainer: num_classes must be at least 1, got \(settings.classes ?? 0)")
        }
        guard settings.penalty >= 0 && settings.penalty.isFinite && settings.clip > 0 else {
            throw .value("GANTrainer: penalty must not be negative and clip must be positive")
        }
        guard generator !== discriminator else {
            throw .value("GANTrainer: generator and discriminator must be two networks")
        }
        self.settings = settings
        self.generator = ConditionalNetwork(role: "generator", module: generator, classes: settings.classes)
        self.discriminator = ConditionalNetwork(role: "discriminator", module: discriminator, classes: settings.classes)
        generatorUpdater = try Updater(
            settings.loss.optimiser(generatorOptimiser, of: generator), averaging: [("generator", generator)],
            settings.updates)
        discriminatorUpdater = try Updater(
            settings.loss.optimiser(discriminatorOptimiser, of: discriminator), averaging: [], settings.updates)
        lossGuard = LossGuard(stopsOnNaN: settings.updates.stopsOnNaN)
    }

    var networks: [(name: String, module: Module)] {
        [("generator", generator.module), ("discriminator", discriminator.module)]
    }

    var optimisers: [(name: String, optimiser: Optimiser)] {
        [
            ("generator_optimizer", generatorUpdater.optimiser),
            ("discriminator_optimizer", discriminatorUpdater.optimiser),
        ]
    }

    func update(_ batch: [Value], at place: TrainingPlace?) throws(SwiftgradError) -> StepResult {
        let data = try LabelledBatch(batch, classes: settings.classes)
        let updatesGenerator = (count + 1) % settings.criticSteps == 0
        return try GradMode.with(true) { () throws(SwiftgradError) in
            let random = Generator.shared.position
            let fake = try fakes(like: data, recording: updatesGenerator)
            var (report, loss) = try judge(data, fake.detach())
            if settings.loss == .gradientPenalty {
                let penalty = try GradientPenalty(discriminator).value(data.samples, fake.detach(), labels: data.labels)
                loss = try loss + penalty * settings.penalty
                report.entries.append(try entry("gradient_penalty", penalty, data))
            }
            let value = try lossGuard.check(
                loss, named: "loss of the discriminator", batch, at: place, in: networks, from: random
            ) { () throws(SwiftgradError) in _ = try judge(data, fakes(like: data, recording: updatesGenerator)) }
            report.entries[0].sum = value * Double(data.samples.shape[0])
            guard updatesGenerator else {
                try updateDiscriminator(loss)
                return report
            }
            let undo = StepUndo.isNeeded(networks) ? try StepUndo(discriminatorUpdater.optimiser) : nil
            let (pending, batches) = (discriminatorUpdater.pending, count)
            try updateDiscriminator(loss)
            do throws(SwiftgradError) {
                let own = try updateGenerator(fake, data, batch, at: place, from: random)
                report.entries.insert(try entry("g_loss", own, data), at: 1)
            } catch {
                undo?()
                if undo != nil { (discriminatorUpdater.pending, count) = (pending, batches) }
                throw error
            }
            return report
        }
    }

    private func updateDiscriminator(_ loss: Tensor) throws(SwiftgradError) {
        if try discriminatorUpdater(loss), settings.loss == .wasserstein { try clipWeights() }
        count += 1
    }

    /// The generator's loss, from which it has learnt.
    private func updateGenerator(
        _ fake: Tensor, _ data: LabelledBatch, _ batch: [Value], at place: TrainingPlace?, from random: RandomState
    ) throws(SwiftgradError) -> Tensor {
        try withFrozenDiscriminator { () throws(SwiftgradError) in
            let own = try settings.loss.generator(fake: discriminator.tensor(fake, labels: data.labels))
            _ = try lossGuard.check(
                own, named: "loss of the generator", batch, at: place, in: networks, from: random
            ) { () throws(SwiftgradError) in
                _ = try discriminator.tensor(fakes(like: data, recording: true), labels: data.labels)
            }
            try generatorUpdater(own)
            return own
        }
    }

    func evaluate(_ batch: [Value]) throws(SwiftgradError) -> StepResult {
        let data = try LabelledBatch(batch, classes: settings.classes)
        return try withNoGrad { () throws(SwiftgradError) in
            let fake = try generatorUpdater.withAverage { () throws(SwiftgradError) in
                try fakes(like: data, recording: true)
            }
            var (report, _) = try judge(data, fake)
            let own = try settings.loss.generator(fake: discriminator.tensor(fake, labels: data.labels))
            report.entries.insert(try entry("g_loss", own, data), at: 1)
            return report
        }
    }

    /// Samples of the averaged generator, in evaluation mode, off the tape.
    func sample(_ count: Int, labels: Tensor?) throws(SwiftgradError) -> Tensor {
        let latent = try Tensor.normal([count, settings.latentDimension], dtype)
        return try with(training: false) { () throws(SwiftgradError) in
            try generatorUpdater.withAverage { () throws(SwiftgradError) in
                try SampleBatches.concatenated(count) { range throws(SwiftgradError) in
                    try generator.tensor(
                        latent.slice(axis: 0, range),
                        labels: labels.map { labels throws(SwiftgradError) in try labels.slice(axis: 0, range) })
                }
            }
        }
    }

    private var dtype: DType { generator.module.parameters.first?.dtype ?? .float32 }

    /// As many fakes as there are samples, of their labels. Without recording the generator keeps its buffers.
    private func fakes(like data: LabelledBatch, recording: Bool) throws(SwiftgradError) -> Tensor {
        let latent = try Tensor.normal([data.samples.shape[0], settings.latentDimension], dtype)
        let fake: Tensor
        if recording {
            fake = try generator.tensor(latent, labels: data.labels)
        } else {
            fake = try generator.module.keepingBuffers { () throws(SwiftgradError) in
                try withNoGrad { () throws(SwiftgradError) in try generator.tensor(latent, labels: data.labels) }
            }
        }
        guard fake.shape == data.samples.shape else {
            throw .value(
                "GANTrainer: the generator gives \(Shape.text(fake.shape)), the data are "
                    + Shape.text(data.samples.shape))
        }
        return fake
    }

    /// The discriminator's loss, and how it does: its accuracy and mean scores.
    private func judge(_ data: LabelledBatch, _ fake: Tensor) throws(SwiftgradError) -> (StepResult, Tensor) {
        let real = try discriminator.tensor(data.samples, labels: data.labels)
        let scores = try discriminator.tensor(fake, labels: data.labels)
        guard real.shape.first == data.samples.shape[0], real.shape == scores.shape, real.dtype.isFloating else {
            throw .value(
                "GANTrainer: the discriminator must give a score for each sample, (\(data.samples.shape[0]), ...), got "
                    + Shape.text(real.shape))
        }
        let loss = try settings.loss.discriminator(real: real, fake: scores)
        var report = StepResult([try entry("d_loss", loss, data)])
        if let threshold = settings.loss.threshold {
            let edge = try Tensor.full([], threshold, real.dtype)
            let right = try withNoGrad { () throws(SwiftgradError) in
                try (real.greater(edge).cast(to: .float32).mean() + scores.less(edge).cast(to: .float32).mean()) * 0.5
            }
            report.entries.append(try entry("d_accuracy", right, data))
        }
        report.entries.append(try entry("real_score", real.detach().mean(), data))
        report.entries.append(try entry("fake_score", scores.detach().mean(), data))
        return (report, loss)
    }

    private func entry(
        _ name: String, _ value: Tensor, _ data: LabelledBatch
    ) throws(SwiftgradError) -> (name: String, sum: Double, count: Int) {
        let samples = data.samples.shape[0]
        return (name, (try value.detach().item().number ?? .nan) * Double(samples), samples)
    }

    private func withFrozenDiscriminator<Result>(
        _ body: () throws(SwiftgradError) -> Result
    ) throws(SwiftgradError) -> Result {
        let trained = discriminator.module.parameters.filter(\.requiresGrad)
        for parameter in trained { try parameter.setRequiresGrad(false) }
        defer { for parameter in trained { try? parameter.setRequiresGrad(true) } }
        return try body()
    }

    private func clipWeights() throws(SwiftgradError) {
        try withNoGrad { () throws(SwiftgradError) in
            for parameter in discriminator.module.parameters where parameter.requiresGrad {
                try parameter.overwrite(with: parameter.detach().limited(to: -settings.clip...settings.clip))
            }
        }
    }

    var ownState: [(key: String, value: Value)] {
        [
            ("count", .int(count)), ("generator", .map(generatorUpdater.state)),
            ("discriminator", .map(discriminatorUpdater.state)),
        ]
    }

    func restore(_ state: [(key: String, value: Value)]) throws(SwiftgradError) {
        guard case .int(let count)? = state.value("count"), (0..<Int.max / 2).contains(count) else {
            throw .value("the state of a GANTrainer has 'count'")
        }
        let before = Value.map(generatorUpdater.state)
        try generatorUpdater.restore(state.value("generator"))
        do throws(SwiftgradError) { try discriminatorUpdater.restore(state.value("discriminator")) } catch {
            try generatorUpdater.restore(before)
            throw error
        }
        self.count = count
    }
}
