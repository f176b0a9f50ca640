import Swiftgrad
import SwiftgradNN

/// The update of a diffusion model: noise of a random time is mixed into each sample, and the denoiser learns to say what
/// it was.
final class DiffusionStep: TrainingStep {
    let denoiser: ConditionalNetwork
    let settings: DiffusionTrainer.Settings
    let schedule: NoiseSchedule
    let updater: Updater
    private let lossGuard: LossGuard
    /// sqrt(ᾱ) and sqrt(1 - ᾱ) by time.
    private let signalRoots: Tensor
    private let noiseRoots: Tensor
    /// The shape of one sample, once there has been one.
    private(set) var sampleShape: [Int]?

    init(
        _ denoiser: Module, _ optimiser: Optimiser?, _ settings: DiffusionTrainer.Settings
    ) throws(SwiftgradError) {
        guard settings.labelDropping >= 0 && settings.labelDropping < 1 else {
            throw .value("DiffusionTrainer: label_dropout must lie in [0, 1), got \(settings.labelDropping)")
        }
        if let range = settings.range, !(range.lowerBound < range.upperBound && range.upperBound.isFinite) {
            throw .value("DiffusionTrainer: clip must be None or a low and a high number")
        }
        self.settings = settings
        schedule = try NoiseSchedule(settings.schedule, steps: settings.steps)
        self.denoiser = ConditionalNetwork(role: "denoiser", module: denoiser, classes: settings.classes.map { $0 + 1 })
        let own: Optimiser = if let optimiser { optimiser } else { try Adam(.object(denoiser), lr: 2e-4) }
        updater = try Updater(own, averaging: [("denoiser", denoiser)], settings.updates)
        lossGuard = LossGuard(stopsOnNaN: settings.updates.stopsOnNaN)
        signalRoots = try Tensor(schedule.signal.map { Float($0.squareRoot()) }, shape: [schedule.steps + 1])
        noiseRoots = try Tensor(schedule.signal.map { Float((1 - $0).squareRoot()) }, shape: [schedule.steps + 1])
    }

    var networks: [(name: String, module: Module)] { [("denoiser", denoiser.module)] }
    var optimisers: [(name: String, optimiser: Optimiser)] { [("optimizer", updater.optimiser)] }

    var ownState: [(key: String, value: Value)] {
        [("updater", .map(updater.state)), ("sample_shape", sampleShape.map { .list($0.map(Value.int)) } ?? .none)]
    }

    func restore(_ state: [(key: String, value: Value)]) throws(SwiftgradError) {
        var shape: [Int]?
        if case .list(let lengths)? = state.value("sample_shape") {
            var all: [Int] = []
            for case .int(let length) in lengths where length >= 0 { all.append(length) }
            guard all.count == lengths.count else { throw .value("the shape of a sample is a list of lengths") }
            shape = all
        }
        try updater.restore(state.value("updater"))
        sampleShape = shape
    }

    func update(_ batch: [Value], at place: TrainingPlace?) throws(SwiftgradError) -> StepResult {
        let data = try read(batch)
        return try GradMode.with(true) { () throws(SwiftgradError) in
            let random = Generator.shared.position
            let loss = try self.loss(data)
            let value = try lossGuard.check(loss, batch, at: place, in: networks, from: random) {
                () throws(SwiftgradError) in _ = try self.loss(data)
            }
            try updater(loss)
            return DiffusionStep.result(value, data)
        }
    }

    func evaluate(_ batch: [Value]) throws(SwiftgradError) -> StepResult {
        let data = try read(batch)
        return try withNoGrad { () throws(SwiftgradError) in
            let loss = try updater.withAverage { () throws(SwiftgradError) in try self.loss(data) }
            return DiffusionStep.result(try loss.item().number ?? .nan, data)
        }
    }

    private static func result(_ loss: Double, _ data: LabelledBatch) -> StepResult {
        let count = data.samples.shape[0]
        return StepResult([("loss", loss * Double(count), count)])
    }

    private func read(_ batch: [Value]) throws(SwiftgradError) -> LabelledBatch {
        let data = try LabelledBatch(batch, classes: settings.classes)
        let shape = Array(data.samples.shape.dropFirst())
        if shape != sampleShape {
            try settings.check(range: data.samples)
            sampleShape = shape
        }
        return data
    }

    /// The mean squared error of what the denoiser says at random times.
    private func loss(_ data: LabelledBatch) throws(SwiftgradError) -> Tensor {
        let x = data.samples
        let count = x.shape[0]
        let times = try Tensor.integers([count], low: 1, high: schedule.steps + 1)
        let noise = try Tensor.normal(x.shape, x.dtype)
        let column = [count] + [Int](repeating: 1, count: x.rank - 1)
        let signal = try signalRoots.take(times).cast(to: x.dtype).reshape(column)
        let spread = try noiseRoots.take(times).cast(to: x.dtype).reshape(column)
        let mixed = try signal * x + spread * noise
        let target = settings.prediction == .noise ? noise : try signal * noise - spread * x
        let output = try denoise(mixed, at: times, labels: data.labels.map(dropped))
        return try (output - target).square().mean()
    }

    /// Labels of which some are replaced by the number that stands for no class (Ho and Salimans, arXiv:2207.12598).
    private func dropped(_ labels: Tensor) throws(SwiftgradError) -> Tensor {
        guard let classes = settings.classes, settings.labelDropping > 0 else { return labels }
        let isDropped = try Tensor.bernoulli(labels.shape, probability: settings.labelDropping)
        return try .select(isDropped, Tensor.full([], Double(classes), .int64), labels)
    }

    /// What the denoiser says about samples at times 1...T; the network counts them from 0.
    func denoise(_ x: Tensor, at times: Tensor, labels: Tensor?) throws(SwiftgradError) -> Tensor {
        let numbers = try times - Tensor.full([], 1, .int64)
        let output = try denoiser.tensor(x, [numbers], labels: labels)
        guard output.shape == x.shape else {
            throw .value(
                "DiffusionTrainer: the denoiser gives \(Shape.text(output.shape)), the data are \(Shape.text(x.shape))")
        }
        return output
    }
}
