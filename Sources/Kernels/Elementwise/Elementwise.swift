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

/// A pointwise function on runs of contiguous elements.
public struct BlockKernel: Sendable {
    /// The type the kernel reads each input in; the driver converts operands of another type on the way.
    public let inputTypes: [DType]
    public let outputType: DType
    /// Elements below which splitting over threads does not pay.
    public let grain: Int
    /// (count, inputs, output); the output may be one of the inputs.
    public let run: @Sendable (Int, UnsafePointer<UnsafeRawPointer>, UnsafeMutableRawPointer) -> Void

    @inlinable
    public init(
        inputTypes: [DType], outputType: DType, grain: Int = 1 << 15,
        run: @escaping @Sendable (Int, UnsafePointer<UnsafeRawPointer>, UnsafeMutableRawPointer) -> Void
    ) {
        self.inputTypes = inputTypes
        self.outputType = outputType
        self.grain = grain
        self.run = run
    }
}

/// Runs a pointwise kernel over operands of any layout and dtype.
///
/// When every operand is contiguous and of the kernel's type, the kernel runs on it directly. Otherwise the pass is cut
/// into blocks (`BlockWalk`); within a block, an operand that is contiguous and of the right type is used in place, and
/// any other is gathered, broadcast or converted into a buffer in the first-level cache. What a block shares with the
/// one before it (a broadcast scalar or row) is staged once.
public enum Elementwise {
    /// output[i...] = kernel(inputs[i...]) for every index of `shape`. The output may be one of the inputs, with the same
    /// strides; other overlaps are not allowed. Sizes have been validated.
    public static func run(_ kernel: BlockKernel, shape: [Int], inputs: [Operand], output: Operand) {
        if shape.contains(0) || runContiguous(kernel, shape, inputs, output) { return }
        let operands = inputs.count + 1
        let scratchSize = BlockWalk.scratchSize(rank: shape.count, operands: operands)
        withUnsafeTemporaryAllocation(of: Int.self, capacity: scratchSize) { scratch in
            guard let scratch = scratch.baseAddress else { return }
            var walk = BlockWalk(shape, operands: operands, scratch: scratch) { operand, axis in
                operand == 0 ? output.strides[axis] : inputs[operand - 1].strides[axis]
            }
            walk.cut(limit: 1024, rowLimit: 1024)
            let grain = max(1, kernel.grain / (walk.rows * walk.columns))
            ThreadPool.ranges(walk.blockCount, grain: grain) { range in
                StagedPass.run(kernel, walk, range, inputs, output)
            }
        }
    }

    /// Runs the kernel on `count` contiguous elements of its own types, on all threads if that pays.
    @inlinable
    public static func run(
        _ kernel: BlockKernel, count: Int, _ inputs: UnsafePointer<UnsafeRawPointer>, _ output: UnsafeMutableRawPointer
    ) {
        if count <= kernel.grain {
            if count > 0 { kernel.run(count, inputs, output) }
        } else {
            runParallel(kernel, count, inputs, output)
        }
    }

    @usableFromInline
    static func runParallel(
        _ kernel: BlockKernel, _ count: Int, _ inputs: UnsafePointer<UnsafeRawPointer>,
        _ output: UnsafeMutableRawPointer
    ) {
        let types = kernel.inputTypes
        ThreadPool.ranges(count, grain: max(kernel.grain, 64) & ~63) { range in
            withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: types.count) { buffer in
                guard let shifted = buffer.baseAddress else { return }
                for k in 0..<types.count {
                    (shifted + k).initialize(to: inputs[k] + range.lowerBound * types[k].itemSize)
                }
                kernel.run(range.count, shifted, output + range.lowerBound * kernel.outputType.itemSize)
            }
        }
    }

    /// The straight path; false when an operand is strided or of another type. In a small pass, scalars may be broadcast
    /// too.
    private static func runContiguous(
        _ kernel: BlockKernel, _ shape: [Int], _ inputs: [Operand], _ output: Operand
    ) -> Bool {
        guard output.dtype == kernel.outputType, output.isContiguous(shape) else { return false }
        var count = 1
        for extent in shape { count &*= extent }
        for k in 0..<inputs.count {
            guard inputs[k].dtype == kernel.inputTypes[k] else { return false }
            guard inputs[k].isContiguous(shape) || (count <= splatCount && inputs[k].isScalar(shape)) else {
                return false
            }
        }
        guard inputs.count <= maximumInputs else { return false }
        return withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 16) { memory in
            guard let pointers = memory.baseAddress?.bindMemory(to: UnsafeRawPointer.self, capacity: maximumInputs)
            else { return false }
            for k in 0..<inputs.count {
                let operand = inputs[k]
                pointers[k] = UnsafeRawPointer(operand.pointer)
                if count > 1 && count <= splatCount && operand.isScalar(shape) {
                    let splat = UnsafeMutableRawPointer(pointers) + 64 + k * splatCount * 8
                    BlockCopy.copy(
                        1, count, from: operand.pointer, BlockCopy.Layout(row: 0, column: 0),
                        to: splat, BlockCopy.Layout(row: 0, column: 1), itemSize: operand.dtype.itemSize)
                    pointers[k] = UnsafeRawPointer(splat)
                }
            }
            run(kernel, count: count, pointers, output.pointer)
            return true
        }
    }

    /// Inputs, and elements of a broadcast scalar, that the straight path has room for on the stack.
    private static let maximumInputs = 4, splatCount = 30
}

extension Operand {
    /// Whether the elements of `shape` follow each other in row-major order.
    @inline(__always)
    func isContiguous(_ shape: [Int]) -> Bool {
        var expected = 1
        var axis = shape.count - 1
        while axis >= 0 {
            if shape[axis] != 1 && strides[axis] != expected { return false }
            expected &*= shape[axis]
            axis -= 1
        }
        return true
    }

    /// Whether all elements of `shape` are the same one.
    @inline(__always)
    func isScalar(_ shape: [Int]) -> Bool {
        var axis = 0
        while axis < shape.count {
            if shape[axis] != 1 && strides[axis] != 0 { return false }
            axis &+= 1
        }
        return true
    }
}
