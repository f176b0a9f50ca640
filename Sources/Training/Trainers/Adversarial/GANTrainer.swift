import Swiftgrad
import SwiftgradNN

/// Trains a generator and a discriminator against each other.
public final class GANTrainer: Trainer {
    /// How a GAN is trained; the defaults are those of a plain, unconditional one.
    public struct Settings: Sendable {
        /// Numbers in a generator's input.
        public var latentDimension = 64
        public var loss = GANLoss.nonSaturating
        /// Classes of a conditional GAN.
        public var classes: Int?
        /// Batches that the discriminator learns from for each that the generator learns from.
        public var criticSteps = 1
        /// Weight of the gradient penalty.
        public var penalty = 10.0
        /// Bound of the weights of a Wasserstein critic.
        public var clip = 0.01
        public var updates = UpdateSettings()

        public init() {}
    }

    private let adversaries: GANStep

    /// An optimiser that is left out is the one of the loss's paper.
    public init(
        _ generator: Module, _ discriminator: Module, generatorOptimiser: Optimiser? = nil,
        discriminatorOptimiser: Optimiser? = nil, _ settings: Settings = Settings()
    ) throws(SwiftgradError) {
        adversaries = try GANStep(generator, discriminator, generatorOptimiser, discriminatorOptimiser, settings)
        super.init(adversaries)
    }

    /// `count` samples of the generator in evaluation mode, of the classes `labels` or random ones.
    public func sample(_ count: Int, labels: Value = .none) throws(SwiftgradError) -> Tensor {
        try occupancy.hold { () throws(SwiftgradError) in
            try SampleBatches.check(count)
            let classes = adversaries.settings.classes
            let labels = try LabelledBatch.requested(labels, count: count, classes: classes)
            return try adversaries.sample(count, labels: labels)
        }
    }

    static let definition = ClassDefinition(
        GANTrainer.self, name: "GANTrainer", in: "train", base: Trainer.self,
        [
            Parameter("generator", .object), Parameter("discriminator", .object), .int("latent_dim", 64),
            .string("loss", "non_saturating"), Parameter("num_classes", .int, default: .some(.none)),
            .int("critic_steps", 1),
            Parameter("generator_optimizer", .any, default: .some(.none)).keywordOnly,
            Parameter("discriminator_optimizer", .any, default: .some(.none)).keywordOnly,
            Parameter.float("gradient_penalty", 10).keywordOnly, Parameter.float("clip", 0.01).keywordOnly,
        ] + UpdateSettings.parameters(),
        doc: """
            Trains a generator and a discriminator against each other (arXiv:1406.2661).

            generator turns noise (N, latent_dim) into samples, discriminator gives each sample a score, a logit without a
            sigmoid. loss is 'minimax', 'non_saturating', 'least_squares', 'hinge', 'wgan' (weights of the discriminator
            clipped to ±clip) or 'wgan_gp' (a penalty on its gradient, weighed by gradient_penalty). The generator learns
            from every critic_steps-th batch.

            A batch is the samples, with num_classes followed by their labels (N,). Both networks then get labels as a second
            argument; a layer of one input, such as nn.Sequential, gets their one-hot form behind its input along axis 1.
            The optimisers are those of the loss's paper unless given: Adam(lr=2e-4, betas=(0.5, 0.999)), for 'wgan'
            RMSprop(lr=5e-5), for 'wgan_gp' Adam(lr=1e-4, betas=(0, 0.9)).

            Reported are d_loss, g_loss, d_accuracy (real and generated samples told apart; near 1 the discriminator has won)
            and the mean scores real_score and fake_score.

            \(UpdateSettings.documentation)
            """,
        methods: [
            network("generator"), network("discriminator"), optimiser("generator_optimizer"),
            optimiser("discriminator_optimizer"),
            .on(
                GANTrainer.self, "sample", [.int("n"), Parameter("labels", .any, default: .some(.none))],
                doc: """
                    n samples (n, ...) of the generator, averaged if there is ema, in evaluation mode.

                    labels is one class for all of them, or (n,); without it the classes of a conditional GAN are random.
                    """, isBlocking: true
            ) { trainer, arguments throws(SwiftgradError) in
                .tensor(try trainer.sample(arguments.int("n"), labels: arguments.value("labels")))
            },
        ]
    ) { arguments throws(SwiftgradError) in
        var settings = Settings()
        settings.latentDimension = try arguments.int("latent_dim")
        settings.loss = try GANLoss(named: arguments.string("loss"))
        settings.classes = try arguments.optionalInt("num_classes")
        settings.criticSteps = try arguments.int("critic_steps")
        settings.penalty = try arguments.double("gradient_penalty")
        settings.clip = try arguments.double("clip")
        settings.updates = try UpdateSettings(arguments)
        return try GANTrainer(
            arguments.object("generator", as: Module.self), arguments.object("discriminator", as: Module.self),
            generatorOptimiser: arguments.optionalOptimiser("generator_optimizer"),
            discriminatorOptimiser: arguments.optionalOptimiser("discriminator_optimizer"), settings)
    }
}
