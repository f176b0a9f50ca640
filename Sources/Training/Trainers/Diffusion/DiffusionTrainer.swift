import Swiftgrad
import SwiftgradNN

/// Trains the denoiser of a diffusion model (Ho et al., arXiv:2006.11239).
public final class DiffusionTrainer: Trainer {
    /// What the denoiser says of x = sqrt(ᾱ) x̂ + sqrt(1 - ᾱ) ε.
    public enum Prediction: String, Sendable {
        /// ε.
        case noise = "epsilon"
        /// sqrt(ᾱ) ε - sqrt(1 - ᾱ) x̂ (Salimans and Ho, arXiv:2202.00512).
        case velocity = "v"
    }

    public struct Settings: Sendable {
        public var steps = 1000
        public var schedule = NoiseSchedule.Kind.cosine
        public var prediction = Prediction.noise
        /// Classes of a conditional one.
        public var classes: Int?
        /// The part of the labels that is left out in training, for guidance.
        public var labelDropping = 0.1
        /// Where the data lie; the sampler keeps its guesses there.
        public var range: ClosedRange<Double>? = -1...1
        public var updates = UpdateSettings()

        public init() { updates.averageDecay = 0.999 }

        func check(range data: Tensor) throws(SwiftgradError) {
            guard let range, data.count > 0 else { return }
            let high = try data.maximum().item().number ?? .nan
            let low = try -((-data).maximum().item().number ?? .nan)
            guard low < range.lowerBound - 1e-3 || high > range.upperBound + 1e-3 else { return }
            throw .value(
                "DiffusionTrainer: the data go from \(low) to \(high) and clip from \(range.lowerBound) to "
                    + "\(range.upperBound); scale them, or set clip (None for no limit)")
        }
    }

    private let diffusion: DiffusionStep

    /// The optimiser is Adam(lr=2e-4) unless given.
    public init(
        _ denoiser: Module, optimiser: Optimiser? = nil, _ settings: Settings = Settings()
    ) throws(SwiftgradError) {
        diffusion = try DiffusionStep(denoiser, optimiser, settings)
        super.init(diffusion)
    }

    /// `count` samples of the classes `labels` or random ones, in `steps` steps (all of the training's unless given); `eta`
    /// 1 is DDPM, 0 DDIM.
    public func sample(
        _ count: Int, labels: Value = .none, steps: Int? = nil, eta: Double = 1, guidance: Double = 1,
        shape: [Int]? = nil
    ) throws(SwiftgradError) -> Tensor {
        try occupancy.hold { () throws(SwiftgradError) in
            try SampleBatches.check(count)
            guard let shape = shape ?? diffusion.sampleShape else {
                throw .value("sample: the shape of a sample is not known before the first batch; give shape")
            }
            let steps = steps ?? diffusion.schedule.steps
            guard 1...diffusion.schedule.steps ~= steps else {
                throw .value("sample: steps must lie in 1...\(diffusion.schedule.steps), got \(steps)")
            }
            guard 0...1 ~= eta, guidance.isFinite else {
                throw .value("sample: eta must lie in 0...1 and guidance be finite, got \(eta) and \(guidance)")
            }
            guard guidance == 1 || diffusion.settings.classes != nil else {
                throw .value("sample: guidance needs a trainer with num_classes")
            }
            let labels = try LabelledBatch.requested(labels, count: count, classes: diffusion.settings.classes)
            let dtype = diffusion.denoiser.module.parameters.first?.dtype ?? .float32
            let start = try Tensor.normal([count] + shape, dtype)
            let sampler = DiffusionSampler(
                step: diffusion, times: diffusion.schedule.times(steps), eta: eta, guidance: guidance)
            return try diffusion.with(training: false) { () throws(SwiftgradError) in
                try diffusion.updater.withAverage { () throws(SwiftgradError) in
                    try SampleBatches.concatenated(count) { range throws(SwiftgradError) in
                        try sampler.sample(start.slice(axis: 0, range), labels: labels?.slice(axis: 0, range))
                    }
                }
            }
        }
    }

    static let definition = ClassDefinition(
        DiffusionTrainer.self, name: "DiffusionTrainer", in: "train", base: Trainer.self,
        [
            Parameter("denoiser", .object), .int("steps", 1000), .string("schedule", "cosine"), classesParameter,
            .string("prediction", "epsilon"), optimiserParameter, Parameter.float("label_dropout", 0.1).keywordOnly,
            Parameter("clip", .any, default: .floats([-1, 1]), isKeywordOnly: true),
        ] + UpdateSettings.parameters(ema: .float(0.999)),
        doc: """
            Trains the denoiser of a diffusion model (arXiv:2006.11239) to minimise the mean squared error of its prediction.

            denoiser(x, t), with num_classes denoiser(x, t, labels), gets noisy samples x and times t (N,), integers from 0 to
            steps - 1, and gives the noise in x, or with prediction 'v' sqrt(a) noise - sqrt(1 - a) data (arXiv:2202.00512),
            where a is the schedule's share of the data: 'linear' in beta, or 'cosine' (arXiv:2102.09672). The label
            num_classes stands for no class; label_dropout of the labels become it in training, which sample's guidance needs
            (arXiv:2207.12598). Data lie in clip, or anywhere if it is None.

            A batch is the samples, with num_classes followed by their labels (N,). optimizer is Adam(lr=2e-4) unless given.

            \(UpdateSettings.documentation)
            """,
        methods: [
            network("denoiser"),
            .on(
                DiffusionTrainer.self, "sample",
                [
                    .int("n"), labelsParameter, Parameter("steps", .int, default: .some(.none)), .float("eta", 1),
                    .float("guidance", 1), Parameter("shape", .ints, default: .some(.none)),
                ],
                doc: """
                    n samples (n, ...) from the averaged denoiser, in evaluation mode.

                    steps of the training's times are used, all unless given; eta 1 over all of them is DDPM, 0 is DDIM, which
                    needs far fewer. labels is one class for all, or (n,); without it the classes are random. guidance above 1
                    goes beyond what the class says. shape is that of one sample, known once the trainer has seen one.
                    """, isBlocking: true
            ) { trainer, arguments throws(SwiftgradError) in
                .tensor(
                    try trainer.sample(
                        arguments.int("n"), labels: arguments.value("labels"), steps: arguments.optionalInt("steps"),
                        eta: arguments.double("eta"), guidance: arguments.double("guidance"),
                        shape: arguments.optionalInts("shape")))
            },
        ]
    ) { arguments throws(SwiftgradError) in
        var settings = Settings()
        settings.steps = try arguments.int("steps")
        settings.schedule = try arguments.named("schedule", ["linear": .linear, "cosine": .cosine])
        settings.prediction = try arguments.named("prediction", ["epsilon": .noise, "v": .velocity])
        settings.classes = try arguments.optionalClasses()
        settings.labelDropping = try arguments.double("label_dropout")
        settings.range = try arguments.optionalRange("clip")
        settings.updates = try UpdateSettings(arguments)
        return try DiffusionTrainer(
            arguments.object("denoiser", as: Module.self), optimiser: arguments.optionalOptimiser("optimizer"), settings
        )
    }
}
