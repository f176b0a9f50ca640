import SwiftgradKernels

extension RecurrentLayer.Cell {
    /// The function's name in `nn.functional`.
    public var functionName: String {
        switch self {
        case .tanh: "rnn_tanh"
        case .relu: "rnn_relu"
        case .lstm: "lstm"
        case .gru: "gru"
        }
    }
}

/// What kind of recurrent network, apart from its sizes.
public struct RecurrentSettings: Sendable {
    public var cell: RecurrentLayer.Cell
    public var layers = 1
    public var hasBias = true
    public var isBatchFirst = false
    public var isBidirectional = false
    /// Between layers; 0 outside training.
    public var dropout = 0.0

    public init(_ cell: RecurrentLayer.Cell) { self.cell = cell }

    var directions: Int { isBidirectional ? 2 : 1 }
}

extension Tensor {
    /// A recurrent network of one or more layers over a sequence: y, and the states after the last step.
    ///
    /// self is (T, B, in), (B, T, in) when batch-first, or (T, in) without a batch. `state` is [h0] or for an LSTM
    /// [h0, c0], each (layers * directions, B, ...), or empty for zeros. `parameters` holds for each layer and direction
    /// W_ih, W_hh, then the biases if there are any, and W_hr of a projected LSTM. `lengths` (B,) are integers: an item's
    /// steps from its length on give zeros, and the reverse direction starts at the length.
    public func recurrent(
        _ settings: RecurrentSettings, state: [Tensor], parameters: [Tensor], lengths: Tensor? = nil
    ) throws(SwiftgradError) -> (output: Tensor, state: [Tensor]) {
        let plan = try RecurrentPlan(settings, self, state, parameters, lengths)
        let hasBatch = rank != 2
        let batchAxis = settings.isBatchFirst ? 0 : 1
        let compute = plan.dtype.computeType
        var x = try (hasBatch ? self : expandDims([batchAxis])).cast(to: compute)
        let initial = try state.map { state throws(SwiftgradError) in
            try (hasBatch ? state : state.expandDims([1])).cast(to: compute)
        }
        let weights = try parameters.map { weight throws(SwiftgradError) in try weight.cast(to: compute) }
        let lengths = try lengths.map { lengths throws(SwiftgradError) in try lengths.cast(to: .int64).unshared() }
        let directions = settings.directions
        var last = [[Tensor]](repeating: [], count: plan.primitive.states)
        for layer in 0..<settings.layers {
            if layer > 0 { x = try x.dropout(probability: settings.dropout) }
            let range = layer * directions..<(layer + 1) * directions
            let states = try initial.map { state throws(SwiftgradError) in
                settings.layers == 1 ? state : try state.slice(axis: 0, range)
            }
            let own = weights[layer * plan.parametersPerLayer..<(layer + 1) * plan.parametersPerLayer]
            let outputs = try Tensor.apply(
                plan.primitive(x, states, own), [x] + states + (lengths.map { [$0] } ?? []) + own)
            x = outputs[0]
            for position in last.indices { last[position].append(outputs[1 + position]) }
        }
        let states = try last.map { parts throws(SwiftgradError) -> Tensor in
            let whole = parts.count == 1 ? parts[0] : try .concat(parts)
            return try (hasBatch ? whole : whole.squeeze([1])).cast(to: plan.dtype)
        }
        return (try (hasBatch ? x : x.squeeze([batchAxis])).cast(to: plan.dtype), states)
    }
}

