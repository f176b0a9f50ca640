// Pointwise passes over integers and booleans: plain loops, which the compiler turns into vectors.

extension BlockKernel {
    /// z = f(x, y) on one of the eight integer types; nil for any other.
    @inlinable
    public static func binary<F: IntegerFormula>(integer formula: F, _ dtype: DType) -> BlockKernel? {
        switch dtype {
        case .int8: binary(integer: formula, Int8.self, dtype)
        case .int16: binary(integer: formula, Int16.self, dtype)
        case .int32: binary(integer: formula, Int32.self, dtype)
        case .int64: binary(integer: formula, Int64.self, dtype)
        case .uint8: binary(integer: formula, UInt8.self, dtype)
        case .uint16: binary(integer: formula, UInt16.self, dtype)
        case .uint32: binary(integer: formula, UInt32.self, dtype)
        case .uint64: binary(integer: formula, UInt64.self, dtype)
        case .bool, .float16, .bfloat16, .float32, .float64: nil
        }
    }

    @inlinable
    static func binary<F: IntegerFormula, I: FixedWidthInteger & Sendable>(
        integer formula: F, _ type: I.Type, _ dtype: DType
    ) -> BlockKernel {
        BlockKernel(inputTypes: [dtype, dtype], outputType: dtype) { count, inputs, output in
            let x = inputs[0].assumingMemoryBound(to: I.self)
            let y = inputs[1].assumingMemoryBound(to: I.self)
            let z = output.assumingMemoryBound(to: I.self)
            var i = 0
            while i < count {
                z[i] = formula.apply(x[i], y[i])
                i &+= 1
            }
        }
    }

    /// y = f(x) on one of the eight integer types; nil for any other.
    @inlinable
    public static func unary<F: IntegerUnaryFormula>(integer formula: F, _ dtype: DType) -> BlockKernel? {
        switch dtype {
        case .int8: unary(integer: formula, Int8.self, dtype)
        case .int16: unary(integer: formula, Int16.self, dtype)
        case .int32: unary(integer: formula, Int32.self, dtype)
        case .int64: unary(integer: formula, Int64.self, dtype)
        case .uint8: unary(integer: formula, UInt8.self, dtype)
        case .uint16: unary(integer: formula, UInt16.self, dtype)
        case .uint32: unary(integer: formula, UInt32.self, dtype)
        case .uint64: unary(integer: formula, UInt64.self, dtype)
        case .bool, .float16, .bfloat16, .float32, .float64: nil
        }
    }

    @inlinable
    static func unary<F: IntegerUnaryFormula, I: FixedWidthInteger & Sendable>(
        integer formula: F, _ type: I.Type, _ dtype: DType
    ) -> BlockKernel {
        BlockKernel(inputTypes: [dtype], outputType: dtype) { count, inputs, output in
            let x = inputs[0].assumingMemoryBound(to: I.self)
            let y = output.assumingMemoryBound(to: I.self)
            var i = 0
            while i < count {
                y[i] = formula.apply(x[i])
                i &+= 1
            }
        }
    }

    /// One byte a pair of elements, 1 where the comparison holds. Half precision is compared as float32, bool as uint8.
    @inlinable
    public static func comparison<F: ComparisonFormula>(_ formula: F, _ dtype: DType) -> BlockKernel {
        switch dtype {
        case .bool, .uint8: comparison(formula, UInt8.self, dtype)
        case .int8: comparison(formula, Int8.self, dtype)
        case .int16: comparison(formula, Int16.self, dtype)
        case .int32: comparison(formula, Int32.self, dtype)
        case .int64: comparison(formula, Int64.self, dtype)
        case .uint16: comparison(formula, UInt16.self, dtype)
        case .uint32: comparison(formula, UInt32.self, dtype)
        case .uint64: comparison(formula, UInt64.self, dtype)
        case .float16, .bfloat16, .float32: comparison(formula, Float32Vector.self)
        case .float64: comparison(formula, Float64Vector.self)
        }
    }

    @inlinable
    static func comparison<F: ComparisonFormula, I: FixedWidthInteger & Sendable>(
        _ formula: F, _ type: I.Type, _ dtype: DType
    ) -> BlockKernel {
        BlockKernel(inputTypes: [dtype, dtype], outputType: .bool) { count, inputs, output in
            let x = inputs[0].assumingMemoryBound(to: I.self)
            let y = inputs[1].assumingMemoryBound(to: I.self)
            let z = output.assumingMemoryBound(to: UInt8.self)
            var i = 0
            while i < count {
                z[i] = formula.holds(x[i], y[i]) ? 1 : 0
                i &+= 1
            }
        }
    }
}

/// -x, |x|, the sign (-1, 0, 1) and the complement of integers.
public enum IntegerOperation: Sendable {
    case negate, abs, sign, invert

    /// The kernel for one of the eight integer types; nil for any other.
    public func kernel(_ dtype: DType) -> BlockKernel? {
        switch self {
        case .negate: .unary(integer: IntegerNegate(), dtype)
        case .abs: .unary(integer: IntegerAbs(), dtype)
        case .sign: .unary(integer: IntegerSign(), dtype)
        case .invert: .unary(integer: IntegerInvert(), dtype)
        }
    }
}

struct IntegerNegate: IntegerUnaryFormula {
    func apply<I: FixedWidthInteger & Sendable>(_ x: I) -> I { 0 &- x }
}

struct IntegerAbs: IntegerUnaryFormula {
    func apply<I: FixedWidthInteger & Sendable>(_ x: I) -> I { x < 0 ? 0 &- x : x }
}

struct IntegerSign: IntegerUnaryFormula {
    func apply<I: FixedWidthInteger & Sendable>(_ x: I) -> I { (x > 0 ? 1 : 0) &- (x < 0 ? 1 : 0) }
}

struct IntegerInvert: IntegerUnaryFormula {
    func apply<I: FixedWidthInteger & Sendable>(_ x: I) -> I { ~x }
}
