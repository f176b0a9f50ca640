import SwiftgradKernels

extension RecurrentPrimitive {
    /// The layer step by step in differentiable operations: y, h and c as `forward` gives them.
    func stepwise(_ inputs: [Tensor]) throws(SwiftgradError) -> [Tensor] {
        var (outputs, hidden, cells): ([Tensor], [Tensor], [Tensor]) = ([], [], [])
        for direction in 0..<directions {
            let result = try stepwise(inputs, direction)
            outputs.append(result.output)
            hidden.append(result.hidden)
            if let cell = result.cell { cells.append(cell) }
        }
        let states = hasCellState ? [hidden, cells] : [hidden]
        return [try .concat(outputs, axis: 2)]
            + (try states.map { parts throws(SwiftgradError) in try Tensor.stack(parts) })
    }

    private func stepwise(
        _ inputs: [Tensor], _ direction: Int
    ) throws(SwiftgradError) -> (output: Tensor, hidden: Tensor, cell: Tensor?) {
        let position = position(direction)
        let time = isBatchFirst ? 1 : 0
        let (steps, batch) = (inputs[0].shape[time], inputs[0].shape[1 - time])
        let weight = inputs[position.hidden]
        let bias = position.biases.map { inputs[$0.1] }
        let dtype = inputs[0].dtype
        let projected = try inputs[0].linear(inputs[position.input], position.biases.map { inputs[$0.0] })
        var hidden =
            hasState
            ? try inputs[1].slice(axis: 0, direction..<direction + 1).squeeze([0])
            : try Tensor.zeros([batch, weight.shape[1]], dtype)
        var cellState: Tensor? =
            if hasCellState {
                hasState
                    ? try inputs[2].slice(axis: 0, direction..<direction + 1).squeeze([0])
                    : try Tensor.zeros([batch, weight.shape[0] / cell.gates], dtype)
            } else { nil }
        var outputs: [Tensor] = []
        for number in 0..<steps {
            let step = direction == 1 ? steps - 1 - number : number
            let x = try projected.slice(axis: time, step..<step + 1).squeeze([time])
            var (nextHidden, nextCell) = try advance(x, hidden.linear(weight, bias), hidden, cellState)
            if let projection = position.projection { nextHidden = try nextHidden.linear(inputs[projection]) }
            var output = nextHidden
            if let position = lengthsPosition {
                let isActive = try inputs[position].greater(.scalar(.int(step))).expandDims([1])
                output = try .select(isActive, nextHidden, .zeros([], dtype))
                nextHidden = try .select(isActive, nextHidden, hidden)
                if let next = nextCell, let before = cellState { nextCell = try .select(isActive, next, before) }
            }
            outputs.append(output)
            (hidden, cellState) = (nextHidden, nextCell)
        }
        if direction == 1 { outputs.reverse() }
        let whole =
            outputs.isEmpty
            ? try Tensor.zeros([inputs[0].shape[0], inputs[0].shape[1], weight.shape[1]], dtype)
            : try Tensor.stack(outputs, axis: time)
        return (whole, hidden, cellState)
    }

    /// One step of the cell from the projections of input and hidden state.
    private func advance(
        _ x: Tensor, _ p: Tensor, _ hidden: Tensor, _ cellState: Tensor?
    ) throws(SwiftgradError) -> (hidden: Tensor, cell: Tensor?) {
        let size = x.shape[1] / cell.gates
        func gate(_ tensor: Tensor, _ number: Int) throws(SwiftgradError) -> Tensor {
            try tensor.slice(axis: 1, number * size..<(number + 1) * size)
        }
        switch cell {
        case .tanh: return (try (x + p).tanh(), nil)
        case .relu: return (try (x + p).relu(), nil)
        case .lstm:
            let sum = try x + p
            let (i, f, o) = (try gate(sum, 0).sigmoid(), try gate(sum, 1).sigmoid(), try gate(sum, 3).sigmoid())
            guard let cellState else { throw .runtime("lstm: its cell state is missing") }
            let next = try f * cellState + i * gate(sum, 2).tanh()
            return (try o * next.tanh(), next)
        case .gru:
            let (r, z) = (try (gate(x, 0) + gate(p, 0)).sigmoid(), try (gate(x, 1) + gate(p, 1)).sigmoid())
            let n = try (gate(x, 2) + r * gate(p, 2)).tanh()
            return (try n + z * (hidden - n), nil)
        }
    }
}
