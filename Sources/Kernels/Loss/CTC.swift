import Glibc

// Connectionist temporal classification (Graves et al., ICML 2006).
//
// A labelling of S labels becomes L = 2 S + 1 states, blanks between the labels. alpha_t[s] is the logarithm of the
// probability of all paths through the first t + 1 steps that end in state s:
//
//     alpha_t[s] = e_t[s] + log(exp alpha_{t-1}[s] + exp alpha_{t-1}[s-1] + exp alpha_{t-1}[s-2]),
//
// the last term only where s is a label that differs from the one before; e_t[s] is the log-probability of the state's
// label. beta runs the other way. The states of a step are a row, computed a vector at a time, its shifts read unaligned
// with two places of padding on either side. Each row is shifted so that its largest element is 0 and the shifts add up in
// double precision: a long sequence loses no digits. The logarithm of 0 is a large negative number, of which differences
// stay finite. alpha + beta of a step is, up to a constant, the posterior of the states, and minus that is the gradient.

/// The loss of each sequence of a batch and its gradient.
public struct CTC {
    /// Of log-probabilities (steps, batch, classes).
    public let steps: Int, batch: Int, classes: Int
    /// Labels of sequence n are `labels[starts[n]..<starts[n] + labelCounts[n]]`, each one of the classes.
    public let labels: [Int], starts: [Int], labelCounts: [Int]
    /// Steps of each sequence, at most `steps`.
    public let stepCounts: [Int]
    public let blank: Int
    public let dtype: DType

    public init(
        dtype: DType, steps: Int, batch: Int, classes: Int, labels: [Int], starts: [Int], labelCounts: [Int],
        stepCounts: [Int], blank: Int
    ) {
        self.dtype = dtype
        self.steps = steps
        self.batch = batch
        self.classes = classes
        self.labels = labels
        self.starts = starts
        self.labelCounts = labelCounts
        self.stepCounts = stepCounts
        self.blank = blank
    }

    /// Elements of a row of states with its padding: whole vectors and two places on either side.
    public var rowLength: Int {
        let states = 2 * (labelCounts.max() ?? 0) + 1
        return (states + 15) / 16 * 16 + 4
    }

    /// Losses (batch,), infinite where no path fits; `alphas` (batch, steps, rowLength) is for `backward`.
    public func forward(logits: UnsafeRawPointer, losses: UnsafeMutableRawPointer, alphas: UnsafeMutableRawPointer) {
        if dtype == .float64 {
            forward(Float64Vector.self, logits, losses, alphas)
        } else {
            forward(Float32Vector.self, logits, losses, alphas)
        }
    }

    /// The gradient (steps, batch, classes) from those of the losses (batch,), 0 behind a sequence's end. Where no path
    /// fits it is NaN, or 0 with `zeroInfinity`.
    public func backward(
        logits: UnsafeRawPointer, alphas: UnsafeRawPointer, gradients: UnsafeRawPointer, losses: UnsafeRawPointer,
        zeroInfinity: Bool, output: UnsafeMutableRawPointer
    ) {
        if dtype == .float64 {
            backward(Float64Vector.self, logits, alphas, gradients, losses, zeroInfinity, output)
        } else {
            backward(Float32Vector.self, logits, alphas, gradients, losses, zeroInfinity, output)
        }
    }

    private func forward<V: FloatVector>(
        _: V.Type, _ logits: UnsafeRawPointer, _ losses: UnsafeMutableRawPointer, _ alphas: UnsafeMutableRawPointer
    ) {
        let logits = logits.assumingMemoryBound(to: V.Scalar.self)
        let losses = losses.assumingMemoryBound(to: V.Scalar.self)
        let alphas = alphas.assumingMemoryBound(to: V.Scalar.self)
        let length = rowLength
        ThreadPool.run(tasks: batch) { n in
            let sequence = CTCSequence<V>(self, n)
            let rows = alphas + n &* steps &* length
            losses[n] = V.Scalar(sequence.forward(logits + n &* classes, rows))
        }
    }

