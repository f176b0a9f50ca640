/// All steps of a layer back in time, slice by slice.
struct BackwardPass: RecurrentPass {
    let layer: RecurrentLayer
    let directions: [RecurrentGradient]

    func run<Cell: RecurrentCell>(_: Cell.Type) -> Bool {
        typealias Matrix = StepMatrix<Cell.File>
        let gateCount = Cell.gates * layer.hidden
        let slices = layer.order.sliceCount
        let isProjected = directions.contains { $0.forward.projection != nil }
        let scratch = BackwardScratch<Cell>(layer, isProjected: isProjected)
        let weightSize = Matrix.size(k: gateCount, n: layer.width)
        let packedSize = weightSize + (isProjected ? Matrix.size(k: layer.width, n: layer.hidden) : 0)
        let bytes = (packedSize + slices * scratch.size) * directions.count * MemoryLayout<Cell.Scalar>.stride
        guard let memory = MemoryPool.allocate(bytes) else { return false }
        defer { MemoryPool.deallocate(memory, bytes) }
        let start = memory.assumingMemoryBound(to: Cell.Scalar.self)
        var weights: [Matrix] = []
        var projections: [Matrix] = []
        for (number, direction) in directions.enumerated() {
            let packed = start + number * packedSize
            weights.append(Matrix(k: gateCount, n: layer.width, elements: packed))
            weights[number].pack(direction.forward.weight.elements(), row: layer.width, column: 1)
            if let projection = direction.forward.projection {
                projections.append(Matrix(k: layer.width, n: layer.hidden, elements: packed + weightSize))
                projections[number].pack(projection.elements(), row: layer.hidden, column: 1)
            }
        }
        let scratches = start + directions.count * packedSize
        ThreadPool.run(tasks: slices * directions.count) { task in
            let number = task % directions.count
            BackwardSlice<Cell>(
                layer: layer, direction: directions[number], places: layer.order.places(task / directions.count),
                weight: weights[number], projection: isProjected ? projections[number] : nil, scratch: scratch,
                memory: scratches + task * scratch.size
            ).run()
        }
        return true
    }
}

/// How the working memory of a slice is cut: offsets and distances between rows, in elements.
struct BackwardScratch<Cell: RecurrentCell> {
    let productStride: Int
    let hiddenStride: Int
    let cellStride: Int
    let hidden: Int
    let cell: Int
    /// Gradients of the hidden states before the projection.
    let raw: Int
    /// A row of zeros.
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
        zeros = raw + (isProjected ? rows * cellStride : 0)
        size = zeros + cellStride
    }
}

/// All steps of one slice in one direction, the last computed first.
struct BackwardSlice<Cell: RecurrentCell> {
    typealias Scalar = Cell.Scalar

    let layer: RecurrentLayer
    let direction: RecurrentGradient
    let places: Range<Int>
    let weight: StepMatrix<Cell.File>
    let projection: StepMatrix<Cell.File>?
    let scratch: BackwardScratch<Cell>
    let memory: UnsafeMutablePointer<Scalar>

    private var hidden: UnsafeMutablePointer<Scalar> { memory + scratch.hidden }
    private var cell: UnsafeMutablePointer<Scalar> { memory + scratch.cell }
    private var zeros: UnsafePointer<Scalar> { UnsafePointer(memory + scratch.zeros) }
    private var isReversed: Bool { direction.forward.isReversed }

    func run() {
        (memory + scratch.zeros).update(repeating: 0, count: scratch.cellStride)
        layer.load(places, direction.lastHidden, layer.width, to: hidden, scratch.hiddenStride)
        layer.load(places, direction.lastCell, layer.hidden, to: cell, scratch.cellStride)
        for number in 0..<layer.steps { step(isReversed ? number : layer.steps - 1 - number) }
        layer.store(places, hidden, layer.width, scratch.hiddenStride, to: direction.initialHidden)
        if let initial = direction.initialCell {
            layer.store(places, cell, layer.hidden, scratch.cellStride, to: initial)
        }
    }

