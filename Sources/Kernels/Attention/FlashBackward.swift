// The gradient recomputes the scores block by block. With P = 2^(S - logSumExp) and delta = sum of dO * O over a row,
//     dV += P dO     dP = V dOᵀ     dS = P (dP - delta)     dK += dS Q     dQ += dSᵀ K
// where S, P, dP and dS lie transposed, keys by queries, as in the forward pass. Two blocks of 64 by 64 stay in the nearest
// caches. All query blocks and query heads that share keys belong to one task, which adds to dK and dV in a fixed order.

/// What the backward pass reads beside the problem, and where it writes.
struct FlashGradients {
    let output: Attention.Rows
    let logSumExp: UnsafeRawPointer
    let gradient: Attention.Rows
    let dq: Attention.Rows
    let dk: Attention.Rows
    let dv: Attention.Rows
}

/// One task: the heads of queries that share a head of keys.
struct FlashBackward<File: RegisterFile> where File.Vector: AttentionVector {
    typealias Vector = File.Vector
    typealias Scalar = File.Scalar
    typealias Pointer = UnsafeMutablePointer<Scalar>
    typealias Block = ScoreBlock<File>

    static var block: Int { 64 }

    let problem: Attention.Problem
    let memory: Workspace

    static func run(_ problem: Attention.Problem, _ operands: FlashGradients) -> Bool {
        Attention.run(
            tasks: problem.batch * problem.keyHeads, workspace: Workspace.size(problem), of: Scalar.self
        ) { task, block in
            let (batch, keyHead) = task.quotientAndRemainder(dividingBy: problem.keyHeads)
            FlashBackward(problem: problem, memory: Workspace(problem, block)).run(batch, keyHead, operands)
        }
    }

    /// What a task works in. Rows that a product reads or writes as whole vectors are copied to rows of whole vectors
    /// where the head size is not a multiple of one.
    struct Workspace {
        let q: Pointer
        let gradient: Pointer
        let weights: Pointer
        let slopes: Pointer
        let mask: Pointer
        let logSumExp: Pointer
        let delta: Pointer
        let stairs: Pointer
        let padded: Pointer

        static func size(_ problem: Attention.Problem) -> Int {
            let masked = problem.mask == nil ? 0 : block &* block
            return block &* (problem.headSize &+ problem.valueSize &+ 2 &* block &+ 2) &+ masked &+ 2 &* Block.lanes
                &+ PaddedRows<File>.size(problem)
        }

        init(_ problem: Attention.Problem, _ start: Pointer) {
            logSumExp = start
            delta = logSumExp + block
            stairs = delta + block
            weights = stairs + 2 &* Block.lanes
            slopes = weights + block &* block
            q = slopes + block &* block
            gradient = q + block &* problem.headSize
            mask = gradient + block &* problem.valueSize
            padded = mask + (problem.mask == nil ? 0 : block &* block)
        }
    }

    private func run(_ batch: Int, _ keyHead: Int, _ operands: FlashGradients) {
        Block.writeStairs(memory.stairs)
        let group = problem.heads / problem.keyHeads
        var rows = PaddedRows<File>(problem, memory.padded)
        rows.openKeys(problem, operands, batch, keyHead)
        for number in keyHead &* group..<(keyHead &+ 1) &* group {
            let head = AttentionHead<Scalar>(problem, batch: batch, head: number)
            rows.openQueries(problem, operands, batch, number)
            let output: Pointer = operands.output.start(batch, number)
            let place = (batch &* problem.heads &+ number) &* problem.queries
            let logSumExp = operands.logSumExp.assumingMemoryBound(to: Scalar.self) + place
            for first in Swift.stride(from: 0, to: problem.queries, by: Self.block) {
                let queries = min(Self.block, problem.queries &- first)
                prepare(head, rows, first, queries, output + first &* operands.output.row, operands.output.row)
                memory.logSumExp.update(from: logSumExp + first, count: queries)
                let seen = problem.isCausal ? min(problem.keys, first &+ queries) : problem.keys
                for key in Swift.stride(from: 0, to: seen, by: Self.block) {
                    let pair = Pair(
                        first: first, queries: queries, key: key, keys: min(Self.block, problem.keys &- key),
                        width: Packing<File>.sizeOfB(k: 1, n: queries))
                    recompute(head, pair)
                    accumulate(rows, pair)
                }
            }
            rows.closeQueries(problem, operands, batch, number)
        }
        rows.closeKeys(problem, operands, batch, keyHead)
    }

