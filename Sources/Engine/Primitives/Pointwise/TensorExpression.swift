import SwiftgradKernels

/// A formula's arithmetic on tensors: each step is a recorded operation. The first failure is kept and thrown at the end.
enum TensorExpression: Expression {
    case tensor(Tensor)
    case constant(Double)
    case failure(SwiftgradError)

    typealias Condition = TensorExpression

    init(_ constant: Double) { self = .constant(constant) }
    init(_ tensor: Tensor) { self = .tensor(tensor) }

    /// The tensor computed, of the shape and type of `like` where it came out constant.
    func unwrap(like: Tensor) throws(SwiftgradError) -> Tensor {
        switch self {
        case .tensor(let tensor): return tensor
        case .constant(let value): return try Tensor.full(like.shape, value, like.dtype)
        case .failure(let error): throw error
        }
    }

    static func + (lhs: Self, rhs: Self) -> Self { combine(lhs, rhs, Add(), +) }
    static func - (lhs: Self, rhs: Self) -> Self { combine(lhs, rhs, Subtract(), -) }
    static func * (lhs: Self, rhs: Self) -> Self { combine(lhs, rhs, Multiply(), *) }
    static func / (lhs: Self, rhs: Self) -> Self { combine(lhs, rhs, Divide(), /) }
    static prefix func - (value: Self) -> Self { value * .constant(-1) }

    func exp() -> Self { map { x throws(SwiftgradError) in try x.exp() } }
    func expm1() -> Self { map { x throws(SwiftgradError) in try x.expm1() } }
    func log() -> Self { map { x throws(SwiftgradError) in try x.log() } }
    func log1p() -> Self { map { x throws(SwiftgradError) in try x.log1p() } }
    func sqrt() -> Self { map { x throws(SwiftgradError) in try x.sqrt() } }
    func sin() -> Self { map { x throws(SwiftgradError) in try x.sin() } }
    func cos() -> Self { map { x throws(SwiftgradError) in try x.cos() } }
    func tanh() -> Self { map { x throws(SwiftgradError) in try x.tanh() } }
    func sigmoid() -> Self { map { x throws(SwiftgradError) in try x.sigmoid() } }
    func erf() -> Self { map { x throws(SwiftgradError) in try x.erf() } }
    func abs() -> Self { map { x throws(SwiftgradError) in try x.abs() } }
    func pow(_ exponent: Self) -> Self { TensorExpression.combine(self, exponent, Power(), { _, _ in .nan }) }

    static func < (lhs: Self, rhs: Self) -> Self { combine(lhs, rhs, Comparison.less, { $0 < $1 ? 1 : 0 }) }
    static func <= (lhs: Self, rhs: Self) -> Self { combine(lhs, rhs, Comparison.lessEqual, { $0 <= $1 ? 1 : 0 }) }
    static func == (lhs: Self, rhs: Self) -> Self { combine(lhs, rhs, Comparison.equal, { $0 == $1 ? 1 : 0 }) }

    static func select(_ condition: Self, _ whenTrue: Self, _ whenFalse: Self) -> Self {
        switch (condition, whenTrue, whenFalse) {
        case (.failure, _, _): return condition
        case (_, .failure, _): return whenTrue
        case (_, _, .failure): return whenFalse
        case (.constant(let flag), _, _): return flag != 0 ? whenTrue : whenFalse
        case (.tensor(let mask), _, _):
            return attempt { () throws(SwiftgradError) in
                // Two constants take the mask's shape; the formula's other operands decide the type later on.
                let dtype = whenTrue.dtype ?? whenFalse.dtype ?? .float32
                return try Tensor.select(mask, whenTrue.operand(dtype), whenFalse.operand(dtype))
            }
        }
    }

    private var dtype: DType? {
        if case .tensor(let tensor) = self { return tensor.dtype }
        return nil
    }

    private func operand(_ dtype: DType) throws(SwiftgradError) -> Tensor {
        switch self {
        case .tensor(let tensor): return tensor
        case .constant(let value): return try Tensor.full([], value, dtype)
        case .failure(let error): throw error
        }
    }

    private static func attempt(_ body: () throws(SwiftgradError) -> Tensor) -> Self {
        do throws(SwiftgradError) { return .tensor(try body()) } catch { return .failure(error) }
    }

    private func map(_ function: (Tensor) throws(SwiftgradError) -> Tensor) -> Self {
        switch self {
        case .tensor(let tensor): TensorExpression.attempt { () throws(SwiftgradError) in try function(tensor) }
        case .constant(let value):
            TensorExpression.attempt { () throws(SwiftgradError) in try function(Tensor.full([], value, .float64)) }
        case .failure: self
        }
    }

    private static func combine(
        _ lhs: Self, _ rhs: Self, _ primitive: any Primitive, _ fold: (Double, Double) -> Double
    ) -> Self {
        switch (lhs, rhs) {
        case (.failure, _): return lhs
        case (_, .failure): return rhs
        case (.constant(let left), .constant(let right)): return .constant(fold(left, right))
        default:
            let dtype = lhs.dtype ?? rhs.dtype ?? .float32
            return attempt { () throws(SwiftgradError) in
                try Tensor.apply(primitive, lhs.operand(dtype), rhs.operand(dtype))
            }
        }
    }
}
