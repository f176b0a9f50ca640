import SwiftgradKernels
import Synchronization

/// A stream of random numbers: a seed and a counter (Philox 4x32-10, Salmon et al., SC11). Thread-safe.
///
/// Each consumer reserves a range of the counter, and element i of what it makes depends on the range's start and i alone,
/// so one seed gives the same bits for any number of threads and on every machine.
public final class Generator: Sendable {
    private let state: Mutex<RandomState>

    public init(seed: UInt64) { state = Mutex(RandomState(key: seed)) }

    /// The stream used where none is given; seeded by the system until `manual_seed`.
    public static let shared = Generator(seed: UInt64.random(in: .min ... .max))

    /// Starts the stream of a seed.
    public func seed(_ seed: UInt64) { state.withLock { $0 = RandomState(key: seed) } }

    /// Hands out enough of the stream for `count` numbers.
    public func reserve(_ count: Int) -> RandomState { state.withLock { $0.reserve(count) } }

    /// Where the stream stands; setting it continues from there.
    public var position: RandomState {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}
