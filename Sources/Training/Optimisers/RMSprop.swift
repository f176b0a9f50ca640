import Swiftgrad
import SwiftgradKernels

/// RMSprop (Hinton 2012), as PyTorch computes it.
public final class RMSprop: Optimiser {
    public override class var hyperparameters: [Parameter] {
        [
            .float("lr", 0.01), .float("alpha", 0.99), .float("eps", 1e-8), .float("weight_decay", 0),
            .float("momentum", 0), .bool("centered", false), .maximize,
        ]
    }

    public override func check(_ settings: Hyperparameters) throws(SwiftgradError) {
        try settings.checkNotNegative("lr", "alpha", "eps", "weight_decay", "momentum", of: className)
    }

    public override func step() throws(SwiftgradError) {
        try step(RMSpropUpdate<0, 0>.self, hasMomentum: false, isCentered: false)
        try step(RMSpropUpdate<1, 0>.self, hasMomentum: true, isCentered: false)
        try step(RMSpropUpdate<0, 1>.self, hasMomentum: false, isCentered: true)
        try step(RMSpropUpdate<1, 1>.self, hasMomentum: true, isCentered: true)
    }

    /// The step of the groups that have these settings.
    private func step<let buffers: Int, let means: Int>(
        _: RMSpropUpdate<buffers, means>.Type, hasMomentum: Bool, isCentered: Bool
    ) throws(SwiftgradError) {
        let chosen = groups.filter { group in
            ((try? group.settings.double("momentum")) ?? 0 > 0) == hasMomentum
                && (try? group.settings.bool("centered")) == isCentered
        }
        let names = ["square_avg"] + (hasMomentum ? ["momentum_buffer"] : []) + (isCentered ? ["grad_avg"] : [])
        try update(chosen, stateNames: names) { group throws(SwiftgradError) in
            let settings = group.settings
            let rule = RMSpropUpdate<buffers, means>(
                RMSpropCoefficients(
                    learningRate: try settings.double("lr"), alpha: try settings.double("alpha"),
                    epsilon: try settings.double("eps"), momentum: try settings.double("momentum"),
                    weightDecay: try settings.double("weight_decay"), maximizes: try settings.bool("maximize")))
            return { _ in rule }
        }
    }

    static let definition = Optimiser.definition(
        RMSprop.self,
        doc: """
            RMSprop (Hinton 2012): w = w - lr * g / (sqrt(s) + eps), with s the running mean of g².

            weight_decay * w is added to the gradient; centered divides by the deviation, sqrt(s - mean²); momentum
            keeps a running sum of the steps.
            """)
}
