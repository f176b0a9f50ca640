import Swiftgrad
import SwiftgradKernels

/// Lion (Chen et al., arXiv:2302.06675).
public final class Lion: Optimiser {
    public override class var hyperparameters: [Parameter] {
        [
            .float("lr", 1e-4), Parameter("betas", .any, default: .floats([0.9, 0.99])), .float("weight_decay", 0),
            .maximize,
        ]
    }

    public override func check(_ settings: Hyperparameters) throws(SwiftgradError) {
        try settings.checkNotNegative("lr", "weight_decay", of: className)
        try settings.checkBetas(of: className)
    }

    public override func step() throws(SwiftgradError) {
        try update(groups, stateNames: ["exp_avg"]) { group throws(SwiftgradError) in
            let settings = group.settings
            let (beta1, beta2) = try settings.pair("betas")
            let rule = LionUpdate(
                learningRate: try settings.double("lr"), beta1: beta1, beta2: beta2,
                weightDecay: try settings.double("weight_decay"), maximizes: try settings.bool("maximize"))
            return { _ in rule }
        }
    }

    static let definition = Optimiser.definition(
        Lion.self,
        doc: """
            Lion (arXiv:2302.06675): w = w - lr * (sign(betas[0] * m + (1 - betas[0]) * g) + weight_decay * w).

            m is the running mean of g with decay betas[1]. Its rate is usually 3 to 10 times smaller than Adam's.
            """)
}
