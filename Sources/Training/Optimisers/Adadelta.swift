import Swiftgrad
import SwiftgradKernels

/// Adadelta (Zeiler, arXiv:1212.5701), as PyTorch computes it.
public final class Adadelta: Optimiser {
    public override class var hyperparameters: [Parameter] {
        [.float("lr", 1), .float("rho", 0.9), .float("eps", 1e-6), .float("weight_decay", 0), .maximize]
    }

    public override func check(_ settings: Hyperparameters) throws(SwiftgradError) {
        try settings.checkNotNegative("lr", "rho", "eps", "weight_decay", of: className)
        let rho = try settings.double("rho")
        guard rho <= 1 else { throw .value("\(className): rho must be at most 1, got \(rho)") }
    }

    public override func step() throws(SwiftgradError) {
        try update(groups, stateNames: ["square_avg", "acc_delta"]) { group throws(SwiftgradError) in
            let settings = group.settings
            let rule = AdadeltaUpdate(
                learningRate: try settings.double("lr"), rho: try settings.double("rho"),
                epsilon: try settings.double("eps"), weightDecay: try settings.double("weight_decay"),
                maximizes: try settings.bool("maximize"))
            return { _ in rule }
        }
    }

    static let definition = Optimiser.definition(
        Adadelta.self,
        doc: """
            Adadelta (arXiv:1212.5701): w = w - lr * d with d = sqrt(a + eps) / sqrt(s + eps) * g.

            s and a are the running means, with decay rho, of g² and of d²; weight_decay * w is added to the gradient.
            """)
}
