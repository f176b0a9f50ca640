/// i, f, o = sigmoid(.), g = tanh(.), in the order i, f, g, o; c' = f c + i g, h = o tanh(c').
enum LSTMCell<File: RegisterFile, V: FloatVector>: RecurrentCell where V.Scalar == File.Scalar {
    static var gates: Int { 4 }
    static var isLeaky: Bool { false }

    @inline(never)
    static func forward(_ row: ForwardRow<V.Scalar>, _ hidden: Int) {
        var at = 0
        while at &+ V.width <= hidden {
            forward(row, hidden, at, V.width)
            at &+= V.width
        }
        if at < hidden { forward(row, hidden, at, hidden &- at) }
    }

    @inline(__always)
    private static func forward(_ row: ForwardRow<V.Scalar>, _ hidden: Int, _ at: Int, _ count: Int) {
        let x = row.gates + at
        let i = sum(row, at, count).sigmoid()
        i.store(x, count)
        let g = sum(row, at &+ 2 &* hidden, count).tanh()
        g.store(x + 2 &* hidden, count)
        let f = sum(row, at &+ hidden, count).sigmoid()
        f.store(x + hidden, count)
        let c = (i * g).adding(product: f, V(row.cell + at, count))
        c.store(row.cell + at, count)
        c.store(row.memory + at, count)
        let o = sum(row, at &+ 3 &* hidden, count).sigmoid()
        o.store(x + 3 &* hidden, count)
        (o * c.tanh()).store(row.hidden + at, count)
    }

    /// A gate before its activation.
    @inline(__always)
    private static func sum(_ row: ForwardRow<V.Scalar>, _ at: Int, _ count: Int) -> V {
        let bias = V(row.inputBias + at, count) + V(row.hiddenBias + at, count)
        return (V(row.gates + at, count) + V(row.product + at, count)) + bias
    }

    @inline(never)
    static func backward(_ row: BackwardRow<V.Scalar>, _ hidden: Int) {
        var at = 0
        while at &+ V.width <= hidden {
            backward(row, hidden, at, V.width)
            at &+= V.width
        }
        if at < hidden { backward(row, hidden, at, hidden &- at) }
    }

    @inline(__always)
    private static func backward(_ row: BackwardRow<V.Scalar>, _ hidden: Int, _ at: Int, _ count: Int) {
        let saved = row.gates + at
        let (i, f) = (V(saved, count), V(saved + hidden, count))
        let (g, o) = (V(saved + 2 &* hidden, count), V(saved + 3 &* hidden, count))
        let t = V(row.memory + at, count).tanh()
        let dh = V(row.hidden + at, count)
        let dc = V(row.cell + at, count).adding(product: dh * o, V(1) - t * t)
        (dc * f).store(row.cell + at, count)
        store(dc * g * i * (V(1) - i), row, at, count)
        store(dc * V(row.previousCell + at, count) * f * (V(1) - f), row, at &+ hidden, count)
        store(dc * i * (V(1) - g * g), row, at &+ 2 &* hidden, count)
        store(dh * t * o * (V(1) - o), row, at &+ 3 &* hidden, count)
    }

    @inline(__always)
    private static func store(_ gradient: V, _ row: BackwardRow<V.Scalar>, _ at: Int, _ count: Int) {
        gradient.store(row.gradients + at, count)
        gradient.store(row.product + at, count)
    }
}
