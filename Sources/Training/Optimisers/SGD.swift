import Swiftgrad
import SwiftgradKernels

/// Stochastic gradient descent with momentum, as PyTorch computes it.
public final class SGD: Optimiser {
    public override class var hyperparameters: [Parameter] {
        [
            .float("lr", 0.001), .float("momentum", 0), .float("dampening", 0), .float("weight_decay", 0),
            .bool("nesterov", false), .maximize,
        ]
    }

    /// `parameters` is a module, a list of tensors, or of groups; settings left out have PyTorch's defaults.
    public convenience init(
        _ parameters: Value, lr: Double = 0.001, momentum: Double = 0, weightDecay: Double = 0, nesterov: Bool = false
    ) throws(SwiftgradError) {
        try self.init(
            parameters,
            settings: [
                "lr": .double(lr), "momentum": .double(momentum), "weight_decay": .double(weightDecay),
                "nesterov": .bool(nesterov),
            ])
    }

    public override func check(_ settings: Hyperparameters) throws(SwiftgradError) {
        try settings.checkNotNegative("lr", "momentum", "weight_decay", of: "SGD")
        if try settings.bool("nesterov") {
            let (momentum, dampening) = (try settings.double("momentum"), try settings.double("dampening"))
            guard momentum > 0 && dampening == 0 else {
                throw .value("SGD: Nesterov momentum needs a momentum above 0 and no dampening")
            }
        }
    }

    public override func step() throws(SwiftgradError) {
        let isPlain = { (group: Group) in (try? group.settings.double("momentum")) == 0 }
        try update(groups.filter(isPlain), stateNames: []) { group throws(SwiftgradError) in
            let rule = try SGD.descent(group.settings)
            return { _ in rule }
        }
        try update(groups.filter { !isPlain($0) }, stateNames: ["momentum_buffer"]) { group throws(SwiftgradError) in
            let descent = try SGD.descent(group.settings)
            let momentum = try group.settings.double("momentum")
            let dampening = try group.settings.double("dampening")
            let isNesterov = try group.settings.bool("nesterov")
            return { entry in
                MomentumUpdate(
                    descent: descent, momentum: momentum, dampening: dampening, isNesterov: isNesterov,
                    isFirst: entry.isFresh)
            }
        }
    }

    private static func descent(_ settings: Hyperparameters) throws(SwiftgradError) -> SGDUpdate {
        SGDUpdate(
            learningRate: try settings.double("lr"), weightDecay: try settings.double("weight_decay"),
            maximizes: try settings.bool("maximize"))
    }

    static let definition = Optimiser.definition(
        SGD.self,
        doc: """
            Stochastic gradient descent: b = momentum * b + (1 - dampening) * g, w = w - lr * b.

            g is the gradient plus weight_decay * w; with nesterov the step is g + momentum * b.
            """)
}
