import SwiftgradKernels

extension RecurrentPrimitive {
    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        guard keepsHistory && !GradMode.isEnabled else { return try differentiablePullback(context) }
        let inputs = try saves.inputs.map { position throws(SwiftgradError) in try context.input(position) }
        let history = try saves.outputs.map { position throws(SwiftgradError) in try context.output(position) }
        let given = (0...states).map { context.gradients[$0] }
        let backward = RecurrentBackward(forward: self, given: given.map { $0 != nil })
        let results = try Tensor.apply(backward, inputs + history + given.compactMap { $0 })
        let (gates, previousHidden, initialHidden) = (results[0], results[1], results[2])
        var gradients = [Tensor?](repeating: nil, count: inputs.count)
        if hasState {
            gradients[1] = initialHidden
            if hasCellState { gradients[2] = results[3] }
        }
        let x = try inputs[0].rows()
        for direction in 0..<directions {
            let position = position(direction)
            let gradient = RowGradients(cell, gates.item(direction))
            if context.needs(0) {
                let part = try gradient.input().matmul(inputs[position.input])
                gradients[0] = if let sum = gradients[0] { try sum + part } else { part }
            }
            if context.needs(position.input) {
                gradients[position.input] = try gradient.input().transpose(0, 1).matmul(x)
            }
            if context.needs(position.hidden) {
                gradients[position.hidden] = try gradient.hiddenParts { part throws(SwiftgradError) in
                    try part.transpose(0, 1).matmul(previousHidden.item(direction))
                }
            }
            if let biases = position.biases, context.needs(biases.0) || context.needs(biases.1) {
                let input = try gradient.input().sum(axes: [0])
                gradients[biases.0] = input
                gradients[biases.1] = try gradient.hiddenBias(input)
            }
            if let projection = position.projection, context.needs(projection) {
                gradients[projection] = try results[results.count - 1].item(direction).transpose(0, 1)
                    .matmul(unprojected(gates: history[1].item(direction), cells: history[2].item(direction)))
            }
        }
        if let gradient = gradients[0] { gradients[0] = try gradient.reshape(inputs[0].shape) }
        return gradients
    }

    /// o tanh(c), the hidden states before the projection.
    private func unprojected(gates: Tensor, cells: Tensor) throws(SwiftgradError) -> Tensor {
        let hidden = cells.shape[1]
        return try gates.slice(axis: 1, 3 * hidden..<4 * hidden) * cells.tanh()
    }

    /// The pullback as the gradient of the layer written in operations, which can be differentiated again.
    ///
    /// The layer is computed from aliases of its inputs, so that no way from one input to another is counted.
    private func differentiablePullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        try GradMode.with(true) { () throws(SwiftgradError) in
            var inputs = try saves.inputs.map { position throws(SwiftgradError) in try context.input(position) }
            let wanted = inputs.indices.filter { context.needs($0) }
            for position in wanted { inputs[position] = try inputs[position].permute(Array(0..<inputs[position].rank)) }
            let outputs = try stepwise(inputs)
            let used = outputs.indices.filter { context.gradients[$0] != nil && outputs[$0].requiresGrad }
            let results = try Tensor.gradients(
                of: used.map { outputs[$0] }, withRespectTo: wanted.map { inputs[$0] },
                seeds: used.map { context.gradients[$0] }, createGraph: true)
            var gradients = [Tensor?](repeating: nil, count: inputs.count)
            for (position, gradient) in zip(wanted, results) { gradients[position] = gradient }
            return gradients
        }
    }
}

/// The gradients of a layer's rows before the activations, (rows, gradients * hidden), as the weights take them.
private struct RowGradients {
    let cell: RecurrentLayer.Cell
    let all: Tensor
    let hidden: Int

    init(_ cell: RecurrentLayer.Cell, _ all: Tensor) {
        self.cell = cell
        self.all = all
        hidden = all.shape[1] / cell.gradients
    }

