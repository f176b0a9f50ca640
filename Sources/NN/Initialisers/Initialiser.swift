import Glibc
import Swiftgrad

/// Fills tensors in place with initial weights, by PyTorch's formulas.
public enum Initialiser {
    /// Uniform in [low, high).
    public static func uniform(_ tensor: Tensor, from low: Double = 0, to high: Double = 1) throws(SwiftgradError) {
        guard low <= high else { throw .value("uniform_: the lower bound \(low) is above the upper bound \(high)") }
        try fill(tensor) { low + (high - low) * RandomSource.uniform() }
    }

    public static func normal(
        _ tensor: Tensor, mean: Double = 0, deviation: Double = 1
    ) throws(SwiftgradError) {
        guard deviation >= 0 else { throw .value("normal_: the standard deviation must not be negative") }
        try fill(tensor) { mean + deviation * standardNormal() }
    }

    /// Normal, cut off below `low` and above `high`, through the inverse of the distribution function.
    public static func truncatedNormal(
        _ tensor: Tensor, mean: Double = 0, deviation: Double = 1, from low: Double = -2, to high: Double = 2
    ) throws(SwiftgradError) {
        guard deviation > 0 && low <= high else {
            throw .value("trunc_normal_: needs a positive standard deviation and a <= b")
        }
        let (first, last) = (cumulative((low - mean) / deviation), cumulative((high - mean) / deviation))
        try fill(tensor) {
            let x = mean + deviation * quantile(first + (last - first) * RandomSource.uniform())
            return min(max(x, low), high)
        }
    }

    public static func constant(_ tensor: Tensor, _ value: Double) throws(SwiftgradError) {
        try tensor.overwrite(with: Tensor.full([], value, tensor.dtype).broadcast(to: tensor.shape))
    }

    /// Calls `next` once for each element, in row-major order.
    static func fill(_ tensor: Tensor, _ next: () -> Double) throws(SwiftgradError) {
        guard tensor.dtype.isFloating else {
            throw .type("initial weights need a floating-point tensor, this one is \(tensor.dtype)")
        }
        let values = try Tensor(uninitialised: tensor.shape, .float64)
        let elements = values.pointer.assumingMemoryBound(to: Double.self)
        for i in 0..<values.count { elements[i] = next() }
        try tensor.overwrite(with: values)
    }

    private static func standardNormal() -> Double {
        (-2 * log(1 - RandomSource.uniform())).squareRoot() * cos(2 * .pi * RandomSource.uniform())
    }

    private static func cumulative(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

    /// The inverse of `cumulative`, by bisection.
    private static func quantile(_ probability: Double) -> Double {
        var (low, high) = (-40.0, 40.0)
        for _ in 0..<64 {
            let middle = 0.5 * (low + high)
            if cumulative(middle) < probability { low = middle } else { high = middle }
        }
        return 0.5 * (low + high)
    }
}
