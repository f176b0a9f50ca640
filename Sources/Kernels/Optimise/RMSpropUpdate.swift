// RMSprop (Hinton, lecture 6 of "Neural Networks for Machine Learning", 2012), in the order of operations of PyTorch's
// `torch.optim.RMSprop`:
//   g = ±gradient + weightDecay * w
//   s = alpha * s + (1 - alpha) g^2
//   d = sqrt(s) + epsilon, or centered: a = a + (1 - alpha) (g - a), d = sqrt(s - a^2) + epsilon
//   w = w - lr * g / d, or with momentum: b = momentum * b + g / d, w = w - lr * b

/// What does not change from element to element.
public struct RMSpropCoefficients: Sendable {
    let decayed: DecayedGradient
    let learningRate: Double
    let alpha: Double
    let epsilon: Double
    let momentum: Double

    public init(
        learningRate: Double, alpha: Double, epsilon: Double, momentum: Double, weightDecay: Double, maximizes: Bool
    ) {
        decayed = DecayedGradient(weightDecay: weightDecay, maximizes: maximizes)
        self.learningRate = learningRate
        self.alpha = alpha
        self.epsilon = epsilon
        self.momentum = momentum
    }
}

/// The states are the running mean of squares, then the momentum buffer, then the running mean, each of the last two if
/// its count is 1.
public struct RMSpropUpdate<let buffers: Int, let means: Int>: UpdateRule {
    public static var stateCount: Int { 1 + buffers + means }

    let coefficients: RMSpropCoefficients

    public init(_ coefficients: RMSpropCoefficients) { self.coefficients = coefficients }

    @inline(__always)
    public func apply<V: FloatVector>(_ weight: V, _ gradient: V, _ states: UpdateStates<V>) -> (V, UpdateStates<V>) {
        let alpha = coefficients.alpha
        let gradient = coefficients.decayed(gradient, weight)
        var states = states
        states.first = (V(alpha) * states.first).adding(product: V(1 - alpha) * gradient, gradient)
        var square = states.first
        if means == 1 {
            var mean = buffers == 1 ? states.third : states.second
            mean = mean.adding(product: V(1 - alpha), gradient - mean)
            square = square - mean * mean
            if buffers == 1 { states.third = mean } else { states.second = mean }
        }
        var direction = gradient / (square.sqrt() + V(coefficients.epsilon))
        if buffers == 1 {
            direction = direction.adding(product: V(coefficients.momentum), states.second)
            states.second = direction
        }
        return (weight.adding(product: V(-coefficients.learningRate), direction), states)
    }

    public func run(_ chunk: UpdateChunk) { UpdateLoop.run(self, chunk) }
}
