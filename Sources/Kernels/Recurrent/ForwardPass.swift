/// All steps of a layer, slice by slice.
struct ForwardPass: RecurrentPass {
    let layer: RecurrentLayer
    let directions: [RecurrentDirection]

    func run<Cell: RecurrentCell>(_: Cell.Type) -> Bool {
        typealias Matrix = StepMatrix<Cell.File>
        let gateCount = Cell.gates * layer.hidden
        let slices = layer.order.sliceCount
        let isProjected = directions.contains { $0.projection != nil }
        let scratch = ForwardScratch<Cell>(layer, isProjected: isProjected)
        let weightSize = Matrix.size(k: layer.width, n: gateCount)
        let projectionSize = isProjected ? Matrix.size(k: layer.hidden, n: layer.width) : 0
        let packedSize = weightSize + projectionSize
        let bytes = (packedSize + slices * scratch.size) * directions.count * MemoryLayout<Cell.Scalar>.stride
        guard let memory = MemoryPool.allocate(bytes) else { return false }
        defer { MemoryPool.deallocate(memory, bytes) }
        let start = memory.assumingMemoryBound(to: Cell.Scalar.self)
        var weights: [Matrix] = []
        var projections: [Matrix] = []
        for (number, direction) in directions.enumerated() {
            let packed = start + number * packedSize
            weights.append(Matrix(k: layer.width, n: gateCount, elements: packed))
            weights[number].pack(direction.weight.elements(), row: 1, column: layer.width)
            if let projection = direction.projection {
                projections.append(Matrix(k: layer.hidden, n: layer.width, elements: packed + weightSize))
                projections[number].pack(projection.elements(), row: 1, column: layer.hidden)
            }
        }
        let scratches = start + directions.count * packedSize
        ThreadPool.run(tasks: slices * directions.count) { task in
            let number = task % directions.count
            ForwardSlice<Cell>(
                layer: layer, direction: directions[number], places: layer.order.places(task / directions.count),
                weight: weights[number], projection: isProjected ? projections[number] : nil, scratch: scratch,
                memory: scratches + task * scratch.size
            ).run()
        }
        return true
    }
}

/// How the working memory of a slice is cut: offsets and distances between rows, in elements.
struct ForwardScratch<Cell: RecurrentCell> {
    let productStride: Int
    let hiddenStride: Int
    let cellStride: Int
    let hidden: Int
    let cell: Int
    /// Hidden states before the projection.
    let raw: Int
    /// A row for what is not kept, then the zeros that stand for a missing bias.
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

/// All steps of one slice in one direction.
struct ForwardSlice<Cell: RecurrentCell> {
    typealias Scalar = Cell.Scalar

    let layer: RecurrentLayer
    let direction: RecurrentDirection
    let places: Range<Int>
    let weight: StepMatrix<Cell.File>
    let projection: StepMatrix<Cell.File>?
    let scratch: ForwardScratch<Cell>
    let memory: UnsafeMutablePointer<Scalar>

    private var hidden: UnsafeMutablePointer<Scalar> { memory + scratch.hidden }
    private var cell: UnsafeMutablePointer<Scalar> { memory + scratch.cell }

    func run() {
        (memory + scratch.zeros).update(repeating: 0, count: scratch.productStride)
        layer.load(places, direction.initialHidden, layer.width, to: hidden, scratch.hiddenStride)
        layer.load(places, direction.initialCell, layer.hidden, to: cell, scratch.cellStride)
        for number in 0..<layer.steps {
            step(direction.isReversed ? layer.steps - 1 - number : number)
        }
        layer.store(places, hidden, layer.width, scratch.hiddenStride, to: direction.lastHidden)
        if let last = direction.lastCell { layer.store(places, cell, layer.hidden, scratch.cellStride, to: last) }
    }

    private func step(_ step: Int) {
        let rows = layer.order.active(step, places)
        weight.multiply(
            hidden, rowStride: scratch.hiddenStride, rows: rows, to: memory, rowStride: scratch.productStride,
            add: false)
        let gates: UnsafeMutablePointer<Scalar> = direction.gates.elements()
        let kept: UnsafeMutablePointer<Scalar>? = direction.memory?.elements()
        let bias: UnsafePointer<Scalar> = direction.hiddenBias?.elements() ?? UnsafePointer(memory + scratch.zeros)
        let result = projection == nil ? hidden : memory + scratch.raw
        let resultStride = projection == nil ? scratch.hiddenStride : scratch.cellStride
        for place in 0..<rows {
            let row = layer.order.row(step, places.lowerBound &+ place)
            Cell.forward(
                ForwardRow(
                    gates: gates + row &* (Cell.gates &* layer.hidden),
                    product: UnsafePointer(memory + place &* scratch.productStride), hiddenBias: bias,
                    memory: kept.map { $0 + row &* layer.hidden } ?? memory + scratch.spare,
                    cell: cell + place &* scratch.cellStride, hidden: result + place &* resultStride),
                layer.hidden)
        }
        projection?.multiply(
            result, rowStride: resultStride, rows: rows, to: hidden, rowStride: scratch.hiddenStride, add: false)
        let output: UnsafeMutablePointer<Scalar> = direction.output.elements()
        for place in 0..<places.count {
            let target = output + layer.order.row(step, places.lowerBound &+ place) &* layer.outputStride
            if place < rows {
                target.update(from: hidden + place &* scratch.hiddenStride, count: layer.width)
            } else {
                target.update(repeating: 0, count: layer.width)
            }
        }
    }
}

extension RecurrentLayer {
    /// Copies the states of a slice's items, or zeros where there are none, into its working memory.
    func load<Scalar: BinaryFloatingPoint>(
        _ places: Range<Int>, _ source: UnsafeRawPointer?, _ width: Int, to target: UnsafeMutablePointer<Scalar>,
        _ stride: Int
    ) {
        let source: UnsafePointer<Scalar>? = source?.elements()
        for (position, place) in places.enumerated() {
            let row = target + position &* stride
            if let source {
                row.update(from: source + order.items[place] &* width, count: width)
            } else {
                row.update(repeating: 0, count: width)
            }
        }
    }

    /// Copies states from a slice's working memory to where its items have them.
    func store<Scalar>(
        _ places: Range<Int>, _ source: UnsafePointer<Scalar>, _ width: Int, _ stride: Int,
        to target: UnsafeMutableRawPointer
    ) {
        let target: UnsafeMutablePointer<Scalar> = target.elements()
        for (position, place) in places.enumerated() {
            (target + order.items[place] &* width).update(from: source + position &* stride, count: width)
        }
    }
}

extension UnsafeRawPointer {
    @inline(__always)
    func elements<Scalar>() -> UnsafePointer<Scalar> { assumingMemoryBound(to: Scalar.self) }
}

extension UnsafeMutableRawPointer {
    @inline(__always)
    func elements<Scalar>() -> UnsafeMutablePointer<Scalar> { assumingMemoryBound(to: Scalar.self) }
}
