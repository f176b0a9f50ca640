import SwiftgradKernels

/// An n-dimensional array: a view (shape, strides, offset) of a storage, and its place on the tape.
///
/// Strides and offset count elements. Several tensors may view one storage.
public final class Tensor: ManagedObject {
    public let storage: Storage
    public let shape: [Int]
    public let strides: [Int]
    public let offset: Int
    public let dtype: DType
    /// Number of elements.
    public let count: Int
    /// Row-major without gaps.
    public let isContiguous: Bool

    /// What computed this tensor, when its gradient is wanted.
    var node: Node?
    var outputIndex = 0
    /// A leaf whose gradient is wanted.
    var isParameter = false
    /// What looks at the gradient of a leaf; those of a computed tensor are its node's.
    var hooks = GradientHooks()
    /// Read and written as `grad`.
    var storedGradient: Tensor?

    /// A view. The caller guarantees that every element lies inside the storage.
    init(storage: Storage, shape: [Int], strides: [Int], offset: Int, dtype: DType) {
        self.storage = storage
        self.shape = shape
        self.strides = strides
        self.offset = offset
        self.dtype = dtype
        count = Shape.elementCount(shape) ?? 0
        isContiguous = Shape.isContiguous(shape, strides)
    }

    /// New contiguous memory, uninitialised. Throws when the size overflows or memory runs out.
    public init(uninitialised shape: [Int], _ dtype: DType) throws(SwiftgradError) {
        let bytes = try Tensor.byteCount(shape, dtype)
        storage = try Storage(byteCount: bytes)
        self.shape = shape
        strides = Shape.contiguousStrides(shape)
        offset = 0
        self.dtype = dtype
        count = bytes / dtype.itemSize
        isContiguous = true
    }

    /// New memory for as many elements as a contiguous tensor has, of its shape.
    init(contiguousLike other: Tensor, _ dtype: DType) throws(SwiftgradError) {
        storage = try Storage(byteCount: other.count * dtype.itemSize)
        shape = other.shape
        strides = other.strides
        offset = 0
        self.dtype = dtype
        count = other.count
        isContiguous = true
    }

    deinit {
        if node != nil || storedGradient != nil { Remains.release(self) }
    }

    public var spec: TensorSpec { TensorSpec(shape, dtype) }
    public var rank: Int { shape.count }

    /// Address of element (0, ..., 0).
    public var pointer: UnsafeMutableRawPointer { storage.pointer + offset &* dtype.itemSize }

    /// The bytes of the storage between this tensor's first and last in memory.
    var byteRange: Range<Int> {
        guard count > 0 else { return 0..<0 }
        var (first, last) = (offset, offset)
        for axis in shape.indices {
            let reach = (shape[axis] - 1) * strides[axis]
            if reach < 0 { first += reach } else { last += reach }
        }
        return first * dtype.itemSize..<(last + 1) * dtype.itemSize
    }

    /// The elements as an operand of a pointwise pass over `shape`, to which this tensor broadcasts.
    func operand(broadcastTo target: [Int]) -> Operand {
        Operand(pointer, Shape.broadcastStrides(shape, strides, to: target), dtype)
    }

    /// Bytes of a contiguous array; throws when the shape is negative, too deep or too large.
    static func byteCount(_ shape: [Int], _ dtype: DType) throws(SwiftgradError) -> Int {
        guard shape.count <= Shape.maximumRank else {
            throw .value("an array has at most \(Shape.maximumRank) axes, got \(shape.count)")
        }
        for length in shape where length < 0 {
            throw .value("negative length \(length) in shape \(Shape.text(shape))")
        }
        guard let count = Shape.elementCount(shape) else {
            throw .value("shape \(Shape.text(shape)) has more elements than can be counted")
        }
        return count * dtype.itemSize
    }
}
