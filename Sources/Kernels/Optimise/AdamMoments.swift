/// What Adam and its kin share: weight decay of either kind, and the running means of the gradient and of its square,
///   g = ±gradient + weightDecay * w                 (coupled)
///   w = w - lr * weightDecay * w                    (decoupled)
///   m = m + (1 - beta1) (g - m),  v = beta2 * v + (1 - beta2) g^2
public struct AdamMoments: Sendable {
    private let decayed: DecayedGradient
    /// What a decoupled decay leaves of the weight.
    private let weightScale: Double
    private let meanRate: Double
    private let squareDecay: Double
    private let squareRate: Double

    public init(
        learningRate: Double, beta1: Double, beta2: Double, weightDecay: Double, isDecoupled: Bool, maximizes: Bool
    ) {
        decayed = DecayedGradient(weightDecay: isDecoupled ? 0 : weightDecay, maximizes: maximizes)
        weightScale = isDecoupled ? 1 - learningRate * weightDecay : 1
        meanRate = 1 - beta1
        squareDecay = beta2
        squareRate = 1 - beta2
    }

    /// Leaves the gradient as the rule uses it, the weight with its decay, and m and v in the first two states.
    @inline(__always)
    func update<V: FloatVector>(_ weight: inout V, _ gradient: inout V, _ states: inout UpdateStates<V>) {
        gradient = decayed(gradient, weight)
        if weightScale != 1 { weight = weight * V(weightScale) }
        states.first = states.first.adding(product: V(meanRate), gradient - states.first)
        states.second = (V(squareDecay) * states.second).adding(product: V(squareRate) * gradient, gradient)
    }
}