    private func step(_ step: Int) {
        let rows = layer.order.active(step, places)
        for place in 0..<places.count { prepare(step, place, isActive: place < rows) }
        let result = projection == nil ? hidden : memory + scratch.raw
        let resultStride = projection == nil ? scratch.hiddenStride : scratch.cellStride
        projection?.multiply(
            hidden, rowStride: scratch.hiddenStride, rows: rows, to: result, rowStride: resultStride, add: false)
        let gates: UnsafePointer<Scalar> = UnsafeRawPointer(direction.forward.gates).elements()
        let kept: UnsafePointer<Scalar>? = direction.forward.memory.map { UnsafeRawPointer($0).elements() }
        let initialCell: UnsafePointer<Scalar>? = direction.forward.initialCell?.elements()
        let gradients: UnsafeMutablePointer<Scalar> = direction.gates.elements()
        let previous: UnsafeMutablePointer<Scalar> = direction.previousHidden.elements()
        for place in 0..<rows {
            let row = layer.order.row(step, places.lowerBound &+ place)
            let before = rowBefore(step, place)
            let memoryBefore: UnsafePointer<Scalar>? =
                if let before { kept.map { $0 + before &* layer.hidden } } else {
                    initialCell.map { $0 + item(place) &* layer.hidden }
                }
            Cell.backward(
                BackwardRow(
                    gates: gates + row &* (Cell.gates &* layer.hidden),
                    memory: kept.map { $0 + row &* layer.hidden } ?? zeros, previousCell: memoryBefore ?? zeros,
                    previousHidden: UnsafePointer(previous + row &* layer.width),
                    hidden: result + place &* resultStride, cell: cell + place &* scratch.cellStride,
                    gradients: gradients + row &* (layer.cell.gradients &* layer.hidden),
                    product: memory + place &* scratch.productStride),
                layer.hidden)
        }
        weight.multiply(
            memory, rowStride: scratch.productStride, rows: rows, to: hidden, rowStride: scratch.hiddenStride,
            add: Cell.isLeaky)
    }

    private func item(_ place: Int) -> Int { layer.order.items[places.lowerBound &+ place] }

    /// The row of the step whose states this one started from; none at an item's first.
    private func rowBefore(_ step: Int, _ place: Int) -> Int? {
        let place = places.lowerBound &+ place
        if isReversed { return step &+ 1 < layer.order.lengths[place] ? layer.order.row(step &+ 1, place) : nil }
        return step > 0 ? layer.order.row(step &- 1, place) : nil
    }

    /// Adds the output's gradient and notes the hidden state that the step started from, or zeros a row that does not count.
    private func prepare(_ step: Int, _ place: Int, isActive: Bool) {
        let (width, gradientWidth) = (layer.width, layer.cell.gradients &* layer.hidden)
        let row = layer.order.row(step, places.lowerBound &+ place)
        let previous: UnsafeMutablePointer<Scalar> = direction.previousHidden.elements() + row &* width
        let projected: UnsafeMutablePointer<Scalar>? = direction.projected.map { $0.elements() + row &* width }
        guard isActive else {
            previous.update(repeating: 0, count: width)
            projected?.update(repeating: 0, count: width)
            (direction.gates.elements() + row &* gradientWidth).update(repeating: 0 as Scalar, count: gradientWidth)
            return
        }
        let gradient = hidden + place &* scratch.hiddenStride
        if let output = direction.output {
            let output: UnsafePointer<Scalar> = output.elements() + row &* layer.outputStride
            Self.add(output, to: gradient, width)
        }
        projected?.update(from: gradient, count: width)
        if let before = rowBefore(step, place) {
            let output: UnsafePointer<Scalar> = UnsafeRawPointer(direction.forward.output).elements()
            previous.update(from: output + before &* layer.outputStride, count: width)
        } else if let initial = direction.forward.initialHidden {
            let initial: UnsafePointer<Scalar> = initial.elements()
            previous.update(from: initial + item(place) &* width, count: width)
        } else {
            previous.update(repeating: 0, count: width)
        }
    }

    @inline(never)
    private static func add(_ source: UnsafePointer<Scalar>, to target: UnsafeMutablePointer<Scalar>, _ count: Int) {
        typealias V = Cell.V
        var i = 0
        while i &+ V.width <= count {
            (V(loading: target + i) + V(loading: source + i)).store(to: target + i)
            i &+= V.width
        }
        if i < count {
            (V(loading: target + i, count: count &- i) + V(loading: source + i, count: count &- i))
                .store(to: target + i, count: count &- i)
        }
    }
}
