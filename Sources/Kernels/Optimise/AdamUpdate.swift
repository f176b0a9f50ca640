// Adam (Kingma and Ba, arXiv:1412.6980) and AdamW (Loshchilov and Hutter, arXiv:1711.05101), in the order of operations
// of PyTorch's `torch.optim`, at step t = 1, 2, ..., after the update of the moments m and v:
//   w = w - lr / (1 - beta1^t) * m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)
// The AMSGrad variant (Reddi et al., arXiv:1904.09237) takes the largest v so far in the last line.

/// What does not change from element to element.
public struct AdamCoefficients: Sendable {
    let moments: AdamMoments
    let stepSize: Double
    let rootScale: Double
    let epsilon: Double

    /// The corrections are `1 - beta^t`.
    public init(
        _ moments: AdamMoments, learningRate: Double, epsilon: Double, correction1: Double, correction2: Double
    ) {
        self.moments = moments
        stepSize = -learningRate / correction1
        rootScale = 1 / correction2.squareRoot()
        self.epsilon = epsilon
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
        var (weight, gradient, states) = (weight, gradient, states)
        coefficients.moments.update(&weight, &gradient, &states)
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
        var (weight, gradient, states) = (weight, gradient, states)
        coefficients.moments.update(&weight, &gradient, &states)
        states.third = V.maximum(states.third, states.second)
        return (coefficients.step(weight, states.first, states.third), states)
    }

    public func run(_ chunk: UpdateChunk) { UpdateLoop.run(self, chunk) }
}
