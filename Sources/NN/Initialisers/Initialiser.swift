import Glibc
import Swiftgrad

/// Fills tensors in place with initial weights, by PyTorch's formulas.
public enum Initialiser {
    /// Uniform in [low, high).
    public static func uniform(_ tensor: Tensor, from low: Double = 0, to high: Double = 1) throws(SwiftgradError) {
        guard low <= high else { throw .value("uniform_: the lower bound \(low) is above the upper bound \(high)") }
        try tensor.overwrite(with: Tensor.uniform(tensor.shape, low: low, high: high, tensor.dtype))
    }

    public static func normal(
        _ tensor: Tensor, mean: Double = 0, deviation: Double = 1
    ) throws(SwiftgradError) {
        guard deviation >= 0 else { throw .value("normal_: the standard deviation must not be negative") }
        try tensor.overwrite(with: Tensor.normal(tensor.shape, mean: mean, deviation: deviation, tensor.dtype))
    }

    /// Normal, cut off below `low` and above `high`, through the inverse of the distribution function.
    public static func truncatedNormal(
        _ tensor: Tensor, mean: Double = 0, deviation: Double = 1, from low: Double = -2, to high: Double = 2
    ) throws(SwiftgradError) {
        guard deviation > 0 && low <= high else {
            throw .value("trunc_normal_: needs a positive standard deviation and a <= b")
        }
        let (first, last) = (cumulative((low - mean) / deviation), cumulative((high - mean) / deviation))
        let values = try Tensor.uniform(tensor.shape, low: first, high: last, .float64)
        let elements = values.pointer.assumingMemoryBound(to: Double.self)
        for i in 0..<values.count { elements[i] = min(max(mean + deviation * quantile(elements[i]), low), high) }
        try tensor.overwrite(with: values)
    }

    public static func constant(_ tensor: Tensor, _ value: Double) throws(SwiftgradError) {
        try tensor.overwrite(with: Tensor.full([], value, tensor.dtype).broadcast(to: tensor.shape))
    }

    /// The normal distribution's probability of less than x.
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
