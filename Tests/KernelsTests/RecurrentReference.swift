import Glibc
import SwiftgradKernels

/// A layer in one direction by plain loops in double precision, one item after the other.
struct RecurrentReference {
    var cell: RecurrentLayer.Cell
    var steps: Int
    var batch: Int
    var hidden: Int
    /// Of the projection; none where it equals `hidden`.
    var width: Int
    var isBatchFirst = false
    var isReversed = false
    var lengths: [Int]?
    var weight: [Double] = []
    var inputBias: [Double]?
    var hiddenBias: [Double]?
    var projection: [Double]?
    var initialHidden: [Double]?
    var initialCell: [Double]?
    var gates: [Double] = []
    // Weights of the outputs in the sum whose gradient is checked.
    var outputWeights: [Double] = []
    var hiddenWeights: [Double] = []
    var cellWeights: [Double] = []

    init(
        _ cell: RecurrentLayer.Cell, steps: Int, batch: Int, hidden: Int, width: Int? = nil, _ random: inout SplitMix
    ) {
        self.cell = cell
        (self.steps, self.batch, self.hidden, self.width) = (steps, batch, hidden, width ?? hidden)
        func numbers(_ count: Int) -> [Double] { (0..<count).map { _ in Double(Float(random.uniform())) } }
        weight = numbers(cell.gates * hidden * self.width).map { Double(Float($0 / Double(hidden).squareRoot())) }
        inputBias = numbers(cell.gates * hidden)
        if cell == .gru { hiddenBias = numbers(3 * hidden) }
        if width != nil { projection = numbers(self.width * hidden) }
        initialHidden = numbers(batch * self.width)
        if cell == .lstm { initialCell = numbers(batch * hidden) }
        gates = numbers(steps * batch * cell.gates * hidden)
        outputWeights = numbers(steps * batch * self.width)
        hiddenWeights = numbers(batch * self.width)
        cellWeights = numbers(batch * hidden)
    }

    func row(_ step: Int, _ item: Int) -> Int { isBatchFirst ? item * steps + step : step * batch + item }

    struct Result {
        var output: [Double]
        var previousHidden: [Double]
        var lastHidden: [Double]
        var lastCell: [Double]
    }

    func run() -> Result {
        var result = Result(
            output: [Double](repeating: 0, count: steps * batch * width),
            previousHidden: [Double](repeating: 0, count: steps * batch * width), lastHidden: [], lastCell: [])
        for item in 0..<batch {
            var h =
                initialHidden.map { Array($0[item * width..<(item + 1) * width]) }
                ?? [Double](repeating: 0, count: width)
            var c =
                initialCell.map { Array($0[item * hidden..<(item + 1) * hidden]) }
                ?? [Double](repeating: 0, count: hidden)
            let length = lengths?[item] ?? steps
            for number in 0..<length {
                let row = row(isReversed ? length - 1 - number : number, item)
                for j in 0..<width { result.previousHidden[row * width + j] = h[j] }
                step(row, &h, &c)
                for j in 0..<width { result.output[row * width + j] = h[j] }
            }
            result.lastHidden += h
            result.lastCell += c
        }
        return result
    }

    private func step(_ row: Int, _ h: inout [Double], _ c: inout [Double]) {
        func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
        let before = h
        func product(_ gate: Int, _ unit: Int) -> Double {
            let line = gate * hidden + unit
            return (0..<width).reduce(hiddenBias?[line] ?? 0) { $0 + weight[line * width + $1] * before[$1] }
        }
        func input(_ gate: Int, _ unit: Int) -> Double {
            gates[(row * cell.gates + gate) * hidden + unit] + (inputBias?[gate * hidden + unit] ?? 0)
        }
        var next = [Double](repeating: 0, count: hidden)
        for j in 0..<hidden {
            switch cell {
            case .tanh: next[j] = tanh(input(0, j) + product(0, j))
            case .relu: next[j] = max(input(0, j) + product(0, j), 0)
            case .lstm:
                let (i, f) = (sigmoid(input(0, j) + product(0, j)), sigmoid(input(1, j) + product(1, j)))
                let (g, o) = (tanh(input(2, j) + product(2, j)), sigmoid(input(3, j) + product(3, j)))
                c[j] = f * c[j] + i * g
                next[j] = o * tanh(c[j])
            case .gru:
                let (r, z) = (sigmoid(input(0, j) + product(0, j)), sigmoid(input(1, j) + product(1, j)))
                let n = tanh(input(2, j) + r * product(2, j))
                next[j] = (1 - z) * n + z * before[j]
            }
        }
        if let projection {
            h = (0..<width).map { p in (0..<hidden).reduce(0) { $0 + projection[p * hidden + $1] * next[$1] } }
        } else {
            h = next
        }
    }

