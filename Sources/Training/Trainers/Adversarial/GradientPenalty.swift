import Swiftgrad
import SwiftgradNN

/// The mean of (‖∇D(x̂)‖ - 1)² over points x̂ between real and generated samples, one each, at a random place of the line
/// (Gulrajani et al., arXiv:1704.00028). It is on the tape: its gradient is one of a gradient.
struct GradientPenalty {
    private let discriminator: ConditionalNetwork

    init(_ discriminator: ConditionalNetwork) { self.discriminator = discriminator }

    func value(_ real: Tensor, _ fake: Tensor, labels: Tensor?) throws(SwiftgradError) -> Tensor {
        let place = try Tensor.uniform(
            [real.shape[0]] + [Int](repeating: 1, count: real.rank - 1), low: 0, high: 1, real.dtype)
        let between = try withNoGrad { () throws(SwiftgradError) in try fake + (real - fake) * place }
        try between.setRequiresGrad(true)
        let scores = try discriminator.tensor(between, labels: labels)
        guard scores.requiresGrad else {
            throw .value("GANTrainer: the discriminator's score does not depend on its input, so it has no gradient")
        }
        let gradients = try Tensor.gradients(of: [scores.sum()], withRespectTo: [between], createGraph: true)
        guard let gradient = gradients[0] else {
            throw .value("GANTrainer: the discriminator's score does not depend on its input, so it has no gradient")
        }
        let squares = try gradient.rank > 1 ? gradient.flatten(from: 1).square().sum(axes: [1]) : gradient.square()
        return try ((squares + 1e-12).sqrt() - 1).square().mean()
    }
}
