/// One task: a block of queries of one head, over all keys they see, a block of keys at a time.
struct FlashForward<File: RegisterFile> where File.Vector: AttentionVector {
    typealias Vector = File.Vector
    typealias Scalar = File.Scalar
    typealias Pointer = UnsafeMutablePointer<Scalar>
    typealias Block = ScoreBlock<File>

    static var queryBlock: Int { 64 }
    static var keyBlock: Int { 128 }

    let problem: Attention.Problem
    let head: AttentionHead<Scalar>
    let first: Int
    let rows: Int
    let memory: Workspace

    static func run(
        _ problem: Attention.Problem, _ output: Attention.Rows, _ logSumExp: UnsafeMutableRawPointer
    ) -> Bool {
        let logSumExp = logSumExp.assumingMemoryBound(to: Scalar.self)
        if problem.queries <= Vector.width / 2 {
            return RowAttention<File>.run(problem, output, logSumExp)
        }
        let blocks = (problem.queries - 1) / queryBlock + 1
        let size = Workspace.size(problem)
        return Attention.run(
            tasks: problem.batch * problem.heads * blocks, workspace: size, of: Scalar.self
        ) { task, block in
            let (place, part) = task.quotientAndRemainder(dividingBy: blocks)
            let (batch, number) = place.quotientAndRemainder(dividingBy: problem.heads)
            let first = part * queryBlock
            FlashForward(
                problem: problem, head: AttentionHead(problem, batch: batch, head: number), first: first,
                rows: min(queryBlock, problem.queries - first), memory: Workspace(problem, block)
            ).run(output.start(batch, number), output.row, logSumExp + place * problem.queries)
        }
    }

    /// What a task works in.
    struct Workspace {
        let q: Pointer
        let sums: Pointer
        let scores: Pointer
        let mask: Pointer
        let maxima: Pointer
        let totals: Pointer
        let stairs: Pointer
        let corner: Pointer

        static func size(_ problem: Attention.Problem) -> Int {
            let masked = problem.mask == nil ? 0 : keyBlock &* Block.lanes
            let perQuery = problem.headSize &+ problem.valueSize &+ 2
            return queryBlock &* perQuery &+ keyBlock &* Block.lanes &+ masked &+ 2 &* Block.lanes
                &+ Vector.width &* Vector.width
        }

        init(_ problem: Attention.Problem, _ block: Pointer) {
            maxima = block
            totals = maxima + queryBlock
            stairs = totals + queryBlock
            corner = stairs + 2 &* Block.lanes
            scores = corner + Vector.width &* Vector.width
            q = scores + keyBlock &* Block.lanes
            sums = q + queryBlock &* problem.headSize
            mask = sums + queryBlock &* problem.valueSize
        }
    }

    private func run(_ output: Pointer, _ outputRow: Int, _ logSumExp: Pointer) {
        Block.packTransposed(
            head.q + first &* head.qRow, row: head.qRow, queries: rows, length: problem.headSize,
            factor: Scalar(problem.scale) * Block.logarithmOfE, to: memory.q)
        memory.maxima.update(repeating: -Scalar.greatestFiniteMagnitude, count: Self.queryBlock)
        memory.totals.update(repeating: 0, count: Self.queryBlock)
        Block.writeStairs(memory.stairs)
        let seen = problem.isCausal ? min(problem.keys, first &+ rows) : problem.keys
        if seen == 0 { memory.sums.update(repeating: 0, count: Self.queryBlock &* problem.valueSize) }
        for key in Swift.stride(from: 0, to: seen, by: Self.keyBlock) {
            for unit in Swift.stride(from: 0, to: rows, by: Block.lanes) {
                let queries = min(Block.lanes, rows &- unit)
                let visible = problem.isCausal ? first &+ unit &+ queries &- key : problem.keys
                let keys = min(Self.keyBlock, problem.keys &- key, visible)
                if keys > 0 { attend(unit, queries, key, keys) }
            }
        }
        invertTotals(logSumExp + first)
        for unit in Swift.stride(from: 0, to: rows, by: Block.lanes) {
            let queries = min(Block.lanes, rows &- unit)
            finish(unit, queries, output + (first &+ unit) &* outputRow, outputRow)
        }
    }

