import CSwiftgrad
import Swiftgrad

// The exported symbols that hand tensors' memory over; swiftgrad.h documents them.

@c(swiftgrad_tensor_from_buffer)
public func swiftgradTensorFromBuffer(
    _ buffer: UnsafePointer<swiftgrad_buffer>, _ owner: UnsafeMutableRawPointer?,
    _ release: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?, _ result: UnsafeMutablePointer<swiftgrad_object?>
) -> Int32 {
    status { () throws(SwiftgradError) in
        let layout = try BufferLayout(buffer)
        let tensor = try Tensor(
            borrowing: buffer.pointee.data, shape: layout.shape, byteStrides: layout.strides, layout.dtype,
            isReadOnly: buffer.pointee.readonly
        ) { release?(owner) }
        result.pointee = tensor.handle()
    }
}

@c(swiftgrad_tensor_empty)
public func swiftgradTensorEmpty(
    _ buffer: UnsafePointer<swiftgrad_buffer>, _ result: UnsafeMutablePointer<swiftgrad_object?>
) -> Int32 {
    status { () throws(SwiftgradError) in
        let layout = try BufferLayout(buffer)
        result.pointee = try Tensor(uninitialised: layout.shape, layout.dtype).handle()
    }
}

@c(swiftgrad_tensor_buffer)
public func swiftgradTensorBuffer(_ object: swiftgrad_object, _ result: UnsafeMutablePointer<swiftgrad_buffer>) {
    guard let tensor = borrow(object) as? Tensor else { return }
    result.pointee.data = tensor.pointer
    result.pointee.dtype = Int32(tensor.dtype.rawValue)
    result.pointee.rank = Int32(tensor.rank)
    result.pointee.readonly = !tensor.isWritable
    let fields = UnsafeMutableRawPointer(result)
    let shape = fields.advanced(by: BufferLayout.shapeOffset).assumingMemoryBound(to: Int64.self)
    let strides = fields.advanced(by: BufferLayout.stridesOffset).assumingMemoryBound(to: Int64.self)
    for axis in 0..<tensor.rank {
        shape[axis] = Int64(tensor.shape[axis])
        strides[axis] = Int64(tensor.strides[axis] &* tensor.dtype.itemSize)
    }
}

@c(swiftgrad_tensor_size)
public func swiftgradTensorSize(_ object: swiftgrad_object) -> Int64 {
    Int64((borrow(object) as? Tensor)?.count ?? 0)
}

@c(swiftgrad_tensor_lend)
public func swiftgradTensorLend(_ object: swiftgrad_object) { (borrow(object) as? Tensor)?.storage.lend() }

@c(swiftgrad_tensor_return)
public func swiftgradTensorReturn(_ object: swiftgrad_object) { (borrow(object) as? Tensor)?.storage.takeBack() }

/// Shape, strides and type of a buffer, out of the struct's fixed-size arrays.
private struct BufferLayout {
    static let shapeOffset = MemoryLayout<swiftgrad_buffer>.offset(of: \.shape) ?? 0
    static let stridesOffset = MemoryLayout<swiftgrad_buffer>.offset(of: \.strides) ?? 0

    let shape: [Int]
    let strides: [Int]
    let dtype: DType

    init(_ buffer: UnsafePointer<swiftgrad_buffer>) throws(SwiftgradError) {
        let rank = Int(buffer.pointee.rank)
        guard rank >= 0 && rank <= Int(SWIFTGRAD_MAX_RANK) else {
            throw .value("an array has 0 to \(SWIFTGRAD_MAX_RANK) axes, got \(rank)")
        }
        guard let code = UInt8(exactly: buffer.pointee.dtype), let dtype = DType(rawValue: code) else {
            throw .type("\(buffer.pointee.dtype) is not a dtype")
        }
        let fields = UnsafeRawPointer(buffer)
        let lengths = fields.advanced(by: Self.shapeOffset).assumingMemoryBound(to: Int64.self)
        let steps = fields.advanced(by: Self.stridesOffset).assumingMemoryBound(to: Int64.self)
        shape = (0..<rank).map { Int(lengths[$0]) }
        strides = (0..<rank).map { Int(steps[$0]) }
        self.dtype = dtype
    }
}
