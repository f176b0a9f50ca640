import Swiftgrad
import SwiftgradKernels

extension Tensor {
    /// Copies of the rows (along the first axis) with these numbers, all of them in range.
    func rows(_ numbers: [Int]) throws(SwiftgradError) -> Tensor {
        let result = try Tensor(uninitialised: [numbers.count] + shape.dropFirst(), dtype)
        guard isContiguous else {
            for (position, number) in numbers.enumerated() {
                try result.slice(axis: 0, position..<position + 1).overwrite(with: slice(axis: 0, number..<number + 1))
            }
            return result
        }
        let rowBytes = result.count / max(1, numbers.count) * dtype.itemSize
        numbers.withUnsafeBufferPointer { numbers in
            numbers.withMemoryRebound(to: Int64.self) { positions in
                guard let positions = positions.baseAddress else { return }
                Gather.take(
                    outer: 1, axis: shape[0], innerBytes: rowBytes, positions: positions, count: numbers.count,
                    source: pointer, output: result.pointer)
            }
        }
        return result
    }
}
