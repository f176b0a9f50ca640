import Swiftgrad
import SwiftgradKernels
import SwiftgradNN

/// Why a loss is not a number: the batch, a weight, or the first operation that made one.
enum NonFiniteReport {
    /// `compute` is run again from the random state that the step began with.
    static func explain(
        batch: [Value], in networks: [(name: String, module: Module)], random: RandomState?,
        _ compute: () throws(SwiftgradError) -> Void
    ) -> String? {
        for (number, value) in batch.enumerated() {
            if case .tensor(let tensor) = value, let place = firstNonFinite(tensor) {
                let what = number == batch.count - 1 && batch.count > 1 ? "the target" : "input \(number)"
                return "\(what) of the batch is \(place.value) in sample \(place.sample)"
            }
        }
        for (name, network) in networks {
            for (path, tensor) in network.namedParameters() {
                if let place = firstNonFinite(tensor) {
                    return "the weight \(path) of the \(name) is \(place.value) since an update before"
                }
            }
        }
        guard let random else { return nil }
        let now = Generator.shared.position
        Generator.shared.position = random
        defer { Generator.shared.position = now }
        return NonFiniteWatch.find(in: compute)?.description
    }

    private static func firstNonFinite(_ tensor: Tensor) -> (value: Double, sample: Int)? {
        guard tensor.dtype.isFloating, tensor.count > 0, let values = try? tensor.doubles(),
            let position = values.firstIndex(where: { !$0.isFinite })
        else { return nil }
        return (values[position], position / max(1, tensor.count / max(1, tensor.shape.first ?? 1)))
    }
}
