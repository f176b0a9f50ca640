/// A rectangle of the input: `kept` by `reduced` elements, each axis with its own stride.
struct ReductionBlock {
    var input: UnsafeRawPointer
    var kept: Int
    var keptStride: Int
    var reduced: Int
    var reducedStride: Int
    /// Flattened reduced position of the first element, and how far each further one moves it.
    var firstPosition: Int
    var positionStep: Int
    /// One value of the compute type for each kept element, `centerStep` apart, for operations that measure from it.
    var center: UnsafeRawPointer?
    var centerStep: Int
}

/// How elements of one type are combined, on raw memory, so that one driver serves every operation and type.
///
/// A kernel keeps one accumulator for each kept element, in whatever form it likes, `accumulatorSize` bytes each.
protocol ReductionKernel: Sendable {
    static var elementSize: Int { get }
    static var accumulatorSize: Int { get }
    /// Makes `count` accumulators that have seen nothing.
    static func prepare(_ accumulators: UnsafeMutableRawPointer, _ count: Int)
    /// Combines every element of the block into the accumulator of its kept index.
    static func accumulate(_ block: ReductionBlock, _ accumulators: UnsafeMutableRawPointer)
    /// Combines the accumulators of one part of the reduced elements into those of the parts before it.
    static func merge(_ part: UnsafeRawPointer, _ accumulators: UnsafeMutableRawPointer, _ count: Int)
    /// Writes `count` results, `outputStep` elements apart. `reduced` is how many elements went into each.
    static func finish(
        _ accumulators: UnsafeRawPointer, _ count: Int, reduced: Int, _ output: UnsafeMutableRawPointer, outputStep: Int)
}

/// A kernel whose accumulator is a plain Swift value.
protocol TypedReductionKernel: ReductionKernel {
    associatedtype Element
    associatedtype Accumulator
    associatedtype Output
    static var identity: Accumulator { get }
    static func merge(_ part: Accumulator, into accumulator: inout Accumulator)
    static func result(_ accumulator: Accumulator, reduced: Int) -> Output
}

extension TypedReductionKernel {
    static var elementSize: Int { MemoryLayout<Element>.stride }
    static var accumulatorSize: Int { MemoryLayout<Accumulator>.stride }

    static func prepare(_ accumulators: UnsafeMutableRawPointer, _ count: Int) {
        accumulators.bindMemory(to: Accumulator.self, capacity: count).initialize(repeating: identity, count: count)
    }

    static func merge(_ part: UnsafeRawPointer, _ accumulators: UnsafeMutableRawPointer, _ count: Int) {
        let part = part.assumingMemoryBound(to: Accumulator.self)
        let accumulators = accumulators.assumingMemoryBound(to: Accumulator.self)
        for i in 0..<count { merge(part[i], into: &accumulators[i]) }
    }

    static func finish(
        _ accumulators: UnsafeRawPointer, _ count: Int, reduced: Int, _ output: UnsafeMutableRawPointer, outputStep: Int
    ) {
        let accumulators = accumulators.assumingMemoryBound(to: Accumulator.self)
        let output = output.assumingMemoryBound(to: Output.self)
        for i in 0..<count { output[i &* outputStep] = result(accumulators[i], reduced: reduced) }
    }
}
