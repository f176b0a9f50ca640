import SwiftgradKernels

/// The inputs of a recurrent layer as its kernels take them.
struct RecurrentCall {
    let layer: RecurrentLayer
    let hidden: Int
    let width: Int
    let rows: Int
    private let primitive: RecurrentPrimitive
    private let batch: Int
    private let state: [Tensor]
    private let weights: [Tensor]
    private let biases: [(input: Tensor, hidden: Tensor)]
    private let projections: [Tensor]

    init(_ primitive: RecurrentPrimitive, _ inputs: [Tensor]) throws(SwiftgradError) {
        self.primitive = primitive
        let shape = inputs[0].shape
        let steps = primitive.isBatchFirst ? shape[1] : shape[0]
        batch = primitive.isBatchFirst ? shape[0] : shape[1]
        let weight = inputs[primitive.position(0).hidden]
        hidden = weight.shape[0] / primitive.cell.gates
        width = weight.shape[1]
        rows = steps * batch
        func operand(_ position: Int) throws(SwiftgradError) -> Tensor { try inputs[position].detach().contiguous() }
        var (state, weights, projections): ([Tensor], [Tensor], [Tensor]) = ([], [], [])
        var biases: [(input: Tensor, hidden: Tensor)] = []
        if primitive.hasState {
            for position in 1...primitive.states { state.append(try operand(position)) }
        }
        for direction in 0..<primitive.directions {
            let position = primitive.position(direction)
            weights.append(try operand(position.hidden))
            if let pair = position.biases { biases.append((try operand(pair.0), try operand(pair.1))) }
            if let projection = position.projection { projections.append(try operand(projection)) }
        }
        (self.state, self.weights, self.biases, self.projections) = (state, weights, biases, projections)
        let lengths = try primitive.lengthsPosition.map { position throws(SwiftgradError) in
            try RecurrentCall.lengths(operand(position), steps, operation: primitive.name)
        }
        layer = RecurrentLayer(
            cell: primitive.cell, steps: steps, batch: batch, hidden: hidden, width: width,
            outputStride: primitive.directions * width, isBatchFirst: primitive.isBatchFirst, lengths: lengths)
    }

    private static func lengths(_ tensor: Tensor, _ steps: Int, operation: String) throws(SwiftgradError) -> [Int] {
        let values = (0..<tensor.count).map { tensor.pointer.load(fromByteOffset: 8 * $0, as: Int.self) }
        for (position, value) in values.enumerated() where value < 0 || value > steps {
            throw .value(
                "\(operation): lengths must lie in 0...\(steps), the steps of the sequence, got \(value) at position "
                    + "\(position)")
        }
        return values
    }

    /// What a direction reads and writes; `output` and `gates` hold those of all directions.
    func direction(
        _ direction: Int, gates: Tensor, memory: Tensor?, output: Tensor, lastHidden: Tensor, lastCell: Tensor?
    ) -> RecurrentDirection {
        RecurrentDirection(
            isReversed: direction == 1, weight: UnsafeRawPointer(weights[direction].pointer),
            inputBias: biases.isEmpty ? nil : UnsafeRawPointer(biases[direction].input.pointer),
            hiddenBias: biases.isEmpty ? nil : UnsafeRawPointer(biases[direction].hidden.pointer),
            projection: projections.isEmpty ? nil : UnsafeRawPointer(projections[direction].pointer),
            initialHidden: state.isEmpty ? nil : UnsafeRawPointer(state[0].item(direction).pointer),
            initialCell: state.count < 2 ? nil : UnsafeRawPointer(state[1].item(direction).pointer),
            gates: gates.item(direction).pointer, memory: memory?.item(direction).pointer,
            output: columns(of: output, direction), lastHidden: lastHidden.item(direction).pointer,
            lastCell: lastCell?.item(direction).pointer)
    }

    /// Where a direction's columns of the output, or of its gradient, begin.
    func columns(of output: Tensor, _ direction: Int) -> UnsafeMutableRawPointer {
        output.pointer + direction * width * output.dtype.itemSize
    }

    /// Roughly what a pass needs for itself, for the message when there is no memory.
    var bytes: Int { primitive.directions * primitive.cell.gates * hidden * (width + batch) * 4 }
}