    /// Those of the input's projection.
    func input() throws(SwiftgradError) -> Tensor {
        cell == .gru ? try all.slice(axis: 1, 0..<3 * hidden) : all
    }

    /// `body` of those of the hidden state's projection; a GRU has them in two pieces.
    func hiddenParts(_ body: (Tensor) throws(SwiftgradError) -> Tensor) throws(SwiftgradError) -> Tensor {
        guard cell == .gru else { return try body(all) }
        let first = try body(all.slice(axis: 1, 0..<2 * hidden))
        return try .concat([first, body(all.slice(axis: 1, 3 * hidden..<4 * hidden))])
    }

    /// The gradient of b_hh, given that of b_ih.
    func hiddenBias(_ input: Tensor) throws(SwiftgradError) -> Tensor {
        guard cell == .gru else { return input }
        let last = try all.slice(axis: 1, 3 * hidden..<4 * hidden).sum(axes: [0])
        return try .concat([input.slice(axis: 0, 0..<2 * hidden), last])
    }
}

/// Backward through time: the gradients of every row before the activations, the hidden states the rows started from, the
/// gradients of the initial states and, for a projected LSTM, those of the hidden states.
///
/// Inputs: those of the forward pass, the outputs it saved, and the gradients that there are of its outputs.
private struct RecurrentBackward: NonDifferentiablePrimitive {
    let forward: RecurrentPrimitive
    /// Which outputs have a gradient.
    let given: [Bool]
    var name: String { forward.name + "_backward" }

    private var history: Int { forward.saves.inputs.count }

    func flops(_ inputs: [TensorSpec], _ outputs: [TensorSpec]) -> Double? { forward.stepFlops(inputs) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let gates = inputs[history + 1]
        let hidden = gates.shape[2] / forward.cell.gates
        let (rows, dtype) = (gates.shape[1], gates.dtype)
        let width = inputs[forward.position(0).hidden].shape[1]
        let batch = inputs[0].shape[forward.isBatchFirst ? 0 : 1]
        let directions = forward.directions
        var outputs = [
            TensorSpec([directions, rows, forward.cell.gradients * hidden], dtype),
            TensorSpec([directions, rows, width], dtype), TensorSpec([directions, batch, width], dtype),
        ]
        if forward.hasCellState { outputs.append(TensorSpec([directions, batch, hidden], dtype)) }
        if forward.isProjected { outputs.append(TensorSpec([directions, rows, width], dtype)) }
        return outputs
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let call = try RecurrentCall(forward, inputs)
        let (output, gates) = (inputs[history], inputs[history + 1])
        let memory = forward.cell.hasMemory ? inputs[history + 2] : nil
        var next = history + forward.saves.outputs.count
        let gradients = try given.map { isGiven throws(SwiftgradError) -> Tensor? in
            guard isGiven else { return nil }
            next += 1
            return try inputs[next - 1].detach().contiguous()
        }
        let passes = (0..<forward.directions).map { direction in
            RecurrentGradient(
                forward: call.direction(
                    direction, gates: gates, memory: memory, output: output, lastHidden: outputs[2], lastCell: nil),
                output: gradients[0].map { UnsafeRawPointer(call.columns(of: $0, direction)) },
                lastHidden: gradients[1].map { UnsafeRawPointer($0.item(direction).pointer) },
                lastCell: forward.hasCellState
                    ? gradients[2].map { UnsafeRawPointer($0.item(direction).pointer) } : nil,
                gates: outputs[0].item(direction).pointer, previousHidden: outputs[1].item(direction).pointer,
                projected: forward.isProjected ? outputs[outputs.count - 1].item(direction).pointer : nil,
                initialHidden: outputs[2].item(direction).pointer,
                initialCell: forward.hasCellState ? outputs[3].item(direction).pointer : nil)
        }
        // An array may be released after its last use by name, before the memory of its tensors is read.
        let isDone = withExtendedLifetime((call, gradients)) {
            Recurrent.backward(call.layer, dtype: gates.dtype, passes)
        }
        guard isDone else { throw .memory(call.bytes) }
    }
}
