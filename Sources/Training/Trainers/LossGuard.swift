import Swiftgrad
import SwiftgradKernels
import SwiftgradNN

/// Looks at losses before they change anything.
struct LossGuard {
    let stopsOnNaN: Bool

    /// The number that a loss is. Throws when it is none and training should end, and says where that came from: the data,
    /// a weight, or, where `repeated` can compute the loss again from the random state it began with, an operation.
    func check(
        _ loss: Tensor, named name: String = "loss", _ batch: [Value], at place: TrainingPlace?,
        in networks: [(name: String, module: Module)] = [], from random: RandomState? = nil,
        repeated: () throws(SwiftgradError) -> Void = {}
    ) throws(SwiftgradError) -> Double {
        let value = try loss.detach().item().number ?? .nan
        guard !value.isFinite && stopsOnNaN else { return value }
        let reason = NonFiniteReport.explain(batch: batch, in: networks, random: random, repeated)
        throw .runtime(
            (place.map { "\($0): " } ?? "") + "the \(name) is \(value)" + (reason.map { ": \($0)" } ?? "")
                + "; lower the learning rate, look at the data, or pass stop_on_nan=False")
    }
}
