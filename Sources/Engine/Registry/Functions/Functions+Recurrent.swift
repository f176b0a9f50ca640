import SwiftgradKernels

// The layers of a recurrent network as functions, in the manner of torch.lstm and torch.lstm_cell.
extension EngineFunctions {
    private static let functional = "nn.functional"

    static let recurrent: [FunctionDefinition] = [
        sequence(
            .lstm, "lstm", states: "(h, c)",
            formula: """
                i, f, g, o = W_ih x + b_ih + W_hh h + b_hh; c = sigmoid(f) c + sigmoid(i) tanh(g); h = sigmoid(o) tanh(c)
                (Hochreiter and Schmidhuber 1997). With one weight more for each, W_hr (width, hidden), h is its projection
                (arXiv:1402.1128).
                """),
        sequence(
            .gru, "gru", states: "h",
            formula: """
                r, z = sigmoid(W_i x + b_i + W_h h + b_h); n = tanh(W_in x + b_in + r (W_hn h + b_hn)); h = (1 - z) n + z h
                (arXiv:1406.1078).
                """),
        sequence(.tanh, "rnn_tanh", states: "h", formula: "h = tanh(W_ih x + b_ih + W_hh h + b_hh)."),
        sequence(.relu, "rnn_relu", states: "h", formula: "h = max(W_ih x + b_ih + W_hh h + b_hh, 0)."),
        cell(.lstm, "lstm_cell", states: "(h, c)"),
        cell(.gru, "gru_cell", states: "h"),
        cell(.tanh, "rnn_tanh_cell", states: "h"),
        cell(.relu, "rnn_relu_cell", states: "h"),
    ]

    private static func sequence(
        _ kind: RecurrentLayer.Cell, _ name: String, states: String, formula: String
    ) -> FunctionDefinition {
        FunctionDefinition(
            name, in: functional,
            [
                .x, .tensors("hx"), .tensors("weights"), .bool("bias", true), .int("num_layers", 1),
                .float("dropout", 0), .bool("bidirectional", false), .bool("batch_first", false),
                .tensor("lengths", default: .some(.none)),
            ],
            doc: """
                A recurrent network over a sequence: returns the outputs and the last \(states).

                \(formula)
                x is (T, B, in), (B, T, in) with batch_first, or (T, in). hx lists the initial states (layers * directions,
                B, hidden), or is empty for zeros; weights lists W_ih, W_hh and, with bias, b_ih and b_hh for each layer and
                direction. dropout is applied between layers. lengths (B,), integers in any order, ends items early: their
                outputs past the length are 0, the last states are those at the length, where the reverse direction starts.
                """
        ) { arguments throws(SwiftgradError) in
            var settings = RecurrentSettings(kind)
            settings.layers = try arguments.int("num_layers")
            settings.hasBias = try arguments.bool("bias")
            settings.dropout = try arguments.double("dropout")
            settings.isBidirectional = try arguments.bool("bidirectional")
            settings.isBatchFirst = try arguments.bool("batch_first")
            let result = try arguments.tensor("x").recurrent(
                settings, state: arguments.tensors("hx"), parameters: arguments.tensors("weights"),
                lengths: arguments.optionalTensor("lengths"))
            return .list(([result.output] + result.state).map(Value.tensor))
        }
    }

    private static func cell(_ kind: RecurrentLayer.Cell, _ name: String, states: String) -> FunctionDefinition {
        FunctionDefinition(
            name, in: functional,
            [
                .x, .tensors("hx"), .tensor("w_ih"), .tensor("w_hh"), .tensor("b_ih", default: .some(.none)),
                .tensor("b_hh", default: .some(.none)),
            ],
            doc: """
                One step of `\(name.dropLast(5))`: returns the next \(states).

                x is (B, in) or (in,); hx lists the states (B, hidden) or (hidden,) before the step, or is empty for zeros.
                """
        ) { arguments throws(SwiftgradError) in
            let weights = [try arguments.tensor("w_ih"), try arguments.tensor("w_hh")]
            let biases = [try arguments.optionalTensor("b_ih"), try arguments.optionalTensor("b_hh")].compactMap(\.self)
            guard biases.count != 1 else {
                throw .value("\(name): b_ih and b_hh must be given together")
            }
            let states = try arguments.tensor("x").recurrentStep(
                kind, state: arguments.tensors("hx"), parameters: weights + biases)
            return states.count == 1 ? .tensor(states[0]) : .list(states.map(Value.tensor))
        }
    }
}
