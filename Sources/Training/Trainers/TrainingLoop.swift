import Swiftgrad
import SwiftgradKernels

/// Something that looks on while a model trains: reports, stops early, saves.
public protocol TrainingCallback: AnyObject {
    func begin(_ loop: TrainingLoop) throws(SwiftgradError)
    func beforeBatch(_ loop: TrainingLoop) throws(SwiftgradError)
    func afterBatch(_ loop: TrainingLoop) throws(SwiftgradError)
    func beforeValidation(_ loop: TrainingLoop) throws(SwiftgradError)
    func afterValidation(_ loop: TrainingLoop) throws(SwiftgradError)
    func afterEpoch(_ loop: TrainingLoop) throws(SwiftgradError)
    /// After the last epoch; not after an error.
    func end(_ loop: TrainingLoop) throws(SwiftgradError)
}

extension TrainingCallback {
    public func begin(_ loop: TrainingLoop) throws(SwiftgradError) {}
    public func beforeBatch(_ loop: TrainingLoop) throws(SwiftgradError) {}
    public func afterBatch(_ loop: TrainingLoop) throws(SwiftgradError) {}
    public func beforeValidation(_ loop: TrainingLoop) throws(SwiftgradError) {}
    public func afterValidation(_ loop: TrainingLoop) throws(SwiftgradError) {}
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
    /// Updates of the run, those before this loop included where `firstUpdate` says how many.
    public private(set) var updates: Int
    /// Batches in an epoch, where that is known.
    public private(set) var batches: Int?
    /// Means over the batches of this epoch so far.
    public private(set) var means = RunningMeans()
    public let history: History
    /// Set by a callback to end training after this batch.
    public var shouldStop = false
    private let callbacks: [any TrainingCallback]
    private var interruption = Metronome(seconds: 0.05)
    private var start: LoopPosition?

    /// `epochs` counts those from `firstEpoch` on, which begins where `start` says.
    init(
        _ step: any TrainingStep, epochs: Int, firstEpoch: Int = 1, history: History,
        callbacks: [any TrainingCallback], start: LoopPosition? = nil, firstUpdate: Int = 0
    ) {
        self.step = step
        epoch = firstEpoch - 1
        lastEpoch = firstEpoch - 1 + epochs
        updates = firstUpdate
        self.history = history
        self.callbacks = callbacks
        self.start = start
    }

    func run(_ data: BatchSource, validation: BatchSource?) throws(SwiftgradError) {
        batches = data.count
        for callback in callbacks { try callback.begin(self) }
        while epoch < lastEpoch && !shouldStop {
            let (start, samples) = (Metronome.now, self.start?.means.samples ?? 0)
            try train(data)
            guard isComplete else { break }
            let seconds = Metronome.now - start
            var row: [(name: String, value: Double)] = [("epoch", Double(epoch))] + means.values
            if let validation {
                for callback in callbacks { try callback.beforeValidation(self) }
                for (name, value) in try evaluate(validation) { row.append(("val_" + name, value)) }
                for callback in callbacks { try callback.afterValidation(self) }
            }
            row.append(("seconds", Metronome.now - start))
            row.append(("samples_per_second", Double(means.samples - samples) / max(seconds, 1e-9)))
            row.append(("memory_mb", Double(MemoryPool.statistics.bytesInUse) / 1e6))
            history.append(row)
            history.position = LoopPosition(epoch: epoch, random: Generator.shared.position, updates: updates)
            for callback in callbacks { try callback.afterEpoch(self) }
        }
        for callback in callbacks { try callback.end(self) }
    }

    /// Whether the epoch was not stopped in its middle.
    private var isComplete: Bool { !shouldStop || batch == batches }

    private func train(_ data: BatchSource) throws(SwiftgradError) {
        let place = start ?? LoopPosition(epoch: epoch, random: Generator.shared.position, updates: updates)
        start = nil
        epoch += 1
        batch = place.batch
        means = place.means
        history.position = place
        let hasHostCode = StepUndo.isNeeded(step.networks)
        try step.with(training: true) { () throws(SwiftgradError) in
            try data.eachBatch(skipping: place.batch) { values throws(SwiftgradError) in
                batch += 1
                for callback in callbacks { try callback.beforeBatch(self) }
                let undo = hasHostCode ? try StepUndo(buffersOf: step.networks) : nil
                let result: StepResult
                do throws(SwiftgradError) {
                    result = try step.update(values, at: TrainingPlace(epoch: epoch, batch: batch))
                } catch {
                    undo?()
                    throw error
                }
                means.add(result)
                updates += 1
                record()
                for callback in callbacks { try callback.afterBatch(self) }
                record()
                if interruption.beats() { try Interruption.check() }
                return !shouldStop
            }
        }
        guard batch > 0 else { throw .value("fit: the data has no batches") }
        if !shouldStop { batches = batch }
    }

    /// Notes that the batch is done.
    private func record() {
        history.position = LoopPosition(
            epoch: epoch - 1, batch: batch, means: means, random: Generator.shared.position, updates: updates)
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
