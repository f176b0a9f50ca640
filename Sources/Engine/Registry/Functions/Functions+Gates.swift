import SwiftgradKernels

extension EngineFunctions {
    /// Activation functions with trained slopes, gates, or chance.
    static let gates: [FunctionDefinition] = [
        FunctionDefinition(
            "prelu", in: "nn.functional", [.x, .tensor("weight")],
            doc: """
                x where x > 0, weight * x elsewhere: weight has one element, or one a channel (axis 1) of x (arXiv:1502.01852).
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").prelu(arguments.tensor("weight")))
        },
        FunctionDefinition(
            "glu", in: "nn.functional", [.x, .int("axis", -1)],
            doc: "a * sigmoid(b), a and b being the halves of x along an axis (Dauphin et al., arXiv:1612.08083)."
        ) { arguments throws(SwiftgradError) in
            let x = try arguments.tensor("x")
            let axis = try Axes.normalise(arguments.int("axis"), rank: x.rank, operation: "glu")
            let length = x.shape[axis]
            guard length % 2 == 0 else {
                throw .value("glu: axis \(axis) of shape \(Shape.text(x.shape)) cannot be halved")
            }
            let half = length / 2
            return .tensor(
                try x.slice(axis: axis, 0..<half) * x.slice(axis: axis, half..<length).sigmoid())
        },
        FunctionDefinition(
            "softmin", in: "nn.functional", [.x, .int("axis", -1)], doc: "softmax(-x) along an axis."
        ) { arguments throws(SwiftgradError) in
            .tensor(try (-arguments.tensor("x")).softmax(axis: arguments.int("axis")))
        },
        activation(
            "rrelu", [.float("lower", 1.0 / 8), .float("upper", 1.0 / 3), .bool("training", false)], inplace: true,
            doc: """
                x where x >= 0, slope * x elsewhere: in training each slope is drawn uniformly from lower to upper, otherwise it is
                their mean (arXiv:1505.00853).
                """
        ) { x, arguments throws(SwiftgradError) in
            let (lower, upper) = (try arguments.double("lower"), try arguments.double("upper"))
            guard lower <= upper, lower.isFinite, upper.isFinite else {
                throw .value("rrelu: lower \(lower) must not be above upper \(upper)")
            }
            guard try arguments.bool("training") else {
                return try .unary("rrelu", LeakyReLU(slope: (lower + upper) / 2), x)
            }
            let zero = try Tensor.zeros([], x.dtype)
            return try Tensor.select(
                x.less(zero), x * Tensor.uniform(x.shape, low: lower, high: upper, x.dtype), x)
        },
        FunctionDefinition(
            "gumbel_softmax", in: "nn.functional",
            [.tensor("logits"), .float("tau", 1), .bool("hard", false), .float("eps", 1e-10), .int("axis", -1)],
            doc: """
                softmax((logits + g) / tau) along an axis with Gumbel noise g (arXiv:1611.01144). hard gives a one-hot vector whose
                gradient is the soft one's. eps is accepted and not used.
                """
        ) { arguments throws(SwiftgradError) in
            let (logits, tau) = (try arguments.tensor("logits"), try arguments.double("tau"))
            guard logits.dtype.isFloating, tau > 0 else {
                throw .value(
                    "gumbel_softmax: needs floating-point logits and a positive tau, got \(logits.dtype), \(tau)")
            }
            let axis = try Axes.normalise(arguments.int("axis"), rank: logits.rank, operation: "gumbel_softmax")
            let smallest = logits.dtype == .float64 ? 0x1p-1022 : 0x1p-126
            let uniform = try Tensor.uniform(logits.shape, low: smallest, high: 1, logits.dtype.computeType)
            let noise = try -(-uniform.log()).atLeast(smallest).log()
            let soft = try ((logits + noise.cast(to: logits.dtype)) / tau).softmax(axis: axis)
            guard try arguments.bool("hard") else { return .tensor(soft) }
            let fixed = soft.detach()
            let largest = try fixed.argmax(axis: axis, keepDimensions: true)
            var shape = [Int](repeating: 1, count: logits.rank)
            shape[axis] = logits.shape[axis]
            let numbers = try Tensor.arange(0, Double(logits.shape[axis]), .int64).reshape(shape)
            return .tensor(try largest.equal(numbers).cast(to: soft.dtype) - fixed + soft)
        },
    ]
}

extension Tensor {
    /// x where x > 0, weight * x elsewhere.
    func prelu(_ weight: Tensor) throws(SwiftgradError) -> Tensor {
        guard dtype.isFloating, weight.dtype.isFloating else {
            throw .type("prelu: needs floating-point tensors, got \(dtype) and \(weight.dtype)")
        }
        let channels = rank >= 2 ? shape[1] : 1
        guard weight.rank <= 1, weight.count == 1 || weight.count == channels else {
            throw .value(
                "prelu: expected a weight of 1 or \(channels) elements for x \(Shape.text(shape)), got "
                    + Shape.text(weight.shape))
        }
        if weight.count == 1 { return try .apply(PReLU(), self, weight.reshape([])) }
        let spread = [channels] + [Int](repeating: 1, count: max(0, rank - 2))
        return try .apply(PReLU(), self, weight.reshape(spread))
    }
}
