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

/// How elements of one type are combined.
///
/// A kernel keeps one accumulator for each kept element.
protocol ReductionKernel: Sendable {
    associatedtype Element
    associatedtype Accumulator
    associatedtype Output
    /// The accumulator that has seen nothing.
    static var identity: Accumulator { get }
    /// Combines every element of the block into the accumulator of its kept index.
    static func accumulate(_ block: ReductionBlock, _ accumulators: UnsafeMutablePointer<Accumulator>)
    /// Combines the accumulator of one part of the reduced elements into that of the parts before it.
    static func merge(_ part: Accumulator, into accumulator: inout Accumulator)
    /// The result for `reduced` elements.
    static func result(_ accumulator: Accumulator, reduced: Int) -> Output
}

/// A kernel on raw memory, so that one driver serves every operation and type.
///
/// It holds functions and not a protocol's metatype: the compiler specialises the functions of a generic kernel where
/// this value is made, but never those that are reached through a generic type's witness table.
struct AnyReductionKernel: Sendable {
    let elementSize: Int
    let accumulatorSize: Int
    let prepare: @Sendable (UnsafeMutableRawPointer, Int) -> Void
    let accumulate: @Sendable (ReductionBlock, UnsafeMutableRawPointer) -> Void
    let merge: @Sendable (UnsafeRawPointer, UnsafeMutableRawPointer, Int) -> Void
    /// (accumulators, count, elements reduced, output, distance between results in elements)
    let finish: @Sendable (UnsafeRawPointer, Int, Int, UnsafeMutableRawPointer, Int) -> Void

    @inline(__always)
    init<Kernel: ReductionKernel>(_ kernel: Kernel.Type) {
        elementSize = MemoryLayout<Kernel.Element>.stride
        accumulatorSize = MemoryLayout<Kernel.Accumulator>.stride
        prepare = { accumulators, count in
            accumulators.bindMemory(to: Kernel.Accumulator.self, capacity: count)
                .initialize(repeating: Kernel.identity, count: count)
        }
        accumulate = { block, accumulators in
            Kernel.accumulate(block, accumulators.assumingMemoryBound(to: Kernel.Accumulator.self))
        }
        merge = { part, accumulators, count in
            let part = part.assumingMemoryBound(to: Kernel.Accumulator.self)
            let accumulators = accumulators.assumingMemoryBound(to: Kernel.Accumulator.self)
            for i in 0..<count { Kernel.merge(part[i], into: &accumulators[i]) }
        }
        finish = { accumulators, count, reduced, output, outputStep in
            let accumulators = accumulators.assumingMemoryBound(to: Kernel.Accumulator.self)
            let output = output.assumingMemoryBound(to: Kernel.Output.self)
            for i in 0..<count { output[i &* outputStep] = Kernel.result(accumulators[i], reduced: reduced) }
        }
    }
}
