// The register tile. `rows` by `vectors` accumulators take k rank-one updates: each step loads `vectors` vectors of B,
// and broadcasts `rows` elements of A. With 32 registers 12 x 2 accumulators leave room for two of B and a few of A, and
// 24 independent chains cover the latency of two multiply-add units; with 16 registers the tile is 6 x 2.
//
// There is a tile of every height, so that m rows are cut into ceil(m / 12) tiles of nearly equal height: a tile of fewer
// than four rows would wait for its own sums.
//
// A is read with two strides (`row` between the rows of the tile, `step` from one k to the next) and B with one, so the
// same tile runs on packed panels and, where nothing is gained by packing, on the operands themselves.
//
// C is fetched ahead while the sums are formed, so that adding to it does not wait for memory: a row now and then, since
// all at once would fill the buffers that the operands come through too.
//
// The accumulators stay in registers only if every loop has constant bounds and each way of storing is its own loop.

import CPlatform

/// How many rows the tiles of an instruction set have, and the tiles themselves.
protocol RegisterFile {
    associatedtype Vector: GemmVector
    typealias Scalar = Vector.Scalar
    /// Rows of the tallest tile.
    static var rows: Int { get }
    static var tuning: GemmTuning { get }
    /// C[height, vectors * width] = A·B, or += when `add`. `height` is 1 to `rows`, `vectors` 1 or 2.
    static func tile(_ height: Int, _ vectors: Int, _ k: Int, _ operands: TileOperands<Scalar>)
}

/// Where a tile reads and writes; strides in elements.
struct TileOperands<Scalar> {
    var a: UnsafePointer<Scalar>
    var aRow: Int
    var aStep: Int
    var b: UnsafePointer<Scalar>
    var bStep: Int
    var c: UnsafeMutablePointer<Scalar>
    var cRow: Int
    var add: Bool
}

/// Rows cut into as few tiles as possible, of nearly equal heights: tall ones first, then those one row lower.
struct TileRows {
    let tall: Int
    let height: Int

    @inline(__always)
    init(_ count: Int, tallest: Int) {
        let tiles = (count &+ tallest &- 1) / tallest
        height = count / tiles
        tall = (count % tiles) &* (height &+ 1)
    }

    /// Height of the tile that starts at `row`.
    @inline(__always)
    func height(at row: Int) -> Int { row < tall ? height &+ 1 : height }
}

/// 32 vector registers: AVX-512, arm64.
enum WideRegisterFile<Vector: GemmVector>: RegisterFile {
    @inline(__always) static var rows: Int { 12 }
    static var tuning: GemmTuning { .wide }

    @inline(__always)
    static func tile(_ height: Int, _ vectors: Int, _ k: Int, _ operands: TileOperands<Vector.Scalar>) {
        if vectors == 2 {
            switch height {
            case 12: Tile<Vector, 12, 2, 24>.run(k, operands)
            case 11: Tile<Vector, 11, 2, 22>.run(k, operands)
            case 10: Tile<Vector, 10, 2, 20>.run(k, operands)
            case 9: Tile<Vector, 9, 2, 18>.run(k, operands)
            case 8: Tile<Vector, 8, 2, 16>.run(k, operands)
            case 7: Tile<Vector, 7, 2, 14>.run(k, operands)
            case 6: Tile<Vector, 6, 2, 12>.run(k, operands)
            case 5: Tile<Vector, 5, 2, 10>.run(k, operands)
            case 4: Tile<Vector, 4, 2, 8>.run(k, operands)
            case 3: Tile<Vector, 3, 2, 6>.run(k, operands)
            case 2: Tile<Vector, 2, 2, 4>.run(k, operands)
            default: Tile<Vector, 1, 2, 2>.run(k, operands)
            }
        } else {
            switch height {
            case 12: Tile<Vector, 12, 1, 12>.run(k, operands)
            case 11: Tile<Vector, 11, 1, 11>.run(k, operands)
            case 10: Tile<Vector, 10, 1, 10>.run(k, operands)
            case 9: Tile<Vector, 9, 1, 9>.run(k, operands)
            case 8: Tile<Vector, 8, 1, 8>.run(k, operands)
            case 7: Tile<Vector, 7, 1, 7>.run(k, operands)
            case 6: Tile<Vector, 6, 1, 6>.run(k, operands)
            case 5: Tile<Vector, 5, 1, 5>.run(k, operands)
            case 4: Tile<Vector, 4, 1, 4>.run(k, operands)
            case 3: Tile<Vector, 3, 1, 3>.run(k, operands)
            case 2: Tile<Vector, 2, 1, 2>.run(k, operands)
            default: Tile<Vector, 1, 1, 1>.run(k, operands)
            }
        }
    }
}

