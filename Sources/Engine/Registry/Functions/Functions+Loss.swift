extension EngineFunctions {
    private static let functional = "nn.functional"
    private static let reduction = Parameter.string("reduction", "mean")

    /// Losses over classes and sequences.
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
            "ctc_loss", in: functional,
            [
                .tensor("log_probs"), .tensor("targets"), lengths("input_lengths"), lengths("target_lengths"),
                .int("blank", 0), reduction, .bool("zero_infinity", false),
            ],
            doc: """
                -log of the probability of all ways to spell a target, each label one or more steps long with blanks between
                (Graves et al., ICML 2006): log_probs (T, N, C) or (T, C) are log_softmax's.

                targets are class numbers (N, S), or (sum of target_lengths,) one behind the other; the lengths are N ints. The
                mean divides each loss by its target's length first. A target longer than its input allows costs infinity,
                or with zero_infinity nothing. The gradient is that of log_probs, -1 times the posterior of each class. Raises
                ValueError when lengths and shapes do not fit, IndexError for a target that is no class.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try Tensor.ctcLoss(
                    arguments.tensor("log_probs"), labels: arguments.tensor("targets"),
                    stepCounts: arguments.lengths("input_lengths"), labelCounts: arguments.lengths("target_lengths"),
                    blank: arguments.int("blank"),
                    reduction: LossReduction(named: arguments.string("reduction"), operation: "ctc_loss"),
                    zeroInfinity: arguments.bool("zero_infinity")))
        },
    ]

    /// Ints, or a tensor of them.
    private static func lengths(_ name: String) -> Parameter { Parameter(name, .any) }
}

extension Arguments {
    /// Lengths given as a tensor of integers, a list of ints or one int.
    fileprivate func lengths(_ name: String) throws(SwiftgradError) -> [Int] {
        guard case .tensor(let tensor) = try value(name) else { return try ints(name) }
        guard tensor.dtype.isInteger, tensor.rank <= 1 else {
            throw .type("\(self.name)(): argument '\(name)' must be ints or a vector of integers")
        }
        let whole = try tensor.detach().cast(to: .int64).contiguous()
        return withExtendedLifetime(whole) {
            let elements = whole.pointer.assumingMemoryBound(to: Int64.self)
            return (0..<whole.count).map { Int(elements[$0]) }
        }
    }
}
