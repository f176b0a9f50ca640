extension EngineFunctions {
    private static let functional = "nn.functional"
    private static let reduction = Parameter.string("reduction", "mean")

    static let losses: [FunctionDefinition] = [
        FunctionDefinition(
            "cross_entropy", in: functional,
            [
                .x, .tensor("target"), .tensor("weight", default: .some(.none)), .int("ignore_index", -100), reduction,
                .float("label_smoothing", 0),
            ],
            doc: """
                Cross-entropy between logits and classes: the mean of -log softmax(x)[target].

                x is (N, C, ...) or (C,); target holds class numbers of shape (N, ...), or probabilities of the shape of x.
                weight (C,) weighs the classes, targets equal to ignore_index do not count, label_smoothing s mixes s / C
                into the goal (arXiv:1512.00567). Raises ValueError when shapes do not fit, IndexError for a target that is
                no class.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try Tensor.crossEntropy(
                    arguments.tensor("x"), arguments.tensor("target"), weight: arguments.optionalTensor("weight"),
                    ignoreIndex: arguments.int("ignore_index"), labelSmoothing: arguments.double("label_smoothing"),
                    reduction: LossReduction(named: arguments.string("reduction"), operation: "cross_entropy")))
        },
        FunctionDefinition(
            "mse_loss", in: functional, [.x, .tensor("target"), reduction],
            doc: "Mean of (x - target)**2. Raises ValueError when the shapes differ, rather than broadcast by accident."
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try Tensor.meanSquaredError(
                    arguments.tensor("x"), arguments.tensor("target"),
                    reduction: LossReduction(named: arguments.string("reduction"), operation: "mse_loss")))
        },
    ]
}
