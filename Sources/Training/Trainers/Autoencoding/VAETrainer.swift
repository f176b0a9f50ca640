import Swiftgrad
import SwiftgradNN

/// Trains a variational autoencoder (Kingma and Welling, arXiv:1312.6114).
public final class VAETrainer: Trainer {
    public struct Settings: Sendable {
        /// Numbers in a code.
        public var latentDimension = 20
        /// Weight of the divergence (Higgins et al., 2017).
        public var beta = 1.0
        public var reconstruction = Reconstruction.crossEntropy
        /// Classes of a conditional one (Sohn et al., 2015).
        public var classes: Int?
        /// Updates over which the weight of the divergence grows to beta.
        public var warmup = 0
        public var updates = UpdateSettings()

        public init() {}
    }

    private let variation: VAEStep

    /// The optimiser is Adam(lr=1e-3) over both networks unless given.
    public init(
        _ encoder: Module, _ decoder: Module, optimiser: Optimiser? = nil, _ settings: Settings = Settings()
    ) throws(SwiftgradError) {
        variation = try VAEStep(encoder, decoder, optimiser, settings)
        super.init(variation)
    }

    /// `count` decoded codes of the standard normal distribution, of the classes `labels` or random ones.
    public func sample(_ count: Int, labels: Value = .none) throws(SwiftgradError) -> Tensor {
        try occupancy.hold { () throws(SwiftgradError) in
            try SampleBatches.check(count)
            let labels = try LabelledBatch.requested(labels, count: count, classes: variation.settings.classes)
            let codes = try Tensor.normal([count, variation.settings.latentDimension])
            return try variation.answering { () throws(SwiftgradError) in
                try SampleBatches.concatenated(count) { range throws(SwiftgradError) in
                    try variation.decode(codes.slice(axis: 0, range), labels: labels?.slice(axis: 0, range))
                }
            }
        }
    }

    /// Mean and logarithm of the variance of the codes of samples, each (N, latent).
    public func encode(_ x: Tensor, labels: Value = .none) throws(SwiftgradError) -> (mean: Tensor, logVariance: Tensor)
    {
        try occupancy.hold { () throws(SwiftgradError) in
            let data = try batch(x, labels)
            return try variation.answering { () throws(SwiftgradError) in
                try variation.encode(data.samples, labels: data.labels)
            }
        }
    }

    /// What codes (N, latent) stand for.
    public func decode(_ codes: Tensor, labels: Value = .none) throws(SwiftgradError) -> Tensor {
        try occupancy.hold { () throws(SwiftgradError) in
            let latent = variation.settings.latentDimension
            guard codes.rank == 2, codes.shape[1] == latent else {
                throw .value("decode: expected codes (N, \(latent)), got \(Shape.text(codes.shape))")
            }
            let labels = try LabelledBatch.requested(labels, count: codes.shape[0], classes: variation.settings.classes)
            return try variation.answering { () throws(SwiftgradError) in try variation.decode(codes, labels: labels) }
        }
    }

    /// `count` samples (count, ...) on the straight line between the codes of two samples, both ends included.
    public func interpolate(
        _ first: Tensor, _ second: Tensor, count: Int, labels: Value = .none
    ) throws(SwiftgradError) -> Tensor {
        guard count >= 2 && count < 1 << 31 else { throw .value("interpolate: steps must be at least 2, got \(count)") }
        guard first.shape == second.shape else {
            throw .value(
                "interpolate: the samples have shapes \(Shape.text(first.shape)) and \(Shape.text(second.shape))")
        }
        let pair = try Tensor.stack([first.detach(), second.detach()])
        let ends = try encode(pair, labels: labels).mean
        let places = try Tensor.linspace(0, 1, count: count, .float32).reshape([count, 1])
        let codes = try ends.slice(axis: 0, 0..<1) * (1 - places) + ends.slice(axis: 0, 1..<2) * places
        return try decode(codes, labels: labels)
    }

    private func batch(_ x: Tensor, _ labels: Value) throws(SwiftgradError) -> LabelledBatch {
        guard let classes = variation.settings.classes else {
            if case .none = labels {} else { throw .value("labels need a trainer with num_classes") }
            return try LabelledBatch([.tensor(x)], classes: nil)
        }
        if case .none = labels { throw .value("a trainer with num_classes=\(classes) encodes samples of known labels") }
        let labels = try LabelledBatch.requested(labels, count: x.shape.first ?? 0, classes: classes)
        return try LabelledBatch([.tensor(x)] + (labels.map { [.tensor($0)] } ?? []), classes: classes)
    }
}
