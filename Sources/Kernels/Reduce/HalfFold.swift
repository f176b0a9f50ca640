import CPlatform

/// A 16-bit float, by its bits.
protocol HalfFormat: Sendable {
    static func widen(_ bits: UInt16) -> Float
    static func narrow(_ value: Float) -> UInt16
}

/// Without instructions for it, Swift converts by a call that takes subnormal numbers for zero inside a parallel region.
enum Float16Format: HalfFormat {
    @inline(__always)
    static func widen(_ bits: UInt16) -> Float {
        SG_VECTOR_BYTES == 16 ? sg_f16_to_f32(bits) : Float(Float16(bitPattern: bits))
    }

    @inline(__always)
    static func narrow(_ value: Float) -> UInt16 {
        SG_VECTOR_BYTES == 16 ? sg_f32_to_f16(value) : Float16(value).bitPattern
    }
}

enum BFloat16Format: HalfFormat {
    @inline(__always)
    static func widen(_ bits: UInt16) -> Float { Float(bitPattern: UInt32(bits) << 16) }

    /// To nearest, halves to even.
    @inline(__always)
    static func narrow(_ value: Float) -> UInt16 {
        let bits = value.bitPattern
        if value.isNaN { return UInt16(truncatingIfNeeded: bits >> 16) | 0x40 }
        return UInt16(truncatingIfNeeded: (bits &+ 0x7fff &+ (bits >> 16 & 1)) >> 16)
    }
}

/// Reduces 16-bit floats by widening a block at a time for a float32 kernel.
protocol HalfKernel: ReductionKernel where Element == UInt16, Accumulator == Base.Accumulator {
    associatedtype Format: HalfFormat
    associatedtype Base: ReductionKernel where Base.Element == Float
}

extension HalfKernel {
    private static var blockSize: Int { 8192 }

    static var identity: Accumulator { Base.identity }

    static func merge(_ part: Accumulator, into accumulator: inout Accumulator) { Base.merge(part, into: &accumulator) }

    static func accumulate(_ block: ReductionBlock, _ accumulators: UnsafeMutablePointer<Accumulator>) {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: blockSize) { scratch in
            guard let buffer = scratch.baseAddress else { return }
            if block.keptStride == 1 {
                rows(block, accumulators, buffer)
            } else {
                for i in 0..<block.kept { run(block, i, accumulators + i, buffer) }
            }
        }
    }

    private static func rows(
        _ block: ReductionBlock, _ accumulators: UnsafeMutablePointer<Accumulator>,
        _ buffer: UnsafeMutablePointer<Float>
    ) {
        let input = block.input.assumingMemoryBound(to: UInt16.self)
        var part = block
        part.input = UnsafeRawPointer(buffer)
        part.reducedStride = block.kept
        let mostRows = max(1, blockSize / block.kept)
        var row = 0
        while row < block.reduced {
            part.reduced = min(mostRows, block.reduced &- row)
            part.firstPosition = block.firstPosition &+ row &* block.positionStep
            for j in 0..<part.reduced {
                let from = input + (row &+ j) &* block.reducedStride
                let to = buffer + j &* block.kept
                for i in 0..<block.kept { to[i] = Format.widen(from[i]) }
            }
            Base.accumulate(part, accumulators)
            row = row &+ part.reduced
        }
    }

    private static func run(
        _ block: ReductionBlock, _ kept: Int, _ accumulator: UnsafeMutablePointer<Accumulator>,
        _ buffer: UnsafeMutablePointer<Float>
    ) {
        let input = block.input.assumingMemoryBound(to: UInt16.self) + kept &* block.keptStride
        var part = block
        part.input = UnsafeRawPointer(buffer)
        part.kept = 1
        part.reducedStride = 1
        part.center = block.center.map { $0 + kept &* block.centerStep &* MemoryLayout<Float>.stride }
        var start = 0
        while start < block.reduced {
            part.reduced = min(blockSize, block.reduced &- start)
            part.firstPosition = block.firstPosition &+ start &* block.positionStep
            let from = input + start &* block.reducedStride
            if block.reducedStride == 1 {
                for j in 0..<part.reduced { buffer[j] = Format.widen(from[j]) }
            } else {
                for j in 0..<part.reduced { buffer[j] = Format.widen(from[j &* block.reducedStride]) }
            }
            Base.accumulate(part, accumulator)
            start = start &+ part.reduced
        }
    }
}

/// A reduction whose result is a 16-bit float again.
enum HalfFold<Format: HalfFormat, Base: ReductionKernel>: HalfKernel
where Base.Element == Float, Base.Output == Float {
    typealias Element = UInt16
    typealias Accumulator = Base.Accumulator

    static func result(_ accumulator: Base.Accumulator, reduced: Int) -> UInt16 {
        Format.narrow(Base.result(accumulator, reduced: reduced))
    }
}

/// A reduction of 16-bit floats whose result is of another kind: a position, a truth value, a float32.
enum HalfQuery<Format: HalfFormat, Base: ReductionKernel>: HalfKernel where Base.Element == Float {
    typealias Element = UInt16
    typealias Accumulator = Base.Accumulator

    static func result(_ accumulator: Base.Accumulator, reduced: Int) -> Base.Output {
        Base.result(accumulator, reduced: reduced)
    }
}
