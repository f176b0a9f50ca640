/// The gradient as a rule uses it: turned round to ascend, weight decay added; `±g + weightDecay * w`.
struct DecayedGradient: Sendable {
    let weightDecay: Double
    let maximizes: Bool

    @inline(__always)
    func callAsFunction<V: FloatVector>(_ gradient: V, _ weight: V) -> V {
        let signed = maximizes ? -gradient : gradient
        return weightDecay == 0 ? signed : signed.adding(product: V(weightDecay), weight)
    }
}
