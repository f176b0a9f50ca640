import Swiftgrad
import SwiftgradKernels

/// Adagrad (Duchi, Hazan and Singer, JMLR 12, 2011), as PyTorch computes it.
public final class Adagrad: Optimiser {
    public override class var hyperparameters: [Parameter] {
        [
            .float("lr", 0.01), .float("lr_decay", 0), .float("weight_decay", 0),
            .float("initial_accumulator_value", 0), .float("eps", 1e-10), .maximize,
        ]
    }

    public override func check(_ settings: Hyperparameters) throws(SwiftgradError) {
        try settings.checkNotNegative(
            "lr", "lr_decay", "weight_decay", "initial_accumulator_value", "eps", of: className)
    }

    public override func step() throws(SwiftgradError) {
        try update(groups, stateNames: ["sum"]) { group throws(SwiftgradError) in
            let settings = group.settings
            let (rate, rateDecay) = (try settings.double("lr"), try settings.double("lr_decay"))
            let (epsilon, weightDecay) = (try settings.double("eps"), try settings.double("weight_decay"))
            let initialSum = try settings.double("initial_accumulator_value")
            let maximizes = try settings.bool("maximize")
            return { entry in
                AdagradUpdate(
                    rate: rate / (1 + Double(entry.step - 1) * rateDecay), epsilon: epsilon, weightDecay: weightDecay,
                    maximizes: maximizes, initialSum: entry.isFresh ? initialSum : nil)
            }
        }
    }

    static let definition = Optimiser.definition(
        Adagrad.self,
        doc: """
            Adagrad (Duchi et al. 2011): w = w - lr / (1 + (t - 1) * lr_decay) * g / (sqrt(s) + eps), with s the sum of g².

            s starts at initial_accumulator_value; weight_decay * w is added to the gradient.
            """)
}
