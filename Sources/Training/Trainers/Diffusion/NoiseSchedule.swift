import Glibc
import Swiftgrad

/// How much of the data is left at each time 1...T of a diffusion: ᾱ(t), the product of 1 - β.
public struct NoiseSchedule: Sendable {
    public enum Kind: String, Sendable {
        /// β grows evenly from 1e-4 to 0.02 where T is 1000, and faster for a smaller T (Ho et al., arXiv:2006.11239).
        case linear
        /// ᾱ(t) is a squared cosine (Nichol and Dhariwal, arXiv:2102.09672).
        case cosine
    }

    /// ᾱ(0) = 1, ᾱ(1), ..., ᾱ(T).
    public let signal: [Double]

    /// T.
    public var steps: Int { signal.count - 1 }

    public init(_ kind: Kind, steps: Int) throws(SwiftgradError) {
        guard steps >= 2 && steps <= 1 << 20 else {
            throw .value("DiffusionTrainer: steps must be at least 2 and at most \(1 << 20), got \(steps)")
        }
        let total = Double(steps)
        func cosine(_ step: Int) -> Double {
            let angle = (Double(step) / total + 0.008) / 1.008 * Double.pi / 2
            return cos(angle) * cos(angle)
        }
        var signal = [1.0]
        for step in 1...steps {
            let beta =
                switch kind {
                case .linear: 1000 / total * (1e-4 + (0.02 - 1e-4) * Double(step - 1) / (total - 1))
                case .cosine: 1 - cosine(step) / cosine(step - 1)
                }
            signal.append(signal[step - 1] * (1 - min(beta, 0.999)))
        }
        self.signal = signal
    }

    /// `count` of the times 1...T from the last to the first, evenly spread; each in place of those it skips.
    func times(_ count: Int) -> [Int] {
        (0..<count).reversed().map { number in
            count == 1 ? steps : 1 + (number * (steps - 1) + (count - 1) / 2) / (count - 1)
        }
    }
}
