import CPlatform

/// Brings rows that will be packed into the second-level cache, a few with each tile, while the multiply-add units are busy.
struct ReadAhead {
    private var next: UnsafeRawPointer?
    private var rows = 0
    private let rowsAtOnce: Int
    /// In bytes.
    private let rowStride: Int
    private let rowLength: Int

    /// Nothing to read.
    init() { (next, rowsAtOnce, rowStride, rowLength) = (nil, 0, 0, 0) }

    /// `rows` rows of `length` elements, `stride` elements apart, in at most `steps` steps.
    init<Scalar>(_ first: UnsafePointer<Scalar>, rows: Int, stride: Int, length: Int, steps: Int) {
        next = UnsafeRawPointer(first)
        self.rows = rows
        rowsAtOnce = (rows - 1) / max(steps, 1) + 1
        rowStride = stride &* MemoryLayout<Scalar>.stride
        rowLength = length &* MemoryLayout<Scalar>.stride
    }

    @inline(__always)
    mutating func step() {
        if rows > 0 { read() }
    }

    @inline(never)
    private mutating func read() {
        guard var row = next else { return }
        let cacheLine = 64
        for _ in 0..<min(rowsAtOnce, rows) {
            for line in stride(from: 0, to: rowLength, by: cacheLine) { sg_prefetch_second(row + line) }
            row += rowStride
        }
        next = row
        rows &-= rowsAtOnce
    }
}
