import Swiftgrad
import SwiftgradNN

/// How far what a decoder gives is from the data.
public enum Reconstruction: String, Sendable {
    /// Cross-entropy of data in 0...1 and probabilities, of which the decoder gives the logits.
    case crossEntropy = "bce"
    /// Squared error.
    case squaredError = "mse"

    init(_ arguments: Arguments) throws(SwiftgradError) {
        let name = try arguments.string("reconstruction")
        guard let kind = Reconstruction(rawValue: name) else {
            throw .value("\(arguments.name): reconstruction must be 'bce' or 'mse', got '\(name)'")
        }
        self = kind
    }

    /// The sum over all elements: in nats for cross-entropy, (x - y)² for the squared error.
    func sum(_ output: Tensor, _ data: Tensor, trainer: String) throws(SwiftgradError) -> Tensor {
        guard output.shape == data.shape else {
            throw .value(
                "\(trainer): the decoder gives \(Shape.text(output.shape)), the data are \(Shape.text(data.shape))")
        }
        switch self {
        case .squaredError: return try (output - data).square().sum()
        case .crossEntropy:
            try Reconstruction.checkRange(data, trainer)
            let loss = try BCEWithLogitsLoss(["reduction": .string("sum")]).call([.tensor(output), .tensor(data)])
            guard case .tensor(let sum) = loss else { throw .type("expected a tensor, got \(loss.kindName)") }
            return sum
        }
    }

    /// What the decoder's output says the data are.
    func data(_ output: Tensor) throws(SwiftgradError) -> Tensor {
        self == .crossEntropy ? try output.sigmoid() : output
    }

    private static func checkRange(_ data: Tensor, _ trainer: String) throws(SwiftgradError) {
        let high = try data.maximum().item().number ?? .nan
        let low = try -((-data).maximum().item().number ?? .nan)
        guard low >= 0 && high <= 1 || low.isNaN || high.isNaN else {
            throw .value(
                "\(trainer): reconstruction='bce' needs data in 0...1, got \(low) to \(high); use 'mse' or scale")
        }
    }
}
