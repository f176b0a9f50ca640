// A recurrent layer over a whole sequence (Elman 1990; LSTM: Hochreiter and Schmidhuber 1997, Gers et al. 2000; GRU: Cho
// et al. 2014), in the variants and the gate orders of PyTorch and cuDNN.
//
// The caller has multiplied the whole input sequence by W_ih in one product; what is left depends on the step before. The
// items of a batch do not depend on each other, so the batch is cut into slices, and a task runs all the steps of one
// slice in one direction: no thread waits for another between steps. W_hh is packed once, in the form of Gemm. A step is
//     P = H W_hhᵀ          (rows, gates * hidden), by register tiles, into memory that stays in the nearest caches
//     H, C = cell(X + P + b)   one pass, which writes the activated gates over X for the backward pass
// and backward, from the last step to the first,
//     dG = cell'(dH, dC)   one pass over the saved gates, into a buffer of the whole sequence
//     dH = dG W_hh
// The gradients of the weights are products of that buffer as a whole, for the caller to make.

/// The passes over the steps; see the head of the file.
public enum Recurrent {
    /// Runs every direction of a layer over its steps. False when there is no memory, and then nothing is done.
    public static func forward(_ layer: RecurrentLayer, dtype: DType, _ directions: [RecurrentDirection]) -> Bool {
        layer.dispatch(dtype, ForwardPass(layer: layer, directions: directions))
    }

    /// Runs every direction of a layer back. False when there is no memory, and then nothing is done.
    public static func backward(
        _ layer: RecurrentLayer, dtype: DType, _ directions: [RecurrentGradient]
    ) -> Bool {
        layer.dispatch(dtype, BackwardPass(layer: layer, directions: directions))
    }
}

/// The sizes of a layer and the order of its rows; a row is one step of one item.
public struct RecurrentLayer {
    public enum Cell: Sendable, Hashable {
        case tanh, relu, lstm, gru

        /// Blocks of `hidden` columns in the projections of the input and of the hidden state.
        public var gates: Int {
            switch self {
            case .tanh, .relu: 1
            case .lstm: 4
            case .gru: 3
            }
        }

        /// Blocks of `hidden` columns in the gradient of a row. A GRU's are those of r, z and n before their activation
        /// and of W_hn h + b_hn, which r scales.
        public var gradients: Int { self == .gru ? 4 : gates }

        /// Whether a row keeps `hidden` more values: an LSTM its cell state, a GRU W_hn h + b_hn.
        public var hasMemory: Bool { self == .lstm || self == .gru }
    }

    let cell: Cell
    let steps: Int
    let batch: Int
    /// Width of the gates and of the cell state.
    let hidden: Int
    /// Width of the hidden state; less than `hidden` where it is a projection.
    let width: Int
    /// Elements between the outputs of neighbouring rows.
    let outputStride: Int
    let order: SequenceOrder

    /// `lengths`, none or one for each item in 0...steps: an item's steps from its length on do not count.
    public init(
        cell: Cell, steps: Int, batch: Int, hidden: Int, width: Int, outputStride: Int, isBatchFirst: Bool,
        lengths: [Int]?
    ) {
        self.cell = cell
        self.steps = steps
        self.batch = batch
        self.hidden = hidden
        self.width = width
        self.outputStride = outputStride
        order = SequenceOrder(steps: steps, batch: batch, isBatchFirst: isBatchFirst, lengths: lengths)
    }
}

/// Where one direction of a layer reads and writes. All arrays are contiguous unless said otherwise.
public struct RecurrentDirection {
    /// From the last step to the first.
    public var isReversed: Bool
    /// W_hh (gates * hidden, width).
    public var weight: UnsafeRawPointer
    /// b_ih and b_hh (gates * hidden); zeros unless given.
    public var inputBias: UnsafeRawPointer?
    public var hiddenBias: UnsafeRawPointer?
    /// W_hr (width, hidden) of a projected LSTM.
    public var projection: UnsafeRawPointer?
    /// h and c before the first step, (batch, width) and (batch, hidden); zeros unless given.
    public var initialHidden: UnsafeRawPointer?
    public var initialCell: UnsafeRawPointer?
    /// (rows, gates * hidden): the projected input without its bias, and afterwards the activated gates.
    public var gates: UnsafeMutableRawPointer
    /// (rows, hidden): what `Cell.hasMemory` speaks of, where it is to be kept.
    public var memory: UnsafeMutableRawPointer?
    /// Hidden states: `rows` times `width` elements, `outputStride` apart; zeros past an item's length.
    public var output: UnsafeMutableRawPointer
    /// The last valid step's, (batch, width) and (batch, hidden).
    public var lastHidden: UnsafeMutableRawPointer
    public var lastCell: UnsafeMutableRawPointer?

    public init(
        isReversed: Bool, weight: UnsafeRawPointer, inputBias: UnsafeRawPointer?, hiddenBias: UnsafeRawPointer?,
        projection: UnsafeRawPointer?, initialHidden: UnsafeRawPointer?, initialCell: UnsafeRawPointer?,
        gates: UnsafeMutableRawPointer,
        memory: UnsafeMutableRawPointer?, output: UnsafeMutableRawPointer, lastHidden: UnsafeMutableRawPointer,
        lastCell: UnsafeMutableRawPointer?
    ) {
        self.isReversed = isReversed
        self.weight = weight
        self.inputBias = inputBias
        self.hiddenBias = hiddenBias
        self.projection = projection
        self.initialHidden = initialHidden
        self.initialCell = initialCell
        self.gates = gates
        self.memory = memory
        self.output = output
        self.lastHidden = lastHidden
        self.lastCell = lastCell
    }
}

/// Where the backward pass of one direction reads and writes.
public struct RecurrentGradient {
    /// What the forward pass had and left; `memory` must have been kept where the cell has one.
    public var forward: RecurrentDirection
    /// Gradient of the hidden states: `rows` times `width` elements, `outputStride` apart.
    public var output: UnsafeRawPointer?
    /// Gradients of the last states.
    public var lastHidden: UnsafeRawPointer?
    public var lastCell: UnsafeRawPointer?
    /// (rows, gradients * hidden): gradients before the activations; zeros past an item's length.
    public var gates: UnsafeMutableRawPointer
    /// (rows, width): the hidden state before each step, from which W_hh's gradient is made; zeros past the length.
    public var previousHidden: UnsafeMutableRawPointer
    /// (rows, width): the whole gradient of each hidden state, from which W_hr's is made.
    public var projected: UnsafeMutableRawPointer?
    /// Gradients of the initial states.
    public var initialHidden: UnsafeMutableRawPointer
    public var initialCell: UnsafeMutableRawPointer?

    public init(
        forward: RecurrentDirection, output: UnsafeRawPointer?, lastHidden: UnsafeRawPointer?,
        lastCell: UnsafeRawPointer?, gates: UnsafeMutableRawPointer, previousHidden: UnsafeMutableRawPointer,
        projected: UnsafeMutableRawPointer?, initialHidden: UnsafeMutableRawPointer,
        initialCell: UnsafeMutableRawPointer?
    ) {
        self.forward = forward
        self.output = output
        self.lastHidden = lastHidden
        self.lastCell = lastCell
        self.gates = gates
        self.previousHidden = previousHidden
        self.projected = projected
        self.initialHidden = initialHidden
        self.initialCell = initialCell
    }
}
