/// The best element so far and where it was; `position` is -1 before the first.
struct PositionedValue<Value: Sendable>: Sendable {
    var value: Value
    var position: Int
}

/// Position of the largest or smallest float; the first of equals, and the first NaN before everything.
///
/// A leaf's extremum is found at full speed by `FloatFold`; only if it beats the best so far, which in random data
/// happens a logarithmic number of times, is the leaf searched for its position.
enum FloatExtremumPosition<V: FoldableVector, Operation: FloatExtremum>: ReductionKernel {
    typealias Element = V.Scalar
    typealias Accumulator = PositionedValue<Double>
    typealias Output = Int64

    private static var runBlock: Int { 1024 }
    private static var rowBlock: Int { 32 }

    static var identity: PositionedValue<Double> { PositionedValue(value: Operation.identity, position: -1) }

    static func merge(_ part: PositionedValue<Double>, into best: inout PositionedValue<Double>) {
        guard part.position >= 0 else { return }
        if beats(part.value, best) || (part.position < best.position && !beats(best.value, part)) { best = part }
    }

    static func result(_ best: PositionedValue<Double>, reduced: Int) -> Int64 { Int64(best.position) }

    @inline(__always)
    private static func beats(_ value: Double, _ best: PositionedValue<Double>) -> Bool {
        best.position < 0 || Operation.precedes(value, best.value) || (value.isNaN && !best.value.isNaN)
    }

    static func accumulate(_ block: ReductionBlock, _ best: UnsafeMutablePointer<Accumulator>) {
        let vertical = block.keptStride == 1 && block.reducedStride != 1
        let most = vertical ? rowBlock : runBlock
        withUnsafeTemporaryAllocation(of: Double.self, capacity: block.kept) { scratch in
            guard let extrema = scratch.baseAddress else { return }
            var part = block
            var start = 0
            while start < block.reduced {
                part.reduced = min(most, block.reduced &- start)
                part.input =
                    block.input + start &* block.reducedStride &* MemoryLayout<Element>.stride
                part.firstPosition = block.firstPosition &+ start &* block.positionStep
                extrema.initialize(repeating: Operation.identity, count: block.kept)
                FloatFold<V, Operation>.accumulate(part, extrema)
                for i in 0..<block.kept {
                    let candidate = PositionedValue(value: extrema[i], position: part.firstPosition)
                    let mayTie = candidate.position < best[i].position && !beats(best[i].value, candidate)
                    if beats(extrema[i], best[i]) || mayTie {
                        merge(PositionedValue(value: extrema[i], position: search(part, i, extrema[i])), into: &best[i])
                    }
                }
                start = start &+ part.reduced
            }
        }
    }

    private static func search(_ block: ReductionBlock, _ kept: Int, _ value: Double) -> Int {
        let run = block.input.assumingMemoryBound(to: V.Scalar.self) + kept &* block.keptStride
        var j = 0
        while j < block.reduced &- 1 {
            let x = V.double(run[j &* block.reducedStride])
            if x == value || x.isNaN { break }
            j = j &+ 1
        }
        return block.firstPosition &+ j &* block.positionStep
    }
}

/// Position of the largest or smallest integer (booleans are `UInt8`); the first of equals.
enum IntegerExtremumPosition<Element: FixedWidthInteger & Sendable, Operation: IntegerFoldOperation>:
    ReductionKernel
{
    typealias Accumulator = PositionedValue<Element>
    typealias Output = Int64

    static var identity: PositionedValue<Element> {
        PositionedValue(value: Operation.identity(Element.self), position: -1)
    }

    @inline(__always)
    static func merge(_ part: PositionedValue<Element>, into best: inout PositionedValue<Element>) {
        guard part.position >= 0 else { return }
        let isBetter = part.value != best.value && Operation.combine(part.value, best.value) == part.value
        if best.position < 0 || isBetter || (part.value == best.value && part.position < best.position) { best = part }
    }

    static func result(_ best: PositionedValue<Element>, reduced: Int) -> Int64 { Int64(best.position) }

    static func accumulate(_ block: ReductionBlock, _ best: UnsafeMutablePointer<Accumulator>) {
        let input = block.input.assumingMemoryBound(to: Element.self)
        for i in 0..<block.kept {
            var current = best[i]
            for j in 0..<block.reduced {
                let value = input[i &* block.keptStride &+ j &* block.reducedStride]
                let position = block.firstPosition &+ j &* block.positionStep
                merge(PositionedValue(value: value, position: position), into: &current)
            }
            best[i] = current
        }
    }
}
