import Glibc
import Swiftgrad
import SwiftgradKernels

/// Keeps the gradients of some parameters within bounds, in place; parameters without a gradient are left out.
public struct GradientClipping {
    /// What the passes work on: a gradient itself, or a copy in another layout or type that is written back.
    private struct Item {
        let gradient: Tensor
        let memory: Tensor
    }

    private let items: [Item]
    private let runs: GradientRuns

    public init(_ parameters: [Tensor], operation: String) throws(SwiftgradError) {
        var runs = GradientRuns()
        items = try parameters.compactMap(\.grad).map { gradient throws(SwiftgradError) in
            guard gradient.isWritable else {
                throw .value("\(operation): the memory of a gradient cannot be written")
            }
            let whole = gradient.detach()
            let memory = try whole.cast(to: gradient.dtype.computeType).contiguous()
            runs.append(memory.pointer, count: memory.count, memory.dtype)
            return Item(gradient: whole, memory: memory)
        }
        self.runs = runs
    }

    /// Scales all gradients together so that their norm, (sum |g|^p)^(1/p) or max |g| for infinity, is at most `limit`.
    ///
    /// Returns the norm before. With `errorIfNonfinite` a norm that is not finite throws, and nothing is scaled.
    public func clipNorm(_ limit: Double, _ p: Double, errorIfNonfinite: Bool) throws(SwiftgradError) -> Tensor {
        let norm = try norm(p)
        if errorIfNonfinite && !norm.isFinite {
            throw .runtime("clip_grad_norm_: the norm of the gradients is \(norm)")
        }
        let scale = limit / (norm + 1e-6)
        if !(scale >= 1) { try change { $0.scale(by: scale) } }
        return try Tensor.full([], norm, items.contains { $0.gradient.dtype == .float64 } ? .float64 : .float32)
    }

    /// Clips every element to -limit ... limit.
    public func clipValues(_ limit: Double) throws(SwiftgradError) {
        try change { $0.clamp(to: limit) }
    }

    private func norm(_ p: Double) throws(SwiftgradError) -> Double {
        try withExtendedLifetime(items) { () throws(SwiftgradError) in
            if p.isInfinite { return runs.largestMagnitude() }
            if p == 2 { return runs.sumOfSquares().squareRoot() }
            var total = 0.0
            for item in items {
                let powers = try item.memory.abs().power(.full([], p, item.memory.dtype))
                let sum = try powers.sum().cast(to: .float64)
                total += withExtendedLifetime(sum) { sum.pointer.load(as: Double.self) }
            }
            return pow(total, 1 / p)
        }
    }

    private func change(_ pass: (GradientRuns) -> Void) throws(SwiftgradError) {
        withExtendedLifetime(items) { pass(runs) }
        for item in items {
            if item.memory.storage === item.gradient.storage {
                item.gradient.storage.markWritten()
            } else {
                try item.gradient.overwrite(with: item.memory)
            }
        }
    }
}

extension NNFunctions {
    /// Behind `nn.utils`, where Python makes a list of its parameters.
    static let clipping: [FunctionDefinition] = [
        FunctionDefinition(
            "clip_norm", in: "_clipping",
            [.tensors("parameters"), .float("max_norm"), .float("norm_type"), .bool("error_if_nonfinite")],
            doc: "Scales all gradients together to a norm of max_norm at most; the norm before."
        ) { arguments throws(SwiftgradError) in
            let clipping = try GradientClipping(arguments.tensors("parameters"), operation: "clip_grad_norm_")
            return .tensor(
                try withNoGrad { () throws(SwiftgradError) in
                    try clipping.clipNorm(
                        arguments.double("max_norm"), arguments.double("norm_type"),
                        errorIfNonfinite: arguments.bool("error_if_nonfinite"))
                })
        },
        FunctionDefinition(
            "clip_values", in: "_clipping", [.tensors("parameters"), .float("clip_value")],
            doc: "Clips every element of the gradients to -clip_value ... clip_value."
        ) { arguments throws(SwiftgradError) in
            let clipping = try GradientClipping(arguments.tensors("parameters"), operation: "clip_grad_value_")
            try withNoGrad { () throws(SwiftgradError) in try clipping.clipValues(arguments.double("clip_value")) }
            return .none
        },
    ]
}
