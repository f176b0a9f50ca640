import Swiftgrad

extension NNFunctions {
    static let losses: [FunctionDefinition] = [
        loss("l1_loss", doc: "Absolute difference |x - target|; both have the same shape.") {
            x, target, _ throws(SwiftgradError) in try (x - target).abs()
        },
        loss(
            "binary_cross_entropy_with_logits", before: [.tensor("weight", default: .some(.none))],
            after: [.tensor("pos_weight", default: .some(.none))],
            doc: """
                Cross-entropy of a probability sigmoid(x) with a target in 0...1, from the logit.

                pos_weight weighs the positive part, weight each element; both broadcast to x.
                """
        ) { x, target, arguments throws(SwiftgradError) in
            var losses = try x.logitCrossEntropy(target)
            if let weight = try arguments.optionalTensor("pos_weight") {
                losses = try softplus(-x) * target * weight + softplus(x) * (1 - target)
            }
            if let weight = try arguments.optionalTensor("weight") { losses = try losses * weight }
            guard losses.shape == x.shape else {
                throw .value(
                    "\(arguments.name): the weights must broadcast to \(Shape.text(x.shape)), they give "
                        + Shape.text(losses.shape))
            }
            return losses
        },
        FunctionDefinition(
            "nll_loss", in: functional,
            [
                .x, .tensor("target"), .tensor("weight", default: .some(.none)),
                .int("ignore_index", -100), .string("reduction", "mean"),
            ],
            doc: """
                -x[i, target[i]] for log-probabilities (N, C) or (C) and class numbers (N) or ().

                weight (C) weighs the classes, and the mean divides by the weights; targets equal to ignore_index count nothing.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try negativeLogLikelihood(
                    arguments.tensor("x"), arguments.tensor("target"), weight: arguments.optionalTensor("weight"),
                    ignoreIndex: arguments.int("ignore_index"),
                    LossReduction(named: arguments.string("reduction"), operation: "nll_loss")))
        },
    ]

    private static let functional = "nn.functional"

    private static func loss(
        _ name: String, before: [Parameter] = [], after: [Parameter] = [], doc: String,
        _ body: @escaping @Sendable (Tensor, Tensor, Arguments) throws(SwiftgradError) -> Tensor
    ) -> FunctionDefinition {
        FunctionDefinition(
            name, in: functional,
            [.x, .tensor("target")] + before + [.string("reduction", "mean")] + after, doc: doc
        ) { arguments throws(SwiftgradError) in
            let (x, target) = (try arguments.tensor("x"), try arguments.tensor("target"))
            try Tensor.requireSameShape(x, target, operation: name)
            let reduction = try LossReduction(named: arguments.string("reduction"), operation: name)
            return .tensor(try reduction.apply(body(x, target, arguments)))
        }
    }

    private static func softplus(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        guard case .tensor(let result) = try Functional.named("softplus")?([.tensor(x), .absent, .absent]) else {
            throw .notImplemented("nn.functional.softplus does not exist")
        }
        return result
    }

    private static func negativeLogLikelihood(
        _ input: Tensor, _ target: Tensor, weight: Tensor?, ignoreIndex: Int, _ reduction: LossReduction
    ) throws(SwiftgradError) -> Tensor {
        guard (1...2).contains(input.rank), target.shape == input.shape.dropLast(), target.dtype.isInteger else {
            throw .value(
                "nll_loss: expected input (N, C) and integer target (N,), got \(Shape.text(input.shape)) and "
                    + "\(Shape.text(target.shape)) of \(target.dtype)")
        }
        let classes = input.shape[input.rank - 1]
        guard weight == nil || weight?.shape == [classes] else {
            throw .value("nll_loss: expected weight (\(classes),), got \(Shape.text(weight?.shape ?? []))")
        }
        for number in try target.integers() where number != ignoreIndex && !(0..<classes).contains(number) {
            throw .index("nll_loss: target \(number) is not one of \(classes) classes")
        }
        let numbers = try Tensor.arange(0, Double(classes), .int64)
        let isTarget = try target.expandDims([-1]).equal(numbers)
        let ones = try Tensor.ones([], input.dtype)
        let classWeights = try (weight ?? ones).cast(to: input.dtype)
        let isCounted = try target.notEqual(.full([], Double(ignoreIndex), .int64)).expandDims([-1])
        let zero = try Tensor.zeros([], input.dtype)
        let weights = try Tensor.select(
            isCounted, Tensor.select(isTarget, classWeights, zero), zero)
        let losses = try -(Tensor.select(isTarget, input, zero) * weights).sum(axes: [-1])
        switch reduction {
        case .none: return losses
        case .sum: return try losses.sum()
        case .mean: return try losses.sum() / weights.sum()
        }
    }
}

extension Tensor {
    /// The elements as Swift integers, in row-major order.
    public func integers() throws(SwiftgradError) -> [Int] {
        let whole = try detach().cast(to: .int64).contiguous()
        let elements = whole.pointer.assumingMemoryBound(to: Int64.self)
        return (0..<whole.count).map { Int(elements[$0]) }
    }
}
