import Swiftgrad
import SwiftgradNN

extension Updater {
    /// The updater of an encoder and a decoder that learn together, by Adam(lr=1e-3) unless an optimiser is given.
    static func forPair(
        _ encoder: Module, _ decoder: Module, _ optimiser: Optimiser?, _ settings: UpdateSettings
    ) throws(SwiftgradError) -> Updater {
        let weights = distinct(encoder.parameters + decoder.parameters)
        let own: Optimiser =
            if let optimiser { optimiser } else { try Adam(.list(weights.map(Value.tensor)), lr: 1e-3) }
        return try Updater(own, averaging: [("encoder", encoder), ("decoder", decoder)], settings)
    }

    /// Encoder and decoder may share weights.
    private static func distinct(_ parameters: [Tensor]) -> [Tensor] {
        var seen: Set<ObjectIdentifier> = []
        return parameters.filter { seen.insert(ObjectIdentifier($0)).inserted }
    }
}
