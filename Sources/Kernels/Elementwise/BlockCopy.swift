import Glibc

/// A copy of `rows` x `columns` elements from any layout to any other, within one dtype. Strides are in elements.
///
/// Runs go through memcpy; a transposition reads along its source's contiguous axis, in the small blocks that the
/// callers cut, so that the strided side stays in the first-level cache.
enum BlockCopy {
    struct Layout {
        var row: Int
        var column: Int
        init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    static func copy(
        _ rows: Int, _ columns: Int, from source: UnsafeRawPointer, _ from: Layout,
        to target: UnsafeMutableRawPointer, _ to: Layout, itemSize: Int
    ) {
        switch itemSize {
        case 1: copy(rows, columns, source, from, target, to, UInt8.self)
        case 2: copy(rows, columns, source, from, target, to, UInt16.self)
        case 4: copy(rows, columns, source, from, target, to, UInt32.self)
        default: copy(rows, columns, source, from, target, to, UInt64.self)
        }
    }

    private static func copy<T>(
        _ rows: Int, _ columns: Int, _ source: UnsafeRawPointer, _ from: Layout,
        _ target: UnsafeMutableRawPointer, _ to: Layout, _ type: T.Type
    ) {
        let x = source.assumingMemoryBound(to: T.self)
        let y = target.assumingMemoryBound(to: T.self)
        if from.column == 1 && to.column == 1 {
            if rows == 1 || (from.row == columns && to.row == columns) {
                memcpy(target, source, rows &* columns &* MemoryLayout<T>.size)
            } else if columns >= 16 {
                for row in 0..<rows {
                    memcpy(y + row &* to.row, x + row &* from.row, columns &* MemoryLayout<T>.size)
                }
            } else {
                each(rows, columns) { y[$0 &* to.row &+ $1] = x[$0 &* from.row &+ $1] }
            }
        } else if from.column == 0 && to.column == 1 {
            for row in 0..<rows {
                (y + row &* to.row).update(repeating: x[row &* from.row], count: columns)
            }
        } else if from.row == 1 {
            each(columns, rows) { y[$1 &* to.row &+ $0 &* to.column] = x[$1 &+ $0 &* from.column] }
        } else {
            each(rows, columns) {
                y[$0 &* to.row &+ $1 &* to.column] = x[$0 &* from.row &+ $1 &* from.column]
            }
        }
    }

    @inline(__always)
    private static func each(_ outer: Int, _ inner: Int, _ body: (Int, Int) -> Void) {
        var i = 0
        while i < outer {
            var j = 0
            while j < inner {
                body(i, j)
                j &+= 1
            }
            i &+= 1
        }
    }
}
