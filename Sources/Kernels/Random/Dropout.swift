import CPlatform

/// Dropout (Srivastava et al. 2014) without a stored mask: which elements stay follows from the random state, so the
/// backward pass runs the same function on the gradient.
public enum Dropout {
    /// `output[i] = input[i] * scale` with probability `1 - probability`, otherwise 0 (even of an infinity or NaN).
    ///
    /// Float32 or float64; `output` may be `input`. Which elements stay does not depend on the type.
    public static func run(
        dtype: DType, count: Int, input: UnsafeRawPointer, output: UnsafeMutableRawPointer, probability: Double,
        scale: Double, _ state: RandomState
    ) {
        let dropped = Threshold(probability)
        switch dtype {
        case .float32: run(count, input, output, dropped, Float(scale), state)
        case .float64: run(count, input, output, dropped, scale, state)
        default: break
        }
    }

    private static func run(
        _ count: Int, _ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer, _ dropped: Threshold,
        _ scale: Float,
        _ state: RandomState
    ) {
        let input = input.assumingMemoryBound(to: Float.self)
        let output = output.assumingMemoryBound(to: Float.self)
        let factor = SIMD16(repeating: scale)
        ThreadPool.ranges(count, grain: RandomFill.grain) { range in
            var i = range.lowerBound
            var block = RandomFill.block(state, i, 32)
            while i &+ 32 <= range.upperBound {
                let (first, second) = Philox.group(key: state.key, block: block)
                let low = (Float32Vector(loading: input + i).lanes * factor).kept(~dropped.below(first))
                let high = (Float32Vector(loading: input + i + 16).lanes * factor).kept(~dropped.below(second))
                UnsafeMutableRawPointer(output + i).store(low, 0)
                UnsafeMutableRawPointer(output + i).store(high, 64)
                i = i &+ 32
                block = block &+ Philox.groupBlocks
            }
            if i < range.upperBound {
                let keep = masks(state, i, dropped)
                for j in i..<range.upperBound { output[j] = keep[j &- i] == 0 ? 0 : input[j] * scale }
            }
        }
    }

    private static func run(
        _ count: Int, _ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer, _ dropped: Threshold,
        _ scale: Double, _ state: RandomState
    ) {
        let input = input.assumingMemoryBound(to: Double.self)
        let output = output.assumingMemoryBound(to: Double.self)
        ThreadPool.ranges(count, grain: RandomFill.grain) { range in
            for start in stride(from: range.lowerBound, to: range.upperBound, by: 32) {
                let keep = masks(state, start, dropped)
                for j in start..<min(start &+ 32, range.upperBound) {
                    output[j] = keep[j &- start] == 0 ? 0 : input[j] * scale
                }
            }
        }
    }

    /// -1 for the elements of the group that stay, 0 for the others.
    private static func masks(_ state: RandomState, _ i: Int, _ dropped: Threshold) -> SIMD32<Int32> {
        let (first, second) = Philox.group(key: state.key, block: RandomFill.block(state, i, 32))
        return SIMD32(lowHalf: ~dropped.below(first), highHalf: ~dropped.below(second))
    }
}

extension SIMD16<Float> {
    /// The lanes whose mask is all ones; zero elsewhere.
    @inline(__always)
    fileprivate func kept(_ mask: SIMD16<Int32>) -> Self {
        unsafeBitCast(unsafeBitCast(self, to: SIMD16<Int32>.self) & mask, to: Self.self)
    }
}
