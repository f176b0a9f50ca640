/// One step of an optimiser for a run of parameters: reads the gradient, updates weights and moments in one pass.
///
/// Every element stands alone, so a parameter can be cut anywhere and all parameters of a model are one parallel region
/// over chunks of them. The pass is bound by memory: each array is read once and written once.
public protocol UpdateRule: Sendable {
    /// Arrays of the parameter's size that the rule keeps from step to step, 3 at most.
    static var stateCount: Int { get }

    /// The new weight and the new states (unused ones as they came).
    func apply<V: FloatVector>(_ weight: V, _ gradient: V, _ states: UpdateStates<V>) -> (V, UpdateStates<V>)

    /// `UpdateLoop.run(self, chunk)`: a function of its own for each rule, so that its loop is compiled for it.
    func run(_ chunk: UpdateChunk)
}

/// What a rule keeps of one vector of a parameter.
public struct UpdateStates<V: FloatVector> {
    public var first: V
    public var second: V
    public var third: V
}

/// A run of elements of one parameter. All arrays are contiguous, of one type: float32 or float64.
public struct UpdateChunk {
    var weight: UnsafeMutableRawPointer
    var gradient: UnsafeRawPointer
    var first: UnsafeMutableRawPointer
    var second: UnsafeMutableRawPointer
    var third: UnsafeMutableRawPointer
    var count: Int
    let dtype: DType

    /// `states` has as many pointers as the rule has states.
    public init(
        weight: UnsafeMutableRawPointer, gradient: UnsafeRawPointer, states: [UnsafeMutableRawPointer], count: Int,
        dtype: DType
    ) {
        self.weight = weight
        self.gradient = gradient
        first = states.count > 0 ? states[0] : weight
        second = states.count > 1 ? states[1] : weight
        third = states.count > 2 ? states[2] : weight
        self.count = count
        self.dtype = dtype
    }

    /// The elements of `range`.
    public subscript(range: Range<Int>) -> UpdateChunk {
        var part = self
        let bytes = range.lowerBound &* dtype.itemSize
        part.weight += bytes
        part.gradient += bytes
        part.first += bytes
        part.second += bytes
        part.third += bytes
        part.count = range.count
        return part
    }
}

/// The loop around a rule, compiled once for each rule and type.
enum UpdateLoop {
    @inline(__always)
    static func run<Rule: UpdateRule>(_ rule: Rule, _ chunk: UpdateChunk) {
        if chunk.dtype == .float64 {
            run(rule, chunk, Float64Vector.self)
        } else {
            run(rule, chunk, Float32Vector.self)
        }
    }

    @inline(never)
    private static func run<Rule: UpdateRule, V: FloatVector>(_ rule: Rule, _ chunk: UpdateChunk, _: V.Type) {
        let weight = chunk.weight.assumingMemoryBound(to: V.Scalar.self)
        let gradient = chunk.gradient.assumingMemoryBound(to: V.Scalar.self)
        let first = chunk.first.assumingMemoryBound(to: V.Scalar.self)
        let second = chunk.second.assumingMemoryBound(to: V.Scalar.self)
        let third = chunk.third.assumingMemoryBound(to: V.Scalar.self)
        let zero = V(0)
        var i = 0
        while i &+ V.width <= chunk.count {
            let states = UpdateStates(
                first: Rule.stateCount > 0 ? V(loading: first + i) : zero,
                second: Rule.stateCount > 1 ? V(loading: second + i) : zero,
                third: Rule.stateCount > 2 ? V(loading: third + i) : zero)
            let (newWeight, newStates) = rule.apply(V(loading: weight + i), V(loading: gradient + i), states)
            newWeight.store(to: weight + i)
            if Rule.stateCount > 0 { newStates.first.store(to: first + i) }
            if Rule.stateCount > 1 { newStates.second.store(to: second + i) }
            if Rule.stateCount > 2 { newStates.third.store(to: third + i) }
            i &+= V.width
        }
        let rest = chunk.count &- i
        guard rest > 0 else { return }
        let states = UpdateStates(
            first: Rule.stateCount > 0 ? V(loading: first + i, count: rest) : zero,
            second: Rule.stateCount > 1 ? V(loading: second + i, count: rest) : zero,
            third: Rule.stateCount > 2 ? V(loading: third + i, count: rest) : zero)
        let (newWeight, newStates) = rule.apply(
            V(loading: weight + i, count: rest), V(loading: gradient + i, count: rest), states)
        newWeight.store(to: weight + i, count: rest)
        if Rule.stateCount > 0 { newStates.first.store(to: first + i, count: rest) }
        if Rule.stateCount > 1 { newStates.second.store(to: second + i, count: rest) }
        if Rule.stateCount > 2 { newStates.third.store(to: third + i, count: rest) }
    }
}
