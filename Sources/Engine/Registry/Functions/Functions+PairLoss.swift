import SwiftgradKernels

extension EngineFunctions {
    /// Losses that are a formula of each prediction and its target.
    static let pairLosses: [FunctionDefinition] = [
        pairLoss(
            "mse_loss", doc: "(x - target)²."
        ) { x, target, reduction throws(SwiftgradError) in
            try .pairLoss("mse_loss", SquaredError(), x, target, reduction)
        },
        pairLoss("l1_loss", doc: "|x - target|.") { x, target, reduction throws(SwiftgradError) in
            try .pairLoss("l1_loss", AbsoluteError(), x, target, reduction)
        },
        pairLoss(
            "huber_loss", after: [.float("delta", 1)],
            doc: "d²/2 where d = |x - target| is at most delta, delta (d - delta/2) above."
        ) { x, target, reduction, arguments throws(SwiftgradError) in
            let delta = try arguments.double("delta")
            guard delta > 0 else { throw .value("huber_loss: delta must be positive, got \(delta)") }
            return try .pairLoss("huber_loss", Huber(delta: delta), x, target, reduction)
        },
        pairLoss(
            "smooth_l1_loss", after: [.float("beta", 1)],
            doc: "d²/(2 beta) where d = |x - target| is below beta, d - beta/2 above (arXiv:1504.08083)."
        ) { x, target, reduction, arguments throws(SwiftgradError) in
            let beta = try arguments.double("beta")
            guard beta >= 0 else { throw .value("smooth_l1_loss: beta must not be negative, got \(beta)") }
            return beta == 0
                ? try .pairLoss("smooth_l1_loss", AbsoluteError(), x, target, reduction)
                : try .pairLoss("smooth_l1_loss", SmoothAbsoluteError(beta: beta), x, target, reduction)
        },
        pairLoss(
            "binary_cross_entropy", before: [weight],
            doc: """
                -target log(x) - (1 - target) log(1 - x) for probabilities x in 0...1, from which a sigmoid may have come.

                weight broadcasts to x and weighs each element. Logarithms are cut off at -100.
                """
        ) { x, target, reduction, arguments throws(SwiftgradError) in
            let probabilities = x.detach()
            let outside = try probabilities.less(.full([], 0, x.dtype)).logicalOr(
                probabilities.greater(.full([], 1, x.dtype)))
            guard try outside.sum().scalarDouble() == 0 else {
                throw .value("binary_cross_entropy: x must hold probabilities between 0 and 1")
            }
            return try weighted(x, target, reduction, arguments) { reduction throws(SwiftgradError) in
                try .pairLoss("binary_cross_entropy", BinaryCrossEntropy(), x, target, reduction)
            }
        },
        pairLoss(
            "binary_cross_entropy_with_logits", before: [weight], after: [.tensor("pos_weight", default: .some(.none))],
            doc: """
                Cross-entropy of the probability sigmoid(x) with a target in 0...1, from the logit x.

                pos_weight weighs the positive part, weight each element; both broadcast to x.
                """
        ) { x, target, reduction, arguments throws(SwiftgradError) in
            let name = arguments.name
            return try weighted(x, target, reduction, arguments) { reduction throws(SwiftgradError) in
                guard let positive = try arguments.optionalTensor("pos_weight") else {
                    return try .pairLoss(name, LogisticCrossEntropy(), x, target, reduction)
                }
                try Tensor.requireSameShape(x, target, operation: name)
                try requireBroadcast(positive, to: x, "pos_weight", name)
                let softplus = Softplus(beta: 1, threshold: .infinity)
                let losses =
                    try Tensor.unary("softplus", softplus, -x) * target * positive
                    + Tensor.unary("softplus", softplus, x) * (1 - target)
                return try reduction.apply(losses)
            }
        },
        FunctionDefinition(
            "kl_div", in: functional,
            [.x, .tensor("target"), .string("reduction", "mean"), .bool("log_target", false)],
            doc: """
                target (log(target) - x) for log-probabilities x: the Kullback-Leibler divergence once summed.

                log_target says that target holds logarithms too. Beside 'none', 'mean' and 'sum', reduction 'batchmean' divides
                the sum by the length of axis 0, which is the divergence's own definition.
                """
        ) { arguments throws(SwiftgradError) in
            let (x, target) = (try arguments.tensor("x"), try arguments.tensor("target"))
            let named = try arguments.string("reduction")
            let reduction: LossReduction =
                named == "batchmean" ? .sum : try LossReduction(named: named, operation: "kl_div")
            let loss =
                try arguments.bool("log_target")
                ? Tensor.pairLoss("kl_div", LogKullbackLeibler(), x, target, reduction)
                : Tensor.pairLoss("kl_div", KullbackLeibler(), x, target, reduction)
            guard named == "batchmean" else { return .tensor(loss) }
            guard let batch = x.shape.first else { throw .value("kl_div: 'batchmean' needs an axis to divide by") }
            return .tensor(try loss / Double(batch))
        },
        pairLoss("soft_margin_loss", doc: "log(1 + exp(-target * x)) for targets 1 and -1.") {
            x, target, reduction throws(SwiftgradError) in
            try .pairLoss("soft_margin_loss", SoftMargin(), x, target, reduction)
        },
        pairLoss(
            "hinge_embedding_loss", before: [.float("margin", 1)],
            doc: "x where target is 1, max(margin - x, 0) where it is -1; x measures a distance."
        ) { x, target, reduction, arguments throws(SwiftgradError) in
            try .pairLoss(
                "hinge_embedding_loss", HingeEmbedding(margin: arguments.double("margin")), x, target, reduction)
        },
        pairLoss(
            "poisson_nll_loss", before: [.bool("log_input", true), .bool("full", false), .float("eps", 1e-8)],
            doc: """
                -log of the probability of target under a Poisson distribution: exp(x) - target x for the logarithm x of its
                mean, or x - target log(x + eps) for the mean itself without log_input.

                full adds Stirling's approximation of log(target!) where target > 1.
                """
        ) { x, target, reduction, arguments throws(SwiftgradError) in
            let epsilon = try arguments.double("eps")
            guard epsilon >= 0 else { throw .value("poisson_nll_loss: eps must not be negative, got \(epsilon)") }
            let formula = PoissonLikelihood(
                isLogarithm: try arguments.bool("log_input"), isFull: try arguments.bool("full"), epsilon: epsilon)
            return try .pairLoss("poisson_nll_loss", formula, x, target, reduction)
        },
        FunctionDefinition(
            "sigmoid_focal_loss", in: functional,
            [.x, .tensor("target"), .float("alpha", 0.25), .float("gamma", 2), .string("reduction", "none")],
            doc: """
                alpha_t (1 - p_t)^gamma times the cross-entropy of sigmoid(x) with target in 0...1, where p_t and alpha_t are
                p = sigmoid(x) and alpha where target is 1, 1 - p and 1 - alpha where it is 0 (Lin et al., arXiv:1708.02002).

                Easy examples count less the larger gamma is. A negative alpha leaves the weight out.
                """
        ) { arguments throws(SwiftgradError) in
            let (alpha, gamma) = (try arguments.double("alpha"), try arguments.double("gamma"))
            guard gamma >= 0, alpha <= 1 else {
                throw .value(
                    "sigmoid_focal_loss: needs alpha up to 1 and gamma from 0, got \(alpha) and \(gamma)")
            }
            return .tensor(
                try .pairLoss(
                    "sigmoid_focal_loss", FocalCrossEntropy(alpha: alpha, gamma: gamma), arguments.tensor("x"),
                    arguments.tensor("target"),
                    LossReduction(named: arguments.string("reduction"), operation: "sigmoid_focal_loss")))
        },
    ]

