import SwiftgradKernels

/// How the operands of attention lie in the inputs.
enum AttentionLayout: Sendable, Equatable {
    /// Three arrays (batch, heads, length, size), any strides; the output is (batch, queries, heads, size).
    case separate
    /// One array (batch, length, 3 · heads · size) of queries, keys and values side by side, and an output (batch, length,
    /// heads · size).
    case packed(heads: Int)

    /// Inputs before the mask.
    var operandCount: Int { self == .separate ? 3 : 1 }

    /// Queries, keys and values as views (batch, heads, length, size).
    func split(_ inputs: [Tensor]) -> [Tensor] {
        guard case .packed(let heads) = self else { return Array(inputs.prefix(3)) }
        return (0..<3).map { part($0, of: inputs[0], parts: 3, heads: heads) }
    }

    /// An output, or its gradient, as a view (batch, heads, length, size).
    func heads(_ output: Tensor) -> Tensor {
        switch self {
        case .separate:
            return view(output, axes: [0, 2, 1, 3])
        case .packed(let heads):
            return part(0, of: output, parts: 1, heads: heads)
        }
    }

    private func view(_ x: Tensor, axes: [Int]) -> Tensor {
        Tensor(
            storage: x.storage, shape: axes.map { x.shape[$0] }, strides: axes.map { x.strides[$0] }, offset: x.offset,
            dtype: x.dtype)
    }

    private func part(_ index: Int, of x: Tensor, parts: Int, heads: Int) -> Tensor {
        let size = x.shape[2] / parts / max(heads, 1)
        let step = x.strides[2]
        return Tensor(
            storage: x.storage, shape: [x.shape[0], heads, x.shape[1], size],
            strides: [x.strides[0], size * step, x.strides[1], step], offset: x.offset + index * heads * size * step,
            dtype: x.dtype)
    }
}

/// softmax(scale Q Kᵀ + mask) V without the matrix of scores. Outputs: the result, and log2 of the sum of each query's
/// exponentials for the backward pass.
///
/// A mask of numbers (batch, heads, queries, keys), each axis of which may be 1, follows the operands.
struct AttentionPrimitive: Primitive {
    let name = "scaled_dot_product_attention"
    let layout: AttentionLayout
    let isCausal: Bool
    let scale: Double
    let hasMask: Bool

    var saves: Saves {
        Saves(inputs: Array(0..<layout.operandCount + (hasMask ? 1 : 0)), outputs: [0, 1])
    }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let (x, dtype) = (inputs[0].shape, inputs[0].dtype)
        switch layout {
        case .separate:
            return [
                TensorSpec([x[0], x[2], x[1], inputs[2].shape[3]], dtype),
                TensorSpec([x[0], x[1], x[2]], dtype.computeType),
            ]
        case .packed(let heads):
            return [TensorSpec([x[0], x[1], x[2] / 3], dtype), TensorSpec([x[0], heads, x[1]], dtype.computeType)]
        }
    }

    /// Scores and their product with the values.
    func flops(_ inputs: [TensorSpec], _ outputs: [TensorSpec]) -> Double? {
        let (score, value) = products(inputs)
        return score + value
    }

    /// Floating-point operations of one product of every query with its keys, and of one of its weights with the values.
    /// Under a causal mask a query meets the keys up to its own position.
    func products(_ inputs: [TensorSpec]) -> (score: Double, value: Double) {
        let x = inputs[0].shape.map(Double.init)
        let (heads, queries, keys, size, valueSize): (Double, Double, Double, Double, Double)
        switch layout {
        case .separate:
            (heads, queries, size) = (x[0] * x[1], x[2], x[3])
            (keys, valueSize) = (Double(inputs[1].shape[2]), Double(inputs[2].shape[3]))
        case .packed(let count):
            (heads, queries, keys) = (x[0] * Double(count), x[1], x[1])
            (size, valueSize) = (x[2] / 3 / max(Double(count), 1), x[2] / 3 / max(Double(count), 1))
        }
        let met = min(queries, keys)
        let pairs = heads * (isCausal ? met * (met + 1) / 2 + (queries - met) * keys : queries * keys)
        return (2 * pairs * size, 2 * pairs * valueSize)
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let operands = try AttentionOperands(self, inputs)
        defer { withExtendedLifetime(operands) {} }
        try outputs[0].compute(in: operands.dtype) { result throws(SwiftgradError) in
            let isDone = Attention.forward(
                dtype: operands.dtype, operands.problem, output: layout.heads(result).attentionRows,
                logSumExp: outputs[1].pointer)
            if !isDone { throw outOfMemory }
        }
    }

    var outOfMemory: SwiftgradError { .init(.memory, "\(name): not enough memory for a block of scores") }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let count = layout.operandCount
        var inputs: [Tensor] = []
        for position in 0..<count + (hasMask ? 1 : 0) { inputs.append(try context.input(position)) }
        let gradient = try context.gradient(0)
        if GradMode.isEnabled || (hasMask && context.needs(count)) { return try writtenOut(context, gradient, inputs) }
        let backward = AttentionBackward(forward: self)
        let outputs = [try context.output(0).detach(), try context.output(1).detach()]
        var gradients: [Tensor?] = try Tensor.apply(backward, [gradient] + inputs + outputs)
        if layout == .separate {
            for position in gradients.indices { gradients[position] = try gradients[position]?.transpose(1, 2) }
        }
        return gradients + (hasMask ? [nil] : [])
    }

    /// The gradients through the matrix of weights, in differentiable operations.
    private func writtenOut(
        _ context: PullbackContext, _ gradient: Tensor, _ inputs: [Tensor]
    ) throws(SwiftgradError) -> [Tensor?] {
        let mask = hasMask ? inputs[layout.operandCount] : nil
        let formula = AttentionFormula(isCausal: isCausal, scale: scale)
        var results: [Tensor?]
        let dScores: Tensor
        switch layout {
        case .separate:
            let all = try formula.gradients(gradient.transpose(1, 2), inputs[0], inputs[1], inputs[2], mask)
            results = [all.q, all.k, all.v]
            dScores = all.scores
        case .packed(let heads):
            let (batch, length) = (inputs[0].shape[0], inputs[0].shape[1])
            func split(_ x: Tensor, _ part: Int, of parts: Int) throws(SwiftgradError) -> Tensor {
                let size = x.shape[2] / parts
                return try x.slice(axis: 2, part * size..<(part + 1) * size)
                    .reshape([batch, length, heads, size / max(heads, 1)]).transpose(1, 2)
            }
            let all = try formula.gradients(
                split(gradient, 0, of: 1), split(inputs[0], 0, of: 3), split(inputs[0], 1, of: 3),
                split(inputs[0], 2, of: 3), mask)
            let parts = try [all.q, all.k, all.v].map { part throws(SwiftgradError) in try part.transpose(1, 2) }
            results = [try Tensor.stack(parts, axis: 2).reshape(inputs[0].shape)]
            dScores = all.scores
        }
        if hasMask {
            results.append(
                context.needs(layout.operandCount) ? try context.reduced(dScores, to: layout.operandCount) : nil)
        }
        return results
    }
}

