/// Cuts a reduction into tasks and runs a kernel on each.
///
/// A unit is a tile of kept elements at one position of the outer kept axes. If there are many units, a task is a run of
/// them and takes all their elements. If there are few and each is large, the reduced elements are cut into parts as
/// well; every (unit, part) has accumulators of its own, and the parts are merged in order at the end. All cuts follow
/// from the layout alone, so the bits of the result do not depend on the number of threads.
struct ReductionDriver {
    private static let taskElements = 1 << 15
    private static let partElements = 1 << 16
    private static let mostPartials = 128
    private static let widestTile = 1024

    private let kernel: AnyReductionKernel
    private let layout: ReductionLayout
    private let outerKept: AxisWalk
    private let outerReduced: AxisWalk
    private let input: UnsafeRawPointer
    private let center: UnsafeRawPointer?
    private let centerSize: Int
    private let output: UnsafeMutableRawPointer
    private let outputSize: Int
    private let tile: Int
    private let tiles: Int

    init(
        _ kernel: AnyReductionKernel, _ layout: ReductionLayout, input: UnsafeRawPointer,
        center: UnsafeRawPointer? = nil, centerSize: Int = 0, output: UnsafeMutableRawPointer, outputSize: Int
    ) {
        self.kernel = kernel
        self.layout = layout
        self.input = input
        self.center = center
        self.centerSize = centerSize
        self.output = output
        self.outputSize = outputSize
        outerKept = AxisWalk(layout.outerKept)
        outerReduced = AxisWalk(layout.outerReduced)
        let wanted =
            layout.innerKept.stride == 1
            ? ReductionDriver.widestTile : ReductionDriver.taskElements / max(layout.reducedCount, 1)
        tile = max(1, min(wanted, layout.innerKept.count, ReductionDriver.widestTile))
        tiles = (layout.innerKept.count + tile - 1) / tile
    }

    func run() {
        guard layout.keptCount > 0 else { return }
        let units = outerKept.count &* tiles
        let (inner, outer) = partShape(units)
        let innerParts = (layout.innerReduced.count + inner - 1) / inner
        let parts = innerParts &* ((outerReduced.count + outer - 1) / outer)
        let partialSize = tile &* kernel.accumulatorSize
        if parts <= 1 {
            let grain = max(1, ReductionDriver.taskElements / max(1, tile &* layout.reducedCount))
            ThreadPool.ranges(units, grain: grain) { range in
                withUnsafeTemporaryAllocation(byteCount: partialSize, alignment: 64) { scratch in
                    guard let accumulators = scratch.baseAddress else { return }
                    for unit in range {
                        accumulate(unit, 0..<layout.innerReduced.count, 0..<outerReduced.count, accumulators)
                        finish(unit, accumulators)
                    }
                }
            }
            return
        }
        withUnsafeTemporaryAllocation(byteCount: units &* parts &* partialSize, alignment: 64) { scratch in
            guard let partials = scratch.baseAddress else { return }
            ThreadPool.run(tasks: units &* parts) { task in
                let (unit, part) = task.quotientAndRemainder(dividingBy: parts)
                let (outerPart, innerPart) = part.quotientAndRemainder(dividingBy: innerParts)
                let innerEnd = min((innerPart &+ 1) &* inner, layout.innerReduced.count)
                let outerEnd = min((outerPart &+ 1) &* outer, outerReduced.count)
                accumulate(
                    unit, innerPart &* inner..<innerEnd, outerPart &* outer..<outerEnd,
                    partials + task &* partialSize)
            }
            for unit in 0..<units {
                let first = partials + unit &* parts &* partialSize
                for part in 1..<parts { kernel.merge(first + part &* partialSize, first, tileCount(unit)) }
                finish(unit, first)
            }
        }
    }

    /// Elements of the inner reduced axis and positions of the outer ones in a part.
    private func partShape(_ units: Int) -> (inner: Int, outer: Int) {
        let whole = (max(layout.innerReduced.count, 1), max(outerReduced.count, 1))
        let work = tile &* layout.reducedCount
        let parts = min(work / ReductionDriver.partElements, ReductionDriver.mostPartials / max(units, 1))
        if parts < 2 { return whole }
        let wanted = (layout.reducedCount + parts - 1) / parts
        if wanted < whole.0 { return (wanted, whole.1 > 1 ? max(1, wanted / whole.0) : 1) }
        return (whole.0, (wanted + whole.0 - 1) / whole.0)
    }

    private func tileCount(_ unit: Int) -> Int { min(tile, layout.innerKept.count &- unit % tiles &* tile) }

    private func accumulate(
        _ unit: Int, _ innerRange: Range<Int>, _ outerRange: Range<Int>, _ accumulators: UnsafeMutableRawPointer
    ) {
        let count = tileCount(unit)
        kernel.prepare(accumulators, count)
        let kept = outerKept.position(unit / tiles)
        let keptStart = unit % tiles &* tile
        let unitOffset = kept.offset &+ keptStart &* layout.innerKept.stride
        let outputStart = kept.step &+ keptStart &* layout.innerKept.step
        for outer in outerRange {
            let reduced = outerReduced.position(outer)
            let offset = unitOffset &+ reduced.offset &+ innerRange.lowerBound &* layout.innerReduced.stride
            kernel.accumulate(
                ReductionBlock(
                    input: input + offset &* kernel.elementSize, kept: count, keptStride: layout.innerKept.stride,
                    reduced: innerRange.count, reducedStride: layout.innerReduced.stride,
                    firstPosition: reduced.step &+ innerRange.lowerBound &* layout.innerReduced.step,
                    positionStep: layout.innerReduced.step,
                    center: center.map { $0 + outputStart &* centerSize }, centerStep: layout.innerKept.step),
                accumulators)
        }
    }

    private func finish(_ unit: Int, _ accumulators: UnsafeRawPointer) {
        let start = outerKept.position(unit / tiles).step &+ unit % tiles &* tile &* layout.innerKept.step
        kernel.finish(
            accumulators, tileCount(unit), layout.reducedCount, output + start &* outputSize, layout.innerKept.step)
    }
}
