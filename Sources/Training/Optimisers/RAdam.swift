import Glibc
import Swiftgrad
import SwiftgradKernels

/// Rectified Adam (Liu et al., arXiv:1908.03265), as PyTorch computes it.
public final class RAdam: Optimiser {
    public override class var hyperparameters: [Parameter] {
        [
            .float("lr", 0.001), .betas, .float("eps", 1e-8), .float("weight_decay", 0),
            .bool("decoupled_weight_decay", false), .maximize,
        ]
    }

    public override func check(_ settings: Hyperparameters) throws(SwiftgradError) {
        try settings.checkNotNegative("lr", "eps", "weight_decay", of: className)
        try settings.checkBetas(of: className)
    }

    public override func step() throws(SwiftgradError) {
        try update(groups, stateNames: ["exp_avg", "exp_avg_sq"]) { group throws(SwiftgradError) in
            let settings = group.settings
            let (beta1, beta2) = try settings.pair("betas")
            let (rate, epsilon) = (try settings.double("lr"), try settings.double("eps"))
            let moments = AdamMoments(
                learningRate: rate, beta1: beta1, beta2: beta2, weightDecay: try settings.double("weight_decay"),
                isDecoupled: try settings.bool("decoupled_weight_decay"), maximizes: try settings.bool("maximize"))
            return { entry in
                let step = Double(entry.step)
                let correction2 = 1 - pow(beta2, step)
                let rectification = RAdam.rectification(beta2, step, correction2)
                let scale = rectification.map { $0 * correction2.squareRoot() } ?? 1
                return RAdamUpdate(
                    moments, epsilon: epsilon, stepSize: -rate * scale / (1 - pow(beta1, step)),
                    isAdaptive: rectification != nil)
            }
        }
    }

    /// r_t of the paper; nil while the approximated moving average is too short (rho_t at most 5).
    private static func rectification(_ beta2: Double, _ step: Double, _ correction2: Double) -> Double? {
        let longest = 2 / (1 - beta2) - 1
        let length = longest - 2 * step * pow(beta2, step) / correction2
        guard length > 5 else { return nil }
        return ((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)).squareRoot()
    }

    static let definition = Optimiser.definition(
        RAdam.self,
        doc: """
            Rectified Adam (arXiv:1908.03265): plain momentum until the variance of v can be told, then Adam, rectified.

            weight_decay * w is added to the gradient, or with decoupled_weight_decay taken from the weight.
            """)
}
