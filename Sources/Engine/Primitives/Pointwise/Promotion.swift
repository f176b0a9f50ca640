/// The element type of a result of two, by the Python Array API standard.
///
/// Beyond the standard: an integer with a float gives the float type, uint64 with a signed integer gives float64.
enum Promotion {
    static func promote(_ lhs: DType, _ rhs: DType) -> DType {
        if lhs == rhs { return lhs }
        if lhs == .bool { return rhs }
        if rhs == .bool { return lhs }
        switch (lhs.isFloating, rhs.isFloating) {
        case (true, false): return lhs
        case (false, true): return rhs
        case (true, true):
            if lhs.itemSize == rhs.itemSize { return .float32 }
            return lhs.itemSize > rhs.itemSize ? lhs : rhs
        case (false, false):
            if lhs.isSigned == rhs.isSigned { return lhs.itemSize > rhs.itemSize ? lhs : rhs }
            let (signed, unsigned) = lhs.isSigned ? (lhs, rhs) : (rhs, lhs)
            if signed.itemSize > unsigned.itemSize { return signed }
            switch unsigned {
            case .uint8: return .int16
            case .uint16: return .int32
            case .uint32: return .int64
            default: return .float64
            }
        }
    }

    /// The type a Python number takes beside an array: the array's own, unless the number is of a higher kind.
    static func weak(_ number: Value, beside dtype: DType) -> DType {
        switch number {
        case .bool: dtype
        case .int: dtype == .bool ? .int64 : dtype
        default: dtype.isFloating ? dtype : .float32
        }
    }
}

extension Arguments {
    /// Two operands of which either may be a number.
    func operands(_ first: String, _ second: String) throws(SwiftgradError) -> (Tensor, Tensor) {
        let (lhs, rhs) = (try value(first), try value(second))
        switch (lhs, rhs) {
        case (.tensor(let left), .tensor(let right)): return (left, right)
        case (.tensor(let left), _):
            return (left, try Tensor.scalar(rhs, Promotion.weak(rhs, beside: left.dtype), operation: name))
        case (_, .tensor(let right)):
            return (try Tensor.scalar(lhs, Promotion.weak(lhs, beside: right.dtype), operation: name), right)
        default: return (try Tensor.scalar(lhs, operation: name), try Tensor.scalar(rhs, operation: name))
        }
    }
}
