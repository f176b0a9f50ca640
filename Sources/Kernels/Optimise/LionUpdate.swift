/// Lion (Chen et al., arXiv:2302.06675):
///   c = beta1 * m + (1 - beta1) g,  w = (1 - lr * weightDecay) w - lr * sign(c),  m = beta2 * m + (1 - beta2) g
/// with g = ±gradient; the state is the momentum m. The sign of 0 is 0.
public struct LionUpdate: UpdateRule {
    public static var stateCount: Int { 1 }

    private let decayed: DecayedGradient
    private let weightScale: Double
    private let learningRate: Double
    private let beta1: Double
    private let beta2: Double

    public init(learningRate: Double, beta1: Double, beta2: Double, weightDecay: Double, maximizes: Bool) {
        decayed = DecayedGradient(weightDecay: 0, maximizes: maximizes)
        weightScale = 1 - learningRate * weightDecay
        self.learningRate = learningRate
        self.beta1 = beta1
        self.beta2 = beta2
    }

    @inline(__always)
    public func apply<V: FloatVector>(_ weight: V, _ gradient: V, _ states: UpdateStates<V>) -> (V, UpdateStates<V>) {
        let gradient = decayed(gradient, weight)
        var states = states
        let mixed = (V(beta1) * states.first).adding(product: V(1 - beta1), gradient)
        states.first = (V(beta2) * states.first).adding(product: V(1 - beta2), gradient)
        let sign = V.select(0 < mixed, V(1), V.select(mixed < 0, V(-1), mixed))
        return ((weight * V(weightScale)).adding(product: V(-learningRate), sign), states)
    }

    public func run(_ chunk: UpdateChunk) { UpdateLoop.run(self, chunk) }
}
