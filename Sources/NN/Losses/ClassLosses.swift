import Swiftgrad

extension NNFunctions {
    /// Losses of scores of classes against class numbers or labels.
    static let classLosses: [FunctionDefinition] = [
        FunctionDefinition(
            "nll_loss", in: "nn.functional",
            [
                .x, .tensor("target"), LossDefinition.weight, .int("ignore_index", -100), LossDefinition.reduction,
            ],
            doc: """
                -x[i, target[i]] for log-probabilities (N, C, ...) or (C) and class numbers (N, ...) or ().

                weight (C) weighs the classes, and the mean divides by the weights; targets equal to ignore_index count nothing.
                Raises ValueError when shapes do not fit, IndexError for a target that is no class.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try negativeLogLikelihood(
                    arguments.tensor("x"), arguments.tensor("target"), weight: arguments.optionalTensor("weight"),
                    ignoreIndex: arguments.int("ignore_index"),
                    LossReduction(named: arguments.string("reduction"), operation: "nll_loss")))
        },
        LossDefinition.loss(
            "multi_margin_loss",
            [
                .x, .tensor("target"), .int("p", 1), .float("margin", 1), LossDefinition.weight,
                LossDefinition.reduction,
            ],
            doc: """
                sum of max(0, margin - x[target] + x[j])^p over the classes j beside the target, divided by C: for scores (N, C)
                or (C) and class numbers (N) or (). p is 1 or 2, weight (C) weighs the losses by their target.
                """
        ) { arguments throws(SwiftgradError) in
            let (x, target) = (try arguments.tensor("x"), try arguments.tensor("target"))
            let (p, margin) = (try arguments.int("p"), try arguments.double("margin"))
            guard p == 1 || p == 2 else { throw .value("multi_margin_loss: p must be 1 or 2, got \(p)") }
            let classes = try ClassNumbers(x, target, operation: "multi_margin_loss", ignoring: nil, lastAxis: true)
            var terms = try (x - classes.picked(from: x) + margin).hinge()
            if p == 2 { terms = try terms.square() }
            if let weight = try arguments.optionalTensor("weight") {
                terms = try terms * classes.weights(weight)
            }
            let numbers = try Tensor.arange(0, Double(classes.count), .int64)
            let isTarget = try classes.positions.equal(numbers)
            let others = try Tensor.select(isTarget, .zeros([], x.dtype), terms)
            return try others.sum(axes: [-1]) / Double(max(1, classes.count))
        },
        LossDefinition.loss(
            "multilabel_margin_loss", [.x, .tensor("target"), LossDefinition.reduction],
            doc: """
                sum of max(0, 1 - x[target[j]] + x[i]) over the targets j and the classes i that are none, divided by C: for scores
                (N, C) or (C) and as many class numbers, of which those before the first -1 are the targets.
                """
        ) { arguments throws(SwiftgradError) in
            try multilabelMargin(arguments.tensor("x"), arguments.tensor("target"))
        },
        LossDefinition.loss(
            "multilabel_soft_margin_loss", [.x, .tensor("target"), LossDefinition.weight, LossDefinition.reduction],
            doc: """
                The mean over the classes of the cross-entropy of sigmoid(x) with labels 0 and 1: for logits and labels (N, C)
                or (C). weight (C) weighs the classes.
                """
        ) { arguments throws(SwiftgradError) in
            let (x, target) = (try arguments.tensor("x"), try arguments.tensor("target"))
            guard x.rank >= 1 else { throw .value("multilabel_soft_margin_loss: scores of no axes have no classes") }
            let given: [Value] = [.tensor(x), .tensor(target), try arguments.value("weight"), .string("none"), .none]
            guard case .tensor(let losses)? = try Functional.named("binary_cross_entropy_with_logits")?(given) else {
                throw .notImplemented("multilabel_soft_margin_loss: there is no cross-entropy")
            }
            return try losses.mean(axes: [-1])
        },
    ]

    private static func negativeLogLikelihood(
        _ input: Tensor, _ target: Tensor, weight: Tensor?, ignoreIndex: Int, _ reduction: LossReduction
    ) throws(SwiftgradError) -> Tensor {
        let classes = try ClassNumbers(input, target, operation: "nll_loss", ignoring: ignoreIndex, lastAxis: false)
        let picked = try classes.picked(from: input)
        let zero = try Tensor.zeros([], input.dtype)
        let isCounted = try target.notEqual(.full([], Double(ignoreIndex), .int64)).expandDims([classes.axis])
        let classWeights = if let weight { try classes.weights(weight) } else { try Tensor.ones([], input.dtype) }
        let weights = try Tensor.select(isCounted, classWeights, zero)
        let losses = try Tensor.select(isCounted, -picked * weights, zero).reshape(target.shape)
        switch reduction {
        case .none: return losses
        case .sum: return try losses.sum()
        case .mean: return try losses.sum() / weights.sum()
        }
    }

    private static func multilabelMargin(_ x: Tensor, _ target: Tensor) throws(SwiftgradError) -> Tensor {
        let name = "multilabel_margin_loss"
        try Tensor.requireSameShape(x, target, operation: name)
        try LossDefinition.requireFloats(x, operation: name)
        guard (1...2).contains(x.rank), target.dtype.isInteger else {
            throw .value("\(name): expected scores and class numbers (N, C) or (C), got \(Shape.text(x.shape))")
        }
        let count = x.shape[x.rank - 1]
        var numbers = try target.integers()
        var (isTarget, isUsed) = (
            [Double](repeating: 0, count: numbers.count), [Double](repeating: 0, count: numbers.count)
        )
        for row in stride(from: 0, to: numbers.count, by: max(1, count)) {
            var isOver = false
            for place in row..<row + count {
                isOver = isOver || numbers[place] == -1
                if isOver {
                    numbers[place] = 0
                    continue
                }
                guard (0..<count).contains(numbers[place]) else {
                    throw .index("\(name): target \(numbers[place]) is not one of \(count) classes")
                }
                isTarget[row + numbers[place]] = 1
                isUsed[place] = 1
            }
        }
        let places = try Tensor.from(numbers.map(Double.init), x.shape, .int64)
        let ofTargets = try x.takeAlong(places, axis: -1).expandDims([x.rank])
        let used = try Tensor.from(isUsed, x.shape, x.dtype).expandDims([x.rank])
        let others = try (1 - Tensor.from(isTarget, x.shape, x.dtype)).expandDims([x.rank - 1])
        let terms = try (1 - ofTargets + x.expandDims([x.rank - 1])).hinge() * used * others
        return try terms.sum(axes: [-1, -2]) / Double(max(1, count))
    }
}

/// Class numbers beside scores, checked: the axis of the classes, and the numbers with that axis, ready to pick with.
private struct ClassNumbers {
    let axis: Int
    let count: Int
    /// The target with an axis of length 1 for the classes; ignored ones are 0.
    let positions: Tensor

    /// Scores (N, C, ...) or (C), targets (N, ...) or (); with `lastAxis` only (N, C) or (C).
    init(
        _ x: Tensor, _ target: Tensor, operation: String, ignoring ignored: Int?, lastAxis: Bool
    ) throws(SwiftgradError) {
        try LossDefinition.requireFloats(x, operation: operation)
        axis = x.rank == 1 ? 0 : 1
        var expected = x.shape
        if x.rank > axis { expected.remove(at: axis) }
        guard x.rank >= 1, !lastAxis || x.rank <= 2, target.shape == expected, target.dtype.isInteger else {
            throw .value(
                "\(operation): expected input \(lastAxis ? "(N, C)" : "(N, C, ...)") and integer target of the same shape "
                    + "without C, got \(Shape.text(x.shape)) and \(Shape.text(target.shape)) of \(target.dtype)")
        }
        count = x.shape[axis]
        for number in try target.integers() where number != ignored && !(0..<count).contains(number) {
            throw .index("\(operation): target \(number) is not one of \(count) classes")
        }
        var numbers = try target.detach().cast(to: .int64)
        if let ignored {
            let isIgnored = try numbers.equal(.full([], Double(ignored), .int64))
            numbers = try Tensor.select(isIgnored, .zeros([], .int64), numbers)
        }
        positions = try numbers.expandDims([axis])
    }

    /// Each target's score, with an axis of length 1 for the classes.
    func picked(from x: Tensor) throws(SwiftgradError) -> Tensor { try x.takeAlong(positions, axis: axis) }

    /// Each target's weight, of the same shape.
    func weights(_ weight: Tensor) throws(SwiftgradError) -> Tensor {
        guard weight.shape == [count] else {
            throw .value("expected weight (\(count),), got \(Shape.text(weight.shape))")
        }
        return try weight.take(positions)
    }
}

extension Tensor {
    /// A new array with these elements, row-major; there are as many as the shape holds.
    static func from(_ elements: [Double], _ shape: [Int], _ dtype: DType) throws(SwiftgradError) -> Tensor {
        let array = try Tensor.zeros([elements.count], .float64)
        let pointer = array.pointer.assumingMemoryBound(to: Double.self)
        for (place, element) in elements.enumerated() { pointer[place] = element }
        return try array.reshape(shape).cast(to: dtype)
    }
}
