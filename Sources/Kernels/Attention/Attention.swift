import Synchronization

// Scaled dot-product attention without the matrix of scores (Dao et al., "FlashAttention", arXiv:2205.14135; the online
// softmax is Milakov and Gimelshein's, arXiv:1805.02867).
//
// Everything is computed transposed. A unit is one sliver of queries, two vectors wide, packed once as Qᵀ (head size,
// lanes); then
//     Sᵀ (keys, lanes)  = K Qᵀ      K is read in place, row by row
//     Oᵀ (values, lanes) += Vᵀ Pᵀ   V is read in place, its columns are the tile's neighbours
// so that the rows of Sᵀ that come out of one product are the operand of the next, softmax runs down the columns with no
// sum across lanes, and nothing but Qᵀ is packed. A block of Sᵀ, 128 keys, stays in the first-level cache. Scores are kept
// in units of log 2, which makes each exponential a power of two.

/// softmax(scale Q Kᵀ + mask) V for each batch and head, memory linear in the number of queries and keys.
public enum Attention {
    /// Where the rows of every head lie: element (b, h, i, c) is at `b * batch + h * head + i * row + c`, in elements.
    public struct Rows {
        public var pointer: UnsafeMutableRawPointer
        public var batch: Int
        public var head: Int
        public var row: Int

        public init(_ pointer: UnsafeMutableRawPointer, batch: Int, head: Int, row: Int) {
            self.pointer = pointer
            self.batch = batch
            self.head = head
            self.row = row
        }
    }

    /// Numbers added to the scores: element (b, h, query, key), every stride may be 0.
    public struct Mask {
        public var pointer: UnsafeRawPointer
        public var batch: Int
        public var head: Int
        public var query: Int
        public var key: Int

        public init(_ pointer: UnsafeRawPointer, batch: Int, head: Int, query: Int, key: Int) {
            self.pointer = pointer
            self.batch = batch
            self.head = head
            self.query = query
            self.key = key
        }
    }

    /// What both directions are given. Each group of `heads / keyHeads` query heads shares one head of keys and values.
    public struct Problem {
        public var batch: Int
        public var heads: Int
        public var keyHeads: Int
        public var queries: Int
        public var keys: Int
        /// Length of a query and of a key.
        public var headSize: Int
        /// Length of a value.
        public var valueSize: Int
        public var q: Rows
        public var k: Rows
        public var v: Rows
        public var mask: Mask?
        /// Query i sees keys 0...i.
        public var isCausal: Bool
        public var scale: Double

        public init(
            batch: Int, heads: Int, keyHeads: Int, queries: Int, keys: Int, headSize: Int, valueSize: Int,
            q: Rows, k: Rows, v: Rows, mask: Mask? = nil, isCausal: Bool, scale: Double
        ) {
            self.batch = batch
            self.heads = heads
            self.keyHeads = keyHeads
            self.queries = queries
            self.keys = keys
            self.headSize = headSize
            self.valueSize = valueSize
            self.q = q
            self.k = k
            self.v = v
            self.mask = mask
            self.isCausal = isCausal
            self.scale = scale
        }
    }

    /// Writes the output, and for `backward` log2 of the sum of the exponentials, (batch, heads, queries) contiguous.
    ///
    /// A query that no key takes part in gives zeros. Float32 or float64. False, with the output undefined, when there
    /// was no memory to work in.
    public static func forward(
        dtype: DType, _ problem: Problem, output: Rows, logSumExp: UnsafeMutableRawPointer
    ) -> Bool {
        switch dtype {
        case .float32:
            if InstructionSet.vectorBytes == 64 {
                return FlashForward<WideRegisterFile<F32x16>>.run(problem, output, logSumExp)
            } else if InstructionSet.vectorBytes == 32 {
                return FlashForward<NarrowRegisterFile<F32x8>>.run(problem, output, logSumExp)
            }
            return FlashForward<BaselineRegisterFile<F32x4>>.run(problem, output, logSumExp)
        case .float64:
            if InstructionSet.vectorBytes == 64 {
                return FlashForward<WideRegisterFile<F64x8>>.run(problem, output, logSumExp)
            } else if InstructionSet.vectorBytes == 32 {
                return FlashForward<NarrowRegisterFile<F64x4>>.run(problem, output, logSumExp)
            }
            return FlashForward<BaselineRegisterFile<F64x2>>.run(problem, output, logSumExp)
        default: return true
        }
    }

    /// Gradients of q, k and v from that of the output, which has been kept together with its log-sum-exp.
    public static func backward(
        dtype: DType, _ problem: Problem, output: Rows, logSumExp: UnsafeRawPointer, gradient: Rows,
        dq: Rows, dk: Rows, dv: Rows
    ) -> Bool {
        let operands = FlashGradients(
            output: output, logSumExp: logSumExp, gradient: gradient, dq: dq, dk: dk, dv: dv)
        switch dtype {
        case .float32:
            if InstructionSet.vectorBytes == 64 {
                return FlashBackward<WideRegisterFile<F32x16>>.run(problem, operands)
            } else if InstructionSet.vectorBytes == 32 {
                return FlashBackward<NarrowRegisterFile<F32x8>>.run(problem, operands)
            }
            return FlashBackward<BaselineRegisterFile<F32x4>>.run(problem, operands)
        case .float64:
            if InstructionSet.vectorBytes == 64 {
                return FlashBackward<WideRegisterFile<F64x8>>.run(problem, operands)
            } else if InstructionSet.vectorBytes == 32 {
                return FlashBackward<NarrowRegisterFile<F64x4>>.run(problem, operands)
            }
            return FlashBackward<BaselineRegisterFile<F64x2>>.run(problem, operands)
        default: return true
        }
    }
}

#if arch(arm64)
    private typealias BaselineRegisterFile = WideRegisterFile
#else
    private typealias BaselineRegisterFile = NarrowRegisterFile
#endif

extension Attention {
    /// Runs tasks that each need `count` elements of memory of their own; false when one could not have it.
    static func run<Scalar>(
        tasks: Int, workspace count: Int, of _: Scalar.Type, _ body: (Int, UnsafeMutablePointer<Scalar>) -> Void
    ) -> Bool {
        let bytes = count * MemoryLayout<Scalar>.stride
        let failed = Atomic<Bool>(false)
        ThreadPool.run(tasks: tasks) { task in
            guard let block = MemoryPool.allocate(bytes)?.assumingMemoryBound(to: Scalar.self) else {
                failed.store(true, ordering: .relaxed)
                return
            }
            body(task, block)
            MemoryPool.deallocate(block, bytes)
        }
        return !failed.load(ordering: .relaxed)
    }
}
