/// All steps of a layer back in time, slice by slice.
struct BackwardPass: RecurrentPass {
    let layer: RecurrentLayer
    let directions: [RecurrentGradient]

    func run<Cell: RecurrentCell>(_: Cell.Type) -> Bool {
        layer.runSlices(directions.map(\.forward), transposed: false) { (work: SliceWork<Cell>, number) in
            BackwardSlice(work: work, layer: layer, direction: directions[number], places: work.places).run()
        }
    }
}

/// All steps of one slice in one direction, the last computed first.
struct BackwardSlice<Cell: RecurrentCell> {
    typealias Scalar = Cell.Scalar

    let work: SliceWork<Cell>
    let layer: RecurrentLayer
    let direction: RecurrentGradient
    let places: Range<Int>

    private var isReversed: Bool { direction.forward.isReversed }

    func run() {
        let scratch = work.scratch
        layer.load(places, direction.lastHidden, layer.width, to: work.hidden, scratch.hiddenStride)
        layer.load(places, direction.lastCell, layer.hidden, to: work.cell, scratch.cellStride)
        for number in 0..<layer.steps { step(isReversed ? number : layer.steps - 1 - number) }
        layer.store(places, work.hidden, layer.width, scratch.hiddenStride, to: direction.initialHidden)
        if let initial = direction.initialCell {
            layer.store(places, work.cell, layer.hidden, scratch.cellStride, to: initial)
        }
    }

    private func step(_ step: Int) {
        let rows = layer.order.active(step, places)
        let scratch = work.scratch
        for place in 0..<places.count { prepare(step, place, isActive: place < rows) }
        work.projection?.multiply(
            work.hidden, rowStride: scratch.hiddenStride, rows: rows, to: work.raw, rowStride: work.rawStride,
            add: false)
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
                    memory: kept.map { $0 + row &* layer.hidden } ?? work.zeros,
                    previousCell: memoryBefore ?? work.zeros,
                    previousHidden: UnsafePointer(previous + row &* layer.width),
                    hidden: work.raw + place &* work.rawStride, cell: work.cell + place &* scratch.cellStride,
                    gradients: gradients + row &* (layer.cell.gradients &* layer.hidden),
                    product: work.memory + place &* scratch.productStride),
                layer.hidden)
        }
        work.weight.multiply(
            work.memory, rowStride: scratch.productStride, rows: rows, to: work.hidden,
            rowStride: scratch.hiddenStride, add: Cell.isLeaky)
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
        let gradient = work.hidden + place &* work.scratch.hiddenStride
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