    private func backward<V: FloatVector>(
        _: V.Type, _ logits: UnsafeRawPointer, _ alphas: UnsafeRawPointer, _ gradients: UnsafeRawPointer,
        _ losses: UnsafeRawPointer, _ zeroInfinity: Bool, _ output: UnsafeMutableRawPointer
    ) {
        let logits = logits.assumingMemoryBound(to: V.Scalar.self)
        let alphas = alphas.assumingMemoryBound(to: V.Scalar.self)
        let gradients = gradients.assumingMemoryBound(to: V.Scalar.self)
        let losses = losses.assumingMemoryBound(to: V.Scalar.self)
        let output = output.assumingMemoryBound(to: V.Scalar.self)
        let length = rowLength
        ThreadPool.run(tasks: batch) { n in
            let sequence = CTCSequence<V>(self, n)
            for t in 0..<steps {
                (output + (t &* batch &+ n) &* classes).update(repeating: 0, count: classes)
            }
            var gradient = gradients[n]
            if !losses[n].isFinite {
                if zeroInfinity { return }
                gradient = .nan
            }
            sequence.backward(
                logits + n &* classes, alphas + n &* steps &* length, gradient, output + n &* classes)
        }
    }
}

/// One sequence of a batch: its states, and the rows over them.
private struct CTCSequence<V: FloatVector> {
    typealias Row = UnsafeMutablePointer<V.Scalar>

    let steps: Int
    /// Elements from a step of the log-probabilities to the next.
    let stepStride: Int
    let length: Int
    /// The class of each state.
    let classes: [Int]
    /// 0 where a state can follow the one two before it, the logarithm of 0 elsewhere; padded as a row.
    let skips: [V.Scalar]

    /// Stands for the logarithm of 0.
    static var never: V.Scalar { -1e30 }
    static var isImpossible: V.Scalar { -1e29 }

    init(_ loss: CTC, _ n: Int) {
        let labels = loss.labels[loss.starts[n]..<loss.starts[n] + loss.labelCounts[n]]
        var classes = [loss.blank]
        for label in labels { classes += [label, loss.blank] }
        var skips = [V.Scalar](repeating: Self.never, count: loss.rowLength)
        for state in stride(from: 3, to: classes.count, by: 2) where classes[state] != classes[state - 2] {
            skips[2 + state] = 0
        }
        self.classes = classes
        self.skips = skips
        length = loss.rowLength
        steps = loss.stepCounts[n]
        stepStride = loss.batch * loss.classes
    }

    /// The loss; `rows` (steps, length) receives alpha.
    func forward(_ logits: UnsafePointer<V.Scalar>, _ rows: Row) -> Double {
        let states = classes.count
        guard steps > 0 else { return states == 1 ? 0 : .infinity }
        var shift = 0.0
        rows.update(repeating: Self.never, count: length)
        for state in 0..<min(2, states) { rows[2 &+ state] = max(logits[classes[state]], Self.never) }
        shift += Double(normalise(rows))
        return withUnsafeTemporaryAllocation(of: V.Scalar.self, capacity: length) { buffer in
            guard let emissions = buffer.baseAddress else { return .nan }
            emissions.initialize(repeating: Self.never, count: length)
            skips.withUnsafeBufferPointer { skips in
                guard let skips = skips.baseAddress else { return }
                for t in 1..<max(1, steps) {
                    emit(logits + t &* stepStride, emissions)
                    let (before, row) = (rows + (t &- 1) &* length, rows + t &* length)
                    pad(row)
                    var s = 2
                    while s < length &- 2 {
                        let paths = Self.logSum(
                            V(loading: before + s), V(loading: before + (s &- 1)),
                            V(loading: before + (s &- 2)) + V(loading: skips + s))
                        V.maximum(V(loading: emissions + s) + paths, V(-1e30)).store(to: row + s)
                        s &+= V.width
                    }
                    shift += Double(normalise(row))
                }
            }
            let last = rows + ((steps &- 1) &* length &+ 2)
            let ends = states > 1 ? [last[states - 1], last[states - 2]] : [last[0]]
            let largest = ends.max() ?? Self.never
            guard largest > Self.isImpossible else { return .infinity }
            let sum = ends.reduce(0) { $0 + exp(Double($1 - largest)) }
            return -(shift + Double(largest) + log(sum))
        }
    }

