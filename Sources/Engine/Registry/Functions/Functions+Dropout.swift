extension EngineFunctions {
    /// Elements or channels left out by chance.
    static let dropouts: [FunctionDefinition] = [
        dropout(
            "dropout", training: true,
            doc: """
                Zeroes each element with probability p and scales the rest by 1 / (1 - p) (Srivastava et al., JMLR 2014).
                """
        ) { x, p throws(SwiftgradError) in try x.dropout(probability: p) },
        channelDropout(1, "(N, C, L) or (C, L)"),
        channelDropout(2, "(N, C, H, W) or (C, H, W)"),
        channelDropout(3, "(N, C, D, H, W) or (C, D, H, W)"),
        dropout(
            "alpha_dropout", training: false,
            doc: """
                Sets each element with probability p to what SELU tends to, and shifts and scales the result so that mean and
                variance stay those of a standard normal x (Klambauer et al., arXiv:1706.02515).
                """
        ) { x, p throws(SwiftgradError) in try x.alphaDropout(probability: p, maskShape: x.shape) },
        dropout(
            "feature_alpha_dropout", training: false,
            doc: "alpha_dropout of whole channels of x (N, C, ...)."
        ) { x, p throws(SwiftgradError) in
            guard x.rank >= 2 else {
                throw .value("feature_alpha_dropout: expected (N, C, ...), got \(Shape.text(x.shape))")
            }
            let mask = Array(x.shape[..<2]) + [Int](repeating: 1, count: x.rank - 2)
            return try x.alphaDropout(probability: p, maskShape: mask)
        },
    ]

    private static func channelDropout(_ axes: Int, _ shapes: String) -> FunctionDefinition {
        let name = "dropout\(axes)d"
        return dropout(
            name, training: true,
            doc: "Zeroes each channel of x \(shapes) with probability p and scales the rest by 1 / (1 - p)."
        ) { x, p throws(SwiftgradError) in
            guard x.rank == axes + 1 || x.rank == axes + 2 else {
                throw .value("\(name): expected \(shapes), got \(Shape.text(x.shape))")
            }
            let mask = Array(x.shape.dropLast(axes)) + [Int](repeating: 1, count: axes)
            return try x * Tensor.ones(mask, x.dtype).dropout(probability: p)
        }
    }

    private static func dropout(
        _ name: String, training: Bool, doc: String,
        _ body: @escaping @Sendable (Tensor, Double) throws(SwiftgradError) -> Tensor
    ) -> FunctionDefinition {
        FunctionDefinition(
            name, in: "nn.functional",
            [.x, .float("p", 0.5), .bool("training", training), .bool("inplace", false)],
            doc: doc
                + "\n\nx itself when not training. With inplace the result also goes into x's memory, unless x is on the tape."
        ) { arguments throws(SwiftgradError) in
            let (x, p) = (try arguments.tensor("x"), try arguments.double("p"))
            guard x.dtype.isFloating else { throw .type("\(name): needs a floating-point tensor, got \(x.dtype)") }
            guard p >= 0 && p <= 1 else { throw .value("\(name): p must be between 0 and 1, got \(p)") }
            guard try arguments.bool("training"), p > 0 else { return .tensor(x) }
            let y = try body(x, p)
            return .tensor(try arguments.bool("inplace") ? x.replaced(by: y, operation: name) : y)
        }
    }
}

extension Tensor {
    /// The elements for which the mask, broadcast, stays 1, and SELU's limit for the others, scaled to keep mean and variance.
    func alphaDropout(probability: Double, maskShape: [Int]) throws(SwiftgradError) -> Tensor {
        guard probability < 1 else { return try self * 0 }
        let limit = -1.7580993408473766
        let kept = 1 - probability
        let scale = 1 / (kept * (1 + probability * limit * limit)).squareRoot()
        let stays = try Tensor.bernoulli(maskShape, probability: kept).cast(to: dtype)
        // scale * (x where it stays, limit elsewhere) + shift, of which the second part does not depend on x.
        let rest = try (1 - stays) * (scale * limit) - scale * limit * probability
        return try self * (stays * scale) + rest
    }
}
