import SwiftgradKernels

extension Tensor {
    /// Numbers spread evenly over [low, high).
    public static func uniform(
        _ shape: [Int], low: Double = 0, high: Double = 1, _ dtype: DType = .float32, generator: Generator = .shared
    ) throws(SwiftgradError) -> Tensor {
        let result = try random(shape, dtype, operation: "uniform", generator) { out, state in
            switch out.dtype {
            case .float64:
                RandomFill.uniform(
                    out.count, out.pointer.assumingMemoryBound(to: Double.self), low: low, high: high, state)
            default:
                RandomFill.uniform(
                    out.count, out.pointer.assumingMemoryBound(to: Float.self), low: Float(low), high: Float(high),
                    state)
            }
        }
        guard dtype.computeType != dtype else { return result }
        // Numbers just below `high` have been rounded up to it.
        let top = try largest(below: high, dtype)
        return top.scalarDouble() >= low ? try .apply(Minimum(), result, top) : result
    }

    /// The largest number of a half-precision type that is below `bound`.
    private static func largest(below bound: Double, _ dtype: DType) throws(SwiftgradError) -> Tensor {
        let top = try full([], bound, dtype)
        if top.scalarDouble() < bound { return top }
        let bits = top.pointer.load(as: Int16.self)
        let isZero = bits & .max == 0
        top.pointer.storeBytes(of: isZero ? .min + 1 : bits > 0 ? bits &- 1 : bits &+ 1, as: Int16.self)
        return top
    }

    /// Normally distributed numbers.
    public static func normal(
        _ shape: [Int], mean: Double = 0, deviation: Double = 1, _ dtype: DType = .float32,
        generator: Generator = .shared
    ) throws(SwiftgradError) -> Tensor {
        try random(shape, dtype, operation: "normal", generator) { out, state in
            switch out.dtype {
            case .float64:
                RandomFill.normal(
                    out.count, out.pointer.assumingMemoryBound(to: Double.self), mean: mean, deviation: deviation, state
                )
            default:
                RandomFill.normal(
                    out.count, out.pointer.assumingMemoryBound(to: Float.self), mean: Float(mean),
                    deviation: Float(deviation), state)
            }
        }
    }

    private static func random(
        _ shape: [Int], _ dtype: DType, operation: String, _ generator: Generator,
        _ fill: (Tensor, RandomState) -> Void
    ) throws(SwiftgradError) -> Tensor {
        guard dtype.isFloating else { throw .type("\(operation): needs a floating-point dtype, got \(dtype)") }
        let scope = Profiler.begin(.operation, operation)
        defer { Profiler.end(scope) }
        let result = try Tensor(uninitialised: shape, dtype.computeType)
        fill(result, generator.reserve(result.count))
        return try result.cast(to: dtype)
    }

    /// Integers, each of low..<high equally likely.
    public static func integers(
        _ shape: [Int], low: Int, high: Int, generator: Generator = .shared
    ) throws(SwiftgradError) -> Tensor {
        guard low < high else {
            throw .value("integers: there is no integer from \(low) up to but not including \(high)")
        }
        let result = try Tensor(uninitialised: shape, .int64)
        RandomFill.integers(
            result.count, result.pointer.assumingMemoryBound(to: Int64.self), low: Int64(low), high: Int64(high),
            generator.reserve(result.count))
        return result
    }

    /// Booleans, true with the given probability.
    public static func bernoulli(
        _ shape: [Int], probability: Double, generator: Generator = .shared
    ) throws(SwiftgradError) -> Tensor {
        guard probability >= 0 && probability <= 1 else {
            throw .value("bernoulli: the probability must lie in [0, 1], got \(probability)")
        }
        let result = try Tensor(uninitialised: shape, .bool)
        RandomFill.bernoulli(
            result.count, result.pointer.assumingMemoryBound(to: UInt8.self), probability: probability,
            generator.reserve(result.count))
        return result
    }

    /// 0, 1, ..., count - 1 in random order, as int64.
    public static func permutation(_ count: Int, generator: Generator = .shared) throws(SwiftgradError) -> Tensor {
        guard count >= 0 else { throw .value("permutation: the length must not be negative, got \(count)") }
        let result = try Tensor(uninitialised: [count], .int64)
        RandomFill.permutation(
            count, result.pointer.assumingMemoryBound(to: Int64.self), generator.reserve(count))
        return result
    }
}
