// The register tile. `rows` by `vectors` accumulators take k rank-one updates: each step loads `vectors` vectors of B,
// and broadcasts `rows` elements of A. With 32 registers 12 x 2 accumulators leave room for two of B and a few of A, and
// 24 independent chains cover the latency of two multiply-add units; with 16 registers the tile is 6 x 2.
//
// A is read with two strides (`row` between the rows of the tile, `step` from one k to the next) and B with one, so the
// same tile runs on packed panels and, where nothing is gained by packing, on the operands themselves.
//
// The accumulators stay in registers only if every loop has constant bounds and each way of storing is its own loop.

/// How many rows the tiles of an instruction set have, and the tiles themselves.
protocol RegisterFile {
    associatedtype Vector: GemmVector
    typealias Scalar = Vector.Scalar
    /// Rows of the largest tile.
    static var rows: Int { get }
    /// The height of the next tile when `remaining` rows are left; it depends on nothing else.
    static func height(_ remaining: Int) -> Int
    /// C[height, vectors * width] = A·B, or += when `add`. `vectors` is 1 or 2.
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

/// 32 vector registers: AVX-512, arm64.
enum WideRegisterFile<Vector: GemmVector>: RegisterFile {
    @inline(__always) static var rows: Int { 12 }

    @inline(__always)
    static func height(_ remaining: Int) -> Int {
        remaining >= 12 ? 12 : remaining >= 8 ? 8 : remaining >= 4 ? 4 : remaining >= 2 ? 2 : 1
    }

    @inline(__always)
    static func tile(_ height: Int, _ vectors: Int, _ k: Int, _ operands: TileOperands<Vector.Scalar>) {
        if vectors == 2 {
            switch height {
            case 12: Tile<Vector, 12, 2, 24>.run(k, operands)
            case 8: Tile<Vector, 8, 2, 16>.run(k, operands)
            case 4: Tile<Vector, 4, 2, 8>.run(k, operands)
            case 2: Tile<Vector, 2, 2, 4>.run(k, operands)
            default: Tile<Vector, 1, 2, 2>.run(k, operands)
            }
        } else {
            switch height {
            case 12: Tile<Vector, 12, 1, 12>.run(k, operands)
            case 8: Tile<Vector, 8, 1, 8>.run(k, operands)
            case 4: Tile<Vector, 4, 1, 4>.run(k, operands)
            case 2: Tile<Vector, 2, 1, 2>.run(k, operands)
            default: Tile<Vector, 1, 1, 1>.run(k, operands)
            }
        }
    }
}

/// 16 vector registers: AVX2, SSE.
enum NarrowRegisterFile<Vector: GemmVector>: RegisterFile {
    @inline(__always) static var rows: Int { 6 }

    @inline(__always)
    static func height(_ remaining: Int) -> Int {
        remaining >= 6 ? 6 : remaining >= 4 ? 4 : remaining >= 2 ? 2 : 1
    }

    @inline(__always)
    static func tile(_ height: Int, _ vectors: Int, _ k: Int, _ operands: TileOperands<Vector.Scalar>) {
        if vectors == 2 {
            switch height {
            case 6: Tile<Vector, 6, 2, 12>.run(k, operands)
            case 4: Tile<Vector, 4, 2, 8>.run(k, operands)
            case 2: Tile<Vector, 2, 2, 4>.run(k, operands)
            default: Tile<Vector, 1, 2, 2>.run(k, operands)
            }
        } else {
            switch height {
            case 6: Tile<Vector, 6, 1, 6>.run(k, operands)
            case 4: Tile<Vector, 4, 1, 4>.run(k, operands)
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
        var sums = InlineArray<cells, Vector>(repeating: Vector.zero)
        var a = operands.a
        var b = operands.b
        for _ in 0..<k {
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
