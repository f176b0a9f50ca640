extension Tensor {
    /// A tensor over somebody else's memory; strides in bytes, of any sign. `giveBack` is called once when nothing uses
    /// the memory any more, and not at all when this throws.
    public convenience init(
        borrowing data: UnsafeMutableRawPointer?, shape: [Int], byteStrides: [Int], _ dtype: DType, isReadOnly: Bool,
        giveBack: @escaping () -> Void
    ) throws(SwiftgradError) {
        let bytes = try Tensor.byteCount(shape, dtype)
        let size = dtype.itemSize
        guard byteStrides.count == shape.count else { throw .value("a buffer needs one stride for each axis") }
        guard let data = data ?? (bytes == 0 ? UnsafeMutableRawPointer(bitPattern: 64) : nil) else {
            throw .value("a buffer of shape \(Shape.text(shape)) has no memory")
        }
        guard bytes == 0 || Int(bitPattern: data) % size == 0 else {
            throw .type("the memory of a \(dtype) array must be aligned to \(size) bytes; copy it first")
        }
        let addressSpace = 1 << 57
        var (lowest, highest) = (0, 0)
        for axis in shape.indices where shape[axis] > 1 && bytes > 0 {
            guard byteStrides[axis] % size == 0 else {
                throw .type("strides must be multiples of the \(size) bytes of a \(dtype); copy the array first")
            }
            let reach = (shape[axis] - 1).multipliedReportingOverflow(by: byteStrides[axis])
            let low = lowest.addingReportingOverflow(min(0, reach.partialValue))
            let high = highest.addingReportingOverflow(max(0, reach.partialValue))
            guard !reach.overflow, !low.overflow, !high.overflow, low.partialValue >= -addressSpace,
                high.partialValue <= addressSpace
            else {
                throw .value("the strides of a buffer of shape \(Shape.text(shape)) reach beyond memory")
            }
            (lowest, highest) = (low.partialValue, high.partialValue)
        }
        let storage = Storage(
            borrowing: data + lowest, byteCount: bytes == 0 ? 0 : highest - lowest + size, isReadOnly: isReadOnly,
            giveBack: giveBack)
        // Nobody reads by the strides of an empty array, which may be any numbers, and views multiply them.
        let strides =
            bytes == 0
            ? Shape.contiguousStrides(shape) : shape.indices.map { shape[$0] > 1 ? byteStrides[$0] / size : 1 }
        self.init(storage: storage, shape: shape, strides: strides, offset: -lowest / size, dtype: dtype)
    }
}
