// How rows are shared out to threads, and taken together within a task.
//
// What is done to a row in several passes is done to a group of rows pass by pass: the rows stay in L1, and the latency
// of one row's sum is hidden behind the next row's loads.

/// Runs `body(rows of the task)` over the rows, about 16,000 elements to a task.
@inline(__always)
func forRows(_ rows: Int, _ columns: Int, _ body: (Range<Int>) -> Void) {
    ThreadPool.ranges(rows, grain: max(1, (1 << 14) / max(columns, 1)), body)
}

/// Runs `body(rows of a group)` over the rows of all tasks.
@inline(__always)
func forRowGroups(_ rows: Int, _ columns: Int, _ body: (Range<Int>) -> Void) {
    forRows(rows, columns) { range in
        var row = range.lowerBound
        while row < range.upperBound {
            let end = min(row &+ rowsInGroup(columns), range.upperBound)
            body(row..<end)
            row = end
        }
    }
}

/// Runs `body(rows of a group, a place for what each row hands from pass to pass)` over a task's rows.
@inline(__always)
func forGroups<Value>(
    _ range: Range<Int>, _ columns: Int, _ body: (Range<Int>, UnsafeMutablePointer<Value>) -> Void
) {
    let size = rowsInGroup(columns)
    withUnsafeTemporaryAllocation(of: Value.self, capacity: size) { memory in
        guard let values = memory.baseAddress else { return }
        var row = range.lowerBound
        while row < range.upperBound {
            let end = min(row &+ size, range.upperBound)
            body(row..<end, values)
            row = end
        }
    }
}

/// About 3000 elements.
@inline(__always)
private func rowsInGroup(_ columns: Int) -> Int { max(1, min(16, 3072 / max(columns, 1))) }
