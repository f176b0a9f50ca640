import Swiftgrad

/// Tells a function of the host how far training is: epoch, batch, batches in an epoch (or None) and the running means.
/// At most every 50 ms, and once at the end.
final class ProgressReporter: TrainingCallback {
    private let function: any ForeignCallable
    private var metronome = Metronome(seconds: 0.05)

    init(_ function: any ForeignCallable) { self.function = function }

    func afterBatch(_ loop: TrainingLoop) throws(SwiftgradError) {
        if metronome.beats() { try report(loop) }
    }

    func end(_ loop: TrainingLoop) throws(SwiftgradError) { try report(loop) }

    private func report(_ loop: TrainingLoop) throws(SwiftgradError) {
        let means = loop.means.values.map { (key: $0.name, value: Value.double($0.value)) }
        _ = try function.call([
            .int(loop.epoch), .int(loop.batch), loop.batches.map(Value.int) ?? .none, .map(means),
        ])
    }
}
