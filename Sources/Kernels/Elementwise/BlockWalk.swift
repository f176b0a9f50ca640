// How a pass over strided operands is cut into blocks.
//
// Axes of extent 1 are dropped; the others are sorted by the output's strides, largest first (by the inputs' where the
// output's say nothing), and neighbours along which every operand is evenly spaced become one. A block is a rectangle of
// `rows` x `columns` elements on two of the remaining axes: the innermost, and either the next one out or, when an
// operand is contiguous along another axis (a transposition), that one. Blocks are numbered, so a range of numbers is a
// unit of work for a thread, and the cut depends on the shape alone.

/// The two-dimensional blocks of a pass. Borrows the scratch memory it is built in.
struct BlockWalk {
    let operands: Int
    /// Axes left after merging; at least 2, padded with extent 1 in front.
    private(set) var rank: Int
    private let extents: UnsafeMutablePointer<Int>
    /// strides[operand * capacity + axis]
    private let strides: UnsafeMutablePointer<Int>
    private let capacity: Int
    /// The axis the rows of a block lie on; its columns lie on the last one.
    private(set) var rowAxis = 0
    private(set) var rows = 1
    private(set) var columns = 1
    private(set) var blockCount = 0

    /// Integers of scratch memory that `init` needs.
    static func scratchSize(rank: Int, operands: Int) -> Int { (rank + 2) * (operands + 1) }

    /// Sorts and merges the axes. `operand(k)` gives the strides; the output comes first.
    init(
        _ shape: [Int], operands: Int, scratch: UnsafeMutablePointer<Int>, strides stride: (Int, Int) -> Int
    ) {
        self.operands = operands
        capacity = shape.count + 2
        extents = scratch
        strides = scratch + capacity
        rank = 2
        for axis in 0..<2 { setAxis(axis, extent: 1) { _ in 0 } }
        for axis in 0..<shape.count where shape[axis] != 1 {
            setAxis(rank, extent: shape[axis]) { stride($0, axis) }
            var position = rank
            while position > 2 && belongsOutside(position, position - 1) {
                swapAxes(position, position - 1)
                position -= 1
            }
            rank += 1
        }
        mergeAxes()
    }

    var innerExtent: Int { extents[rank - 1] }

    /// Distance between the columns, and between the rows, of a block of this operand.
    func layout(_ operand: Int) -> BlockCopy.Layout {
        BlockCopy.Layout(row: stride(operand, rowAxis), column: stride(operand, rank - 1))
    }

    /// Chooses blocks of at most `limit` elements, or whole rows of up to `rowLimit` where these are long.
    mutating func cut(limit: Int, rowLimit: Int) {
        let inner = rank - 1
        rowAxis = inner - 1
        let tile = transposedAxis()
        if let tile {
            rowAxis = tile
            rows = min(extents[tile], 32)
            columns = min(extents[inner], max(limit / rows, 1))
            rows = min(extents[tile], max(limit / columns, 1))
        } else if extents[inner] > limit / 2 {
            rows = 1
            columns = min(extents[inner], rowLimit)
        } else {
            columns = extents[inner]
            rows = min(extents[rowAxis], limit / columns)
        }
        blockCount = 1
        for axis in 0..<rank { blockCount *= blocks(along: axis) }
    }

    /// Integers of scratch memory that `forEach` needs.
    var indexSize: Int { rank + operands }

    /// Calls `body(offsets, rows, columns)` for each block of a range; `offsets` holds each operand's first element.
    func forEach(
        _ range: Range<Int>, scratch index: UnsafeMutablePointer<Int>,
        _ body: (UnsafePointer<Int>, _ rows: Int, _ columns: Int) -> Void
    ) {
        let offsets = index + rank
        var rest = range.lowerBound
        for axis in Swift.stride(from: rank - 1, through: 0, by: -1) {
            let count = blocks(along: axis)
            index[axis] = rest == 0 ? 0 : rest % count
            rest = rest == 0 ? 0 : rest / count
        }
        for _ in range {
            for operand in 0..<operands {
                var offset = 0
                for axis in 0..<rank { offset &+= index[axis] &* step(axis) &* stride(operand, axis) }
                offsets[operand] = offset
            }
            body(
                offsets, min(rows, extents[rowAxis] &- index[rowAxis] &* rows),
                min(columns, extents[rank - 1] &- index[rank - 1] &* columns))
            var axis = rank - 1
            while axis >= 0 {
                index[axis] &+= 1
                if index[axis] < blocks(along: axis) { break }
                index[axis] = 0
                axis -= 1
            }
        }
    }

    private func stride(_ operand: Int, _ axis: Int) -> Int { strides[operand &* capacity &+ axis] }

    private func step(_ axis: Int) -> Int { axis == rank - 1 ? columns : (axis == rowAxis ? rows : 1) }

    private func blocks(along axis: Int) -> Int {
        let size = step(axis)
        return size == 1 ? extents[axis] : (size >= extents[axis] ? 1 : (extents[axis] + size - 1) / size)
    }

    private func setAxis(_ axis: Int, extent: Int, _ stride: (Int) -> Int) {
        extents[axis] = extent
        for operand in 0..<operands { strides[operand * capacity + axis] = stride(operand) }
    }

    private func swapAxes(_ a: Int, _ b: Int) {
        swap(&extents[a], &extents[b])
        for operand in 0..<operands { swap(&strides[operand * capacity + a], &strides[operand * capacity + b]) }
    }

    /// Whether axis `a` should be walked outside of axis `b`.
    private func belongsOutside(_ a: Int, _ b: Int) -> Bool {
        for operand in 0..<operands {
            let x = stride(operand, a).magnitude
            let y = stride(operand, b).magnitude
            if x != 0 && y != 0 && x != y { return x > y }
        }
        return false
    }

    private mutating func mergeAxes() {
        guard rank > 3 else { return }
        var last = 2
        for axis in 3..<rank {
            let extent = extents[axis]
            let even = (0..<operands).allSatisfy { stride($0, last) == stride($0, axis) &* extent }
            if even {
                setAxis(last, extent: extents[last] * extent) { stride($0, axis) }
            } else {
                last += 1
                if last != axis { setAxis(last, extent: extent) { stride($0, axis) } }
            }
        }
        rank = last + 1
    }

    /// The axis along which some operand is contiguous that is not so along the innermost.
    private func transposedAxis() -> Int? {
        for operand in 0..<operands where stride(operand, rank - 1).magnitude > 1 {
            for axis in 0..<rank - 1 where stride(operand, axis).magnitude == 1 && extents[axis] > 1 { return axis }
        }
        return nil
    }
}
