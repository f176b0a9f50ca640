import SwiftgradKernels

/// One layer of a recurrent network, one direction or both, over a whole sequence.
///
/// Inputs: x (T, B, in) or (B, T, in); where there are any, h0 (D, B, width) and for an LSTM c0 (D, B, hidden); lengths
/// (B,) int64; then for each of D directions W_ih (gates * hidden, in), W_hh (gates * hidden, width), b_ih, b_hh
/// (gates * hidden) and W_hr (width, hidden). Outputs: y as x with D * width columns, h and c after the last step; and, for
/// the backward pass, the activated gates (D, rows, gates * hidden) and what else the cell keeps (D, rows, hidden).
struct RecurrentPrimitive: Primitive {
    let cell: RecurrentLayer.Cell
    let directions: Int
    let isBatchFirst: Bool
    let hasBias: Bool
    let isProjected: Bool
    let hasState: Bool
    let hasLengths: Bool
    /// Whether the outputs for the backward pass are made.
    var keepsHistory = false

    var name: String { cell.functionName }
    var hasCellState: Bool { cell == .lstm }

    var saves: Saves {
        let history = cell.hasMemory ? 2 : 1
        return Saves(
            inputs: Array(0..<firstParameter + directions * parameters),
            outputs: [0] + (keepsHistory ? Array(states + 1..<states + 1 + history) : []))
    }

    // Positions among the inputs and the outputs.
    var states: Int { hasCellState ? 2 : 1 }
    var firstParameter: Int { 1 + (hasState ? states : 0) + (hasLengths ? 1 : 0) }
    var parameters: Int { 2 + (hasBias ? 2 : 0) + (isProjected ? 1 : 0) }
    var lengthsPosition: Int? { hasLengths ? firstParameter - 1 : nil }
    var gatesPosition: Int { 1 + states }

    /// Where the parameters of a direction are among the inputs.
    func position(_ direction: Int) -> (input: Int, hidden: Int, biases: (Int, Int)?, projection: Int?) {
        let first = firstParameter + direction * parameters
        return (
            first, first + 1, hasBias ? (first + 2, first + 3) : nil, isProjected ? first + parameters - 1 : nil
        )
    }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let x = inputs[0]
        guard x.rank == 3 else {
            let axes = isBatchFirst ? "(batch, time, features)" : "(time, batch, features)"
            throw .value("\(name): expected x of shape \(axes), got \(Shape.text(x.shape))")
        }
        let (steps, batch) = isBatchFirst ? (x.shape[1], x.shape[0]) : (x.shape[0], x.shape[1])
        let first = inputs[position(0).hidden].shape
        guard first.count == 2, first[0] % cell.gates == 0 else {
            throw .value(
                "\(name): weight_hh has shape \(Shape.text(first)), expected (\(cell.gates) * hidden, hidden)")
        }
        let hidden = first[0] / cell.gates
        let width = isProjected ? first[1] : hidden
        guard isProjected ? width < hidden : first[1] == hidden else {
            throw .value(
                "\(name): weight_hh has shape \(Shape.text(first)), expected (\(first[0]), "
                    + (isProjected ? "fewer than \(hidden))" : "\(hidden))"))
        }
        for direction in 0..<directions {
            try check(inputs, direction, hidden: hidden, width: width)
        }
        if hasState {
            try check(inputs[1], "the initial hidden state", [directions, batch, width])
            if hasCellState { try check(inputs[2], "the initial cell state", [directions, batch, hidden]) }
        }
        if let position = lengthsPosition { try check(inputs[position], "lengths", [batch]) }
        let rows = TensorSpec([steps, batch], x.dtype)
        guard let rowCount = Shape.elementCount(rows.shape) else {
            throw .value("\(name): x of shape \(Shape.text(x.shape)) has more rows than can be counted")
        }
        var outputs = [
            TensorSpec([x.shape[0], x.shape[1], directions * width], x.dtype),
            TensorSpec([directions, batch, width], x.dtype),
        ]
        if hasCellState { outputs.append(TensorSpec([directions, batch, hidden], x.dtype)) }
        if keepsHistory {
            outputs.append(TensorSpec([directions, rowCount, first[0]], x.dtype))
            if cell.hasMemory { outputs.append(TensorSpec([directions, rowCount, hidden], x.dtype)) }
        }
        return outputs
    }

    private func check(
        _ inputs: [TensorSpec], _ direction: Int, hidden: Int, width: Int
    ) throws(SwiftgradError) {
        let position = position(direction)
        let rows = cell.gates * hidden
        let features = inputs[0].shape[2]
        let weight = inputs[position.input]
        guard weight.shape == [rows, features] else {
            if weight.rank == 2, weight.shape[0] == rows {
                throw .value(
                    "\(name): expected input (..., \(weight.shape[1])), got \(Shape.text(inputs[0].shape))")
            }
            throw .value(
                "\(name): weight_ih has shape \(Shape.text(weight.shape)), expected (\(rows), \(features))")
        }
        try check(inputs[position.hidden], "weight_hh", [rows, width])
        if let biases = position.biases {
            try check(inputs[biases.0], "bias_ih", [rows])
            try check(inputs[biases.1], "bias_hh", [rows])
        }
        if let projection = position.projection { try check(inputs[projection], "weight_hr", [width, hidden]) }
    }

    private func check(_ spec: TensorSpec, _ what: String, _ shape: [Int]) throws(SwiftgradError) {
        guard spec.shape == shape else {
            throw .value("\(name): expected \(what) of shape \(Shape.text(shape)), got \(Shape.text(spec.shape))")
        }
    }

    /// The products of every row: with W_ih, W_hh and W_hr.
    func flops(_ inputs: [TensorSpec], _ outputs: [TensorSpec]) -> Double? {
        let first = position(0)
        return stepFlops(inputs) + 2 * rows(inputs) * Double(directions) * inputs[first.input].elements
    }

    /// Those of the products that wait for the step before.
    func stepFlops(_ inputs: [TensorSpec]) -> Double {
        let position = position(0)
        let weights = inputs[position.hidden].elements + (position.projection.map { inputs[$0].elements } ?? 0)
        return 2 * rows(inputs) * Double(directions) * weights
    }

    private func rows(_ inputs: [TensorSpec]) -> Double { Double(inputs[0].shape[0]) * Double(inputs[0].shape[1]) }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let call = try RecurrentCall(self, inputs)
        let gates =
            keepsHistory
            ? outputs[gatesPosition]
            : try Tensor(
                uninitialised: [directions, call.rows, cell.gates * call.hidden], inputs[0].dtype)
        let memory = keepsHistory && cell.hasMemory ? outputs[gatesPosition + 1] : nil
        let x = try inputs[0].detach().rows()
        for direction in 0..<directions {
            let weight = try inputs[position(direction).input].detach().transpose(0, 1)
            MatrixProduct.run(x, weight, into: gates.item(direction))
        }
        let passes = (0..<directions).map { direction in
            call.direction(
                direction, gates: gates, memory: memory, output: outputs[0], lastHidden: outputs[1],
                lastCell: hasCellState ? outputs[2] : nil)
        }
        let isDone = withExtendedLifetime(call) { Recurrent.forward(call.layer, dtype: gates.dtype, passes) }
        guard isDone else { throw .memory(call.bytes) }
    }
}

extension Tensor {
    /// The part at a position of the first axis, off the tape.
    func item(_ position: Int) -> Tensor {
        Tensor(
            storage: storage, shape: Array(shape.dropFirst()), strides: Array(strides.dropFirst()),
            offset: offset + position * strides[0], dtype: dtype)
    }
}
