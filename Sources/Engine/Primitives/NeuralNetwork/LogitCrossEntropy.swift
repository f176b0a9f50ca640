import SwiftgradKernels

/// Cross-entropy of the probability sigmoid(x) with a target t, element by element: log(1 + e^x) - x t.
struct LogitCrossEntropy: BinaryPrimitive {
    let name = "binary_cross_entropy_with_logits"
    static let kernels = KernelTable(LogitCrossEntropyFormula())
    var saves: Saves { .bothInputs }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let (gradient, x, target) = (try context.gradient(), try context.input(0), try context.input(1))
        return try context.pair(
            { () throws(SwiftgradError) in try gradient * .apply(LogitCrossEntropySlope(), x, target) },
            { () throws(SwiftgradError) in try -(gradient * x) })
    }
}

/// sigmoid(x) - t, the slope of `LogitCrossEntropy`.
struct LogitCrossEntropySlope: BinaryPrimitive {
    let name = "binary_cross_entropy_with_logits_slope"
    static let kernels = KernelTable(LogitCrossEntropySlopeFormula())
    var saves: Saves { .bothInputs }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let (gradient, x) = (try context.gradient(), try context.input(0))
        return try context.pair(
            { () throws(SwiftgradError) in
                let s = try x.sigmoid()
                return try gradient * (s - s * s)
            }, { () throws(SwiftgradError) in try -gradient })
    }
}

/// max(x, 0) - x t + log(1 + e^-|x|): neither a large x nor a certain target costs digits.
private struct LogitCrossEntropyFormula: BinaryFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ target: V) -> V {
        (V.maximum(x, V(0)) - x * target) + (-x.abs()).softplus()
    }
}

private struct LogitCrossEntropySlopeFormula: BinaryFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ target: V) -> V { x.sigmoid() - target }
}

extension Tensor {
    /// `log(1 + e^self) - self * target`, element by element; both have the same shape.
    public func logitCrossEntropy(_ target: Tensor) throws(SwiftgradError) -> Tensor {
        try .apply(LogitCrossEntropy(), self, target)
    }
}
