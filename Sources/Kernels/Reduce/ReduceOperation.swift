/// What a reduction makes of the elements it meets.
public enum ReduceOperation: UInt8, Sendable, CaseIterable, Hashable {
    /// Booleans and integers add up in 64 bits, wrapping; floats in more than their own precision.
    case sum
    /// The sum over the number of elements; of floats only.
    case mean
    /// Booleans and integers multiply in 64 bits, wrapping.
    case product
    /// A NaN wins.
    case maximum
    /// A NaN wins.
    case minimum
    /// Position of the first maximum in the row-major order of the reduced axes; the first NaN wins.
    case argmax
    /// Position of the first minimum in the row-major order of the reduced axes; the first NaN wins.
    case argmin
    /// Whether some element is not zero; NaN is not zero.
    case any
    /// Whether no element is zero.
    case all
    /// The sum of x^2; of floats only.
    case sumOfSquares

    public func supports(_ dtype: DType) -> Bool {
        switch self {
        case .mean, .sumOfSquares: dtype.isFloating
        default: true
        }
    }

    /// Element type of the result for an input of type `dtype`.
    public func outputType(_ dtype: DType) -> DType {
        switch self {
        case .sum, .product: dtype.isFloating ? dtype : dtype.isInteger && !dtype.isSigned ? .uint64 : .int64
        case .mean, .maximum, .minimum, .sumOfSquares: dtype
        case .argmax, .argmin: .int64
        case .any, .all: .bool
        }
    }
}