/// 16 vector registers: AVX2, SSE.
enum NarrowRegisterFile<Vector: GemmVector>: RegisterFile {
    @inline(__always) static var rows: Int { 6 }
    static var tuning: GemmTuning { .narrow }

    @inline(__always)
    static func tile(_ height: Int, _ vectors: Int, _ k: Int, _ operands: TileOperands<Vector.Scalar>) {
        if vectors == 2 {
            switch height {
            case 6: Tile<Vector, 6, 2, 12>.run(k, operands)
            case 5: Tile<Vector, 5, 2, 10>.run(k, operands)
            case 4: Tile<Vector, 4, 2, 8>.run(k, operands)
            case 3: Tile<Vector, 3, 2, 6>.run(k, operands)
            case 2: Tile<Vector, 2, 2, 4>.run(k, operands)
            default: Tile<Vector, 1, 2, 2>.run(k, operands)
            }
        } else {
            switch height {
            case 6: Tile<Vector, 6, 1, 6>.run(k, operands)
            case 5: Tile<Vector, 5, 1, 5>.run(k, operands)
            case 4: Tile<Vector, 4, 1, 4>.run(k, operands)
            case 3: Tile<Vector, 3, 1, 3>.run(k, operands)
            case 2: Tile<Vector, 2, 1, 2>.run(k, operands)
            default: Tile<Vector, 1, 1, 1>.run(k, operands)
            }
        }
    }
}

/// `rows` by `vectors` accumulators; `cells` is their product.
enum Tile<Vector: GemmVector, let rows: Int, let vectors: Int, let cells: Int> {
    @inline(__always)
    static func run(_ k: Int, _ operands: TileOperands<Vector.Scalar>) {
        if operands.aRow == 1 {
            runPacked(k, operands)
        } else {
            runStrided(k, operands)
        }
    }

    /// The elements of A that one step needs are neighbours.
    @inline(never)
    static func runPacked(_ k: Int, _ operands: TileOperands<Vector.Scalar>) { update(k, operands, aRow: 1) }

    @inline(never)
    static func runStrided(_ k: Int, _ operands: TileOperands<Vector.Scalar>) {
        update(k, operands, aRow: operands.aRow)
    }

    @inline(__always)
    private static func update(_ k: Int, _ operands: TileOperands<Vector.Scalar>, aRow: Int) {
        let stepsPerRow = 8
        var sums = InlineArray<cells, Vector> { _ in Vector.zero }
        var a = operands.a
        var b = operands.b
        var ahead = operands.c
        for step in 0..<k {
            if step % stepsPerRow == 0 && step < stepsPerRow * rows {
                for j in 0..<vectors { sg_prefetch(ahead + j &* Vector.width) }
                ahead += operands.cRow
            }
            let row = InlineArray<vectors, Vector> { Vector(loading: b + $0 &* Vector.width) }
            for i in 0..<rows {
                let x = Vector(repeating: a[i &* aRow])
                for j in 0..<vectors {
                    let cell = i &* vectors &+ j
                    sums[unchecked: cell] = sums[unchecked: cell].adding(product: x, row[unchecked: j])
                }
            }
            a += operands.aStep
            b += operands.bStep
        }
        let c = operands.c
        if operands.add {
            for i in 0..<rows {
                for j in 0..<vectors {
                    let target = c + (i &* operands.cRow &+ j &* Vector.width)
                    (Vector(loading: target) + sums[unchecked: i &* vectors &+ j]).store(to: target)
                }
            }
        } else {
            for i in 0..<rows {
                for j in 0..<vectors {
                    sums[unchecked: i &* vectors &+ j].store(to: c + (i &* operands.cRow &+ j &* Vector.width))
                }
            }
        }
    }
}
