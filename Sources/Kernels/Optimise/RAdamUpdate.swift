/// Rectified Adam (Liu et al., arXiv:1908.03265), after the update of the moments m and v: w = w + stepSize * m / d with
/// d = sqrt(v) + epsilon where the variance of v can be told, and d = 1 where it cannot.
public struct RAdamUpdate: UpdateRule {
    public static var stateCount: Int { 2 }

    private let moments: AdamMoments
    private let epsilon: Double
    private let stepSize: Double
    private let isAdaptive: Bool

    public init(_ moments: AdamMoments, epsilon: Double, stepSize: Double, isAdaptive: Bool) {
        self.moments = moments
        self.epsilon = epsilon
        self.stepSize = stepSize
        self.isAdaptive = isAdaptive
    }

    @inline(__always)
    public func apply<V: FloatVector>(_ weight: V, _ gradient: V, _ states: UpdateStates<V>) -> (V, UpdateStates<V>) {
        var (weight, gradient, states) = (weight, gradient, states)
        moments.update(&weight, &gradient, &states)
        let direction = isAdaptive ? states.first / (states.second.sqrt() + V(epsilon)) : states.first
        return (weight.adding(product: V(stepSize), direction), states)
    }

    public func run(_ chunk: UpdateChunk) { UpdateLoop.run(self, chunk) }
}
