import Glibc
import Swiftgrad
import SwiftgradKernels

extension Tensor {
    /// Copies of the rows (along the first axis) with these numbers, all of them in range.
    func rows(_ numbers: [Int]) throws(SwiftgradError) -> Tensor {
        let result = try Tensor(uninitialised: [numbers.count] + shape.dropFirst(), dtype)
        guard Shape.isContiguous(Array(shape.dropFirst()), Array(strides.dropFirst())) else {
            for (position, number) in numbers.enumerated() {
                try result.slice(axis: 0, position..<position + 1).overwrite(with: slice(axis: 0, number..<number + 1))
            }
            return result
        }
        let rowBytes = result.count / max(1, numbers.count) * dtype.itemSize
        let step = strides[0] * dtype.itemSize
        let (source, target) = (pointer, result.pointer)
        numbers.withUnsafeBufferPointer { numbers in
            ThreadPool.ranges(numbers.count, grain: max(1, (1 << 16) / max(1, rowBytes))) { range in
                for i in range { memcpy(target + i * rowBytes, source + numbers[i] * step, rowBytes) }
            }
        }
        return result
    }
}
