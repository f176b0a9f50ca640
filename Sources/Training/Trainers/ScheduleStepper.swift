import Swiftgrad

/// Steps a schedule of learning rates after every update.
final class ScheduleStepper: TrainingCallback {
    private let schedule: Schedule

    init(_ schedule: Schedule) { self.schedule = schedule }

    func afterBatch(_ loop: TrainingLoop) throws(SwiftgradError) { try schedule.step() }
}
