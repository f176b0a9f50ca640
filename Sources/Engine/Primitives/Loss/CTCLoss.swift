import SwiftgradKernels

/// The connectionist temporal classification loss of each sequence (Graves et al., ICML 2006); see the kernel. Input:
/// log-probabilities (steps, batch, classes). Outputs: losses (batch,), and the rows of states for the gradient.
struct CTCPrimitive: Primitive {
    let name = "ctc_loss"
    let labels: [Int], starts: [Int], labelCounts: [Int], stepCounts: [Int]
    let blank: Int
    let zeroInfinity: Bool
    var saves: Saves { Saves(inputs: [0], outputs: [0, 1]) }

    func kernel(_ spec: TensorSpec) -> CTC {
        CTC(
            dtype: spec.dtype, steps: spec.shape[0], batch: spec.shape[1], classes: spec.shape[2], labels: labels,
            starts: starts, labelCounts: labelCounts, stepCounts: stepCounts, blank: blank)
    }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let x = inputs[0]
        return [
            TensorSpec([x.shape[1]], x.dtype), TensorSpec([x.shape[1], x.shape[0], kernel(x).rowLength], x.dtype),
        ]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let x = try inputs[0].detach().contiguous()
        withExtendedLifetime(x) {
            kernel(x.spec).forward(
                logits: x.pointer, losses: outputs[0].pointer, alphas: outputs[1].pointer)
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        guard let gradient = context.gradients[0] else { return [nil] }
        let saved = [try context.input(0), try context.output(0), try context.output(1)].map { $0.detach() }
        return [try Tensor.apply(CTCBackward(forward: self), [gradient] + saved)[0]]
    }
}

/// The gradient of the log-probabilities from (gradient of the losses, log-probabilities, losses, rows of states).
private struct CTCBackward: Primitive {
    let name = "ctc_loss_backward"
    let forward: CTCPrimitive

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] { [inputs[1]] }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let whole = try inputs.map { input throws(SwiftgradError) in try input.detach().contiguous() }
        withExtendedLifetime(whole) {
            forward.kernel(whole[1].spec).backward(
                logits: whole[1].pointer, alphas: whole[3].pointer, gradients: whole[0].pointer,
                losses: whole[2].pointer, zeroInfinity: forward.zeroInfinity, output: outputs[0].pointer)
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        throw .notImplemented("ctc_loss: its gradient cannot be differentiated again")
    }
}

extension Tensor {
    /// CTC losses of log-probabilities (T, N, C) or (T, C) against labels (N, S), (sum of the lengths,) or (S,), with the
    /// lengths of each sequence and labelling.
    static func ctcLoss(
        _ logProbabilities: Tensor, labels: Tensor, stepCounts: [Int], labelCounts: [Int], blank: Int,
        reduction: LossReduction, zeroInfinity: Bool
    ) throws(SwiftgradError) -> Tensor {
        let name = "ctc_loss"
        guard logProbabilities.dtype.isFloating, labels.dtype.isInteger else {
            throw .type(
                "\(name): expected floating-point log_probs and integer targets, got \(logProbabilities.dtype) and "
                    + "\(labels.dtype)")
        }
        guard (2...3).contains(logProbabilities.rank) else {
            throw .value(
                "\(name): expected log_probs (T, N, C) or (T, C), got \(Shape.text(logProbabilities.shape))")
        }
        let isBatch = logProbabilities.rank == 3
        let x = try isBatch ? logProbabilities : logProbabilities.expandDims([1])
        let (steps, batch, classes) = (x.shape[0], x.shape[1], x.shape[2])
        guard (0..<classes).contains(blank) else {
            throw .value("\(name): blank \(blank) is not one of \(classes) classes")
        }
        guard stepCounts.count == batch, labelCounts.count == batch else {
            throw .value(
                "\(name): expected \(batch) input_lengths and target_lengths, got \(stepCounts.count) and "
                    + "\(labelCounts.count)")
        }
        for count in stepCounts where !(0...steps).contains(count) {
            throw .value("\(name): input length \(count) does not lie between 0 and \(steps)")
        }
        let starts = try labelStarts(labels, labelCounts, isBatch: isBatch)
        let numbers = try labels.detach().cast(to: .int64).unshared()
        let elements = withExtendedLifetime(numbers) {
            let pointer = numbers.pointer.assumingMemoryBound(to: Int64.self)
            return (0..<numbers.count).map { Int(pointer[$0]) }
        }
        for (start, count) in zip(starts, labelCounts) {
            for label in elements[start..<start + count] where !(0..<classes).contains(label) {
                throw .index("\(name): target \(label) is not one of \(classes) classes")
            }
        }
        let primitive = CTCPrimitive(
            labels: elements, starts: starts, labelCounts: labelCounts, stepCounts: stepCounts, blank: blank,
            zeroInfinity: zeroInfinity)
        var losses = try apply(primitive, [x.cast(to: x.dtype.computeType)])[0]
        if zeroInfinity {
            let isInfinite = try losses.equal(.full([], .infinity, losses.dtype))
            losses = try select(isInfinite, .zeros([], losses.dtype), losses)
        }
        if reduction == .mean {
            let lengths = try stack(
                labelCounts.map { count throws(SwiftgradError) in try .full([], Double(max(1, count)), losses.dtype) })
            losses = try losses / lengths
        }
        if !isBatch { losses = try losses.reshape([]) }
        return try reduction.apply(losses).cast(to: logProbabilities.dtype)
    }

    /// Where each labelling starts among the flattened labels.
    private static func labelStarts(
        _ labels: Tensor, _ counts: [Int], isBatch: Bool
    ) throws(SwiftgradError) -> [Int] {
        let total = counts.reduce(0) { $0.addingReportingOverflow($1).partialValue }
        guard counts.allSatisfy({ $0 >= 0 && $0 <= labels.count }) else {
            throw .value(
                "ctc_loss: target_lengths \(Shape.text(counts)) do not fit targets of \(Shape.text(labels.shape))")
        }
        if labels.rank == 2, labels.shape[0] == counts.count, counts.allSatisfy({ $0 <= labels.shape[1] }) {
            return counts.indices.map { $0 * labels.shape[1] }
        }
        guard labels.rank == 1, total == labels.count || !isBatch else {
            throw .value(
                "ctc_loss: expected targets (\(counts.count), at least \(counts.max() ?? 0)) or (\(total),), got "
                    + Shape.text(labels.shape))
        }
        var starts: [Int] = []
        var start = 0
        for count in counts {
            starts.append(start)
            start += count
        }
        return starts
    }
}
