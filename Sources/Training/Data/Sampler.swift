import Glibc
import Swiftgrad
import SwiftgradKernels

/// Which samples an epoch has, and in which order: that follows from the seed and the number of the epoch alone.
open class Sampler: ManagedObject {
    /// Samples in an epoch.
    open var count: Int { 0 }

    /// The highest number that can come, to be checked against the data.
    open var highest: Int { count - 1 }

    func order(_ state: RandomState) throws(SwiftgradError) -> [Int] {
        throw .notImplemented("\(type(of: self)) has no order")
    }

    /// The random state of an epoch: each has its own key of the generator.
    static func state(seed: UInt64, epoch: Int) -> RandomState {
        RandomState(key: seed &+ UInt64(truncatingIfNeeded: epoch) &* 0x9E37_79B9_7F4A_7C15)
    }

    /// A random order of `0..<count`.
    static func permutation(_ count: Int, _ state: RandomState) -> [Int] {
        [Int](unsafeUninitializedCapacity: count) { buffer, initialised in
            buffer.withMemoryRebound(to: Int64.self) { numbers in
                if let numbers = numbers.baseAddress { RandomFill.permutation(count, numbers, state) }
            }
            initialised = count
        }
    }
}

/// Samples drawn with probabilities proportional to their weights.
public class WeightedSampler: Sampler {
    private let cumulative: [Double]
    private let weights: [Double]
    private let drawn: Int
    private let isReplacing: Bool

    public init(_ weights: [Double], count: Int?, replacement: Bool = true) throws(SwiftgradError) {
        let name = "\(Self.self)"
        guard !weights.isEmpty, weights.allSatisfy({ $0 >= 0 && $0 < .infinity }) else {
            throw .value("\(name): weights must be numbers that are not negative, at least one")
        }
        var sum = 0.0
        cumulative = weights.map { weight in
            sum += weight
            return sum
        }
        guard sum > 0 && sum < .infinity else { throw .value("\(name): the weights add up to \(sum)") }
        drawn = count ?? weights.count
        guard (1...1 << 30).contains(drawn) else { throw .value("\(name): num_samples must be positive, got \(drawn)") }
        let possible = weights.count { $0 > 0 }
        guard replacement || drawn <= possible else {
            throw .value("\(name): cannot draw \(drawn) of \(possible) samples with a weight without replacement")
        }
        self.weights = weights
        isReplacing = replacement
        super.init()
    }

    public override var count: Int { drawn }
    public override var highest: Int { weights.count - 1 }

    override func order(_ state: RandomState) throws(SwiftgradError) -> [Int] {
        let size = isReplacing ? drawn : weights.count
        let uniforms = try Tensor(uninitialised: [size], .float64)
        let numbers = uniforms.pointer.assumingMemoryBound(to: Double.self)
        RandomFill.uniform(size, numbers, low: 0, high: 1, state)
        return withExtendedLifetime(uniforms) {
            isReplacing ? (0..<size).map { position(numbers[$0]) } : exponentialOrder(numbers)
        }
    }

    /// The first sample whose cumulated weight is above the share `u` of all.
    private func position(_ u: Double) -> Int {
        let goal = u * cumulative[cumulative.count - 1]
        var (low, high) = (0, cumulative.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > goal { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The samples with the largest u^(1 / weight) (Efraimidis and Spirakis, "Weighted random sampling with a reservoir",
    /// 2006).
    private func exponentialOrder(_ uniforms: UnsafeMutablePointer<Double>) -> [Int] {
        let keys = weights.indices.map { weights[$0] > 0 ? log(uniforms[$0] + 0x1p-54) / weights[$0] : -.infinity }
        return Array(keys.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] > keys[$1] }.prefix(drawn))
    }
}

/// Samples drawn so that every class comes equally often.
public final class ClassBalancedSampler: WeightedSampler {
    public init(labels: [Int], count: Int?) throws(SwiftgradError) {
        guard labels.allSatisfy({ $0 >= 0 }) else {
            throw .value("ClassBalancedSampler: a label is negative or no whole number")
        }
        var sizes: [Int: Int] = [:]
        for label in labels { sizes[label, default: 0] += 1 }
        try super.init(labels.map { 1 / Double(sizes[$0] ?? 1) }, count: count)
    }
}

/// Some of the samples of a data set, by their numbers. Those of a subset are taken from where that has them.
public final class Subset: Dataset {
    public let dataset: Dataset
    public let numbers: [Int]

    public init(_ dataset: Dataset, _ numbers: [Int]) throws(SwiftgradError) {
        let count = dataset.count
        if let wrong = numbers.first(where: { $0 < -count || $0 >= count }) {
            throw .index("Subset: sample \(wrong) is out of range for \(count) samples")
        }
        let positions = numbers.map { $0 < 0 ? $0 + count : $0 }
        let subset = dataset as? Subset
        self.dataset = subset?.dataset ?? dataset
        self.numbers = subset.map { subset in positions.map { subset.numbers[$0] } } ?? positions
        super.init()
    }

    public override var count: Int { numbers.count }

    public override func batch(_ chosen: [Int]) throws(SwiftgradError) -> [Tensor] {
        try dataset.batch(chosen.map { numbers[$0] })
    }
}
