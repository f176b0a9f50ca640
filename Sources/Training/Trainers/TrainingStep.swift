import Swiftgrad

/// What one update of a model is: all that differs between trainers.
public protocol TrainingStep: AnyObject {
    /// One update from a batch. `place` is where training is, for error messages; nil outside of `fit`.
    func update(_ batch: [Value], at place: TrainingPlace?) throws(SwiftgradError) -> StepResult

    /// The same numbers without an update.
    func evaluate(_ batch: [Value]) throws(SwiftgradError) -> StepResult

    /// Puts the networks into training or evaluation mode for the duration of `body`.
    func with<Result>(
        training: Bool, _ body: () throws(SwiftgradError) -> Result
    ) throws(SwiftgradError) -> Result
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

    public init(_ entries: [(name: String, sum: Double, count: Int)]) { self.entries = entries }

    /// The means by name.
    public var means: [(name: String, value: Double)] { entries.map { ($0.name, $0.sum / Double($0.count)) } }
}

/// Running means of what the steps of an epoch report.
public struct RunningMeans {
    private var entries: [(name: String, sum: Double, count: Int)] = []

    public init() {}

    mutating func add(_ result: StepResult) {
        for entry in result.entries {
            if let position = entries.firstIndex(where: { $0.name == entry.name }) {
                entries[position].sum += entry.sum
                entries[position].count += entry.count
            } else {
                entries.append(entry)
            }
        }
    }

    public var values: [(name: String, value: Double)] { StepResult(entries).means }
}
