// The register tile of a convolution: `rows` output channels by `vectors` vectors of pixels, whose loop over the terms
// p = (channel, tap) reads the next offset from a table and loads the pixels straight from the image:
//     C[i, q] += A[p, i] * image[start[q] + offset[p]]
// It is the tile of a matrix product with B[p, q] = image[start[q] + offset[p]] that exists nowhere: nothing is copied
// nine times for a 3x3 kernel. Every vector of pixels has a start of its own, so that rows of any length are cut into
// whole vectors: the last one of a row overlaps the one before it instead of reaching over the end.
//
// A tile of few channels takes more vectors, so that there are always enough sums in flight to hide the latency of
// a multiply-add: 8 with 16 registers, 16 with 32.

/// Where a tile reads and writes. Offsets and starts count elements.
struct TapOperands<Scalar> {
    var image: UnsafePointer<Scalar>
    /// One a term.
    var offsets: UnsafePointer<Int>
    var terms: Int
    /// Packed: the rows of the tile side by side, term after term.
    var weights: UnsafePointer<Scalar>
    /// What each row's sums start from.
    var bias: UnsafePointer<Scalar>
    /// Where each vector of pixels starts in the image, and where it goes.
    var starts: UnsafePointer<Int>
    var targets: UnsafePointer<Int>
    var target: UnsafeMutablePointer<Scalar>
    /// Distance between the rows of the target.
    var targetRow: Int
    /// Adds to the target what was computed from earlier terms.
    var adds: Bool
    var rectifies: Bool
}

enum TapTile<Vector: GemmVector, let rows: Int, let vectors: Int, let cells: Int> {
    @inline(__always)
    static func run(_ operands: TapOperands<Vector.Scalar>) {
        if operands.adds { add(operands) } else { store(operands) }
        if operands.rectifies { rectify(operands) }
    }

    @inline(never)
    private static func store(_ operands: TapOperands<Vector.Scalar>) { compute(operands, adds: false) }

    @inline(never)
    private static func add(_ operands: TapOperands<Vector.Scalar>) { compute(operands, adds: true) }

    /// The sums stay in registers only if they are stored by one loop that is small enough to be unrolled.
    @inline(__always)
    private static func compute(_ operands: TapOperands<Vector.Scalar>, adds: Bool) {
        let images = InlineArray<vectors, UnsafePointer<Vector.Scalar>> { operands.image + operands.starts[$0] }
        let targets = InlineArray<vectors, UnsafeMutablePointer<Vector.Scalar>> {
            operands.target + operands.targets[$0]
        }
        let row = operands.targetRow
        let bias = operands.bias
        var sums = InlineArray<cells, Vector> { _ in Vector.zero }
        for i in 0..<rows {
            let start = Vector(repeating: bias[i])
            for j in 0..<vectors {
                sums[unchecked: i &* vectors &+ j] = adds ? Vector(loading: targets[unchecked: j] + i &* row) : start
            }
        }
        var weights = operands.weights
        let offsets = operands.offsets
        for p in 0..<operands.terms {
            let offset = offsets[p]
            let pixels = InlineArray<vectors, Vector> { Vector(loading: images[unchecked: $0] + offset) }
            for i in 0..<rows {
                let weight = Vector(repeating: weights[i])
                for j in 0..<vectors {
                    let cell = i &* vectors &+ j
                    sums[unchecked: cell] = sums[unchecked: cell].adding(product: weight, pixels[unchecked: j])
                }
            }
            weights += rows
        }
        for i in 0..<rows {
            for j in 0..<vectors {
                sums[unchecked: i &* vectors &+ j].store(to: targets[unchecked: j] + i &* row)
            }
        }
    }

    @inline(never)
    private static func rectify(_ operands: TapOperands<Vector.Scalar>) {
        for i in 0..<rows {
            for j in 0..<vectors {
                let target = operands.target + (operands.targets[j] &+ i &* operands.targetRow)
                Vector(loading: target).rectified().store(to: target)
            }
        }
    }
}
