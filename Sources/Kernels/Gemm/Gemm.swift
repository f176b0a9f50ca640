/// Matrix products on strided memory: `C = activation(A·B (+ C) + bias)`, A (m, k), B (k, n), C (m, n).
///
/// Operands are pointers to element (0, 0) and two strides in elements, of any sign and zero too, so that a
/// transposition, a slice or a broadcast needs no copy. The bits of the result depend on sizes and strides, never on
/// the number of threads.
public enum Gemm {
    /// What is done to each element of C once its sum is complete, while it is still in the nearest cache.
    public struct Epilogue<Scalar> {
        /// n values, one added to each column of C.
        public var columnBias: UnsafePointer<Scalar>?
        /// m values, one added to each row of C.
        public var rowBias: UnsafePointer<Scalar>?
        /// Applied last.
        public var activation: Activation

        @inlinable
        public init(
            columnBias: UnsafePointer<Scalar>? = nil, rowBias: UnsafePointer<Scalar>? = nil,
            activation: Activation = .none
        ) {
            self.columnBias = columnBias
            self.rowBias = rowBias
            self.activation = activation
        }
    }

    /// A pointwise function that an epilogue can apply.
    public enum Activation: Sendable {
        case none
        /// max(x, 0); NaN stays NaN.
        case relu
    }

    /// `C = activation(A·B + bias)`, or `activation(C + A·B + bias)` when `accumulate`, in float32.
    ///
    /// C has unit column stride. `k == 0` gives a product of zeros. C must not overlap A or B.
    public static func multiply(
        m: Int, n: Int, k: Int,
        a: UnsafePointer<Float>, aStrides: (row: Int, column: Int),
        b: UnsafePointer<Float>, bStrides: (row: Int, column: Int),
        c: UnsafeMutablePointer<Float>, cRowStride: Int,
        accumulate: Bool = false, epilogue: Epilogue<Float> = Epilogue()
    ) {
        multiply(
            MatrixProduct(
                m: m, n: n, k: k, a: a, aRow: aStrides.row, aColumn: aStrides.column,
                b: b, bRow: bStrides.row, bColumn: bStrides.column,
                c: c, cRow: cRowStride, accumulate: accumulate, epilogue: epilogue))
    }

    static func multiply(_ product: MatrixProduct<Float>) { perform(.multiply, product) }

    static func perform(_ work: GemmWork<Float>, _ product: MatrixProduct<Float>) {
        if InstructionSet.vectorBytes == 64 {
            GemmDriver<WideRegisterFile<F32x16>>.perform(work, product)
        } else if InstructionSet.vectorBytes == 32 {
            GemmDriver<NarrowRegisterFile<F32x8>>.perform(work, product)
        } else {
            #if arch(arm64)
                GemmDriver<WideRegisterFile<F32x4>>.perform(work, product)
            #else
                GemmDriver<NarrowRegisterFile<F32x4>>.perform(work, product)
            #endif
        }
    }
}

/// What a driver is asked to do with a product; the memory is a B packed as a whole.
enum GemmWork<Scalar> {
    case multiply
    case packB(UnsafeMutablePointer<Scalar>)
    case multiplyPackedB(UnsafeMutablePointer<Scalar>)
}

/// The arguments of one product, as the drivers pass them around.
struct MatrixProduct<Scalar> {
    var m: Int
    var n: Int
    var k: Int
    var a: UnsafePointer<Scalar>
    var aRow: Int
    var aColumn: Int
    var b: UnsafePointer<Scalar>
    var bRow: Int
    var bColumn: Int
    var c: UnsafeMutablePointer<Scalar>
    var cRow: Int
    var accumulate: Bool
    var epilogue: Gemm.Epilogue<Scalar>

    /// The same product read the other way round, Cᵀ = Bᵀ·Aᵀ, into rows of `m` elements.
    var transposed: MatrixProduct {
        MatrixProduct(
            m: n, n: m, k: k, a: b, aRow: bColumn, aColumn: bRow, b: a, bRow: aColumn, bColumn: aRow, c: c, cRow: m,
            accumulate: accumulate,
            epilogue: Gemm.Epilogue(
                columnBias: epilogue.rowBias, rowBias: epilogue.columnBias, activation: epilogue.activation))
    }
}