extension Tensor {
    /// One step of a cell: self (B, in) or (in,); `state`, empty for zeros, and the result are [h] or [h, c], each
    /// (B, hidden) or (hidden,). `parameters` are W_ih, W_hh and, if there are any, the biases.
    public func recurrentStep(
        _ cell: RecurrentLayer.Cell, state: [Tensor], parameters: [Tensor]
    ) throws(SwiftgradError) -> [Tensor] {
        var settings = RecurrentSettings(cell)
        settings.hasBias = parameters.count > 2
        guard rank == 1 || rank == 2 else {
            throw .value(
                "\(settings.cell.functionName)_cell: expected (batch, features) or (features,), got \(Shape.text(shape))"
            )
        }
        for part in state where part.rank != rank {
            throw .value(
                "\(settings.cell.functionName)_cell: x of shape \(Shape.text(shape)) needs states of as many axes, got "
                    + Shape.text(part.shape))
        }
        let states = try state.map { part throws(SwiftgradError) in try part.expandDims([0]) }
        let result = try expandDims([0]).recurrent(settings, state: states, parameters: parameters)
        return try result.state.map { part throws(SwiftgradError) in try part.squeeze([0]) }
    }
}

/// The checks of a recurrent network's arguments as a whole; a layer's own are its primitive's.
private struct RecurrentPlan {
    let dtype: DType
    let parametersPerLayer: Int
    let primitive: RecurrentPrimitive

    init(
        _ settings: RecurrentSettings, _ x: Tensor, _ state: [Tensor], _ parameters: [Tensor], _ lengths: Tensor?
    ) throws(SwiftgradError) {
        let (count, overflow) = settings.layers.multipliedReportingOverflow(by: settings.directions)
        let plain = settings.hasBias ? 4 : 2
        let isProjected =
            settings.cell == .lstm && !overflow
            && parameters.count == count.multipliedReportingOverflow(by: plain + 1).partialValue
        primitive = RecurrentPrimitive(
            cell: settings.cell, directions: settings.directions, isBatchFirst: settings.isBatchFirst,
            hasBias: settings.hasBias, isProjected: isProjected, hasState: !state.isEmpty, hasLengths: lengths != nil)
        let name = primitive.name
        guard settings.layers > 0, !overflow, count <= 1 << 20 else {
            throw .value("\(name): the number of layers must be positive, got \(settings.layers)")
        }
        guard settings.dropout >= 0 && settings.dropout <= 1 else {
            throw .value("\(name): dropout must lie in [0, 1], got \(settings.dropout)")
        }
        guard parameters.count == count * primitive.parameters else {
            throw .value(
                "\(name): expected \(count * plain) weights for \(settings.layers) layers in \(settings.directions) "
                    + "directions, \(plain) each, got \(parameters.count)")
        }
        parametersPerLayer = settings.directions * primitive.parameters
        guard x.rank == 3 || x.rank == 2 else {
            let axes = settings.isBatchFirst ? "(batch, time, features)" : "(time, batch, features)"
            throw .value("\(name): expected \(axes) or (time, features), got \(Shape.text(x.shape))")
        }
        guard state.isEmpty || state.count == primitive.states else {
            throw .value("\(name): expected \(primitive.states) initial states, got \(state.count)")
        }
        for operand in [x] + state + parameters where !operand.dtype.isFloating {
            throw .type("\(name): needs floating-point operands, got \(operand.dtype)")
        }
        dtype = (state + parameters).reduce(x.dtype) { Promotion.promote($0, $1.dtype) }
        for (part, what) in zip(state, ["hidden", "cell"]) {
            guard part.rank == x.rank, part.shape[0] == count else {
                let axes = x.rank == 3 ? "(\(count), batch, ...)" : "(\(count), ...)"
                throw .value(
                    "\(name): expected an initial \(what) state of shape \(axes), got \(Shape.text(part.shape))")
            }
        }
        if let lengths {
            guard x.rank == 3 else { throw .value("\(name): lengths are for batches, got \(Shape.text(x.shape))") }
            guard lengths.dtype.isInteger else {
                throw .type("\(name): lengths must be integers, got \(lengths.dtype)")
            }
        }
    }

    /// One layer, which keeps what the backward pass needs where there will be one.
    func primitive(_ x: Tensor, _ states: [Tensor], _ weights: ArraySlice<Tensor>) -> RecurrentPrimitive {
        var layer = primitive
        layer.keepsHistory = GradMode.isEnabled && ([x] + states + weights).contains(where: \.requiresGrad)
        return layer
    }
}
