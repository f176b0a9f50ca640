// The register tile of a convolution's weight gradient: `rows` output channels by `columns` terms p = (channel, tap),
//     C[i, p] += sum over q of gradient[i, q] * image[start[q] + offset[p]]
// along vectors q of pixels, lane by lane; the lanes are added at the end. The pixels are those of several images where one
// has few, so that the lanes are added rarely.

struct DotOperands<Scalar> {
    /// Gradient of the first row; vectors of pixels follow each other.
    var gradient: UnsafePointer<Scalar>
    var gradientRow: Int
    var image: UnsafePointer<Scalar>
    /// One a column.
    var offsets: UnsafePointer<Int>
    /// Where each vector of pixels starts in the image.
    var starts: UnsafePointer<Int>
    var vectors: Int
    /// Room for all sums of a tile, lane by lane.
    var lanes: UnsafeMutablePointer<Scalar>
    /// Added to.
    var target: UnsafeMutablePointer<Scalar>
    var targetRow: Int
}

enum DotTile<Vector: GemmVector, let rows: Int, let columns: Int, let cells: Int> {
    @inline(never)
    static func run(_ operands: DotOperands<Vector.Scalar>) {
        var sums = InlineArray<cells, Vector> { _ in Vector.zero }
        let starts = operands.starts
        let gradientRow = operands.gradientRow
        var gradient = operands.gradient
        let terms = InlineArray<columns, UnsafePointer<Vector.Scalar>> { operands.image + operands.offsets[$0] }
        for v in 0..<operands.vectors {
            let start = starts[v]
            let pixels = InlineArray<columns, Vector> { Vector(loading: terms[unchecked: $0] + start) }
            for i in 0..<rows {
                let slope = Vector(loading: gradient + i &* gradientRow)
                for j in 0..<columns {
                    let cell = i &* columns &+ j
                    sums[unchecked: cell] = sums[unchecked: cell].adding(product: slope, pixels[unchecked: j])
                }
            }
            gradient += Vector.width
        }
        for i in 0..<rows {
            for j in 0..<columns {
                let cell = i &* columns &+ j
                sums[unchecked: cell].store(to: operands.lanes + cell &* Vector.width)
            }
        }
        addLanes(operands)
    }

    /// Apart from the loop above, which would otherwise keep its sums in memory.
    @inline(never)
    private static func addLanes(_ operands: DotOperands<Vector.Scalar>) {
        for i in 0..<rows {
            let target = operands.target + i &* operands.targetRow
            for j in 0..<columns {
                target[j] += Vector(loading: operands.lanes + (i &* columns &+ j) &* Vector.width).laneSum()
            }
        }
    }
}
