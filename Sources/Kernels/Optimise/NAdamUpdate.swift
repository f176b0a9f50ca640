/// Adam with Nesterov momentum (Dozat, "Incorporating Nesterov Momentum into Adam", 2016), after the update of the moments
/// m and v: w = w + gradientScale * g / d + meanScale * m / d with d = sqrt(v / (1 - beta2^t)) + epsilon.
public struct NAdamUpdate: UpdateRule {
    public static var stateCount: Int { 2 }

    private let moments: AdamMoments
    private let rootScale: Double
    private let epsilon: Double
    private let gradientScale: Double
    private let meanScale: Double

    /// `correction2` is `1 - beta2^t`.
    public init(
        _ moments: AdamMoments, correction2: Double, epsilon: Double, gradientScale: Double, meanScale: Double
    ) {
        self.moments = moments
        rootScale = 1 / correction2.squareRoot()
        self.epsilon = epsilon
        self.gradientScale = gradientScale
        self.meanScale = meanScale
    }

    @inline(__always)
    public func apply<V: FloatVector>(_ weight: V, _ gradient: V, _ states: UpdateStates<V>) -> (V, UpdateStates<V>) {
        var (weight, gradient, states) = (weight, gradient, states)
        moments.update(&weight, &gradient, &states)
        let root = V(epsilon).adding(product: states.second.sqrt(), V(rootScale))
        weight = weight.adding(product: V(gradientScale), gradient / root)
        return (weight.adding(product: V(meanScale), states.first / root), states)
    }

    public func run(_ chunk: UpdateChunk) { UpdateLoop.run(self, chunk) }
}
