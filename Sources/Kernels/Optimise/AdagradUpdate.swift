/// Adagrad (Duchi, Hazan and Singer, JMLR 12, 2011), in the order of operations of PyTorch's `torch.optim.Adagrad`:
///   g = ±gradient + weightDecay * w,  s = s + g^2,  w = w - rate * g / (sqrt(s) + epsilon)
/// The state is the sum of squares s.
public struct AdagradUpdate: UpdateRule {
    public static var stateCount: Int { 1 }

    private let decayed: DecayedGradient
    private let rate: Double
    private let epsilon: Double
    private let initialSum: Double?

    /// `initialSum` is what s starts from, at a parameter's first step; nil at later ones.
    public init(rate: Double, epsilon: Double, weightDecay: Double, maximizes: Bool, initialSum: Double?) {
        decayed = DecayedGradient(weightDecay: weightDecay, maximizes: maximizes)
        self.rate = rate
        self.epsilon = epsilon
        self.initialSum = initialSum
    }

    @inline(__always)
    public func apply<V: FloatVector>(_ weight: V, _ gradient: V, _ states: UpdateStates<V>) -> (V, UpdateStates<V>) {
        let gradient = decayed(gradient, weight)
        var states = states
        states.first = (initialSum.map { V($0) } ?? states.first).adding(product: gradient, gradient)
        return (weight.adding(product: V(-rate), gradient / (states.first.sqrt() + V(epsilon))), states)
    }

    public func run(_ chunk: UpdateChunk) { UpdateLoop.run(self, chunk) }
}
