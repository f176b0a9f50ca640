// Gradient descent, in the order of operations of PyTorch's `torch.optim.SGD`:
//   g = ±gradient + weightDecay * w
//   b = momentum * b + (1 - dampening) * g          (b = g at a parameter's first step)
//   w = w - lr * (b, or with Nesterov's momentum g + momentum * b)

/// Without momentum.
public struct SGDUpdate: UpdateRule {
    public static var stateCount: Int { 0 }

    let learningRate: Double
    let decayed: DecayedGradient

    /// `maximizes` ascends instead of descending.
    public init(learningRate: Double, weightDecay: Double, maximizes: Bool) {
        self.learningRate = learningRate
        decayed = DecayedGradient(weightDecay: weightDecay, maximizes: maximizes)
    }

    @inline(__always)
    public func apply<V: FloatVector>(_ weight: V, _ gradient: V, _ states: UpdateStates<V>) -> (V, UpdateStates<V>) {
        (weight.adding(product: V(-learningRate), decayed(gradient, weight)), states)
    }

    public func run(_ chunk: UpdateChunk) { UpdateLoop.run(self, chunk) }
}

/// With momentum; the state is the momentum buffer.
public struct MomentumUpdate: UpdateRule {
    public static var stateCount: Int { 1 }

    public let descent: SGDUpdate
    public let momentum: Double
    public let dampening: Double
    public let isNesterov: Bool
    /// The buffer holds nothing yet.
    public let isFirst: Bool

    public init(descent: SGDUpdate, momentum: Double, dampening: Double, isNesterov: Bool, isFirst: Bool) {
        self.descent = descent
        self.momentum = momentum
        self.dampening = dampening
        self.isNesterov = isNesterov
        self.isFirst = isFirst
    }

    @inline(__always)
    public func apply<V: FloatVector>(_ weight: V, _ gradient: V, _ states: UpdateStates<V>) -> (V, UpdateStates<V>) {
        let gradient = descent.decayed(gradient, weight)
        var states = states
        states.first =
            isFirst ? gradient : (V(momentum) * states.first).adding(product: V(1 - dampening), gradient)
        let direction = isNesterov ? gradient.adding(product: V(momentum), states.first) : states.first
        return (weight.adding(product: V(-descent.learningRate), direction), states)
    }

    public func run(_ chunk: UpdateChunk) { UpdateLoop.run(self, chunk) }
}
