/// The function of a plain recurrent cell, and its derivative at x from y = f(x).
protocol ElmanActivation {
    static func apply<V: FloatVector>(_ x: V) -> V
    static func derivative<V: FloatVector>(_ y: V) -> V
}

enum ElmanTanh: ElmanActivation {
    @inline(__always) static func apply<V: FloatVector>(_ x: V) -> V { x.tanh() }
    @inline(__always) static func derivative<V: FloatVector>(_ y: V) -> V { V(1) - y * y }
}

enum ElmanReLU: ElmanActivation {
    @inline(__always) static func apply<V: FloatVector>(_ x: V) -> V { V.maximum(x, V(0)) }
    @inline(__always) static func derivative<V: FloatVector>(_ y: V) -> V { V.select(V(0) < y, V(1), V(0)) }
}

/// h' = f(x + W_hh h).
enum ElmanCell<File: RegisterFile, V: FloatVector, Activation: ElmanActivation>: RecurrentCell
where V.Scalar == File.Scalar {
    static var gates: Int { 1 }
    static var isLeaky: Bool { false }

    @inline(never)
    static func forward(_ row: ForwardRow<V.Scalar>, _ hidden: Int) {
        var at = 0
        while at &+ V.width <= hidden {
            forward(row, at, V.width)
            at &+= V.width
        }
        if at < hidden { forward(row, at, hidden &- at) }
    }

    @inline(__always)
    private static func forward(_ row: ForwardRow<V.Scalar>, _ at: Int, _ count: Int) {
        let bias = V(row.inputBias + at, count) + V(row.hiddenBias + at, count)
        let y = Activation.apply((V(row.gates + at, count) + V(row.product + at, count)) + bias)
        y.store(row.gates + at, count)
        y.store(row.hidden + at, count)
    }

    @inline(never)
    static func backward(_ row: BackwardRow<V.Scalar>, _ hidden: Int) {
        var at = 0
        while at &+ V.width <= hidden {
            backward(row, at, V.width)
            at &+= V.width
        }
        if at < hidden { backward(row, at, hidden &- at) }
    }

    @inline(__always)
    private static func backward(_ row: BackwardRow<V.Scalar>, _ at: Int, _ count: Int) {
        let gradient = V(row.hidden + at, count) * Activation.derivative(V(row.gates + at, count))
        gradient.store(row.gradients + at, count)
        gradient.store(row.product + at, count)
    }
}
