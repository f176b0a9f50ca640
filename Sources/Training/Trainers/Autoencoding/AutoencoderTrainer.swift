import Swiftgrad
import SwiftgradNN

/// Trains an encoder and a decoder to reproduce data through a code.
public final class AutoencoderTrainer: Trainer {
    /// What is done to the data before a denoising autoencoder sees them (Vincent et al., ICML 2008).
    public struct Corruption: Sendable {
        public enum Kind: String, Sendable {
            /// Adds normal noise of deviation `level`.
            case noise
            /// Sets each element to zero with probability `level`.
            case mask
        }

        public var kind: Kind
        public var level: Double

        public init(_ kind: Kind, level: Double) {
            self.kind = kind
            self.level = level
        }

        func damaged(_ x: Tensor) throws(SwiftgradError) -> Tensor {
            switch kind {
            case .noise: try x + Tensor.normal(x.shape, deviation: level, x.dtype)
            case .mask: try x * Tensor.bernoulli(x.shape, probability: 1 - level).cast(to: x.dtype)
            }
        }
    }

    /// What makes a code dear.
    public enum Sparsity: Sendable {
        /// The mean of |code|.
        case absolute
        /// The divergence of a unit's mean activity, in 0...1, from a target, summed over the units (Ng, 2011).
        case divergence(target: Double)

        func price(_ code: Tensor) throws(SwiftgradError) -> Tensor {
            switch self {
            case .absolute: return try code.abs().mean()
            case .divergence(let target):
                let activity = try code.sigmoid().mean(axes: [0])
                let off = try (1 - target) * ((1 - activity) / (1 - target)).log()
                return try -((activity / target).log() * target + off).sum()
            }
        }
    }

    public struct Settings: Sendable {
        public var corruption: Corruption?
        /// Weight of the price on codes.
        public var sparsity = 0.0
        public var sparsityKind = Sparsity.absolute
        public var reconstruction = Reconstruction.squaredError
        public var updates = UpdateSettings()

        public init() {}

        func check() throws(SwiftgradError) {
            if let corruption {
                let isRight = corruption.kind == .mask ? 0...1 ~= corruption.level : corruption.level >= 0
                guard isRight && corruption.level.isFinite else {
                    throw .value(
                        "AutoencoderTrainer: corruption_level is a deviation of at least 0 or a probability, got "
                            + "\(corruption.level)")
                }
            }
            guard sparsity >= 0 && sparsity.isFinite else {
                throw .value("AutoencoderTrainer: sparsity must not be negative, got \(sparsity)")
            }
            if case .divergence(let target) = sparsityKind, !(target > 0 && target < 1) {
                throw .value("AutoencoderTrainer: sparsity_target must lie between 0 and 1, got \(target)")
            }
        }
    }

    private let reproduction: AutoencoderStep

    /// The optimiser is Adam(lr=1e-3) over both networks unless given.
    public init(
        _ encoder: Module, _ decoder: Module, optimiser: Optimiser? = nil, _ settings: Settings = Settings()
    ) throws(SwiftgradError) {
        reproduction = try AutoencoderStep(encoder, decoder, optimiser, settings)
        super.init(reproduction)
    }

    /// The codes of samples (N, ...).
    public func encode(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try answer(x) { x throws(SwiftgradError) in try reproduction.encode(x) }
    }

    /// How badly each sample (N, ...) is reproduced, (N,): the mean squared error of its elements. What is unlike the data
    /// of the training scores high.
    public func anomalyScore(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try answer(x) { x throws(SwiftgradError) in try reproduction.anomalyScore(x) }
    }

    private func answer(
        _ x: Tensor, _ body: (Tensor) throws(SwiftgradError) -> Tensor
    ) throws(SwiftgradError) -> Tensor {
        try occupancy.hold { () throws(SwiftgradError) in
            let samples = try LabelledBatch([.tensor(x)], classes: nil).samples
            return try reproduction.with(training: false) { () throws(SwiftgradError) in
                try SampleBatches.concatenated(samples.shape[0]) { range throws(SwiftgradError) in
                    try body(samples.slice(axis: 0, range))
                }
            }
        }
    }

    static let definition = ClassDefinition(
        AutoencoderTrainer.self, name: "AutoencoderTrainer", in: "train", base: Trainer.self,
        [
            Parameter("encoder", .object), Parameter("decoder", .object),
            Parameter("corruption", .string, default: .some(.none)), .float("sparsity", 0),
            .string("reconstruction", "mse"), optimiserParameter, Parameter.float("corruption_level", 0.3).keywordOnly,
            Parameter("sparsity_target", .float, default: .some(.none)).keywordOnly,
        ] + UpdateSettings.parameters(),
        doc: """
            Trains an encoder and a decoder to reproduce data: minimises the mean error of decoder(encoder(x)).

            corruption makes it a denoising one (Vincent et al., 2008): encoder sees x with normal noise of deviation
            corruption_level added ('noise'), or with elements set to zero with that probability ('mask'). sparsity weighs a
            price on the codes: the mean of |code|, or with sparsity_target the Kullback-Leibler divergence of
            sigmoid(code)'s mean activity from it. reconstruction is 'mse', or 'bce' for data in 0...1 of which decoder gives
            logits. A batch is the samples; arrays after them are not looked at.

            optimizer is Adam(lr=1e-3) over both unless given. predict gives reconstructions.

            \(UpdateSettings.documentation)
            """,
        methods: [
            network("encoder"), network("decoder"),
            .on(
                AutoencoderTrainer.self, "encode", [.tensor("x")], doc: "The codes of samples (N, ...).",
                isBlocking: true
            ) { trainer, arguments throws(SwiftgradError) in .tensor(try trainer.encode(arguments.tensor("x"))) },
            .on(
                AutoencoderTrainer.self, "anomaly_score", [.tensor("x")],
                doc: """
                    How badly each sample (N, ...) is reproduced, (N,): the mean squared error of its elements.

                    What is unlike the data of the training scores high.
                    """, isBlocking: true
            ) { trainer, arguments throws(SwiftgradError) in .tensor(try trainer.anomalyScore(arguments.tensor("x"))) },
        ]
    ) { arguments throws(SwiftgradError) in
        var settings = Settings()
        if case .string(let name) = try arguments.value("corruption") {
            guard let kind = Corruption.Kind(rawValue: name) else {
                throw .value("AutoencoderTrainer: corruption must be 'noise', 'mask' or None, got '\(name)'")
            }
            settings.corruption = Corruption(kind, level: try arguments.double("corruption_level"))
        }
        settings.sparsity = try arguments.double("sparsity")
        if let target = try arguments.optionalDouble("sparsity_target") {
            settings.sparsityKind = .divergence(target: target)
        }
        settings.reconstruction = try Reconstruction(arguments)
        settings.updates = try UpdateSettings(arguments)
        return try AutoencoderTrainer(
            arguments.object("encoder", as: Module.self), arguments.object("decoder", as: Module.self),
            optimiser: arguments.optionalOptimiser("optimizer"), settings)
    }
}
