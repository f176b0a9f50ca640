/// One kind of cell: what happens to a row between two products.
protocol RecurrentCell {
    associatedtype File: RegisterFile
    associatedtype V: FloatVector where V.Scalar == File.Scalar
    typealias Scalar = File.Scalar

    /// Blocks of `hidden` columns that `forward` takes from the product.
    static var gates: Int { get }
    /// The hidden state has a way into the next one that does not pass through W_hh: `backward` leaves its gradient in
    /// `hidden`, to which the product adds.
    static var isLeaky: Bool { get }
    static func forward(_ row: ForwardRow<Scalar>, _ hidden: Int)
    static func backward(_ row: BackwardRow<Scalar>, _ hidden: Int)
}

/// The addresses of one row going forward.
struct ForwardRow<Scalar> {
    /// In: the projected input, without its bias. Out: the activated gates.
    var gates: UnsafeMutablePointer<Scalar>
    /// W_hh h.
    var product: UnsafePointer<Scalar>
    /// What the projections of the input and of the hidden state lack.
    var inputBias: UnsafePointer<Scalar>
    var hiddenBias: UnsafePointer<Scalar>
    /// Out: what is kept for the backward pass.
    var memory: UnsafeMutablePointer<Scalar>
    /// In and out.
    var cell: UnsafeMutablePointer<Scalar>
    var hidden: UnsafeMutablePointer<Scalar>
}

/// The addresses of one row going back.
struct BackwardRow<Scalar> {
    var gates: UnsafePointer<Scalar>
    var memory: UnsafePointer<Scalar>
    /// The cell state before the step.
    var previousCell: UnsafePointer<Scalar>
    var previousHidden: UnsafePointer<Scalar>
    /// In: the gradient of the hidden state. Out: what of it passes by W_hh, if the cell is leaky.
    var hidden: UnsafeMutablePointer<Scalar>
    /// In: the gradient of the cell state. Out: that of the one before.
    var cell: UnsafeMutablePointer<Scalar>
    /// Out: gradients before the activations, for the weights' gradients.
    var gradients: UnsafeMutablePointer<Scalar>
    /// Out: those that W_hh leads back.
    var product: UnsafeMutablePointer<Scalar>
}

extension RecurrentLayer {
    /// Calls `pass` with the cell type of this layer for an element type; false for one that is neither float32 nor
    /// float64.
    func dispatch(_ dtype: DType, _ pass: some RecurrentPass) -> Bool {
        switch dtype {
        case .float32:
            if InstructionSet.vectorBytes == 64 {
                return dispatch(WideRegisterFile<F32x16>.self, Float32Vector.self, pass)
            } else if InstructionSet.vectorBytes == 32 {
                return dispatch(NarrowRegisterFile<F32x8>.self, Float32Vector.self, pass)
            }
            #if arch(arm64)
                return dispatch(WideRegisterFile<F32x4>.self, Float32Vector.self, pass)
            #else
                return dispatch(NarrowRegisterFile<F32x4>.self, Float32Vector.self, pass)
            #endif
        case .float64:
            if InstructionSet.vectorBytes == 64 {
                return dispatch(WideRegisterFile<F64x8>.self, Float64Vector.self, pass)
            } else if InstructionSet.vectorBytes == 32 {
                return dispatch(NarrowRegisterFile<F64x4>.self, Float64Vector.self, pass)
            }
            #if arch(arm64)
                return dispatch(WideRegisterFile<F64x2>.self, Float64Vector.self, pass)
            #else
                return dispatch(NarrowRegisterFile<F64x2>.self, Float64Vector.self, pass)
            #endif
        default: return false
        }
    }

    private func dispatch<File: RegisterFile, V: FloatVector>(
        _: File.Type, _: V.Type, _ pass: some RecurrentPass
    ) -> Bool where V.Scalar == File.Scalar {
        switch cell {
        case .tanh: pass.run(ElmanCell<File, V, ElmanTanh>.self)
        case .relu: pass.run(ElmanCell<File, V, ElmanReLU>.self)
        case .lstm: pass.run(LSTMCell<File, V>.self)
        case .gru: pass.run(GRUCell<File, V>.self)
        }
    }
}

/// A pass over the steps, for any cell.
protocol RecurrentPass {
    func run<Cell: RecurrentCell>(_: Cell.Type) -> Bool
}
