import Swiftgrad
import SwiftgradKernels

/// How far a run has come: what a checkpoint keeps of the loop, and where another loop goes on.
public struct LoopPosition {
    /// Epochs that are complete.
    public var epoch: Int
    /// Batches that are done of the epoch after those.
    public var batch: Int
    /// What these batches reported.
    public var means: RunningMeans
    /// Where the shared random stream stood after them.
    public var random: RandomState
    /// Updates of the whole run.
    public var updates: Int

    public init(
        epoch: Int, batch: Int = 0, means: RunningMeans = RunningMeans(), random: RandomState, updates: Int
    ) {
        self.epoch = epoch
        self.batch = batch
        self.updates = updates
        self.means = means
        self.random = random
    }

    public var value: Value {
        .map([
            ("epoch", .int(epoch)), ("batch", .int(batch)), ("means", means.state), ("updates", .int(updates)),
            (
                "random",
                .list([.int(Int(truncatingIfNeeded: random.key)), .int(Int(truncatingIfNeeded: random.counter))])
            ),
        ])
    }

    /// Reads what `value` gave; metrics that keep more than a mean are found by their names.
    public init(_ value: Value, metrics: [any Metric]) throws(SwiftgradError) {
        guard case .map(let fields) = value, case .int(let epoch)? = fields.value("epoch"),
            case .int(let batch)? = fields.value("batch"),
            case .int(let updates)? = fields.value("updates"), case .list(let random)? = fields.value("random"),
            random.count == 2, case .int(let key) = random[0], case .int(let counter) = random[1],
            (0..<Int.max / 2).contains(epoch), (0..<Int.max / 2).contains(batch),
            (0..<Int.max / 2).contains(updates)
        else { throw .value("a position in training has 'epoch', 'batch', 'means', 'random' and 'updates'") }
        self.updates = updates
        self.epoch = epoch
        self.batch = batch
        means = try RunningMeans(fields.value("means") ?? .none, metrics: metrics)
        self.random = RandomState(key: UInt64(truncatingIfNeeded: key), counter: UInt64(truncatingIfNeeded: counter))
    }
}
