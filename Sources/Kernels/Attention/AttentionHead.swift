/// One head of one batch item: where its operands start, and their row strides in elements.
struct AttentionHead<Scalar> {
    let q: UnsafePointer<Scalar>
    let k: UnsafePointer<Scalar>
    let v: UnsafePointer<Scalar>
    let qRow: Int
    let kRow: Int
    let vRow: Int
    let mask: UnsafePointer<Scalar>?
    let maskQuery: Int
    let maskKey: Int

    init(_ problem: Attention.Problem, batch: Int, head: Int) {
        let keyHead = head / (problem.heads / problem.keyHeads)
        q = UnsafePointer(problem.q.start(batch, head))
        k = UnsafePointer(problem.k.start(batch, keyHead))
        v = UnsafePointer(problem.v.start(batch, keyHead))
        (qRow, kRow, vRow) = (problem.q.row, problem.k.row, problem.v.row)
        mask = problem.mask.map {
            $0.pointer.assumingMemoryBound(to: Scalar.self) + (batch &* $0.batch &+ head &* $0.head)
        }
        maskQuery = problem.mask?.query ?? 0
        maskKey = problem.mask?.key ?? 0
    }
}

extension Attention.Rows {
    func start<Scalar>(_ batch: Int, _ head: Int) -> UnsafeMutablePointer<Scalar> {
        pointer.assumingMemoryBound(to: Scalar.self) + (batch &* self.batch &+ head &* self.head)
    }
}

/// Products and passes on a block of transposed scores: one row a key, `stride` apart, one lane a query.
enum ScoreBlock<File: RegisterFile> where File.Vector: AttentionVector {
    typealias Vector = File.Vector
    typealias Scalar = File.Scalar
    typealias Pointer = UnsafeMutablePointer<Scalar>

    static var lanes: Int { 2 &* Vector.width }

    /// log2 e: a score of 1 is this many powers of two.
    @inline(__always)
    static var logarithmOfE: Scalar { Scalar(1.442_695_040_888_963_4) }

    /// Vectors in a unit of `queries` queries; a unit of one vector's worth has one.
    @inline(__always)
    static func vectors(_ queries: Int) -> Int { queries > Vector.width ? 2 : 1 }

    /// C (rows, vectors) = A (rows, terms) B, tile by tile down the rows; A has unit column stride.
    @inline(__always)
    static func multiply(
        rows: Int, terms: Int, vectors: Int, a: UnsafePointer<Scalar>, aRow: Int, aStep: Int,
        b: UnsafePointer<Scalar>, bStep: Int, c: Pointer, cRow: Int, add: Bool
    ) {
        if rows <= 0 { return }
        let heights = TileRows(rows, tallest: File.rows)
        var operands = TileOperands<Scalar>(
            a: a, aRow: aRow, aStep: aStep, b: b, bStep: bStep, c: c, cRow: cRow, add: add)
        var row = 0
        while row < rows {
            let height = heights.height(at: row)
            operands.a = a + row &* aRow
            operands.c = c + row &* cRow
            File.tile(height, vectors, terms, operands)
            row &+= height
        }
    }

    /// Packs `queries` rows as slivers of their transpose, times `factor`.
    static func packTransposed(
        _ rows: UnsafePointer<Scalar>, row: Int, queries: Int, length: Int, factor: Scalar, to target: Pointer
    ) {
        Packing<File>.packB(rows, row: 1, column: row, k: length, n: queries, to: target)
        scale(target, Packing<File>.sizeOfB(k: length, n: queries), factor)
    }

    @inline(never)
    private static func scale(_ x: Pointer, _ count: Int, _ factor: Scalar) {
        let factor = Vector(repeating: factor)
        for i in Swift.stride(from: 0, to: count, by: Vector.width) {
            (Vector(loading: x + i) * factor).store(to: x + i)
        }
    }

    /// Adds a mask that was packed as one sliver.
    @inline(never)
    static func add(mask: UnsafePointer<Scalar>, to scores: Pointer, stride: Int, keys: Int, vectors: Int) {
        let factor = Vector(repeating: logarithmOfE)
        let width = vectors &* Vector.width
        for key in 0..<keys {
            for j in Swift.stride(from: 0, to: width, by: Vector.width) {
                let target = scores + (key &* stride &+ j)
                Vector(loading: target).adding(product: Vector(loading: mask + (key &* width &+ j)), factor)
                    .store(to: target)
            }
        }
    }

    /// A row of `lanes` times -infinity and `lanes` zeros, which `hideFuture` reads from an offset.
    static func writeStairs(_ stairs: Pointer) {
        stairs.update(repeating: -Scalar.infinity, count: lanes)
        (stairs + lanes).update(repeating: 0, count: lanes)
    }

    /// Scores become -infinity where the key comes after the query: row `r`, lane `i` where `r + ahead > i`.
    @inline(never)
    static func hideFuture(
        _ stairs: UnsafePointer<Scalar>, in scores: Pointer, stride: Int, keys: Int, vectors: Int, ahead: Int
    ) {
        for key in max(0, 1 &- ahead)..<max(0, 1 &- ahead, keys) {
            let step = stairs + max(0, lanes &- (key &+ ahead))
            for j in Swift.stride(from: 0, to: vectors &* Vector.width, by: Vector.width) {
                let target = scores + (key &* stride &+ j)
                Vector(loading: target).limited(by: Vector(loading: step + j)).store(to: target)
            }
        }
    }
}
