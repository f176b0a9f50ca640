import Swiftgrad
import SwiftgradKernels
import SwiftgradNN

/// Looks at losses before they change anything.
struct LossGuard {
    let stopsOnNaN: Bool

    /// The number that a loss is; throws when it is none and training should end, with what is to blame: the batch, a weight,
    /// or the first operation of `compute`, which is run again from the random state that the step began with.
    func check(
        _ loss: Tensor, named name: String = "loss", _ batch: [Value], at place: TrainingPlace?,
        in networks: [(name: String, module: Module)], from random: RandomState,
        _ compute: () throws(SwiftgradError) -> Void
    ) throws(SwiftgradError) -> Double {
        let value = try loss.detach().item().number ?? .nan
        guard !value.isFinite && stopsOnNaN else { return value }
        let reason = NonFiniteReport.explain(batch: batch, in: networks, random: random, compute)
        throw .runtime(
            (place.map { "\($0): " } ?? "") + "the \(name) is \(value)" + (reason.map { ": \($0)" } ?? "")
                + "; lower the learning rate, look at the data, or pass stop_on_nan=False")
    }
}
