// Packed operands. A becomes groups of tile height h, each stored k-major: element (i, p) of a group at p*h + i. B becomes
// slivers of two vectors (one, if what is left fits one), each stored k-major too and padded with zeros to whole vectors.
// An operand whose k runs along memory is transposed in squares of registers. Where a group is not a whole number of
// registers high, the stores of its last square overlap: that square goes first, and the next square, the next step or the
// next group writes over what it spilled. Buffers carry `width` elements of slack for the very last one.

enum Packing<File: RegisterFile> {
    typealias Scalar = File.Scalar
    typealias Vector = File.Vector

    /// Elements that a packed (k, n) operand takes.
    @inline(__always)
    static func sizeOfB(k: Int, n: Int) -> Int {
        k &* ((n &+ Vector.width &- 1) / Vector.width &* Vector.width)
    }

    /// Packs rows `0..<m` by `0..<k` of A; `target` holds m * k + width elements.
    static func packA(
        _ a: UnsafePointer<Scalar>, row: Int, column: Int, m: Int, k: Int, to target: UnsafeMutablePointer<Scalar>
    ) {
        let tiles = TileRows(m, tallest: File.rows)
        var first = 0
        while first < m {
            let height = tiles.height(at: first)
            packGroup(
                a + first &* row, alongGroup: row, alongK: column, count: height, k: k,
                to: target + first &* k, stride: height)
            first &+= height
        }
    }

    /// Packs `0..<k` by `0..<n` of B; `target` holds `sizeOfB` elements.
    static func packB(
        _ b: UnsafePointer<Scalar>, row: Int, column: Int, k: Int, n: Int, to target: UnsafeMutablePointer<Scalar>
    ) {
        var first = 0
        while first < n {
            let count = min(n &- first, 2 &* Vector.width)
            let stride = count > Vector.width ? 2 &* Vector.width : Vector.width
            packSliver(b + first &* column, row, column, count, k, to: target + first &* k, stride)
            first &+= count
        }
    }

    private static func packSliver(
        _ b: UnsafePointer<Scalar>, _ row: Int, _ column: Int, _ count: Int, _ k: Int,
        to target: UnsafeMutablePointer<Scalar>, _ stride: Int
    ) {
        let whole = count / Vector.width &* Vector.width
        if whole > 0 {
            packGroup(b, alongGroup: column, alongK: row, count: whole, k: k, to: target, stride: stride)
        }
        if whole < count {
            for p in 0..<k { Vector.zero.store(to: target + (p &* stride &+ whole)) }
            packGroup(
                b + whole &* column, alongGroup: column, alongK: row, count: count &- whole, k: k,
                to: target + whole, stride: stride)
        }
    }

    /// target[p * stride + i] = source[i * alongGroup + p * alongK] for i in 0..<count, p in 0..<k.
    private static func packGroup(
        _ source: UnsafePointer<Scalar>, alongGroup: Int, alongK: Int, count: Int, k: Int,
        to target: UnsafeMutablePointer<Scalar>, stride: Int
    ) {
        if alongGroup == 1 {
            copyGroup(source, alongK, count, k, to: target, stride)
        } else if alongK == 1 {
            transposeGroup(source, alongGroup, count, k, to: target, stride)
        } else {
            gatherGroup(source, alongGroup, alongK, count, 0, k, to: target, stride)
        }
    }

    private static func copyGroup(
        _ source: UnsafePointer<Scalar>, _ alongK: Int, _ count: Int, _ k: Int,
        to target: UnsafeMutablePointer<Scalar>, _ stride: Int
    ) {
        if count == 2 &* Vector.width {
            for p in 0..<k {
                Vector(loading: source + p &* alongK).store(to: target + p &* stride)
                Vector(loading: source + (p &* alongK &+ Vector.width)).store(
                    to: target + (p &* stride &+ Vector.width))
            }
        } else if count == Vector.width {
            for p in 0..<k { Vector(loading: source + p &* alongK).store(to: target + p &* stride) }
        } else {
            let whole = count / Vector.width &* Vector.width
            for p in 0..<k {
                for j in Swift.stride(from: 0, to: whole, by: Vector.width) {
                    Vector(loading: source + (p &* alongK &+ j)).store(to: target + (p &* stride &+ j))
                }
                if whole < count {
                    Vector.copy(
                        source + (p &* alongK &+ whole), to: target + (p &* stride &+ whole), count: count &- whole)
                }
            }
        }
    }

    private static func transposeGroup(
        _ source: UnsafePointer<Scalar>, _ alongGroup: Int, _ count: Int, _ k: Int,
        to target: UnsafeMutablePointer<Scalar>, _ stride: Int
    ) {
        let whole = k / Vector.width &* Vector.width
        var end = count
        while end > 0 {
            let rows = (end &- 1) % Vector.width &+ 1
            let first = end &- rows
            var p = 0
            while p < whole {
                Vector.transpose(
                    source + (first &* alongGroup &+ p), rowStride: alongGroup, rows: rows,
                    to: target + (p &* stride &+ first), rowStride: stride)
                p &+= Vector.width
            }
            end = first
        }
        gatherGroup(source, alongGroup, 1, count, whole, k, to: target, stride)
    }

    private static func gatherGroup(
        _ source: UnsafePointer<Scalar>, _ alongGroup: Int, _ alongK: Int, _ count: Int, _ start: Int, _ k: Int,
        to target: UnsafeMutablePointer<Scalar>, _ stride: Int
    ) {
        var p = start
        while p < k {
            for i in 0..<count { target[p &* stride &+ i] = source[i &* alongGroup &+ p &* alongK] }
            p &+= 1
        }
    }
}