    /// The weighted sum of all outputs.
    func sum() -> Double {
        let result = run()
        func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        return dot(result.output, outputWeights) + dot(result.lastHidden, hiddenWeights)
            + (cell == .lstm ? dot(result.lastCell, cellWeights) : 0)
    }

    /// The derivative of `sum` by one number, from a central difference.
    func derivative(_ path: WritableKeyPath<RecurrentReference, [Double]>, _ position: Int) -> Double {
        let distance = 1e-5
        var (above, below) = (self, self)
        above[keyPath: path][position] += distance
        below[keyPath: path][position] -= distance
        return (above.sum() - below.sum()) / (2 * distance)
    }

    var hidden0: [Double] {
        get { initialHidden ?? [] }
        set { initialHidden = newValue }
    }
    var cell0: [Double] {
        get { initialCell ?? [] }
        set { initialCell = newValue }
    }
    var bias: [Double] {
        get { hiddenBias ?? [] }
        set { hiddenBias = newValue }
    }
}

/// Numbers at an address that stays.
final class NumberBuffer<Scalar: BinaryFloatingPoint> {
    let start: UnsafeMutablePointer<Scalar>
    let count: Int

    init(_ values: [Double]) {
        count = values.count
        start = .allocate(capacity: max(count, 1))
        start.initialize(repeating: 0, count: max(count, 1))
        for (position, value) in values.enumerated() { start[position] = Scalar(value) }
    }

    /// Of numbers that nobody wrote.
    convenience init(count: Int) { self.init([Double](repeating: .nan, count: count)) }

    deinit { start.deallocate() }

    var raw: UnsafeRawPointer { UnsafeRawPointer(start) }
    var mutableRaw: UnsafeMutableRawPointer { UnsafeMutableRawPointer(start) }
    var values: [Double] { (0..<count).map { Double(start[$0]) } }
}

/// What the kernels make of a reference's numbers.
struct RecurrentKernelRun<Scalar: BinaryFloatingPoint> {
    let output, lastHidden, lastCell: NumberBuffer<Scalar>
    let gradients, previousHidden, projected, initialHidden, initialCell: NumberBuffer<Scalar>

    init(_ r: RecurrentReference, _ dtype: DType) {
        let rows = r.steps * r.batch
        output = NumberBuffer(count: rows * r.width)
        (lastHidden, initialHidden) = (NumberBuffer(count: r.batch * r.width), NumberBuffer(count: r.batch * r.width))
        (lastCell, initialCell) = (NumberBuffer(count: r.batch * r.hidden), NumberBuffer(count: r.batch * r.hidden))
        gradients = NumberBuffer(count: rows * r.cell.gradients * r.hidden)
        (previousHidden, projected) = (NumberBuffer(count: rows * r.width), NumberBuffer(count: rows * r.width))
        let (gates, memory) = (NumberBuffer<Scalar>(r.gates), NumberBuffer<Scalar>(count: rows * r.hidden))
        let inputs = [r.weight, r.outputWeights, r.hiddenWeights, r.cellWeights].map { NumberBuffer<Scalar>($0) }
        let given = [r.inputBias, r.hiddenBias, r.projection, r.initialHidden, r.initialCell].map { values in
            values.map { NumberBuffer<Scalar>($0) }
        }
        let layer = RecurrentLayer(
            cell: r.cell, steps: r.steps, batch: r.batch, hidden: r.hidden, width: r.width, outputStride: r.width,
            isBatchFirst: r.isBatchFirst, lengths: r.lengths)
        let isLSTM = r.cell == .lstm
        withExtendedLifetime((self, gates, memory, inputs, given)) {
            let forward = RecurrentDirection(
                isReversed: r.isReversed, weight: inputs[0].raw, inputBias: given[0]?.raw, hiddenBias: given[1]?.raw,
                projection: given[2]?.raw,
                initialHidden: given[3]?.raw, initialCell: given[4]?.raw, gates: gates.mutableRaw,
                memory: r.cell.hasMemory ? memory.mutableRaw : nil, output: output.mutableRaw,
                lastHidden: lastHidden.mutableRaw, lastCell: isLSTM ? lastCell.mutableRaw : nil)
            let backward = RecurrentGradient(
                forward: forward, output: inputs[1].raw, lastHidden: inputs[2].raw,
                lastCell: isLSTM ? inputs[3].raw : nil, gates: gradients.mutableRaw,
                previousHidden: previousHidden.mutableRaw,
                projected: given[1] == nil ? nil : projected.mutableRaw, initialHidden: initialHidden.mutableRaw,
                initialCell: isLSTM ? initialCell.mutableRaw : nil)
            precondition(Recurrent.forward(layer, dtype: dtype, [forward]))
            precondition(Recurrent.backward(layer, dtype: dtype, [backward]))
        }
    }
}
