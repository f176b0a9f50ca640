import Swiftgrad

import struct SwiftgradKernels.RecurrentLayer

/// A network of plain recurrent cells (Elman 1990).
public final class RNN: RecurrentNetwork {}
/// Long short-term memory (Hochreiter and Schmidhuber 1997).
public final class LSTM: RecurrentNetwork {}
/// Gated recurrent units (arXiv:1406.1078).
public final class GRU: RecurrentNetwork {}
public final class RNNCell: RecurrentCellModule {}
public final class LSTMCell: RecurrentCellModule {}
public final class GRUCell: RecurrentCellModule {}

extension NNClasses {
    static let recurrentLayers: [ClassDefinition] = [
        network(
            RNN.self, "RNN",
            [
                .int("num_layers", 1), .string("nonlinearity", "tanh"), .bool("bias", true),
                .bool("batch_first", false),
                .float("dropout", 0), .bool("bidirectional", false),
            ],
            formula: "h = tanh(W_ih x + b_ih + W_hh h + b_hh), or max(..., 0) with nonlinearity='relu'",
            returns: "output, h_n"
        ) { arguments throws(SwiftgradError) in
            try RNN(
                arguments.int("input_size"), arguments.int("hidden_size"),
                settings: arguments.settings(elman(arguments)), dtype: arguments.dtype() ?? .float32)
        },
        network(
            LSTM.self, "LSTM",
            [
                .int("num_layers", 1), .bool("bias", true), .bool("batch_first", false), .float("dropout", 0),
                .bool("bidirectional", false), .int("proj_size", 0),
            ],
            formula: """
                i, f, g, o = W_ih x + b_ih + W_hh h + b_hh; c = sigmoid(f) c + sigmoid(i) tanh(g); h = sigmoid(o) tanh(c)
                (Hochreiter and Schmidhuber 1997), and h = W_hr h with proj_size (arXiv:1402.1128)
                """,
            returns: "output, (h_n, c_n)"
        ) { arguments throws(SwiftgradError) in
            try LSTM(
                arguments.int("input_size"), arguments.int("hidden_size"), projectionSize: arguments.int("proj_size"),
                settings: arguments.settings(.lstm), dtype: arguments.dtype() ?? .float32)
        },
        network(
            GRU.self, "GRU",
            [
                .int("num_layers", 1), .bool("bias", true), .bool("batch_first", false), .float("dropout", 0),
                .bool("bidirectional", false),
            ],
            formula: """
                r, z = sigmoid(W_i x + b_i + W_h h + b_h); n = tanh(W_in x + b_in + r (W_hn h + b_hn)); h = (1 - z) n + z h
                (arXiv:1406.1078)
                """,
            returns: "output, h_n"
        ) { arguments throws(SwiftgradError) in
            try GRU(
                arguments.int("input_size"), arguments.int("hidden_size"), settings: arguments.settings(.gru),
                dtype: arguments.dtype() ?? .float32)
        },
        cell(RNNCell.self, "RNNCell", [.bool("bias", true), .string("nonlinearity", "tanh")], states: "h") {
            arguments throws(SwiftgradError) in
            try RNNCell(
                arguments.int("input_size"), arguments.int("hidden_size"), cell: elman(arguments),
                bias: arguments.bool("bias"), dtype: arguments.dtype() ?? .float32)
        },
        cell(LSTMCell.self, "LSTMCell", [.bool("bias", true)], states: "(h, c)") { arguments throws(SwiftgradError) in
            try LSTMCell(
                arguments.int("input_size"), arguments.int("hidden_size"), cell: .lstm, bias: arguments.bool("bias"),
                dtype: arguments.dtype() ?? .float32)
        },
        cell(GRUCell.self, "GRUCell", [.bool("bias", true)], states: "h") { arguments throws(SwiftgradError) in
            try GRUCell(
                arguments.int("input_size"), arguments.int("hidden_size"), cell: .gru, bias: arguments.bool("bias"),
                dtype: arguments.dtype() ?? .float32)
        },
    ]

    private static let sizes: [Parameter] = [.int("input_size"), .int("hidden_size")]

    private static func elman(_ arguments: Arguments) throws(SwiftgradError) -> RecurrentLayer.Cell {
        switch try arguments.string("nonlinearity") {
        case "tanh": return .tanh
        case "relu": return .relu
        case let other: throw .value("\(arguments.name): nonlinearity must be 'tanh' or 'relu', got '\(other)'")
        }
    }

    private static func network(
        _ type: ManagedObject.Type, _ name: String, _ parameters: [Parameter], formula: String, returns: String,
        construct: @escaping ClassDefinition.Constructor
    ) -> ClassDefinition {
        ClassDefinition(
            type, name: name, in: "nn", base: ForeignModule.self, sizes + parameters + [.dtype],
            doc: """
                A recurrent network over a sequence: module(input, hx=None, lengths=None) gives \(returns).

                \(formula).

                input is (T, B, input_size), (B, T, input_size) with batch_first, or (T, input_size); hx holds the initial
                states (num_layers * directions, B, hidden_size), zeros unless given. dropout is applied between layers, in
                training. lengths (B,), integers in any order, ends items early, with the numbers of PyTorch's packed
                sequences: outputs past the length are 0, the last states are those at the length, where the reverse
                direction starts. Parameters start uniform in ±1/sqrt(hidden_size).
                """,
            construct: construct)
    }

    private static func cell(
        _ type: ManagedObject.Type, _ name: String, _ parameters: [Parameter], states: String,
        construct: @escaping ClassDefinition.Constructor
    ) -> ClassDefinition {
        ClassDefinition(
            type, name: name, in: "nn", base: ForeignModule.self, sizes + parameters + [.dtype],
            doc: """
                One step of nn.\(name.dropLast(4)): cell(input, hx=None) gives the next \(states).

                input is (B, input_size) or (input_size,); hx holds the states before the step, zeros unless given.
                """,
            construct: construct)
    }
}

extension Arguments {
    /// What the constructors of all networks take, where they take it.
    fileprivate func settings(_ cell: RecurrentLayer.Cell) throws(SwiftgradError) -> RecurrentSettings {
        var settings = RecurrentSettings(cell)
        settings.layers = try int("num_layers")
        settings.hasBias = try bool("bias")
        settings.isBatchFirst = try bool("batch_first")
        settings.dropout = try double("dropout")
        settings.isBidirectional = try bool("bidirectional")
        return settings
    }
}
