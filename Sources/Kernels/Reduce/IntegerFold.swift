/// A commutative way to combine integers of one type.
protocol IntegerFoldOperation: Sendable {
    static func identity<I: FixedWidthInteger>(_ type: I.Type) -> I
    static func combine<I: FixedWidthInteger>(_ a: I, _ b: I) -> I
}

enum IntegerSum: IntegerFoldOperation {
    static func identity<I: FixedWidthInteger>(_ type: I.Type) -> I { 0 }
    @inline(__always)
    static func combine<I: FixedWidthInteger>(_ a: I, _ b: I) -> I { a &+ b }
}

enum IntegerProduct: IntegerFoldOperation {
    static func identity<I: FixedWidthInteger>(_ type: I.Type) -> I { 1 }
    @inline(__always)
    static func combine<I: FixedWidthInteger>(_ a: I, _ b: I) -> I { a &* b }
}

enum IntegerMaximum: IntegerFoldOperation {
    static func identity<I: FixedWidthInteger>(_ type: I.Type) -> I { .min }
    @inline(__always)
    static func combine<I: FixedWidthInteger>(_ a: I, _ b: I) -> I { max(a, b) }
}

enum IntegerMinimum: IntegerFoldOperation {
    static func identity<I: FixedWidthInteger>(_ type: I.Type) -> I { .max }
    @inline(__always)
    static func combine<I: FixedWidthInteger>(_ a: I, _ b: I) -> I { min(a, b) }
}

/// Reduces integers (booleans are `UInt8`) in the accumulator type, wrapping. The compiler vectorises the plain loops;
/// integer arithmetic gives the same result in any order.
enum IntegerFold<Element: FixedWidthInteger & Sendable, Accumulator: FixedWidthInteger & Sendable, Operation>:
    ReductionKernel
where Operation: IntegerFoldOperation {
    typealias Output = Accumulator

    static var identity: Accumulator { Operation.identity(Accumulator.self) }

    static func merge(_ part: Accumulator, into accumulator: inout Accumulator) {
        accumulator = Operation.combine(accumulator, part)
    }

    static func result(_ accumulator: Accumulator, reduced: Int) -> Accumulator { accumulator }

    static func accumulate(_ block: ReductionBlock, _ totals: UnsafeMutablePointer<Accumulator>) {
        let input = block.input.assumingMemoryBound(to: Element.self)
        if block.keptStride == 1 && block.reducedStride != 1 {
            for j in 0..<block.reduced {
                let row = input + j &* block.reducedStride
                for i in 0..<block.kept {
                    totals[i] = Operation.combine(totals[i], Accumulator(truncatingIfNeeded: row[i]))
                }
            }
            return
        }
        for i in 0..<block.kept {
            let run = input + i &* block.keptStride
            var total = totals[i]
            if block.reducedStride == 1 {
                for j in 0..<block.reduced { total = Operation.combine(total, Accumulator(truncatingIfNeeded: run[j])) }
            } else {
                for j in 0..<block.reduced {
                    total = Operation.combine(total, Accumulator(truncatingIfNeeded: run[j &* block.reducedStride]))
                }
            }
            totals[i] = total
        }
    }
}

/// `any` and `all`: whether some, or every, element differs from zero. The accumulator is 0 or 1.
enum TruthFold<Element: Numeric & Sendable, Operation: IntegerFoldOperation>: ReductionKernel {
    typealias Accumulator = UInt8
    typealias Output = UInt8

    static var identity: UInt8 { Operation.identity(UInt8.self) == 0 ? 0 : 1 }

    static func merge(_ part: UInt8, into accumulator: inout UInt8) {
        accumulator = Operation.combine(accumulator, part)
    }

    static func result(_ accumulator: UInt8, reduced: Int) -> UInt8 { accumulator }

    static func accumulate(_ block: ReductionBlock, _ totals: UnsafeMutablePointer<Accumulator>) {
        let input = block.input.assumingMemoryBound(to: Element.self)
        if block.keptStride == 1 {
            for j in 0..<block.reduced {
                let row = input + j &* block.reducedStride
                for i in 0..<block.kept { totals[i] = Operation.combine(totals[i], row[i] != 0 ? 1 : 0) }
            }
            return
        }
        for i in 0..<block.kept {
            let run = input + i &* block.keptStride
            var total = totals[i]
            for j in 0..<block.reduced { total = Operation.combine(total, run[j &* block.reducedStride] != 0 ? 1 : 0) }
            totals[i] = total
        }
    }
}
