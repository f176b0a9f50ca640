import CPlatform

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

    /// Elements that a row block of A over one panel takes, the slack included.
    static func sizeOfA(_ plan: GemmPlan) -> Int { plan.rowBlock &* plan.kPanel &+ Vector.width }

    /// Packs rows `0..<m` by `0..<k` of A; `target` holds m * k + width elements.
    static func packA(
        _ a: UnsafePointer<Scalar>, row: Int, column: Int, m: Int, k: Int, to target: UnsafeMutablePointer<Scalar>
    ) {
        let tiles = TileRows(m, tallest: File.rows)
        var first = 0
        if row == 1 {
            first = copyGroups(a, alongK: column, count: tiles.height &+ 1, until: tiles.tall, k: k, to: target)
            _ = copyGroups(
                a + first, alongK: column, count: tiles.height, until: m &- first, k: k, to: target + first &* k)
            return
        }
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
        var first =
            column == 1 ? copyGroups(b, alongK: row, count: 2 &* Vector.width, until: n, k: k, to: target) : 0
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
        let whole = count / Vector.width &* Vector.width
        for p in 0..<k {
            for j in Swift.stride(from: 0, to: whole, by: Vector.width) {
                Vector(loading: source + (p &* alongK &+ j)).store(to: target + (p &* stride &+ j))
            }
            if whole < count {
                Vector.copy(source + (p &* alongK &+ whole), to: target + (p &* stride &+ whole), count: count &- whole)
            }
        }
    }

    /// Packs as many whole groups of `count` neighbours as `0..<end` has; returns where they end.
    ///
    /// Several groups go together, so that the cache lines of a row are read while they are near; not more of them than a
    /// set of the first-level cache has lines, since groups are often a multiple of a page apart.
    private static func copyGroups(
        _ source: UnsafePointer<Scalar>, alongK: Int, count: Int, until end: Int, k: Int,
        to target: UnsafeMutablePointer<Scalar>
    ) -> Int {
        let groups = end / count
        let together = 8
        for first in Swift.stride(from: 0, to: groups, by: together) {
            let (from, to) = (source + first &* count, target + first &* count &* k)
            let number = min(together, groups &- first)
            switch count &* MemoryLayout<Scalar>.stride {
            case 65...128: copyPieces(SIMD16<Float>.self, from, alongK, count, number, k, to: to)
            case 33...64: copyPieces(SIMD8<Float>.self, from, alongK, count, number, k, to: to)
            case 17...32: copyPieces(SIMD4<Float>.self, from, alongK, count, number, k, to: to)
            case 9...16: copyPieces(UInt64.self, from, alongK, count, number, k, to: to)
            default: copyPieces(Scalar.self, from, alongK, count, number, k, to: to)
            }
        }
        return groups &* count
    }

    /// Each row of a group is moved as its first and its last piece, which may overlap. The rows are so far apart that only
    /// reading ahead hides how long they take to come.
    @inline(__always)
    private static func copyPieces<Piece: BitwiseCopyable>(
        _: Piece.Type, _ source: UnsafePointer<Scalar>, _ alongK: Int, _ count: Int, _ groups: Int, _ k: Int,
        to target: UnsafeMutablePointer<Scalar>
    ) {
        let bytes = count &* MemoryLayout<Scalar>.stride
        let last = bytes &- MemoryLayout<Piece>.size
        let ahead = 8 &* alongK &* MemoryLayout<Scalar>.stride
        let cacheLine = 64
        for p in 0..<k {
            var from = UnsafeRawPointer(source + p &* alongK)
            var to = UnsafeMutableRawPointer(target + p &* count)
            for line in Swift.stride(from: 0, through: groups &* bytes, by: cacheLine) {
                sg_prefetch(from + (ahead &+ line))
            }
            for _ in 0..<groups {
                to.storeBytes(of: from.loadUnaligned(as: Piece.self), as: Piece.self)
                (to + last).storeBytes(of: (from + last).loadUnaligned(as: Piece.self), as: Piece.self)
                from += bytes
                to += bytes &* k
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
