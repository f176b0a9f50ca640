/// Attention of very few queries, as in decoding one token at a time: each row of scores on its own, since a unit of
/// queries would be mostly empty. Memory sets the speed; keys and values are read once, in place.
enum RowAttention<File: RegisterFile> where File.Vector: AttentionVector {
    typealias Vector = File.Vector
    typealias Scalar = File.Scalar
    typealias Pointer = UnsafeMutablePointer<Scalar>
    typealias Block = ScoreBlock<File>

    static func run(_ problem: Attention.Problem, _ output: Attention.Rows, _ logSumExp: Pointer) -> Bool {
        Attention.run(
            tasks: problem.batch * problem.heads, workspace: problem.keys + problem.headSize + 1, of: Scalar.self
        ) { task, memory in
            let (batch, number) = task.quotientAndRemainder(dividingBy: problem.heads)
            let head = AttentionHead<Scalar>(problem, batch: batch, head: number)
            let target: Pointer = output.start(batch, number)
            for query in 0..<problem.queries {
                logSumExp[task * problem.queries + query] = attend(
                    problem, head, query, memory, target + query * output.row)
            }
        }
    }

    /// One row of the output; returns its log-sum-exp.
    private static func attend(
        _ problem: Attention.Problem, _ head: AttentionHead<Scalar>, _ query: Int, _ memory: Pointer, _ output: Pointer
    ) -> Scalar {
        let keys = problem.isCausal ? min(problem.keys, query + 1) : problem.keys
        let (q, scores) = (memory, memory + problem.headSize)
        let scale = Scalar(problem.scale) * Block.logarithmOfE
        for i in 0..<problem.headSize { q[i] = head.q[query &* head.qRow &+ i] * scale }
        GemmDriver<File>.perform(
            .multiply,
            MatrixProduct(
                m: 1, n: keys, k: problem.headSize, a: UnsafePointer(q), aRow: 0, aColumn: 1, b: head.k, bRow: 1,
                bColumn: head.kRow, c: scores, cRow: keys, accumulate: false, epilogue: Gemm.Epilogue()))
        if let mask = head.mask {
            let row = mask + query &* head.maskQuery
            for key in 0..<keys { scores[key] += row[key &* head.maskKey] * Block.logarithmOfE }
        }
        let (maximum, total) = exponentials(scores, keys)
        GemmDriver<File>.perform(
            .multiply,
            MatrixProduct(
                m: 1, n: problem.valueSize, k: keys, a: UnsafePointer(scores), aRow: 0, aColumn: 1, b: head.v,
                bRow: head.vRow, bColumn: 1, c: output, cRow: problem.valueSize, accumulate: false,
                epilogue: Gemm.Epilogue()))
        let inverse = total == 0 ? 0 : 1 / total
        for i in 0..<problem.valueSize { output[i] *= inverse }
        return total == 0 ? .infinity : maximum + Scalar(logarithm(Double(total)) * 1.442_695_040_888_963_4)
    }

    @inline(never)
    private static func exponentials(_ scores: Pointer, _ keys: Int) -> (maximum: Scalar, total: Scalar) {
        var maximum = -Scalar.greatestFiniteMagnitude
        for key in 0..<keys where scores[key] > maximum { maximum = scores[key] }
        let shift = Vector(repeating: maximum)
        var sums = Vector.zero
        var key = 0
        while key &+ Vector.width <= keys {
            let x = (Vector(loading: scores + key) - shift).powerOfTwo()
            x.store(to: scores + key)
            sums = sums + x
            key &+= Vector.width
        }
        var total = sums.laneSum()
        if key < keys {
            (Vector(loading: scores + key, count: keys &- key) - shift).powerOfTwo()
                .store(to: scores + key, count: keys &- key)
            while key < keys {
                total += scores[key]
                key &+= 1
            }
        }
        return (maximum, total)
    }
}
