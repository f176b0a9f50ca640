/// Adadelta (Zeiler, arXiv:1212.5701), in the order of operations of PyTorch's `torch.optim.Adadelta`:
///   g = ±gradient + weightDecay * w,  s = rho * s + (1 - rho) g^2
///   d = sqrt(a + epsilon) / sqrt(s + epsilon) * g,  a = rho * a + (1 - rho) d^2,  w = w - lr * d
/// The states are the running means s of squared gradients and a of squared steps.
public struct AdadeltaUpdate: UpdateRule {
    public static var stateCount: Int { 2 }

    private let decayed: DecayedGradient
    private let learningRate: Double
    private let rho: Double
    private let epsilon: Double

    public init(learningRate: Double, rho: Double, epsilon: Double, weightDecay: Double, maximizes: Bool) {
        decayed = DecayedGradient(weightDecay: weightDecay, maximizes: maximizes)
        self.learningRate = learningRate
        self.rho = rho
        self.epsilon = epsilon
    }

    @inline(__always)
    public func apply<V: FloatVector>(_ weight: V, _ gradient: V, _ states: UpdateStates<V>) -> (V, UpdateStates<V>) {
        let gradient = decayed(gradient, weight)
        var states = states
        states.first = (V(rho) * states.first).adding(product: V(1 - rho) * gradient, gradient)
        let root = (states.first + V(epsilon)).sqrt()
        let delta = (states.second + V(epsilon)).sqrt() / root * gradient
        states.second = (V(rho) * states.second).adding(product: V(1 - rho) * delta, delta)
        return (weight.adding(product: V(-learningRate), delta), states)
    }

    public func run(_ chunk: UpdateChunk) { UpdateLoop.run(self, chunk) }
}
