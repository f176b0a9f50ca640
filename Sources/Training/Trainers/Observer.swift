import Swiftgrad

/// Calls a function of the host at moments of the loop, with the epoch, the batch, the batches in an epoch (or None) and
/// the means so far. What it returns, if true, ends training there.
final class Observer: TrainingCallback {
    enum Moment: String {
        case beforeBatch = "batch_begin"
        case afterBatch = "batch_end"
        case beforeValidation = "validation_begin"
        case afterValidation = "validation_end"
        case afterEpoch = "epoch_end"
    }

    private let function: any ForeignCallable
    private let moment: Moment
    /// Every so many batches of the run; 0 for never.
    private let period: Int
    private var metronome: Metronome?

    init(_ function: any ForeignCallable, _ moment: Moment, everyBatches period: Int = 1, everySeconds: Double? = nil) {
        self.function = function
        self.moment = moment
        self.period = period
        metronome = everySeconds.map(Metronome.init)
    }

    /// A list of function, moment, and batches and seconds (0 for never) between two calls.
    convenience init(_ value: Value) throws(SwiftgradError) {
        guard case .list(let items) = value, items.count == 4, case .callable(let function) = items[0],
            case .string(let name) = items[1], let moment = Moment(rawValue: name), case .int(let period) = items[2],
            let seconds = items[3].number, period >= 0, seconds >= 0
        else { throw .type("fit: an observer is a function, a moment, a number of batches and of seconds") }
        self.init(function, moment, everyBatches: period, everySeconds: seconds > 0 ? seconds : nil)
    }

    func beforeBatch(_ loop: TrainingLoop) throws(SwiftgradError) {
        if moment == .beforeBatch { try report(loop) }
    }

    func afterBatch(_ loop: TrainingLoop) throws(SwiftgradError) {
        guard moment == .afterBatch else { return }
        let isDue = period > 0 && loop.updates % period == 0
        if metronome?.beats() == true || isDue { try report(loop) }
    }

    func beforeValidation(_ loop: TrainingLoop) throws(SwiftgradError) {
        if moment == .beforeValidation { try report(loop) }
    }

    func afterValidation(_ loop: TrainingLoop) throws(SwiftgradError) {
        if moment == .afterValidation { try report(loop) }
    }

    func afterEpoch(_ loop: TrainingLoop) throws(SwiftgradError) {
        if moment == .afterEpoch { try report(loop) }
    }

    private func report(_ loop: TrainingLoop) throws(SwiftgradError) {
        let means = loop.means.plainValues.map { (key: $0.name, value: Value.double($0.value)) }
        let answer = try function.call([
            .int(loop.epoch), .int(loop.batch), loop.batches.map(Value.int) ?? .none, .map(means),
        ])
        if case .bool(true) = answer { loop.shouldStop = true }
    }
}