    private static let functional = "nn.functional"
    private static let weight = Parameter.tensor("weight", default: .some(.none))

    private typealias Loss =
        @Sendable (Tensor, Tensor, LossReduction, Arguments) throws(SwiftgradError) -> Tensor

    private static func pairLoss(
        _ name: String, doc: String,
        _ body: @escaping @Sendable (Tensor, Tensor, LossReduction) throws(SwiftgradError) -> Tensor
    ) -> FunctionDefinition {
        pairLoss(name, before: [], doc: doc) { x, target, reduction, _ throws(SwiftgradError) in
            try body(x, target, reduction)
        }
    }

    private static func pairLoss(
        _ name: String, before: [Parameter] = [], after: [Parameter] = [], doc: String, _ body: @escaping Loss
    ) -> FunctionDefinition {
        FunctionDefinition(
            name, in: functional,
            [.x, .tensor("target")] + before + [.string("reduction", "mean")] + after,
            doc: doc + "\n\nThe mean over all elements, their 'sum', or with reduction 'none' each.\n"
                + "Raises ValueError when the shapes differ, rather than broadcast by accident."
        ) { arguments throws(SwiftgradError) in
            let reduction = try LossReduction(named: arguments.string("reduction"), operation: name)
            return .tensor(try body(arguments.tensor("x"), arguments.tensor("target"), reduction, arguments))
        }
    }

    /// The loss with each element weighed where a weight is given.
    private static func weighted(
        _ x: Tensor, _ target: Tensor, _ reduction: LossReduction, _ arguments: Arguments,
        _ loss: (LossReduction) throws(SwiftgradError) -> Tensor
    ) throws(SwiftgradError) -> Tensor {
        guard let weight = try arguments.optionalTensor("weight") else { return try loss(reduction) }
        try requireBroadcast(weight, to: x, "weight", arguments.name)
        return try reduction.apply(loss(.none) * weight)
    }

    private static func requireBroadcast(
        _ weight: Tensor, to x: Tensor, _ what: String, _ operation: String
    ) throws(SwiftgradError) {
        guard Shape.broadcast(weight.shape, x.shape) == x.shape else {
            throw .value(
                "\(operation): \(what) of shape \(Shape.text(weight.shape)) must broadcast to \(Shape.text(x.shape))")
        }
    }
}
