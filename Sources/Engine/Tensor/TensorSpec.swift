@_exported import enum SwiftgradKernels.DType

/// Shape and element type: all that shape inference needs to know of a tensor.
public struct TensorSpec: Equatable, Sendable {
    public var shape: [Int]
    public var dtype: DType

    public init(_ shape: [Int], _ dtype: DType) {
        self.shape = shape
        self.dtype = dtype
    }

    public var rank: Int { shape.count }
}
