// Adam (Kingma and Ba, arXiv:1412.6980) and AdamW (Loshchilov and Hutter, arXiv:1711.05101), in the order of operations
// of PyTorch's `torch.optim`, at step t = 1, 2, ...:
//   g = ±gradient + weightDecay * w                 (Adam)
//   w = w - lr * weightDecay * w                    (AdamW, before the rest)
//   m = m + (1 - beta1) (g - m),  v = beta2 * v + (1 - beta2) g^2
//   w = w - lr / (1 - beta1^t) * m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)
// The AMSGrad variant (Reddi et al., arXiv:1904.09237) takes the largest v so far in the last line.

/// What does not change from element to element.
public struct AdamCoefficients: Sendable {
    let meanRate: Double
    let squareDecay: Double
    let squareRate: Double
    let stepSize: Double
    let rootScale: Double
    let epsilon: Double
    /// Added to the gradient, times the weight.
    let coupledDecay: Double
    /// What is left of the weight.
    let decoupledScale: Double
    let maximizes: Bool

    /// `step` counts from 1; `isDecoupled` makes it AdamW.
    public init(
        learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double, isDecoupled: Bool,
        maximizes: Bool, correction1: Double, correction2: Double
    ) {
        meanRate = 1 - beta1
        squareDecay = beta2
        squareRate = 1 - beta2
        stepSize = -learningRate / correction1
        rootScale = 1 / correction2.squareRoot()
        self.epsilon = epsilon
        coupledDecay = isDecoupled ? 0 : weightDecay
        decoupledScale = isDecoupled ? 1 - learningRate * weightDecay : 1
        self.maximizes = maximizes
    }

    @inline(__always)
    func moments<V: FloatVector>(_ weight: inout V, _ gradient: V, _ states: inout UpdateStates<V>) {
        var gradient = maximizes ? -gradient : gradient
        if coupledDecay != 0 { gradient = gradient.adding(product: V(coupledDecay), weight) }
        if decoupledScale != 1 { weight = weight * V(decoupledScale) }
        states.first = states.first.adding(product: V(meanRate), gradient - states.first)
        states.second = (V(squareDecay) * states.second).adding(product: V(squareRate) * gradient, gradient)
    }

    @inline(__always)
    func step<V: FloatVector>(_ weight: V, _ mean: V, _ square: V) -> V {
        let root = V(epsilon).adding(product: square.sqrt(), V(rootScale))
        return weight.adding(product: V(stepSize), mean / root)
    }
}

/// The states are the running means of the gradient and of its square.
public struct AdamUpdate: UpdateRule {
    public static var stateCount: Int { 2 }

    let coefficients: AdamCoefficients

    public init(_ coefficients: AdamCoefficients) { self.coefficients = coefficients }

    @inline(__always)
    public func apply<V: FloatVector>(_ weight: V, _ gradient: V, _ states: UpdateStates<V>) -> (V, UpdateStates<V>) {
        var (weight, states) = (weight, states)
        coefficients.moments(&weight, gradient, &states)
        return (coefficients.step(weight, states.first, states.second), states)
    }

    public func run(_ chunk: UpdateChunk) { UpdateLoop.run(self, chunk) }
}

/// With a third state: the largest running mean of squares so far.
public struct AMSGradUpdate: UpdateRule {
    public static var stateCount: Int { 3 }

    let coefficients: AdamCoefficients

    public init(_ coefficients: AdamCoefficients) { self.coefficients = coefficients }

    @inline(__always)
    public func apply<V: FloatVector>(_ weight: V, _ gradient: V, _ states: UpdateStates<V>) -> (V, UpdateStates<V>) {
        var (weight, states) = (weight, states)
        coefficients.moments(&weight, gradient, &states)
        states.third = V.maximum(states.third, states.second)
        return (coefficients.step(weight, states.first, states.third), states)
    }

    public func run(_ chunk: UpdateChunk) { UpdateLoop.run(self, chunk) }
}
