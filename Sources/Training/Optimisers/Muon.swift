import Swiftgrad
import SwiftgradKernels

/// Muon (Jordan et al. 2024, https://kellerjordan.github.io/posts/muon): momentum whose step is made orthogonal.
///
/// As `torch.optim.Muon`, with the iteration in float32 where PyTorch rounds to bfloat16.
public final class Muon: Optimiser {
    public override class var hyperparameters: [Parameter] {
        [
            .float("lr", 0.001), .float("weight_decay", 0.1), .float("momentum", 0.95), .bool("nesterov", true),
            Parameter("ns_coefficients", .any, default: .floats([3.4445, -4.775, 2.0315])), .float("eps", 1e-7),
            .int("ns_steps", 5), Parameter("adjust_lr_fn", .string, default: .some(.none)),
        ]
    }

    public override func check(_ settings: Hyperparameters) throws(SwiftgradError) {
        try settings.checkNotNegative("lr", "weight_decay", "momentum", "eps", of: className)
        _ = try settings.numbers("ns_coefficients", count: 3)
        let steps = try settings.int("ns_steps")
        guard steps >= 0 && steps < 100 else { throw .value("\(className): ns_steps must be in 0..<100, got \(steps)") }
        if let name = settings.optionalString("adjust_lr_fn"), name != "original" && name != "match_rms_adamw" {
            throw .value("\(className): adjust_lr_fn must be 'original' or 'match_rms_adamw', got '\(name)'")
        }
    }

    public override func check(_ parameter: Tensor) throws(SwiftgradError) {
        guard parameter.rank == 2 else {
            throw .value(
                "\(className): takes matrices only, got a parameter of shape \(Shape.text(parameter.shape)); "
                    + "give the others to AdamW")
        }
    }

    public override func step() throws(SwiftgradError) {
        try withNoGrad { () throws(SwiftgradError) in
            var results: [(entry: Entry, momentum: Tensor, weight: Tensor)] = []
            for group in groups {
                for entry in group.entries {
                    guard let gradient = entry.parameter.grad else { continue }
                    try entry.prepare(gradient, ["momentum_buffer"], optimiser: className)
                    let (momentum, weight) = try next(entry, gradient, group.settings)
                    results.append((entry, momentum, weight))
                }
            }
            for (entry, momentum, weight) in results {
                try entry.states[0].overwrite(with: momentum)
                try entry.parameter.overwrite(with: weight)
                entry.step += 1
                entry.isFresh = false
            }
        }
    }

    /// The momentum buffer and the weight after the step.
    private func next(
        _ entry: Entry, _ gradient: Tensor, _ settings: Hyperparameters
    ) throws(SwiftgradError) -> (momentum: Tensor, weight: Tensor) {
        let dtype = entry.parameter.dtype.computeType
        let (rate, momentum) = (try settings.double("lr"), try settings.double("momentum"))
        let gradient = try gradient.detach().cast(to: dtype)
        let buffer = try entry.states[0] + (gradient - entry.states[0]) * (1 - momentum)
        let direction = try settings.bool("nesterov") ? gradient + (buffer - gradient) * momentum : buffer
        let update = try Muon.orthogonalised(
            direction, settings.numbers("ns_coefficients", count: 3), steps: settings.int("ns_steps"),
            epsilon: settings.double("eps"))
        let (rows, columns) = (Double(entry.parameter.shape[0]), Double(entry.parameter.shape[1]))
        let adjustment =
            settings.optionalString("adjust_lr_fn") == "match_rms_adamw"
            ? 0.2 * max(rows, columns).squareRoot() : max(1, rows / max(columns, 1)).squareRoot()
        let weight = try entry.parameter.detach().cast(to: dtype)
        return (
            buffer, try weight * (1 - rate * settings.double("weight_decay")) - update * (rate * adjustment)
        )
    }

    /// The nearest matrix with singular values near 1, by Newton and Schulz's iteration
    /// `X = a X + (b X Xᵀ + c (X Xᵀ)²) X` from X of norm 1.
    private static func orthogonalised(
        _ matrix: Tensor, _ coefficients: [Double], steps: Int, epsilon: Double
    ) throws(SwiftgradError) -> Tensor {
        let isTall = matrix.shape[0] > matrix.shape[1]
        var x = isTall ? try matrix.transpose(0, 1) : matrix
        let norm = try (x * x).sum(axes: nil).sqrt().item().number ?? 0
        x = try x / max(norm, epsilon)
        for _ in 0..<steps {
            let gram = try x.matmul(x.transpose(0, 1))
            let update = try gram * coefficients[1] + gram.matmul(gram) * coefficients[2]
            x = try x * coefficients[0] + update.matmul(x)
        }
        return isTall ? try x.transpose(0, 1) : x
    }

    static let definition = Optimiser.definition(
        Muon.self,
        doc: """
            Muon (Jordan et al. 2024): momentum whose step is made orthogonal by Newton and Schulz's iteration.

            For the weight matrices of hidden layers; embeddings, heads, biases and norms belong to AdamW. The rate is
            scaled by sqrt(max(1, rows / columns)), or with adjust_lr_fn='match_rms_adamw' by 0.2 * sqrt(max(rows,
            columns)), so that Adam's rates fit. weight_decay acts on the weights.
            """)
}
