import SwiftgradKernels

/// and, or, xor of truth values: anything but zero is true.
struct Logical: NonDifferentiablePrimitive {
    let name: String
    private let kernel: BlockKernel

    static let and = Logical(name: "logical_and", kernel: LogicalOperation.and.kernel)
    static let or = Logical(name: "logical_or", kernel: LogicalOperation.or.kernel)
    static let xor = Logical(name: "logical_xor", kernel: LogicalOperation.xor.kernel)

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let shape = try Shape.broadcast(inputs[0].shape, inputs[1].shape, operation: name)
        return [TensorSpec(shape, .bool)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        Pointwise.run(kernel, inputs, outputs[0])
    }
}

/// not of truth values.
struct LogicalNot: NonDifferentiablePrimitive {
    let name = "logical_not"

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] { [TensorSpec(inputs[0].shape, .bool)] }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        Pointwise.run(LogicalOperation.not.kernel, inputs, outputs[0])
    }
}

/// Bits of integers; truth values of booleans.
struct Bitwise: NonDifferentiablePrimitive {
    let name: String
    private let kernels: KernelTable

    private init(_ name: String, _ operation: BitwiseOperation, boolean: LogicalOperation? = nil) {
        self.name = name
        var kernels = KernelTable()
        for dtype in DType.allCases where dtype.isInteger { kernels[dtype] = operation.kernel(dtype) }
        kernels[.bool] = boolean?.kernel
        self.kernels = kernels
    }

    static let and = Bitwise("bitwise_and", .and, boolean: .and)
    static let or = Bitwise("bitwise_or", .or, boolean: .or)
    static let xor = Bitwise("bitwise_xor", .xor, boolean: .xor)
    static let leftShift = Bitwise("bitwise_left_shift", .leftShift)
    static let rightShift = Bitwise("bitwise_right_shift", .rightShift)
    static let all = [and, or, xor, leftShift, rightShift]

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let shape = try Shape.broadcast(inputs[0].shape, inputs[1].shape, operation: name)
        let dtype = Promotion.promote(inputs[0].dtype, inputs[1].dtype)
        guard kernels[dtype] != nil else {
            throw .type("\(name) is not defined for \(inputs[0].dtype) and \(inputs[1].dtype)")
        }
        return [TensorSpec(shape, dtype)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        if let kernel = kernels[outputs[0].dtype] { Pointwise.run(kernel, inputs, outputs[0]) }
    }
}

struct Invert: NonDifferentiablePrimitive {
    let name = "bitwise_invert"

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        guard !inputs[0].dtype.isFloating else { throw .type("bitwise_invert is not defined for \(inputs[0].dtype)") }
        return inputs
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype
        let kernel = dtype == .bool ? LogicalOperation.not.kernel : BlockKernel.unary(integer: InvertFormula(), dtype)
        if let kernel { Pointwise.run(kernel, inputs, outputs[0]) }
    }
}

private struct InvertFormula: IntegerUnaryFormula {
    @inline(__always) func apply<I: FixedWidthInteger & Sendable>(_ x: I) -> I { ~x }
}

extension Tensor {
    /// Where this is zero.
    public func logicalNot() throws(SwiftgradError) -> Tensor { try .apply(LogicalNot(), self) }
    /// Where this or `other` is not zero.
    public func logicalOr(_ other: Tensor) throws(SwiftgradError) -> Tensor { try .apply(Logical.or, self, other) }
}
