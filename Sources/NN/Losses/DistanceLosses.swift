import Swiftgrad

extension NNFunctions {
    /// Losses of pairs and triples of inputs.
    static let distanceLosses: [FunctionDefinition] = [
        LossDefinition.loss(
            "margin_ranking_loss",
            [.tensor("input1"), .tensor("input2"), .tensor("target"), .float("margin", 0), LossDefinition.reduction],
            doc:
                "max(0, -target (input1 - input2) + margin): target 1 wants input1 larger, -1 input2. All have one shape."
        ) { arguments throws(SwiftgradError) in
            let (first, second) = (try arguments.tensor("input1"), try arguments.tensor("input2"))
            let target = try arguments.tensor("target")
            try Tensor.requireSameShape(first, second, operation: arguments.name)
            try Tensor.requireSameShape(first, target, operation: arguments.name)
            return try (target * (second - first) + arguments.double("margin")).hinge()
        },
        LossDefinition.loss(
            "cosine_embedding_loss",
            [.tensor("input1"), .tensor("input2"), .tensor("target"), .float("margin", 0), LossDefinition.reduction],
            doc: """
                1 - cos where target is 1, max(0, cos - margin) where it is -1: cos is the cosine of the angle between input1 and
                input2 (N, D) or (D), target is (N) or ().
                """
        ) { arguments throws(SwiftgradError) in
            let (first, second) = (try arguments.tensor("input1"), try arguments.tensor("input2"))
            let target = try arguments.tensor("target")
            try Tensor.requireSameShape(first, second, operation: arguments.name)
            try LossDefinition.requireFloats(first, second, operation: arguments.name)
            guard (1...2).contains(first.rank), target.shape == first.shape.dropLast() else {
                throw .value(
                    "cosine_embedding_loss: expected inputs (N, D) and target (N,), got \(Shape.text(first.shape)) and "
                        + Shape.text(target.shape))
            }
            let epsilon = 1e-12
            let product = try (first * second).sum(axes: [-1])
            let squares = try (first.square().sum(axes: [-1]) + epsilon) * (second.square().sum(axes: [-1]) + epsilon)
            let cosine = try product / squares.sqrt()
            let zero = try Tensor.zeros([], cosine.dtype)
            func labelled(_ label: Double, _ value: Tensor) throws(SwiftgradError) -> Tensor {
                try Tensor.select(target.equal(.full([], label, target.dtype)), value, zero)
            }
            return try labelled(1, 1 - cosine) + labelled(-1, (cosine - arguments.double("margin")).hinge())
        },
        LossDefinition.loss(
            "triplet_margin_loss",
            [
                .tensor("anchor"), .tensor("positive"), .tensor("negative"), .float("margin", 1), .float("p", 2),
                .float("eps", 1e-6), .bool("swap", false), LossDefinition.reduction,
            ],
            doc: """
                max(0, d(anchor, positive) - d(anchor, negative) + margin) for vectors (N, D) or (D), d being pairwise_distance
                with p and eps (Balntas et al., BMVC 2016). swap takes d(positive, negative) where that is smaller.
                """
        ) { arguments throws(SwiftgradError) in
            let anchor = try arguments.tensor("anchor")
            try Tensor.requireSameShape(anchor, arguments.tensor("positive"), operation: arguments.name)
            try Tensor.requireSameShape(anchor, arguments.tensor("negative"), operation: arguments.name)
            let (p, epsilon) = (try arguments.double("p"), try arguments.double("eps"))
            return try triplet(arguments) { x, y throws(SwiftgradError) in
                try x.distance(to: y, order: p, epsilon: epsilon, operation: arguments.name)
            }
        },
        LossDefinition.loss(
            "triplet_margin_with_distance_loss",
            [
                .tensor("anchor"), .tensor("positive"), .tensor("negative"),
                Parameter("distance_function", .any, default: .some(.none)), .float("margin", 1), .bool("swap", false),
                LossDefinition.reduction,
            ],
            doc: """
                max(0, d(anchor, positive) - d(anchor, negative) + margin) for any distance d, a function or a module of two
                tensors; pairwise_distance unless given (Balntas et al., BMVC 2016). swap takes d(positive, negative) where that
                is smaller.
                """
        ) { arguments throws(SwiftgradError) in
            let distance = try arguments.value("distance_function")
            return try triplet(arguments) { x, y throws(SwiftgradError) in
                let pair = [Value.tensor(x), .tensor(y)]
                switch distance {
                case .none: return try x.distance(to: y, order: 2, epsilon: 1e-6, operation: arguments.name)
                case .callable(let function): return try function.call(pair).asResult()
                case .object(let module as Module): return try module.call(pair).asResult()
                default:
                    throw .type("\(arguments.name): distance_function must be a function, got \(distance.kindName)")
                }
            }
        },
        LossDefinition.loss(
            "gaussian_nll_loss",
            [
                .x, .tensor("target"), .tensor("var"), .bool("full", false), .float("eps", 1e-6),
                LossDefinition.reduction,
            ],
            doc: """
                (log(var) + (x - target)² / var) / 2: -log of the density of target under a normal distribution of mean x and
                variance var, with full also log(2 pi) / 2 (Nix and Weigend, ICNN 1994).

                var has the shape of x, or none or 1 for its last axis; below eps it counts as eps, its gradient untouched.
                """
        ) { arguments throws(SwiftgradError) in
            let (x, target) = (try arguments.tensor("x"), try arguments.tensor("target"))
            try Tensor.requireSameShape(x, target, operation: arguments.name)
            var variance = try arguments.tensor("var")
            try LossDefinition.requireFloats(x, variance, operation: arguments.name)
            if variance.shape != x.shape && variance.shape == x.shape.dropLast() && x.rank > 0 {
                variance = try variance.expandDims([x.rank - 1])
            }
            guard variance.shape == x.shape || (x.rank > 0 && variance.shape == x.shape.dropLast() + [1]) else {
                throw .value(
                    "gaussian_nll_loss: var of shape \(Shape.text(variance.shape)) does not fit x of shape "
                        + Shape.text(x.shape))
            }
            let epsilon = try arguments.double("eps")
            guard epsilon > 0 else { throw .value("gaussian_nll_loss: eps must be positive, got \(epsilon)") }
            let fixed = variance.detach()
            guard try fixed.less(.zeros([], fixed.dtype)).sum().integers() == [0] else {
                throw .value("gaussian_nll_loss: var must not be negative")
            }
            let least = try Tensor.full([], epsilon, fixed.dtype)
            variance = try variance + (Tensor.select(fixed.less(least), least, fixed) - fixed)
            let losses = try 0.5 * (variance.log() + (x - target).square() / variance)
            return try arguments.bool("full") ? losses + 0.9189385332046727 : losses
        },
    ]

    /// Losses of triplets by a distance: anchor to positive less anchor, or with swap positive, to negative.
    private static func triplet(
        _ arguments: Arguments, _ distance: (Tensor, Tensor) throws(SwiftgradError) -> Tensor
    ) throws(SwiftgradError) -> Tensor {
        let anchor = try arguments.tensor("anchor")
        let (positive, negative) = (try arguments.tensor("positive"), try arguments.tensor("negative"))
        let near = try distance(anchor, positive)
        var far = try distance(anchor, negative)
        if try arguments.bool("swap") {
            let other = try distance(positive, negative)
            far = try Tensor.select(other.less(far), other, far)
        }
        return try (near - far + arguments.double("margin")).hinge()
    }
}
