// Operations that see only bits: logic on booleans, bitwise operations, and choosing between two arrays.

/// Logic on booleans; the driver turns operands of any other type into "is not zero" on the way.
public enum LogicalOperation: Sendable {
    case and, or, xor, not

    public var kernel: BlockKernel {
        switch self {
        case .and: BlockKernel.bits([.bool, .bool], UInt8.self) { $0 & $1 }
        case .or: BlockKernel.bits([.bool, .bool], UInt8.self) { $0 | $1 }
        case .xor: BlockKernel.bits([.bool, .bool], UInt8.self) { $0 ^ $1 }
        case .not:
            BlockKernel(inputTypes: [.bool], outputType: .bool) { count, inputs, output in
                let x = inputs[0].assumingMemoryBound(to: UInt8.self)
                let y = output.assumingMemoryBound(to: UInt8.self)
                var i = 0
                while i < count {
                    y[i] = x[i] ^ 1
                    i &+= 1
                }
            }
        }
    }
}

/// Bitwise operations on integers. A shift by the width or more gives 0 (or -1, for a negative number to the right), and
/// a negative distance counts as one of those.
public enum BitwiseOperation: Sendable {
    case and, or, xor, leftShift, rightShift

    /// The kernel for one of the eight integer types; nil for any other.
    public func kernel(_ dtype: DType) -> BlockKernel? {
        guard dtype.isInteger else { return nil }
        switch self {
        case .and: return .bits(dtype, BitAnd())
        case .or: return .bits(dtype, BitOr())
        case .xor: return .bits(dtype, BitXor())
        case .leftShift: return .binary(integer: LeftShift(), dtype)
        case .rightShift: return .binary(integer: RightShift(), dtype)
        }
    }
}

struct BitAnd: IntegerFormula {
    @inline(__always)
    func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I { x & y }
}

struct BitOr: IntegerFormula {
    @inline(__always)
    func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I { x | y }
}

struct BitXor: IntegerFormula {
    @inline(__always)
    func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I { x ^ y }
}

struct LeftShift: IntegerFormula {
    @inline(__always)
    func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I {
        y >= 0 && y < I.bitWidth ? x &<< y : 0
    }
}

struct RightShift: IntegerFormula {
    @inline(__always)
    func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I {
        y >= 0 && y < I.bitWidth ? x &>> y : (x < 0 ? ~0 : 0)
    }
}

extension BlockKernel {
    /// A bitwise formula, compiled once a size.
    static func bits<F: IntegerFormula>(_ dtype: DType, _ formula: F) -> BlockKernel {
        switch dtype.itemSize {
        case 1: bits([dtype, dtype], UInt8.self) { formula.apply($0, $1) }
        case 2: bits([dtype, dtype], UInt16.self) { formula.apply($0, $1) }
        case 4: bits([dtype, dtype], UInt32.self) { formula.apply($0, $1) }
        default: bits([dtype, dtype], UInt64.self) { formula.apply($0, $1) }
        }
    }

    @inline(__always)
    static func bits<I: FixedWidthInteger & Sendable>(
        _ types: [DType], _ type: I.Type, _ function: @escaping @Sendable (I, I) -> I
    ) -> BlockKernel {
        BlockKernel(inputTypes: types, outputType: types[0]) { count, inputs, output in
            let x = inputs[0].assumingMemoryBound(to: I.self)
            let y = inputs[1].assumingMemoryBound(to: I.self)
            let z = output.assumingMemoryBound(to: I.self)
            var i = 0
            while i < count {
                z[i] = function(x[i], y[i])
                i &+= 1
            }
        }
    }

    /// Inputs (condition, a, b): a where the condition is 1, b where it is 0. The condition is bool, the rest `dtype`.
    public static func select(_ dtype: DType) -> BlockKernel {
        switch dtype.itemSize {
        case 1: select(dtype, UInt8.self)
        case 2: select(dtype, UInt16.self)
        case 4: select(dtype, UInt32.self)
        default: select(dtype, UInt64.self)
        }
    }

    private static func select<I: FixedWidthInteger & Sendable>(_ dtype: DType, _ type: I.Type) -> BlockKernel {
        BlockKernel(inputTypes: [.bool, dtype, dtype], outputType: dtype) { count, inputs, output in
            let condition = inputs[0].assumingMemoryBound(to: UInt8.self)
            let a = inputs[1].assumingMemoryBound(to: I.self)
            let b = inputs[2].assumingMemoryBound(to: I.self)
            let z = output.assumingMemoryBound(to: I.self)
            var i = 0
            while i < count {
                let whenTrue = a[i]
                let whenFalse = b[i]
                z[i] = condition[i] != 0 ? whenTrue : whenFalse
                i &+= 1
            }
        }
    }
}
