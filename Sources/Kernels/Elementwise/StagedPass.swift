/// One thread's share of a strided pass: stages what the kernel cannot read in place, block by block.
struct StagedPass {
    /// One operand as the kernel wants it.
    private struct Stage {
        let base: UnsafeMutableRawPointer
        let dtype: DType
        let kernelType: DType
        let layout: BlockCopy.Layout
        /// A block in the kernel's type.
        let buffer: UnsafeMutableRawPointer
        /// A block in the operand's own type, between gathering and conversion.
        let raw: UnsafeMutableRawPointer
        /// What `buffer` holds.
        var staged: UnsafeMutableRawPointer?
        var stagedRows = 0
        var stagedColumns = 0

        func isContiguous(_ rows: Int, _ columns: Int) -> Bool {
            (columns == 1 || layout.column == 1)
                && (rows == 1 || layout.row == (columns == 1 ? 1 : columns))
        }

        /// The block at `address` in the kernel's type, in place if it is so already.
        mutating func load(_ address: UnsafeMutableRawPointer, _ rows: Int, _ columns: Int) -> UnsafeRawPointer {
            let contiguous = isContiguous(rows, columns)
            if contiguous && dtype == kernelType { return UnsafeRawPointer(address) }
            if staged == address && stagedRows == rows && stagedColumns == columns { return UnsafeRawPointer(buffer) }
            let target = dtype == kernelType ? buffer : raw
            if !contiguous {
                BlockCopy.copy(
                    rows, columns, from: address, layout,
                    to: target, BlockCopy.Layout(row: columns, column: 1), itemSize: dtype.itemSize)
            }
            if dtype != kernelType {
                Convert.cast(rows * columns, from: contiguous ? address : raw, dtype, to: buffer, kernelType)
            }
            (staged, stagedRows, stagedColumns) = (address, rows, columns)
            return UnsafeRawPointer(buffer)
        }

        /// Moves a finished block from the buffer to its place.
        func store(_ address: UnsafeMutableRawPointer, _ rows: Int, _ columns: Int) {
            let contiguous = isContiguous(rows, columns)
            if dtype != kernelType {
                Convert.cast(rows * columns, from: buffer, kernelType, to: contiguous ? address : raw, dtype)
            }
            if !contiguous {
                BlockCopy.copy(
                    rows, columns, from: dtype == kernelType ? buffer : raw,
                    BlockCopy.Layout(row: columns, column: 1), to: address, layout, itemSize: dtype.itemSize)
            }
        }
    }

    static func run(
        _ kernel: BlockKernel, _ walk: BlockWalk, _ range: Range<Int>, _ inputs: [Operand], _ output: Operand
    ) {
        let operands = walk.operands
        let blockBytes = (walk.rows * walk.columns * 8 + 63) & ~63
        let stageBytes = operands * MemoryLayout<Stage>.stride
        let scratchBytes = (walk.indexSize + operands) * MemoryLayout<Int>.stride
        let bytes = 64 + operands * 2 * blockBytes + stageBytes + scratchBytes
        withUnsafeTemporaryAllocation(byteCount: bytes, alignment: 16) { memory in
            guard let start = memory.baseAddress else { return }
            let blocks = start.alignedUp(toMultipleOf: 64)
            let rest = blocks + operands * 2 * blockBytes
            let stages = rest.bindMemory(to: Stage.self, capacity: operands)
            let pointers = (rest + stageBytes).bindMemory(to: UnsafeRawPointer.self, capacity: operands)
            let index = (rest + stageBytes + operands * MemoryLayout<Int>.stride)
                .bindMemory(to: Int.self, capacity: walk.indexSize)
            for k in 0..<operands {
                let operand = k == 0 ? output : inputs[k - 1]
                (stages + k).initialize(
                    to: Stage(
                        base: operand.pointer, dtype: operand.dtype,
                        kernelType: k == 0 ? kernel.outputType : kernel.inputTypes[k - 1],
                        layout: walk.layout(k), buffer: blocks + 2 * k * blockBytes,
                        raw: blocks + (2 * k + 1) * blockBytes))
            }
            walk.forEach(range, scratch: index) { offsets, rows, columns in
                for k in 1..<operands {
                    let address = stages[k].base + offsets[k] &* stages[k].dtype.itemSize
                    pointers[k] = stages[k].load(address, rows, columns)
                }
                let result = stages[0].base + offsets[0] &* stages[0].dtype.itemSize
                let inPlace = stages[0].dtype == stages[0].kernelType && stages[0].isContiguous(rows, columns)
                kernel.run(rows &* columns, pointers + 1, inPlace ? result : stages[0].buffer)
                if !inPlace { stages[0].store(result, rows, columns) }
            }
        }
    }
}
