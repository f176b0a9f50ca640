import Swiftgrad
import SwiftgradNN

/// What one update of a model is: all that differs between trainers.
public protocol TrainingStep: AnyObject {
    /// The networks by the names that a checkpoint uses: "model", or "generator" and "discriminator".
    var networks: [(name: String, module: Module)] { get }

    /// The optimisers by the names that a checkpoint uses, "optimizer" where there is one.
    var optimisers: [(name: String, optimiser: Optimiser)] { get }

    /// What it reports beside its losses.
    var metrics: [any Metric] { get }

    /// What else a checkpoint keeps: averages of weights, gradients that wait for their step, counts.
    var ownState: [(key: String, value: Value)] { get }

    /// Takes what `ownState` gave. Nothing has changed when it throws.
    func restore(_ state: [(key: String, value: Value)]) throws(SwiftgradError)

    /// One update from a batch. `place` is where training is, for error messages; nil outside of `fit`.
    func update(_ batch: [Value], at place: TrainingPlace?) throws(SwiftgradError) -> StepResult

    /// The same numbers without an update.
    func evaluate(_ batch: [Value]) throws(SwiftgradError) -> StepResult

    /// What the model makes of a batch. Without `hasTarget` all of the batch are inputs.
    func predict(_ batch: [Value], hasTarget: Bool) throws(SwiftgradError) -> Tensor
}

extension TrainingStep {
    public var metrics: [any Metric] { [] }

    public var ownState: [(key: String, value: Value)] { [] }

    public func restore(_ state: [(key: String, value: Value)]) throws(SwiftgradError) {}

    public func predict(_ batch: [Value], hasTarget: Bool) throws(SwiftgradError) -> Tensor {
        throw .notImplemented("this trainer has no predict")
    }

    /// Puts the networks into training or evaluation mode for the duration of `body`.
    public func with<Result>(
        training: Bool, _ body: () throws(SwiftgradError) -> Result
    ) throws(SwiftgradError) -> Result {
        let modes = networks.flatMap(\.module.modules).map { ($0, $0.isTraining) }
        for (_, network) in networks { network.train(training) }
        defer { for (module, mode) in modes { module.restoreMode(mode) } }
        return try body()
    }
}

/// Both count from 1.
public struct TrainingPlace: CustomStringConvertible {
    public let epoch: Int
    public let batch: Int

    public var description: String { "epoch \(epoch), batch \(batch)" }
}

/// Losses and metrics of one batch by name: for each the sum over the samples that it covers, and their number.
public struct StepResult {
    public var entries: [(name: String, sum: Double, count: Int)]
    /// What cannot be averaged over batches.
    public var tallies: [(name: String, tally: any Tally)] = []

    public init(_ entries: [(name: String, sum: Double, count: Int)]) { self.entries = entries }

    /// The values by name.
    public var means: [(name: String, value: Double)] {
        entries.map { ($0.name, $0.sum / Double($0.count)) } + tallies.map { ($0.name, $0.tally.value) }
    }
}
