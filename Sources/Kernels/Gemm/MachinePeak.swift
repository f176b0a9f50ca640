import Glibc

/// What the multiply-add units of one core can do at most.
public enum MachinePeak {
    /// Float32 operations per second, in units of 10^9, of independent multiply-adds that touch registers only; one
    /// multiply-add counts as two operations. Takes about 20 ms: the best of several short runs on the calling thread.
    public static func float32GigaflopsPerSecond() -> Double {
        if InstructionSet.vectorBytes == 64 {
            return RegisterLoop<F32x16, 24>.measure()
        } else if InstructionSet.vectorBytes == 32 {
            return RegisterLoop<F32x8, 12>.measure()
        } else {
            #if arch(arm64)
                return RegisterLoop<F32x4, 24>.measure()
            #else
                return RegisterLoop<F32x4, 12>.measure()
            #endif
        }
    }
}

/// `chains` accumulators, enough to cover the latency of a multiply-add on every unit.
private enum RegisterLoop<Vector: GemmVector, let chains: Int> {
    static func measure() -> Double {
        let steps = 100_000
        var best = 0.0
        for _ in 0..<20 {
            let start = nanoseconds()
            let sum = run(steps)
            let elapsed = nanoseconds() - start
            if elapsed > 0 && sum == sum { best = max(best, Double(2 * steps * chains * Vector.width) / elapsed) }
        }
        return best
    }

    /// Every accumulator converges to 2, so that no operand is denormal or overflows.
    @inline(never)
    private static func run(_ steps: Int) -> Vector.Scalar {
        var sums = InlineArray<chains, Vector>(repeating: Vector.zero)
        var scale = Vector(repeating: 0.5)
        let one = Vector(repeating: 1)
        for step in 0..<steps {
            for chain in 0..<chains { sums[unchecked: chain] = one.adding(product: sums[unchecked: chain], scale) }
            if step == -1 { scale = one }
        }
        var total = Vector.zero
        for chain in 0..<chains { total = total + sums[unchecked: chain] }
        return total.laneSum()
    }

    private static func nanoseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
}
