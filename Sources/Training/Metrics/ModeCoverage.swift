import Glibc
import Swiftgrad

extension TrainingFunctions {
    static let coverage: [FunctionDefinition] = [
        FunctionDefinition(
            "mode_coverage", in: "metrics", [.tensor("samples"), .tensor("centers"), .float("radius")],
            doc: """
                How much of a mixture of known modes samples (n, d) of a generator cover, as a dict.

                A sample within radius of a mode's center (modes, d) belongs to the nearest: 'modes' counts the modes that
                have any, 'quality' is the part of the samples that belong to one, and 'balance' is the entropy of the modes'
                shares over that of equal shares, 1 where all are drawn alike.
                """
        ) { arguments throws(SwiftgradError) in
            let counts = try ModeCoverage.counts(
                arguments.tensor("samples"), centers: arguments.tensor("centers"), radius: arguments.double("radius"))
            return .map([
                ("modes", .int(counts.covered)), ("quality", .double(counts.quality)),
                ("balance", .double(counts.balance)),
            ])
        }
    ]
}

/// How samples spread over the modes of a mixture.
public struct ModeCoverage {
    /// Samples that belong to each mode.
    public let counts: [Int]
    /// Samples in all.
    public let total: Int

    /// Modes that have any sample.
    public var covered: Int { counts.count { $0 > 0 } }
    /// The part of the samples that belong to a mode.
    public var quality: Double { Double(counts.reduce(0, +)) / Double(max(1, total)) }
    /// The entropy of the modes' shares over that of equal shares.
    public var balance: Double {
        let belonging = Double(counts.reduce(0, +))
        guard counts.count > 1, belonging > 0 else { return counts.count == 1 && belonging > 0 ? 1 : 0 }
        let entropy = counts.filter { $0 > 0 }.reduce(0.0) { sum, count in
            let share = Double(count) / belonging
            return sum - share * log(share)
        }
        return entropy / log(Double(counts.count))
    }

    /// Samples (n, d) and the centres of the modes (modes, d).
    public static func counts(
        _ samples: Tensor, centers: Tensor, radius: Double
    ) throws(SwiftgradError) -> ModeCoverage {
        guard samples.rank == 2, centers.rank == 2, samples.shape[1] == centers.shape[1], centers.shape[0] > 0 else {
            throw .value(
                "mode_coverage: expected samples (n, d) and centers (modes, d), got \(Shape.text(samples.shape)) and "
                    + Shape.text(centers.shape))
        }
        guard radius > 0 else { throw .value("mode_coverage: radius must be positive, got \(radius)") }
        let (points, modes) = (try rows(samples), try rows(centers))
        var counts = [Int](repeating: 0, count: modes.count)
        for point in points {
            var nearest = (mode: 0, distance: Double.infinity)
            for (mode, centre) in modes.enumerated() {
                let distance = zip(point, centre).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
                if distance < nearest.distance { nearest = (mode, distance) }
            }
            if nearest.distance <= radius * radius { counts[nearest.mode] += 1 }
        }
        return ModeCoverage(counts: counts, total: points.count)
    }

    private static func rows(_ tensor: Tensor) throws(SwiftgradError) -> [[Double]] {
        let values = try tensor.detach().cast(to: .float64).contiguous()
        let (count, width) = (values.shape[0], values.shape[1])
        return withExtendedLifetime(values) {
            let elements = values.pointer.assumingMemoryBound(to: Double.self)
            return (0..<count).map { row in (0..<width).map { elements[row * width + $0] } }
        }
    }
}
