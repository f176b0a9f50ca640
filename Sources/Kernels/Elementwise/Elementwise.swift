/// One array of a pointwise pass: where it starts, how far apart its elements lie, and what they are.
public struct Operand {
    public var pointer: UnsafeMutableRawPointer
    /// Distance between neighbours along each axis of the pass, in elements; 0 repeats (broadcasting), negative is allowed.
    public var strides: [Int]
    public var dtype: DType

    @inlinable
    public init(_ pointer: UnsafeMutableRawPointer, _ strides: [Int], _ dtype: DType) {
        self.pointer = pointer
        self.strides = strides
        self.dtype = dtype
    }
}

/// A pointwise function on runs of contiguous elements of one type.
public struct BlockKernel: Sendable {
    /// The type the kernel reads; the driver converts operands of another type on the way.
    public let inputType: DType
    public let outputType: DType
    /// Elements below which splitting over threads does not pay.
    public let grain: Int
    /// (count, inputs, output); the output may be one of the inputs.
    public let run: @Sendable (Int, UnsafePointer<UnsafeRawPointer>, UnsafeMutableRawPointer) -> Void

    @inlinable
    public init(
        inputType: DType, outputType: DType, grain: Int = 1 << 15,
        run: @escaping @Sendable (Int, UnsafePointer<UnsafeRawPointer>, UnsafeMutableRawPointer) -> Void
    ) {
        self.inputType = inputType
        self.outputType = outputType
        self.grain = grain
        self.run = run
    }
}
