/// Element type of an array. Names and sizes are NumPy's; `bfloat16` is the upper half of a float32.
public enum DType: UInt8, Sendable, CaseIterable, Hashable {
    case bool, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float16, bfloat16, float32, float64

    /// Size of one element in bytes.
    @inlinable
    public var itemSize: Int {
        switch self {
        case .bool, .int8, .uint8: 1
        case .int16, .uint16, .float16, .bfloat16: 2
        case .int32, .uint32, .float32: 4
        case .int64, .uint64, .float64: 8
        }
    }

    @inlinable
    public var isFloating: Bool { rawValue >= DType.float16.rawValue }

    /// Signed or unsigned integer; `bool` is neither.
    @inlinable
    public var isInteger: Bool { rawValue >= DType.int8.rawValue && rawValue <= DType.uint64.rawValue }

    @inlinable
    public var isSigned: Bool { isFloating || (rawValue >= DType.int8.rawValue && rawValue <= DType.int64.rawValue) }

    /// The type a floating-point formula is computed in: half precision in float32, anything else as it is.
    @inlinable
    public var computeType: DType { self == .float16 || self == .bfloat16 ? .float32 : self }
}

extension DType: CustomStringConvertible {
    public var description: String {
        switch self {
        case .bool: "bool"
        case .int8: "int8"
        case .int16: "int16"
        case .int32: "int32"
        case .int64: "int64"
        case .uint8: "uint8"
        case .uint16: "uint16"
        case .uint32: "uint32"
        case .uint64: "uint64"
        case .float16: "float16"
        case .bfloat16: "bfloat16"
        case .float32: "float32"
        case .float64: "float64"
        }
    }
}
