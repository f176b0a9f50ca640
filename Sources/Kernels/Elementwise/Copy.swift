import Glibc

/// Copies between layouts and dtypes.
public enum Copy {
    /// to[i...] = from[i...] for every index of `shape`, converted if the dtypes differ. The two must not overlap.
    public static func strided(shape: [Int], from source: Operand, to target: Operand) {
        if shape.contains(0) { return }
        if source.dtype != target.dtype {
            if source.isContiguous(shape) && target.isContiguous(shape) {
                let count = shape.reduce(1, &*)
                ThreadPool.ranges(count, grain: grain / 2) { range in
                    Convert.cast(
                        range.count, from: source.pointer + range.lowerBound &* source.dtype.itemSize, source.dtype,
                        to: target.pointer + range.lowerBound &* target.dtype.itemSize, target.dtype)
                }
                return
            }
            Elementwise.run(identity(target.dtype), shape: shape, inputs: [source], output: target)
            return
        }
        let itemSize = source.dtype.itemSize
        let scratchSize = BlockWalk.scratchSize(rank: shape.count, operands: 2)
        withUnsafeTemporaryAllocation(of: Int.self, capacity: scratchSize) { scratch in
            guard let scratch = scratch.baseAddress else { return }
            var walk = BlockWalk(shape, operands: 2, scratch: scratch) { operand, axis in
                operand == 0 ? target.strides[axis] : source.strides[axis]
            }
            walk.cut(limit: 1024, rowLimit: grain)
            ThreadPool.ranges(walk.blockCount, grain: max(1, grain / (walk.rows * walk.columns))) { range in
                withUnsafeTemporaryAllocation(of: Int.self, capacity: walk.indexSize) { index in
                    guard let index = index.baseAddress else { return }
                    walk.forEach(range, scratch: index) { offsets, rows, columns in
                        BlockCopy.copy(
                            rows, columns, from: source.pointer + offsets[1] &* itemSize, walk.layout(1),
                            to: target.pointer + offsets[0] &* itemSize, walk.layout(0), itemSize: itemSize)
                    }
                }
            }
        }
    }

    /// Sets `count` contiguous elements to the element of the same dtype at `value`.
    public static func fill(_ target: UnsafeMutableRawPointer, count: Int, _ dtype: DType, with value: UnsafeRawPointer)
    {
        ThreadPool.ranges(count, grain: grain) { range in
            let start = target + range.lowerBound * dtype.itemSize
            BlockCopy.copy(
                1, range.count, from: value, BlockCopy.Layout(row: 0, column: 0),
                to: start, BlockCopy.Layout(row: 0, column: 1), itemSize: dtype.itemSize)
        }
    }

    /// Elements below which splitting over threads does not pay.
    private static let grain = 1 << 16

    /// Hands on what the driver has converted.
    private static func identity(_ dtype: DType) -> BlockKernel {
        let itemSize = dtype.itemSize
        return BlockKernel(inputTypes: [dtype], outputType: dtype) { count, inputs, output in
            memcpy(output, inputs[0], count * itemSize)
        }
    }
}