    /// Adds -gradient * posterior of the states to the classes of each step.
    func backward(
        _ logits: UnsafePointer<V.Scalar>, _ alphas: UnsafePointer<V.Scalar>, _ gradient: V.Scalar, _ output: Row
    ) {
        let states = classes.count
        guard steps > 0 else { return }
        withUnsafeTemporaryAllocation(of: V.Scalar.self, capacity: 4 &* length) { buffer in
            guard var row = buffer.baseAddress else { return }
            var next = row + length
            let (emissions, posterior) = (row + 2 &* length, row + 3 &* length)
            buffer.initialize(repeating: Self.never)
            for state in max(0, states - 2)..<states { row[2 &+ state] = 0 }
            skips.withUnsafeBufferPointer { skips in
                guard let skips = skips.baseAddress else { return }
                for t in stride(from: steps &- 1, through: 0, by: -1) {
                    if t < steps &- 1 {
                        // `next` becomes beta + e of the step after, the row this step's beta.
                        swap(&row, &next)
                        emit(logits + (t &+ 1) &* stepStride, emissions)
                        pad(next)
                        pad(row)
                        var s = 2
                        while s < length &- 2 {
                            (V(loading: next + s) + V(loading: emissions + s)).store(to: next + s)
                            s &+= V.width
                        }
                        s = 2
                        while s < length &- 2 {
                            let paths = Self.logSum(
                                V(loading: next + s), V(loading: next + (s &+ 1)),
                                V(loading: next + (s &+ 2)) + V(loading: skips + (s &+ 2)))
                            V.maximum(paths, V(-1e30)).store(to: row + s)
                            s &+= V.width
                        }
                        _ = normalise(row)
                    }
                    spread(
                        alphas + t &* length, row, posterior, gradient, output + t &* stepStride)
                }
            }
        }
    }

    /// Takes gradient * posterior from the classes of one step; the posterior is exp(alpha + beta) over its sum.
    private func spread(
        _ alpha: UnsafePointer<V.Scalar>, _ beta: Row, _ posterior: Row, _ gradient: V.Scalar, _ output: Row
    ) {
        var largest = Self.never * 2
        for state in 0..<classes.count { largest = max(largest, alpha[2 &+ state] + beta[2 &+ state]) }
        let shift = V(Double(largest))
        var s = 2
        while s < length &- 2 {
            (V(loading: alpha + s) + V(loading: beta + s) - shift).expOfNonPositive().store(to: posterior + s)
            s &+= V.width
        }
        var sum: V.Scalar = 0
        for state in 0..<classes.count { sum += posterior[2 &+ state] }
        let scale = gradient / sum
        for state in 0..<classes.count { output[classes[state]] -= scale * posterior[2 &+ state] }
    }

    /// The log-probability of each state's class at one step.
    private func emit(_ logits: UnsafePointer<V.Scalar>, _ row: Row) {
        for state in 0..<classes.count { row[2 &+ state] = max(logits[classes[state]], Self.never) }
    }

    private func pad(_ row: Row) {
        for place in [0, 1, length - 2, length - 1] { row[place] = Self.never }
    }

    /// Makes the row's largest element 0; returns what that was.
    private func normalise(_ row: Row) -> V.Scalar {
        var largest = Self.never
        for state in 0..<classes.count { largest = max(largest, row[2 &+ state]) }
        guard largest > Self.isImpossible else { return 0 }
        for state in 0..<classes.count { row[2 &+ state] = max(row[2 &+ state] - largest, Self.never) }
        return largest
    }

    @inline(__always)
    private static func logSum(_ x: V, _ y: V, _ z: V) -> V {
        let largest = V.maximum(V.maximum(x, y), z)
        let sum =
            (x - largest).expOfNonPositive() + (y - largest).expOfNonPositive() + (z - largest).expOfNonPositive()
        return largest + sum.log()
    }
}
