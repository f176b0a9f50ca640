import CPlatform
import Glibc

// Runs go through memcpy. A transposition (the source contiguous along the rows, the target along the columns, or the
// other way round) goes through square blocks that are transposed in registers, so that each cache line is read and
// written whole; the callers cut passes into pieces of a few thousand elements, which keeps pages and sets few.

/// A copy of `rows` x `columns` elements from any layout to any other, within one dtype. Strides are in elements.
enum BlockCopy {
    struct Layout {
        var row: Int
        var column: Int

        var transposed: Layout { Layout(row: column, column: row) }
    }

    static func copy(
        _ rows: Int, _ columns: Int, from source: UnsafeRawPointer, _ from: Layout,
        to target: UnsafeMutableRawPointer, _ to: Layout, itemSize: Int
    ) {
        if from.column != 1 && to.column != 1 && (from.row == 1 || to.row == 1) {
            return copy(
                columns, rows, from: source, from.transposed, to: target, to.transposed, itemSize: itemSize)
        }
        switch itemSize {
        case 1: copy(rows, columns, source, from, target, to, UInt8.self)
        case 2: copy(rows, columns, source, from, target, to, UInt16.self)
        case 4: copy(rows, columns, source, from, target, to, UInt32.self)
        default: copy(rows, columns, source, from, target, to, UInt64.self)
        }
    }

    @inline(__always)
    private static func copy<T: Transposable>(
        _ rows: Int, _ columns: Int, _ source: UnsafeRawPointer, _ from: Layout,
        _ target: UnsafeMutableRawPointer, _ to: Layout, _ type: T.Type
    ) {
        let x = source.assumingMemoryBound(to: T.self)
        let y = target.assumingMemoryBound(to: T.self)
        if from.column == 1 && to.column == 1 {
            copyRuns(rows, columns, x, from.row, y, to.row)
        } else if from.column == 0 && to.column == 1 {
            for row in 0..<rows {
                (y + row &* to.row).update(repeating: x[row &* from.row], count: columns)
            }
        } else if from.row == 1 && to.column == 1 && rows >= T.lanes && columns >= T.lanes {
            transpose(rows, columns, x, from.column, y, to.row)
        } else if from.column == 1 && to.row == 1 && rows >= T.lanes && columns >= T.lanes {
            transpose(columns, rows, x, from.row, y, to.column)
        } else {
            copyElements(rows, columns, x, from, y, to)
        }
    }

    private static func copyRuns<T>(
        _ rows: Int, _ columns: Int, _ x: UnsafePointer<T>, _ from: Int, _ y: UnsafeMutablePointer<T>, _ to: Int
    ) {
        if rows == 1 || (from == columns && to == columns) {
            memcpy(y, x, rows &* columns &* MemoryLayout<T>.size)
        } else if columns >= 16 {
            for row in 0..<rows { memcpy(y + row &* to, x + row &* from, columns &* MemoryLayout<T>.size) }
        } else {
            copyElements(rows, columns, x, Layout(row: from, column: 1), y, Layout(row: to, column: 1))
        }
    }

    private static func copyElements<T>(
        _ rows: Int, _ columns: Int, _ x: UnsafePointer<T>, _ from: Layout,
        _ y: UnsafeMutablePointer<T>, _ to: Layout
    ) {
        var row = 0
        while row < rows {
            let source = x + row &* from.row
            let target = y + row &* to.row
            var column = 0
            while column < columns {
                target[column &* to.column] = source[column &* from.column]
                column &+= 1
            }
            row &+= 1
        }
    }

    /// y[row * to + column] = x[row + column * from]
    private static func transpose<T: Transposable>(
        _ rows: Int, _ columns: Int, _ x: UnsafePointer<T>, _ from: Int, _ y: UnsafeMutablePointer<T>, _ to: Int
    ) {
        let lanes = T.lanes
        let wholeRows = rows / lanes * lanes
        let wholeColumns = columns / lanes * lanes
        var row = 0
        while row < wholeRows {
            var column = 0
            while column < wholeColumns {
                T.transpose(x + (row &+ column &* from), from, y + (row &* to &+ column), to)
                column &+= lanes
            }
            row &+= lanes
        }
        copyElements(
            wholeRows, columns - wholeColumns, x + wholeColumns &* from, Layout(row: 1, column: from),
            y + wholeColumns, Layout(row: to, column: 1))
        copyElements(
            rows - wholeRows, columns, x + wholeRows, Layout(row: 1, column: from),
            y + wholeRows &* to, Layout(row: to, column: 1))
    }
}

/// Elements of one size, and the square block of them that fits in registers.
private protocol Transposable {
    static var lanes: Int { get }
    static func transpose(
        _ source: UnsafePointer<Self>, _ from: Int, _ target: UnsafeMutablePointer<Self>, _ to: Int)
}

extension UInt8: Transposable {
    @inline(__always) static var lanes: Int { 16 }
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Self>, _ from: Int, _ target: UnsafeMutablePointer<Self>, _ to: Int
    ) { sg_transpose_u8(source, from, target, to) }
}

extension UInt16: Transposable {
    @inline(__always) static var lanes: Int { 16 }
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Self>, _ from: Int, _ target: UnsafeMutablePointer<Self>, _ to: Int
    ) { sg_transpose_u16(source, from, target, to) }
}

extension UInt32: Transposable {
    @inline(__always) static var lanes: Int { Int(SG_TRANSPOSE_32_LANES) }
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Self>, _ from: Int, _ target: UnsafeMutablePointer<Self>, _ to: Int
    ) { sg_transpose_u32(source, from, target, to) }
}

extension UInt64: Transposable {
    @inline(__always) static var lanes: Int { 8 }
    @inline(__always) static func transpose(
        _ source: UnsafePointer<Self>, _ from: Int, _ target: UnsafeMutablePointer<Self>, _ to: Int
    ) { sg_transpose_u64(source, from, target, to) }
}