/// The gradients of the operands from (gradient, operands, mask, output, log-sum-exp), in the layout of the output.
private struct AttentionBackward: NonDifferentiablePrimitive {
    let name = "scaled_dot_product_attention_backward"
    let forward: AttentionPrimitive

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        if forward.layout != .separate { return [inputs[1]] }
        return inputs[1...3].map { TensorSpec([$0.shape[0], $0.shape[2], $0.shape[1], $0.shape[3]], $0.dtype) }
    }

    /// The scores again, dQ and dK; the gradients of the weights and dV.
    func flops(_ inputs: [TensorSpec], _ outputs: [TensorSpec]) -> Double? {
        let (score, value) = forward.products(Array(inputs.dropFirst()))
        return 3 * score + 2 * value
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let layout = forward.layout
        let operands = try AttentionOperands(forward, Array(inputs[1..<inputs.count - 2]))
        let dtype = operands.dtype
        let gradient = layout.heads(try inputs[0].detach().cast(to: dtype).withUnitRows())
        let output = layout.heads(try inputs[inputs.count - 2].cast(to: dtype))
        let results = try outputs.map { output throws(SwiftgradError) in
            output.dtype == dtype ? output : try Tensor(uninitialised: output.shape, dtype)
        }
        let parts = layout == .separate ? results.map(layout.heads) : layout.split(results)
        defer { withExtendedLifetime((operands, gradient, output, parts)) {} }
        let isDone = Attention.backward(
            dtype: dtype, operands.problem, output: output.attentionRows,
            logSumExp: inputs[inputs.count - 1].pointer, gradient: gradient.attentionRows,
            dq: parts[0].attentionRows, dk: parts[1].attentionRows, dv: parts[2].attentionRows)
        if !isDone { throw forward.outOfMemory }
        for (result, output) in zip(results, outputs) where result !== output { result.copyElements(to: output) }
    }
}

/// The kernel's view of the inputs; holds what it points at.
private struct AttentionOperands {
    let dtype: DType
    let problem: Attention.Problem
    private let tensors: [Tensor]

    init(_ primitive: AttentionPrimitive, _ inputs: [Tensor]) throws(SwiftgradError) {
        let count = primitive.layout.operandCount
        let dtype = inputs[0].dtype.computeType
        let whole = try inputs.prefix(count).map { input throws(SwiftgradError) in
            try input.detach().cast(to: dtype).withUnitRows()
        }
        let parts = primitive.layout.split(whole)
        let (q, k, v) = (parts[0], parts[1], parts[2])
        var mask: Tensor?
        if primitive.hasMask { mask = try inputs[count].detach().additiveMask(dtype) }
        let (heads, queries, keys) = (q.shape[1], q.shape[2], k.shape[2])
        problem = Attention.Problem(
            batch: q.shape[0], heads: heads, keyHeads: k.shape[1], queries: queries, keys: keys, headSize: q.shape[3],
            valueSize: v.shape[3], q: q.attentionRows, k: k.attentionRows, v: v.attentionRows,
            mask: mask.map { mask in
                let strides = Shape.broadcastStrides(
                    mask.shape, mask.strides, to: [q.shape[0], heads, queries, keys])
                return Attention.Mask(
                    mask.pointer, batch: strides[0], head: strides[1], query: strides[2], key: strides[3])
            },
            isCausal: primitive.isCausal, scale: primitive.scale)
        self.dtype = dtype
        tensors = parts + (mask.map { [$0] } ?? [])
    }
}

extension Tensor {
    /// This array when neighbours along the last axis are neighbours in memory, else a copy.
    fileprivate func withUnitRows() throws(SwiftgradError) -> Tensor {
        strides.last == 1 || shape.last == 1 || count == 0 ? self : try copy()
    }

    /// A view (batch, heads, length, size) as the kernel reads it.
    fileprivate var attentionRows: Attention.Rows {
        Attention.Rows(pointer, batch: strides[0], head: strides[1], row: strides[2])
    }

    /// Numbers to add to scores: a boolean mask, true where a key takes part, becomes 0 and -infinity.
    func additiveMask(_ dtype: DType) throws(SwiftgradError) -> Tensor {
        if self.dtype != .bool { return try cast(to: dtype) }
        return try Tensor.select(self, Tensor.full([], 0, dtype), Tensor.full([], -Double.infinity, dtype))
    }
}
