import Swiftgrad

/// Something that looks on while a model trains: reports, stops early, saves.
public protocol TrainingCallback: AnyObject {
    func begin(_ loop: TrainingLoop) throws(SwiftgradError)
    func afterBatch(_ loop: TrainingLoop) throws(SwiftgradError)
    func afterEpoch(_ loop: TrainingLoop) throws(SwiftgradError)
    /// After the last epoch; not after an error.
    func end(_ loop: TrainingLoop) throws(SwiftgradError)
}

extension TrainingCallback {
    public func begin(_ loop: TrainingLoop) throws(SwiftgradError) {}
    public func afterBatch(_ loop: TrainingLoop) throws(SwiftgradError) {}
    public func afterEpoch(_ loop: TrainingLoop) throws(SwiftgradError) {}
    public func end(_ loop: TrainingLoop) throws(SwiftgradError) {}
}

/// Epochs and batches around a step: the loop that all trainers share.
public final class TrainingLoop {
    public let step: any TrainingStep
    public let lastEpoch: Int
    /// The epoch and the batch that were last begun, from 1.
    public private(set) var epoch: Int
    public private(set) var batch = 0
    /// Batches in an epoch, where that is known.
    public private(set) var batches: Int?
    /// Means over the batches of this epoch so far.
    public private(set) var means = RunningMeans()
    public let history: History
    /// Set by a callback to end training after this batch.
    public var shouldStop = false
    private let callbacks: [any TrainingCallback]
    private var interruption = Metronome(seconds: 0.05)

    /// `epochs` counts those from `firstEpoch` on.
    init(
        _ step: any TrainingStep, epochs: Int, firstEpoch: Int = 1, history: History, callbacks: [any TrainingCallback]
    ) {
        self.step = step
        epoch = firstEpoch - 1
        lastEpoch = firstEpoch - 1 + epochs
        self.history = history
        self.callbacks = callbacks
    }

    func run(_ data: BatchSource, validation: BatchSource?) throws(SwiftgradError) {
        batches = data.count
        for callback in callbacks { try callback.begin(self) }
        while epoch < lastEpoch && !shouldStop {
            let start = Metronome.now
            try train(data)
            var row: [(name: String, value: Double)] = [("epoch", Double(epoch))] + means.values
            if let validation {
                for (name, value) in try evaluate(validation) { row.append(("val_" + name, value)) }
            }
            row.append(("seconds", Metronome.now - start))
            history.append(row)
            for callback in callbacks { try callback.afterEpoch(self) }
        }
        for callback in callbacks { try callback.end(self) }
    }

    private func train(_ data: BatchSource) throws(SwiftgradError) {
        epoch += 1
        batch = 0
        means = RunningMeans()
        try step.with(training: true) { () throws(SwiftgradError) in
            try data.eachBatch { values throws(SwiftgradError) in
                batch += 1
                let result = try step.update(values, at: TrainingPlace(epoch: epoch, batch: batch))
                means.add(result)
                for callback in callbacks { try callback.afterBatch(self) }
                if interruption.beats() { try Interruption.check() }
                return !shouldStop
            }
        }
        guard batch > 0 else { throw .value("fit: the data has no batches") }
        batches = batch
    }

    /// Means over all batches, without an update.
    func evaluate(_ data: BatchSource) throws(SwiftgradError) -> [(name: String, value: Double)] {
        var means = RunningMeans()
        try step.with(training: false) { () throws(SwiftgradError) in
            try data.eachBatch { values throws(SwiftgradError) in
                means.add(try step.evaluate(values))
                if interruption.beats() { try Interruption.check() }
                return true
            }
        }
        return means.values
    }
}
