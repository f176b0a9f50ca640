import Swiftgrad
import SwiftgradNN

extension VAETrainer {
    static let definition = ClassDefinition(
        VAETrainer.self, name: "VAETrainer", in: "train", base: Trainer.self,
        [
            Parameter("encoder", .object), Parameter("decoder", .object), .int("latent_dim", 20), .float("beta", 1),
            .string("reconstruction", "bce"), classesParameter, optimiserParameter,
            Parameter.int("kl_warmup", 0).keywordOnly,
        ] + UpdateSettings.parameters(),
        doc: """
            Trains a variational autoencoder (arXiv:1312.6114) to minimise reconstruction + beta * kl.

            encoder gives mean and logarithm of the variance of the code, side by side (N, 2 * latent_dim) or as two tensors;
            decoder turns codes (N, latent_dim) into the data's shape: logits with reconstruction 'bce' (data in 0...1, in
            nats), values with 'mse' (half the squared error, which is nats of a normal distribution up to a constant). Both
            parts are summed over a sample and averaged over the batch; beta grows from 0 over kl_warmup updates. Reported
            are loss, reconstruction, kl and elbo = -(reconstruction + kl).

            A batch is the samples, with num_classes followed by their labels (N,). Both networks then get labels as a second
            argument; a layer of one input, such as nn.Sequential, gets their one-hot form behind its input along axis 1.
            optimizer is Adam(lr=1e-3) over both unless given. predict gives reconstructions.

            \(UpdateSettings.documentation)
            """,
        methods: [network("encoder"), network("decoder")] + generation
    ) { arguments throws(SwiftgradError) in
        var settings = Settings()
        settings.latentDimension = try arguments.int("latent_dim")
        settings.beta = try arguments.double("beta")
        settings.reconstruction = try Reconstruction(arguments)
        settings.classes = try arguments.optionalClasses()
        settings.warmup = try arguments.int("kl_warmup")
        settings.updates = try UpdateSettings(arguments)
        return try VAETrainer(
            arguments.object("encoder", as: Module.self), arguments.object("decoder", as: Module.self),
            optimiser: arguments.optionalOptimiser("optimizer"), settings)
    }

    private static let generation: [MethodDefinition] = [
        .on(
            VAETrainer.self, "sample", [.int("n"), labelsParameter],
            doc: """
                n decoded codes (n, ...) of the standard normal distribution, as data: probabilities with 'bce'.

                labels is one class for all of them, or (n,); without it the classes of a conditional VAE are random.
                """, isBlocking: true
        ) { trainer, arguments throws(SwiftgradError) in
            .tensor(try trainer.sample(arguments.int("n"), labels: arguments.value("labels")))
        },
        .on(
            VAETrainer.self, "encode", [.tensor("x"), labelsParameter],
            doc: "Mean and logarithm of the variance of the codes of samples (N, ...), each (N, latent_dim).",
            isBlocking: true
        ) { trainer, arguments throws(SwiftgradError) in
            let codes = try trainer.encode(arguments.tensor("x"), labels: arguments.value("labels"))
            return .list([.tensor(codes.mean), .tensor(codes.logVariance)])
        },
        .on(
            VAETrainer.self, "decode", [.tensor("codes"), labelsParameter],
            doc: "What codes (N, latent_dim) stand for, as data.", isBlocking: true
        ) { trainer, arguments throws(SwiftgradError) in
            .tensor(try trainer.decode(arguments.tensor("codes"), labels: arguments.value("labels")))
        },
        .on(
            VAETrainer.self, "interpolate", [.tensor("first"), .tensor("second"), .int("steps", 8), labelsParameter],
            doc: "Samples (steps, ...) on the straight line between the codes of two samples, both ends included.",
            isBlocking: true
        ) { trainer, arguments throws(SwiftgradError) in
            .tensor(
                try trainer.interpolate(
                    arguments.tensor("first"), arguments.tensor("second"), count: arguments.int("steps"),
                    labels: arguments.value("labels")))
        },
    ]
}
