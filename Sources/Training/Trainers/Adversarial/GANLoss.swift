import Swiftgrad
import SwiftgradNN

/// What discriminator and generator minimise, from the discriminator's scores D (logits, not probabilities) of real samples
/// x and generated ones G.
public enum GANLoss: String, CaseIterable, Sendable {
    /// D: -log σ(D(x)) - log(1 - σ(D(G))); G: log(1 - σ(D(G))) (Goodfellow et al., arXiv:1406.2661).
    case minimax
    /// The same D; G: -log σ(D(G)) (the same paper).
    case nonSaturating = "non_saturating"
    /// D: (D(x) - 1)²/2 + D(G)²/2; G: (D(G) - 1)²/2 (Mao et al., arXiv:1611.04076).
    case leastSquares = "least_squares"
    /// D: max(0, 1 - D(x)) + max(0, 1 + D(G)); G: -D(G) (Lim and Ye, arXiv:1705.02894).
    case hinge
    /// D: D(G) - D(x), its weights clipped to ±0.01 after each step; G: -D(G) (Arjovsky et al., arXiv:1701.07875).
    case wasserstein = "wgan"
    /// D: D(G) - D(x) and a penalty on the norm of D's gradient between x and G (Gulrajani et al., arXiv:1704.00028).
    case gradientPenalty = "wgan_gp"

    public init(named name: String) throws(SwiftgradError) {
        guard let loss = GANLoss(rawValue: name) else {
            let names = GANLoss.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            throw .value("GANTrainer: loss must be one of \(names), got '\(name)'")
        }
        self = loss
    }

    /// The discriminator's loss, without the penalty.
    func discriminator(real: Tensor, fake: Tensor) throws(SwiftgradError) -> Tensor {
        switch self {
        case .minimax, .nonSaturating:
            try GANLoss.crossEntropy(real, 1) + GANLoss.crossEntropy(fake, 0)
        case .leastSquares: try ((real - 1).square().mean() + fake.square().mean()) * 0.5
        case .hinge: try (1 - real).relu().mean() + (fake + 1).relu().mean()
        case .wasserstein, .gradientPenalty: try fake.mean() - real.mean()
        }
    }

    func generator(fake: Tensor) throws(SwiftgradError) -> Tensor {
        switch self {
        case .minimax: try -GANLoss.crossEntropy(fake, 0)
        case .nonSaturating: try GANLoss.crossEntropy(fake, 1)
        case .leastSquares: try (fake - 1).square().mean() * 0.5
        case .hinge, .wasserstein, .gradientPenalty: try -fake.mean()
        }
    }

    /// The score above which the discriminator takes a sample for real; a Wasserstein critic does not decide.
    var threshold: Double? {
        switch self {
        case .minimax, .nonSaturating, .hinge: 0
        case .leastSquares: 0.5
        case .wasserstein, .gradientPenalty: nil
        }
    }

    /// The given optimiser, or the one that the paper of the loss uses; for the others DCGAN's (Radford et al., arXiv:1511.06434).
    func optimiser(_ given: Optimiser?, of module: Module) throws(SwiftgradError) -> Optimiser {
        if let given { return given }
        return switch self {
        case .wasserstein: try RMSprop(.object(module), settings: ["lr": .double(5e-5)])
        case .gradientPenalty: try Adam(.object(module), lr: 1e-4, betas: (0, 0.9))
        default: try Adam(.object(module), lr: 2e-4, betas: (0.5, 0.999))
        }
    }

    private static func crossEntropy(_ scores: Tensor, _ target: Double) throws(SwiftgradError) -> Tensor {
        let targets = try Tensor.full(scores.shape, target, scores.dtype)
        let result = try BCEWithLogitsLoss().call([.tensor(scores), .tensor(targets)])
        guard case .tensor(let loss) = result else { throw .type("expected a tensor, got \(result.kindName)") }
        return loss
    }
}
