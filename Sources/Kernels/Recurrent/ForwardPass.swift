/// All steps of a layer, slice by slice.
struct ForwardPass: RecurrentPass {
    let layer: RecurrentLayer
    let directions: [RecurrentDirection]

    func run<Cell: RecurrentCell>(_: Cell.Type) -> Bool {
        layer.runSlices(directions, transposed: true) { (work: SliceWork<Cell>, number) in
            ForwardSlice(work: work, layer: layer, direction: directions[number], places: work.places).run()
        }
    }
}

/// All steps of one slice in one direction.
struct ForwardSlice<Cell: RecurrentCell> {
    typealias Scalar = Cell.Scalar

    let work: SliceWork<Cell>
    let layer: RecurrentLayer
    let direction: RecurrentDirection
    let places: Range<Int>

    func run() {
        let scratch = work.scratch
        layer.load(places, direction.initialHidden, layer.width, to: work.hidden, scratch.hiddenStride)
        layer.load(places, direction.initialCell, layer.hidden, to: work.cell, scratch.cellStride)
        for number in 0..<layer.steps {
            step(direction.isReversed ? layer.steps - 1 - number : number)
        }
        layer.store(places, work.hidden, layer.width, scratch.hiddenStride, to: direction.lastHidden)
        if let last = direction.lastCell { layer.store(places, work.cell, layer.hidden, scratch.cellStride, to: last) }
    }

    private func step(_ step: Int) {
        let rows = layer.order.active(step, places)
        let scratch = work.scratch
        work.weight.multiply(
            work.hidden, rowStride: scratch.hiddenStride, rows: rows, to: work.memory,
            rowStride: scratch.productStride, add: false)
        let gates: UnsafeMutablePointer<Scalar> = direction.gates.elements()
        let kept: UnsafeMutablePointer<Scalar>? = direction.memory?.elements()
        let inputBias: UnsafePointer<Scalar> = direction.inputBias?.elements() ?? work.zeros
        let hiddenBias: UnsafePointer<Scalar> = direction.hiddenBias?.elements() ?? work.zeros
        for place in 0..<rows {
            let row = layer.order.row(step, places.lowerBound &+ place)
            Cell.forward(
                ForwardRow(
                    gates: gates + row &* (Cell.gates &* layer.hidden),
                    product: UnsafePointer(work.memory + place &* scratch.productStride), inputBias: inputBias,
                    hiddenBias: hiddenBias, memory: kept.map { $0 + row &* layer.hidden } ?? work.spare,
                    cell: work.cell + place &* scratch.cellStride, hidden: work.raw + place &* work.rawStride),
                layer.hidden)
        }
        work.projection?.multiply(
            work.raw, rowStride: work.rawStride, rows: rows, to: work.hidden, rowStride: scratch.hiddenStride,
            add: false)
        let output: UnsafeMutablePointer<Scalar> = direction.output.elements()
        for place in 0..<places.count {
            let target = output + layer.order.row(step, places.lowerBound &+ place) &* layer.outputStride
            if place < rows {
                target.update(from: work.hidden + place &* scratch.hiddenStride, count: layer.width)
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
