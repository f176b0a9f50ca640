/// Normalisation of each row of a contiguous float32 or float64 matrix (rows, columns) with parameters by column: layer
/// normalisation (Ba et al., arXiv:1607.06450), and without a mean RMS normalisation (Zhang and Sennrich,
/// arXiv:1910.07467), `y = x / sqrt(mean(x²) + epsilon) * weight`.
///
/// The parameters have `period` rows that take turns, so that group normalisation of vectors is the same.
public struct RowNorm {
    public let dtype: DType
    public let rows: Int
    public let columns: Int
    public let period: Int
    public let epsilon: Double
    /// Whether the mean is subtracted.
    public let isCentred: Bool
    let weight: UnsafeRawPointer?
    let bias: UnsafeRawPointer?
    /// `rows` elements each; the biased variance, or the mean square of rows that are not centred.
    let mean: UnsafeMutablePointer<Double>
    let variance: UnsafeMutablePointer<Double>

    /// Weight and bias have `period * columns` elements of the matrix's type, or are nil for 1 and 0.
    public init(
        dtype: DType, rows: Int, columns: Int, period: Int = 1, epsilon: Double, isCentred: Bool,
        weight: UnsafeRawPointer?, bias: UnsafeRawPointer?, mean: UnsafeMutablePointer<Double>,
        variance: UnsafeMutablePointer<Double>
    ) {
        self.dtype = dtype
        self.rows = rows
        self.columns = columns
        self.period = period
        self.epsilon = epsilon
        self.isCentred = isCentred
        self.weight = weight
        self.bias = bias
        self.mean = mean
        self.variance = variance
    }

    /// Rows of one task of the backward pass, which sums the gradients of the parameters by itself.
    static func taskRows(_ columns: Int) -> Int { min(256, max(8, (1 << 15) / max(1, columns))) }

    /// Elements of scratch memory that the backward pass needs.
    public static func scratchCount(rows: Int, columns: Int, period: Int = 1) -> Int {
        let tasks = (rows + taskRows(columns) - 1) / taskRows(columns)
        return 2 * tasks * period * columns
    }

    public func forward(input: UnsafeRawPointer, output: UnsafeMutableRawPointer) {
        switch dtype {
        case .float32: RowNormPasses<Float32Vector>(norm: self).forward(input, output)
        case .float64: RowNormPasses<Float64Vector>(norm: self).forward(input, output)
        default: break
        }
    }

    /// Writes the gradient of the input and, given `parameters`, those of weight and bias.
    ///
    /// With g = dy weight, x̂ the normalised row and n columns, `dx = (g - sum g / n - x̂ sum(g x̂) / n) / s`; without a
    /// mean the second term is left out. `scratch` has `scratchCount` elements of the matrix's type.
    public func backward(
        input: UnsafeRawPointer, gradient: UnsafeRawPointer, inputGradient: UnsafeMutableRawPointer,
        parameters: (weight: UnsafeMutableRawPointer, bias: UnsafeMutableRawPointer, scratch: UnsafeMutableRawPointer)?
    ) {
        switch dtype {
        case .float32:
            RowNormPasses<Float32Vector>(norm: self).backward(input, gradient, inputGradient, parameters?.scratch)
        case .float64:
            RowNormPasses<Float64Vector>(norm: self).backward(input, gradient, inputGradient, parameters?.scratch)
        default: return
        }
        guard let parameters else { return }
        let count = period * columns
        let tasks = (rows + RowNorm.taskRows(columns) - 1) / RowNorm.taskRows(columns)
        for (index, result) in [parameters.weight, parameters.bias].enumerated() {
            Reduce.run(
                .sum, dtype: dtype, keptShape: [count], keptStrides: [1], reducedShape: [tasks],
                reducedStrides: [2 * count], input: parameters.scratch + index * count * dtype.itemSize,
                output: result)
        }
    }
}
