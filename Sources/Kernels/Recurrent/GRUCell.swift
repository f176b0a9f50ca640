/// r, z = sigmoid(.), q = W_hn h + b_hn, n = tanh(x_n + r q), in the order r, z, n; h' = n + z (h - n).
enum GRUCell<File: RegisterFile, V: FloatVector>: RecurrentCell where V.Scalar == File.Scalar {
    static var gates: Int { 3 }
    static var isLeaky: Bool { true }

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
        let (x, p, a, b) = (row.gates + at, row.product + at, row.inputBias + at, row.hiddenBias + at)
        let r = ((V(x, count) + V(a, count)) + (V(p, count) + V(b, count))).sigmoid()
        r.store(x, count)
        let q = V(p + 2 &* hidden, count) + V(b + 2 &* hidden, count)
        q.store(row.memory + at, count)
        let n = (V(x + 2 &* hidden, count) + V(a + 2 &* hidden, count)).adding(product: r, q).tanh()
        n.store(x + 2 &* hidden, count)
        let z = ((V(x + hidden, count) + V(a + hidden, count)) + (V(p + hidden, count) + V(b + hidden, count)))
            .sigmoid()
        z.store(x + hidden, count)
        n.adding(product: z, V(row.hidden + at, count) - n).store(row.hidden + at, count)
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
        let (r, z, n) = (V(saved, count), V(saved + hidden, count), V(saved + 2 &* hidden, count))
        let dh = V(row.hidden + at, count)
        let dn = dh * (V(1) - z) * (V(1) - n * n)
        let dq = dn * r
        let dr = dq * V(row.memory + at, count) * (V(1) - r)
        let dz = dh * (V(row.previousHidden + at, count) - n) * z * (V(1) - z)
        (dh * z).store(row.hidden + at, count)
        let (gradients, product) = (row.gradients + at, row.product + at)
        dr.store(gradients, count)
        dr.store(product, count)
        dz.store(gradients + hidden, count)
        dz.store(product + hidden, count)
        dn.store(gradients + 2 &* hidden, count)
        dq.store(gradients + 3 &* hidden, count)
        dq.store(product + 2 &* hidden, count)
    }
}
