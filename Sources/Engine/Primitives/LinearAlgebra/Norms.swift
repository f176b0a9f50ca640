import SwiftgradKernels

/// Norms of vectors and matrices, composed of differentiable operations.
extension Tensor {
    /// (sum |x|^p)^(1/p) over the axes, all unless given; p may be infinite (largest |x|, or smallest) or 0 (how many
    /// are not 0). The gradient of the Euclidean norm at 0 is 0.
    public func vectorNorm(
        _ p: Double = 2, axes: [Int]? = nil, keepDimensions keep: Bool = false
    ) throws(SwiftgradError) -> Tensor {
        let x = dtype.isFloating ? self : try cast(to: .float32)
        let zero = try Tensor.full([], 0, x.dtype)
        switch p {
        case .infinity: return try x.abs().maximum(axes: axes, keepDimensions: keep)
        case -.infinity: return try -(-x.abs()).maximum(axes: axes, keepDimensions: keep)
        case 0:
            return try x.equal(zero).equal(Tensor.full([], 0, .bool)).cast(to: x.dtype).sum(
                axes: axes, keepDimensions: keep)
        case 1: return try x.abs().sum(axes: axes, keepDimensions: keep)
        case 2:
            let wide = try x.cast(to: x.dtype.computeType)
            let squares = try (wide * wide).sum(axes: axes, keepDimensions: keep)
            let isZero = try squares.equal(Tensor.full([], 0, wide.dtype))
            let root = try Tensor.select(isZero, Tensor.full([], 1, wide.dtype), squares).sqrt()
            return try Tensor.select(isZero, squares, root).cast(to: x.dtype)
        default:
            guard !p.isNaN else { throw .value("vector_norm: ord must not be NaN") }
            let wide = try x.cast(to: x.dtype.computeType)
            let sum = try Tensor.apply(Power(), wide.abs(), Tensor.full([], p, wide.dtype))
                .sum(axes: axes, keepDimensions: keep)
            return try Tensor.apply(Power(), sum, Tensor.full([], 1 / p, wide.dtype)).cast(to: x.dtype)
        }
    }

    /// A norm of the matrices that two axes span.
    public func matrixNorm(
        _ order: MatrixNorm, rowAxis: Int = -2, columnAxis: Int = -1, keepDimensions: Bool = false
    ) throws(SwiftgradError) -> Tensor {
        guard rank >= 2 else { throw .value("matrix_norm: needs two axes, got shape \(Shape.text(shape))") }
        let axes = try Axes.normalise([rowAxis, columnAxis], rank: rank, operation: "matrix_norm")
        let x = dtype.isFloating ? self : try cast(to: .float32)
        let result: Tensor
        switch order {
        case .frobenius: result = try x.vectorNorm(axes: axes, keepDimensions: true)
        case .columnSum(let largest): result = try x.sumNorm(adding: axes[0], over: axes[1], largest)
        case .rowSum(let largest): result = try x.sumNorm(adding: axes[1], over: axes[0], largest)
        case .nuclear, .spectral:
            let others = (0..<rank).filter { !axes.contains($0) }
            let values = try x.permute(others + axes).svd(fullMatrices: false).s
            let folded: Tensor
            switch order {
            case .spectral(largest: true): folded = try values.maximum(axes: [-1])
            case .spectral: folded = try -(-values).maximum(axes: [-1])
            default: folded = try values.sum(axes: [-1])
            }
            result = try folded.expandDims(axes.sorted())
        }
        return keepDimensions ? result : try result.squeeze(axes)
    }

    private func sumNorm(adding: Int, over: Int, _ largest: Bool) throws(SwiftgradError) -> Tensor {
        let sums = try abs().sum(axes: [adding], keepDimensions: true)
        return largest
            ? try sums.maximum(axes: [over], keepDimensions: true)
            : try -(-sums).maximum(axes: [over], keepDimensions: true)
    }

    /// The k-th diagonal of the matrices of the last two axes; a view.
    public func matrixDiagonal(offset: Int = 0) throws(SwiftgradError) -> Tensor {
        guard rank >= 2 else { throw .value("diagonal: needs two axes, got shape \(Shape.text(shape))") }
        let (rows, columns) = (shape[rank - 2], shape[rank - 1])
        let firstRow = offset < 0 ? min(rows, Int(clamping: offset.magnitude)) : 0
        let firstColumn = offset > 0 ? min(columns, offset) : 0
        let count = min(rows - firstRow, columns - firstColumn)
        return try slice(axis: rank - 2, firstRow..<firstRow + count)
            .slice(axis: rank - 1, firstColumn..<firstColumn + count).diagonal()
    }
}

/// What a norm of a matrix measures.
public enum MatrixNorm: Sendable, Equatable {
    /// The root of the sum of squares.
    case frobenius
    /// The sum of the singular values.
    case nuclear
    /// The largest (or smallest) singular value.
    case spectral(largest: Bool)
    /// The largest (or smallest) sum of absolute values in a column.
    case columnSum(largest: Bool)
    /// The largest (or smallest) sum of absolute values in a row.
    case rowSum(largest: Bool)

    /// From NumPy's `ord`.
    init(_ value: Value, _ operation: String) throws(SwiftgradError) {
        let number: Double
        switch value {
        case .none: number = .nan
        case .string(let text) where text == "fro": number = .nan
        case .string(let text) where text == "nuc":
            self = .nuclear
            return
        case .int(let integer): number = Double(integer)
        case .double(let double) where !double.isNaN: number = double
        default: throw .value("\(operation): ord of a matrix is 'fro', 'nuc', 1, -1, 2, -2, inf or -inf")
        }
        switch number {
        case 1, -1: self = .columnSum(largest: number > 0)
        case 2, -2: self = .spectral(largest: number > 0)
        case .infinity, -.infinity: self = .rowSum(largest: number > 0)
        case _ where number.isNaN: self = .frobenius
        default: throw .value("\(operation): ord of a matrix is 'fro', 'nuc', 1, -1, 2, -2, inf or -inf")
        }
    }
}
