import Glibc
import Swiftgrad
import SwiftgradKernels

/// Adam with Nesterov momentum (Dozat 2016), as PyTorch computes it.
public final class NAdam: Optimiser {
    public override class var hyperparameters: [Parameter] {
        [
            .float("lr", 0.002), .betas, .float("eps", 1e-8), .float("weight_decay", 0),
            .float("momentum_decay", 0.004), .bool("decoupled_weight_decay", false), .maximize,
        ]
    }

    override class var scalarStates: [String] { ["mu_product"] }

    public override func check(_ settings: Hyperparameters) throws(SwiftgradError) {
        try settings.checkNotNegative("lr", "eps", "weight_decay", "momentum_decay", of: className)
        try settings.checkBetas(of: className)
    }

    public override func step() throws(SwiftgradError) {
        var products: [ObjectIdentifier: Double] = [:]
        let stepped = try update(groups, stateNames: ["exp_avg", "exp_avg_sq"]) { group throws(SwiftgradError) in
            let settings = group.settings
            let (beta1, beta2) = try settings.pair("betas")
            let (rate, decay) = (try settings.double("lr"), try settings.double("momentum_decay"))
            let epsilon = try settings.double("eps")
            let moments = AdamMoments(
                learningRate: rate, beta1: beta1, beta2: beta2, weightDecay: try settings.double("weight_decay"),
                isDecoupled: try settings.bool("decoupled_weight_decay"), maximizes: try settings.bool("maximize"))
            return { entry in
                let step = Double(entry.step)
                let mu = beta1 * (1 - 0.5 * pow(0.96, step * decay))
                let next = beta1 * (1 - 0.5 * pow(0.96, (step + 1) * decay))
                let product = (entry.scalars["mu_product"] ?? 1) * mu
                products[ObjectIdentifier(entry)] = product
                return NAdamUpdate(
                    moments, correction2: 1 - pow(beta2, step), epsilon: epsilon,
                    gradientScale: -rate * (1 - mu) / (1 - product), meanScale: -rate * next / (1 - product * next))
            }
        }
        for entry in stepped { entry.scalars["mu_product"] = products[ObjectIdentifier(entry)] }
    }

    static let definition = Optimiser.definition(
        NAdam.self,
        doc: """
            Adam with Nesterov momentum (Dozat 2016): the step looks ahead with the momentum of the next step.

            The momentum grows as betas[0] * (1 - 0.5 * 0.96^(t * momentum_decay)). weight_decay * w is added to the
            gradient, or with decoupled_weight_decay taken from the weight.
            """)
}
