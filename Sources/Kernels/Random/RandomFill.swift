/// Fills memory with random numbers. Element i depends on the state and i alone: neither on the number of threads nor on
/// `count`. Streams that must not meet come from `RandomState.reserve`.
public enum RandomFill {
    /// Elements of a task, a whole number of groups.
    static let grain = 1 << 14

    /// Float32 in [low, high): `low + u (high - low)` with u one of 2^24 steps.
    public static func uniform(
        _ count: Int, _ output: UnsafeMutablePointer<Float>, low: Float = 0, high: Float = 1, _ state: RandomState
    ) {
        fill(count, output, Uniform32(low: low, high: high), state)
    }

    /// Float64 in [low, high): `low + u (high - low)` with u one of 2^53 steps.
    public static func uniform(
        _ count: Int, _ output: UnsafeMutablePointer<Double>, low: Double = 0, high: Double = 1, _ state: RandomState
    ) {
        fill(count, output, Uniform64(low: low, high: high), state)
    }

    /// `mean + deviation z` with z standard normal, in float32.
    public static func normal(
        _ count: Int, _ output: UnsafeMutablePointer<Float>, mean: Float = 0, deviation: Float = 1, _ state: RandomState
    ) {
        fill(count, output, Normal32(mean: mean, deviation: deviation), state)
    }

    /// `mean + deviation z` with z standard normal, in float64.
    public static func normal(
        _ count: Int, _ output: UnsafeMutablePointer<Double>, mean: Double = 0, deviation: Double = 1,
        _ state: RandomState
    ) {
        fill(count, output, Normal64(mean: mean, deviation: deviation), state)
    }

    /// Integers in [low, high), each equally likely to one part in 2^64 / (high - low). Nothing if high <= low.
    public static func integers(
        _ count: Int, _ output: UnsafeMutablePointer<Int64>, low: Int64, high: Int64, _ state: RandomState
    ) {
        guard high > low else { return }
        let span = UInt64(bitPattern: high) &- UInt64(bitPattern: low)
        fill(count, output, UniformInteger(low: low, span: span), state)
    }

    /// Bytes, 1 with the given probability and otherwise 0.
    public static func bernoulli(
        _ count: Int, _ output: UnsafeMutablePointer<UInt8>, probability: Double, _ state: RandomState
    ) {
        fill(count, output, Bernoulli(threshold: Threshold(probability)), state)
    }

    /// `0..<count` in random order (Fisher and Yates); the same on every machine.
    public static func permutation(_ count: Int, _ output: UnsafeMutablePointer<Int64>, _ state: RandomState) {
        for i in 0..<count { output[i] = Int64(i) }
        var draws = SIMD16<UInt64>()
        for step in 0..<max(count - 1, 0) {
            if step & 15 == 0 {
                let (first, second) = Philox.group(
                    key: state.key, block: state.counter &+ UInt64(step / 16) &* Philox.groupBlocks)
                draws = SIMD16(lowHalf: first.wide, highHalf: second.wide)
            }
            let last = count - 1 - step
            let other = Int(draws[step & 15].multipliedFullWidth(by: UInt64(last + 1)).high)
            (output[last], output[other]) = (output[other], output[last])
        }
    }

    /// The first block of the group that element i opens, if a group makes `elements` elements.
    @inline(__always)
    static func block(_ state: RandomState, _ i: Int, _ elements: Int) -> UInt64 {
        state.counter &+ UInt64(truncatingIfNeeded: i / elements) &* Philox.groupBlocks
    }

    private static func fill<D: Distribution>(
        _ count: Int, _ output: UnsafeMutablePointer<D.Element>, _ distribution: D, _ state: RandomState
    ) {
        let elements = D.elements
        ThreadPool.ranges(count, grain: grain) { range in
            var i = range.lowerBound
            var block = block(state, i, elements)
            while i &+ elements <= range.upperBound {
                let (first, second) = Philox.group(key: state.key, block: block)
                distribution.write(first, second, UnsafeMutableRawPointer(output + i))
                i = i &+ elements
                block = block &+ Philox.groupBlocks
            }
            if i < range.upperBound {
                withUnsafeTemporaryAllocation(of: D.Element.self, capacity: elements) { scratch in
                    guard let last = scratch.baseAddress else { return }
                    let (first, second) = Philox.group(key: state.key, block: block)
                    distribution.write(first, second, UnsafeMutableRawPointer(last))
                    (output + i).update(from: last, count: range.upperBound &- i)
                }
            }
        }
    }
}
