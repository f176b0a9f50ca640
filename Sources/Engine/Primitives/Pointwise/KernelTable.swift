import SwiftgradKernels

/// The block kernels of one pointwise operation, by element type.
struct KernelTable: Sendable {
    private var kernels = [BlockKernel?](repeating: nil, count: DType.allCases.count)

    /// The kernel that computes in `dtype`; half precision computes in float32. Nil when the operation has none.
    subscript(dtype: DType) -> BlockKernel? {
        get { kernels[Int(dtype.computeType.rawValue)] }
        set { kernels[Int(dtype.rawValue)] = newValue }
    }

    init() {}

    init<F: BinaryFormula>(_ formula: F) {
        self[.float32] = .binary(formula, Float32Vector.self)
        self[.float64] = .binary(formula, Float64Vector.self)
    }

    init<F: BinaryFormula & IntegerFormula>(numeric formula: F) {
        self.init(formula)
        for dtype in DType.allCases where dtype.isInteger { self[dtype] = .binary(integer: formula, dtype) }
    }

    init<F: UnaryFormula & IntegerUnaryFormula>(unary formula: F) {
        self[.float32] = .unary(formula, Float32Vector.self)
        self[.float64] = .unary(formula, Float64Vector.self)
        for dtype in DType.allCases where dtype.isInteger { self[dtype] = .unary(integer: formula, dtype) }
    }

    init<F: ComparisonFormula>(comparison formula: F) {
        for dtype in DType.allCases where dtype.computeType == dtype { self[dtype] = .comparison(formula, dtype) }
    }
}
