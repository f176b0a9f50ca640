import Glibc
import Swiftgrad
import SwiftgradKernels

/// Adam (Kingma and Ba, arXiv:1412.6980), as PyTorch computes it.
public class Adam: Optimiser {
    /// Weight decay acts on the weights instead of the gradient.
    class var isDecoupled: Bool { false }

    public override class var hyperparameters: [Parameter] {
        [
            .float("lr", 0.001), .betas, .float("eps", 1e-8), .float("weight_decay", isDecoupled ? 0.01 : 0),
            .bool("amsgrad", false), .maximize,
        ]
    }

    /// `parameters` is a module, a list of tensors, or of groups; settings left out have PyTorch's defaults.
    public convenience init(
        _ parameters: Value, lr: Double = 0.001, betas: (Double, Double) = (0.9, 0.999), weightDecay: Double? = nil,
        amsgrad: Bool = false
    ) throws(SwiftgradError) {
        try self.init(
            parameters,
            settings: [
                "lr": .double(lr), "betas": .list([.double(betas.0), .double(betas.1)]), "amsgrad": .bool(amsgrad),
                "weight_decay": weightDecay.map(Value.double) ?? .absent,
            ])
    }

    public override func check(_ settings: Hyperparameters) throws(SwiftgradError) {
        try settings.checkNotNegative("lr", "eps", "weight_decay", of: className)
        try settings.checkBetas(of: className)
    }

    public override func step() throws(SwiftgradError) {
        let isAMSGrad = { (group: Group) in (try? group.settings.bool("amsgrad")) == true }
        let decoupled = Self.isDecoupled
        try update(groups.filter { !isAMSGrad($0) }, stateNames: ["exp_avg", "exp_avg_sq"]) {
            group throws(SwiftgradError) in
            let coefficients = try Adam.coefficients(group.settings, isDecoupled: decoupled)
            return { entry in AdamUpdate(coefficients(entry.step)) }
        }
        try update(groups.filter(isAMSGrad), stateNames: ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"]) {
            group throws(SwiftgradError) in
            let coefficients = try Adam.coefficients(group.settings, isDecoupled: decoupled)
            return { entry in AMSGradUpdate(coefficients(entry.step)) }
        }
    }

    /// The coefficients of a group, by step.
    private static func coefficients(
        _ settings: Hyperparameters, isDecoupled: Bool
    ) throws(SwiftgradError) -> (Int) -> AdamCoefficients {
        let (beta1, beta2) = try settings.pair("betas")
        let learningRate = try settings.double("lr")
        let epsilon = try settings.double("eps")
        let weightDecay = try settings.double("weight_decay")
        let maximizes = try settings.bool("maximize")
        let moments = AdamMoments(
            learningRate: learningRate, beta1: beta1, beta2: beta2, weightDecay: weightDecay, isDecoupled: isDecoupled,
            maximizes: maximizes)
        return { step in
            AdamCoefficients(
                moments, learningRate: learningRate, epsilon: epsilon, correction1: 1 - pow(beta1, Double(step)),
                correction2: 1 - pow(beta2, Double(step)))
        }
    }

    static let definition = Optimiser.definition(
        Adam.self,
        doc: """
            Adam (arXiv:1412.6980): w = w - lr * m / (sqrt(v) + eps), with m and v the running means of g and g².

            Both are corrected for starting at zero. weight_decay * w is added to the gradient; amsgrad divides by the
            largest v so far (arXiv:1904.09237).
            """)
}

/// Adam with weight decay on the weights themselves (Loshchilov and Hutter, arXiv:1711.05101).
public final class AdamW: Adam {
    override class var isDecoupled: Bool { true }

    static let decoupledDefinition = Optimiser.definition(
        AdamW.self,
        doc: "Adam with weight decay on the weights: w = w - lr * weight_decay * w before the step (arXiv:1711.05101).")
}