    /// A block of queries against a block of keys; `width` is the row stride of their scores.
    private struct Pair {
        let first: Int
        let queries: Int
        let key: Int
        let keys: Int
        let width: Int
    }

    /// Packs a block of queries and of output gradients, and sums delta; both carry the scale of the scores.
    private func prepare(
        _ head: AttentionHead<Scalar>, _ rows: PaddedRows<File>, _ first: Int, _ queries: Int, _ output: Pointer,
        _ outputRow: Int
    ) {
        let scale = Scalar(problem.scale)
        Block.packTransposed(
            head.q + first &* head.qRow, row: head.qRow, queries: queries, length: problem.headSize,
            factor: scale * Block.logarithmOfE, to: memory.q)
        let gradient = rows.gradient + first &* rows.gradientRow
        Block.packTransposed(
            gradient, row: rows.gradientRow, queries: queries, length: problem.valueSize, factor: scale,
            to: memory.gradient)
        memory.logSumExp.update(repeating: 0, count: Self.block)
        memory.delta.update(repeating: 0, count: Self.block)
        for row in 0..<queries {
            memory.delta[row] =
                scale
                * Self.dot(
                    gradient + row &* rows.gradientRow, output + row &* outputRow, problem.valueSize)
        }
    }

    @inline(__always)
    private static func dot(_ x: UnsafePointer<Scalar>, _ y: UnsafePointer<Scalar>, _ count: Int) -> Scalar {
        var sums = Vector.zero
        var i = 0
        while i &+ Vector.width <= count {
            sums = sums.adding(product: Vector(loading: x + i), Vector(loading: y + i))
            i &+= Vector.width
        }
        var total = sums.laneSum()
        while i < count {
            total += x[i] * y[i]
            i &+= 1
        }
        return total
    }

    /// The weights P and the slopes dS of a pair.
    private func recompute(_ head: AttentionHead<Scalar>, _ pair: Pair) {
        for unit in Swift.stride(from: 0, to: pair.queries, by: Block.lanes) {
            let queries = min(Block.lanes, pair.queries &- unit)
            let vectors = Block.vectors(queries)
            let ahead = pair.key &- pair.first &- unit
            let keys = problem.isCausal ? max(0, min(pair.keys, queries &- ahead)) : pair.keys
            let (weights, slopes) = (memory.weights + unit, memory.slopes + unit)
            Block.multiply(
                rows: keys, terms: problem.headSize, vectors: vectors, a: head.k + pair.key &* head.kRow,
                aRow: head.kRow, aStep: 1, b: memory.q + unit &* problem.headSize, bStep: vectors &* Vector.width,
                c: weights, cRow: pair.width, add: false)
            Block.multiply(
                rows: keys, terms: problem.valueSize, vectors: vectors, a: head.v + pair.key &* head.vRow,
                aRow: head.vRow, aStep: 1, b: memory.gradient + unit &* problem.valueSize,
                bStep: vectors &* Vector.width, c: slopes, cRow: pair.width, add: false)
            if let mask = head.mask {
                Packing<File>.packB(
                    mask + ((pair.first &+ unit) &* head.maskQuery &+ pair.key &* head.maskKey), row: head.maskKey,
                    column: head.maskQuery, k: keys, n: queries, to: memory.mask)
                Block.add(mask: memory.mask, to: weights, stride: pair.width, keys: keys, vectors: vectors)
            }
            if problem.isCausal {
                Block.hideFuture(
                    memory.stairs, in: weights, stride: pair.width, keys: keys, vectors: vectors, ahead: ahead)
            }
            for column in Swift.stride(from: 0, to: vectors &* Vector.width, by: Vector.width) {
                Self.differentiate(
                    weights + column, slopes + column, pair.width, keys,
                    Vector(loading: memory.logSumExp + (unit &+ column)),
                    Vector(loading: memory.delta + (unit &+ column)))
                Self.clear(
                    weights + column, slopes + column, pair.width, keys..<min(pair.keys, keys &+ File.rows))
            }
        }
    }

