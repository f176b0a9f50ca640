/// A running mean of weights: a = a + share * (w - a). The average takes the weight's place and the source the gradient's.
public struct AverageUpdate: UpdateRule {
    public static var stateCount: Int { 0 }

    private let share: Double

    /// `share` is what the source contributes, in 0...1.
    public init(share: Double) { self.share = share }

    @inline(__always)
    public func apply<V: FloatVector>(_ weight: V, _ gradient: V, _ states: UpdateStates<V>) -> (V, UpdateStates<V>) {
        (weight.adding(product: V(share), gradient - weight), states)
    }

    public func run(_ chunk: UpdateChunk) { UpdateLoop.run(self, chunk) }
}
