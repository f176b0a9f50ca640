/// What a task of either pass works with: the weights of its direction, packed once for all steps and slices, and memory.
struct SliceWork<Cell: RecurrentCell> {
    let layer: RecurrentLayer
    let places: Range<Int>
    let weight: StepMatrix<Cell.File>
    let projection: StepMatrix<Cell.File>?
    let scratch: RecurrentScratch<Cell>
    /// The products of the slice's rows come first.
    let memory: UnsafeMutablePointer<Cell.Scalar>

    var hidden: UnsafeMutablePointer<Cell.Scalar> { memory + scratch.hidden }
    var cell: UnsafeMutablePointer<Cell.Scalar> { memory + scratch.cell }
    var spare: UnsafeMutablePointer<Cell.Scalar> { memory + scratch.spare }
    var zeros: UnsafePointer<Cell.Scalar> { UnsafePointer(memory + scratch.zeros) }
    /// Hidden states on the cell's side of the projection, where there is one.
    var raw: UnsafeMutablePointer<Cell.Scalar> { projection == nil ? hidden : memory + scratch.raw }
    var rawStride: Int { projection == nil ? scratch.hiddenStride : scratch.cellStride }
}

/// How the working memory of a slice is cut: offsets and distances between rows, in elements.
struct RecurrentScratch<Cell: RecurrentCell> {
    let productStride: Int
    let hiddenStride: Int
    let cellStride: Int
    let hidden: Int
    let cell: Int
    let raw: Int
    /// A row for what is not kept, then one of zeros that stands for what is missing.
    let spare: Int
    let zeros: Int
    let size: Int

    init(_ layer: RecurrentLayer, isProjected: Bool) {
        typealias Matrix = StepMatrix<Cell.File>
        let rows = layer.order.largestSlice
        productStride = Matrix.rowStride(Cell.gates * layer.hidden)
        hiddenStride = Matrix.rowStride(layer.width)
        cellStride = Matrix.rowStride(layer.hidden)
        hidden = rows * productStride
        cell = hidden + rows * hiddenStride
        raw = cell + rows * cellStride
        spare = raw + (isProjected ? rows * cellStride : 0)
        zeros = spare + cellStride
        size = zeros + productStride
    }
}

extension RecurrentLayer {
    /// Packs the weights of every direction, as they are or transposed, and calls `body` with the number of a direction for
    /// each slice and direction, on all threads. False when there is no memory, and then nothing is done.
    func runSlices<Cell: RecurrentCell>(
        _ directions: [RecurrentDirection], transposed: Bool, _ body: (SliceWork<Cell>, Int) -> Void
    ) -> Bool {
        typealias Matrix = StepMatrix<Cell.File>
        let gateCount = Cell.gates * hidden
        let isProjected = directions.contains { $0.projection != nil }
        let scratch = RecurrentScratch<Cell>(self, isProjected: isProjected)
        let weightSize = Matrix.size(rows: gateCount, columns: width, transposed: transposed, batch: batch)
        let packedSize =
            weightSize
            + (isProjected ? Matrix.size(rows: width, columns: hidden, transposed: transposed, batch: batch) : 0)
        let tasks = order.sliceCount * directions.count
        let bytes = (packedSize * directions.count + scratch.size * tasks) * MemoryLayout<Cell.Scalar>.stride
        guard let memory = MemoryPool.allocate(bytes) else { return false }
        defer { MemoryPool.deallocate(memory, bytes) }
        let start = memory.assumingMemoryBound(to: Cell.Scalar.self)
        let weights = directions.indices.map { number in
            Matrix(
                directions[number].weight.elements(), rows: gateCount, columns: width, transposed: transposed,
                batch: batch, packed: start + number * packedSize)
        }
        let projections = directions.indices.map { number in
            directions[number].projection.map {
                Matrix(
                    $0.elements(), rows: width, columns: hidden, transposed: transposed, batch: batch,
                    packed: start + (number * packedSize + weightSize))
            }
        }
        let scratches = start + directions.count * packedSize
        ThreadPool.run(tasks: tasks) { task in
            let (slice, number) = task.quotientAndRemainder(dividingBy: directions.count)
            let work = SliceWork<Cell>(
                layer: self, places: order.places(slice), weight: weights[number], projection: projections[number],
                scratch: scratch, memory: scratches + task * scratch.size)
            work.spare.update(repeating: 0, count: scratch.size - scratch.spare)
            body(work, number)
        }
        return true
    }
}