    /// Scores become weights, and gradients of weights those of scores.
    @inline(never)
    private static func differentiate(
        _ weights: Pointer, _ slopes: Pointer, _ stride: Int, _ keys: Int, _ logSumExp: Vector, _ delta: Vector
    ) {
        for key in 0..<keys {
            let (weight, slope) = (weights + key &* stride, slopes + key &* stride)
            let p = (Vector(loading: weight) - logSumExp).powerOfTwo()
            p.store(to: weight)
            (p * (Vector(loading: slope) - delta)).store(to: slope)
        }
    }

    /// Zeros below the diagonal of a unit, as far as a tile that crosses it reads.
    private static func clear(_ weights: Pointer, _ slopes: Pointer, _ stride: Int, _ keys: Range<Int>) {
        for key in keys {
            Vector.zero.store(to: weights + key &* stride)
            Vector.zero.store(to: slopes + key &* stride)
        }
    }

    /// Adds what a pair gives to the gradients of its queries, keys and values.
    private func accumulate(_ rows: PaddedRows<File>, _ pair: Pair) {
        let heights = TileRows(pair.keys, tallest: File.rows)
        var key = 0
        while key < pair.keys {
            let height = heights.height(at: key)
            let start = problem.isCausal ? max(0, pair.key &+ key &- pair.first) : 0
            if start >= pair.queries { break }
            let (place, query) = (pair.key &+ key, pair.first &+ start)
            let offset = key &* pair.width &+ start
            var operands = TileOperands<Scalar>(
                a: memory.weights + offset, aRow: pair.width, aStep: 1,
                b: rows.gradient + query &* rows.gradientRow, bStep: rows.gradientRow,
                c: rows.dv + place &* rows.dvRow, cRow: rows.dvRow, add: true)
            Self.across(rows.valueSize, height, pair.queries &- start, operands)
            operands.a = UnsafePointer(memory.slopes + offset)
            operands.b = UnsafePointer(rows.q + query &* rows.qRow)
            operands.bStep = rows.qRow
            operands.c = rows.dk + place &* rows.dkRow
            operands.cRow = rows.dkRow
            Self.across(rows.headSize, height, pair.queries &- start, operands)
            key &+= height
        }
        let queryHeights = TileRows(pair.queries, tallest: File.rows)
        var query = 0
        while query < pair.queries {
            let height = queryHeights.height(at: query)
            let seen = pair.first &+ query &+ height &- pair.key
            let operands = TileOperands<Scalar>(
                a: memory.slopes + query, aRow: 1, aStep: pair.width, b: rows.k + pair.key &* rows.kRow,
                bStep: rows.kRow, c: rows.dq + (pair.first &+ query) &* rows.dqRow, cRow: rows.dqRow, add: true)
            let keys = problem.isCausal ? min(pair.keys, seen) : pair.keys
            if keys > 0 { Self.across(rows.headSize, height, keys, operands) }
            query &+= height
        }
    }

    /// A row of tiles over columns that are whole vectors.
    @inline(__always)
    private static func across(_ columns: Int, _ height: Int, _ terms: Int, _ first: TileOperands<Scalar>) {
        var operands = first
        var column = 0
        while column < columns {
            let vectors = columns &- column >= Block.lanes ? 2 : 1
            operands.b = first.b + column
            operands.c = first.c + column
            File.tile(height, vectors, terms, operands)
            column &+= vectors &* Vector.width
        }
    }
}