    /// A unit of queries against a block of keys.
    private func attend(_ unit: Int, _ queries: Int, _ key: Int, _ keys: Int) {
        let vectors = Block.vectors(queries)
        let width = vectors &* Vector.width
        let scores = memory.scores
        Block.multiply(
            rows: keys, terms: problem.headSize, vectors: vectors, a: head.k + key &* head.kRow, aRow: head.kRow,
            aStep: 1, b: memory.q + unit &* problem.headSize, bStep: width, c: scores, cRow: width, add: false)
        if let mask = head.mask {
            Packing<File>.packB(
                mask + ((first &+ unit) &* head.maskQuery &+ key &* head.maskKey), row: head.maskKey,
                column: head.maskQuery, k: keys, n: queries, to: memory.mask)
            Block.add(mask: memory.mask, to: scores, stride: width, keys: keys, vectors: vectors)
        }
        if problem.isCausal {
            Block.hideFuture(
                memory.stairs, in: scores, stride: width, keys: keys, vectors: vectors, ahead: key &- first &- unit)
        }
        let sums = memory.sums + unit &* problem.valueSize
        for column in Swift.stride(from: 0, to: width, by: Vector.width) {
            let correction = Self.exponentials(
                scores + column, width, keys, memory.maxima + (unit &+ column), memory.totals + (unit &+ column))
            if key > 0 { Self.rescale(sums + column, width, problem.valueSize, correction) }
        }
        Block.multiply(
            rows: problem.valueSize, terms: keys, vectors: vectors, a: head.v + key &* head.vRow, aRow: 1,
            aStep: head.vRow, b: scores, bStep: width, c: sums, cRow: width, add: key > 0)
    }

    /// Scores of a column of lanes become 2^(score - maximum); returns what sums under the old maximum are multiplied by.
    @inline(never)
    private static func exponentials(
        _ scores: Pointer, _ stride: Int, _ keys: Int, _ maximum: Pointer, _ total: Pointer
    ) -> Vector {
        let before = Vector(loading: maximum)
        var (a, b, c, d) = (before, before, before, before)
        var key = 0
        while key &+ 4 <= keys {
            let row = scores + key &* stride
            a = a.clamped(atLeast: Vector(loading: row))
            b = b.clamped(atLeast: Vector(loading: row + stride))
            c = c.clamped(atLeast: Vector(loading: row + 2 &* stride))
            d = d.clamped(atLeast: Vector(loading: row + 3 &* stride))
            key &+= 4
        }
        while key < keys {
            a = a.clamped(atLeast: Vector(loading: scores + key &* stride))
            key &+= 1
        }
        let after = a.clamped(atLeast: b).clamped(atLeast: c.clamped(atLeast: d))
        var (even, odd) = (Vector.zero, Vector.zero)
        key = 0
        while key &+ 2 <= keys {
            let row = scores + key &* stride
            let x = (Vector(loading: row) - after).powerOfTwo()
            let y = (Vector(loading: row + stride) - after).powerOfTwo()
            x.store(to: row)
            y.store(to: row + stride)
            even = even + x
            odd = odd + y
            key &+= 2
        }
        if key < keys {
            let x = (Vector(loading: scores + key &* stride) - after).powerOfTwo()
            x.store(to: scores + key &* stride)
            even = even + x
        }
        let correction = (before - after).powerOfTwo()
        after.store(to: maximum)
        (even + odd).adding(product: Vector(loading: total), correction).store(to: total)
        return correction
    }

    @inline(never)
    private static func rescale(_ sums: Pointer, _ stride: Int, _ count: Int, _ factor: Vector) {
        for row in 0..<count {
            let target = sums + row &* stride
            (Vector(loading: target) * factor).store(to: target)
        }
    }

    /// Multiplies the sums of a unit by their inverted totals and writes them row by row.
    private func finish(_ unit: Int, _ queries: Int, _ output: Pointer, _ outputRow: Int) {
        let width = Block.vectors(queries) &* Vector.width
        let sums = memory.sums + unit &* problem.valueSize
        for column in Swift.stride(from: 0, to: width, by: Vector.width) {
            let inverse = Vector(loading: memory.totals + (unit &+ column))
            Self.rescale(sums + column, width, problem.valueSize, inverse)
        }
        for column in Swift.stride(from: 0, to: queries, by: Vector.width) {
            let count = min(Vector.width, queries &- column)
            for i in Swift.stride(from: 0, to: problem.valueSize, by: Vector.width) {
                let length = min(Vector.width, problem.valueSize &- i)
                let source = sums + (i &* width &+ column)
                let target = output + (column &* outputRow &+ i)
                if count == Vector.width && length == Vector.width {
                    Vector.transpose(source, rowStride: width, rows: length, to: target, rowStride: outputRow)
                } else {
                    Vector.transpose(
                        source, rowStride: width, rows: length, to: memory.corner, rowStride: Vector.width)
                    for row in 0..<count {
                        (target + row &* outputRow).update(from: memory.corner + row &* Vector.width, count: length)
                    }
                }
            }
        }
    }

    /// Writes maximum + log2(total), which is +infinity where no key takes part, so that every recomputed weight is 0;
    /// then totals become their inverses, or 0.
    private func invertTotals(_ logSumExp: Pointer) {
        typealias Wide = Vector.Wide
        for start in Swift.stride(from: 0, to: Self.queryBlock, by: Wide.width) {
            let total = Wide(loading: memory.totals + start)
            let logarithm = Wide(loading: memory.maxima + start) + total.log() * Wide(1.442_695_040_888_963_4)
            Wide.select(total == Wide(0), Wide(.infinity), logarithm).store(to: memory.maxima + start)
            Wide.select(total == Wide(0), Wide(0), Wide(1) / total).store(to: memory.totals + start)
        }
        for row in 0..<rows { logSumExp[row] = memory.maxima[row] }
    }
}
