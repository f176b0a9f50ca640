import Swiftgrad

/// Looks at losses before they change anything.
struct LossGuard {
    let stopsOnNaN: Bool

    /// The number that a loss is; throws when it is none and training should end, and says so when the data are to blame.
    func check(
        _ loss: Tensor, named name: String = "loss", _ batch: [Value], at place: TrainingPlace?
    ) throws(SwiftgradError) -> Double {
        let value = try loss.detach().item().number ?? .nan
        guard !value.isFinite && stopsOnNaN else { return value }
        let prefix = place.map { "\($0): " } ?? ""
        for (position, item) in batch.enumerated() {
            guard case .tensor(let tensor) = item, tensor.dtype.isFloating else { continue }
            let sum = try withNoGrad { () throws(SwiftgradError) in
                try (tensor.detach().cast(to: .float64) * 0).sum().item().number ?? .nan
            }
            if !sum.isFinite {
                throw .runtime(
                    "\(prefix)the \(name) is \(value): array \(position) of the batch, \(Shape.text(tensor.shape)), "
                        + "has NaN or infinity in it")
            }
        }
        throw .runtime(
            "\(prefix)the \(name) is \(value); lower the learning rate, look at the data, or pass stop_on_nan=False")
    }
}
