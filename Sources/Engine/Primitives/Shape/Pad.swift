import SwiftgradKernels

/// What an array is continued with beyond its ends.
public enum PaddingMode: String, Sendable {
    /// A constant, 0 unless said otherwise.
    case zeros
    /// The array mirrored without its edge; the edge repeated; the other end.
    case reflect, replicate, circular
}

/// An array amid a constant.
struct ConstantPad: Primitive {
    let name = "pad"
    /// Elements before and behind the array along each axis, none negative.
    let before: [Int]
    let after: [Int]
    let value: Double

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        var result = inputs[0]
        for axis in result.shape.indices { result.shape[axis] += before[axis] + after[axis] }
        return [result]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let (x, whole) = (inputs[0], outputs[0])
        whole.fill(value)
        guard let layout = Slice(parts: parts(x.shape)).layout(whole, shape: x.shape) else { return }
        x.copyElements(
            to: Tensor(
                storage: whole.storage, shape: x.shape, strides: layout.strides, offset: layout.offset,
                dtype: whole.dtype))
    }

    private func parts(_ shape: [Int]) -> [Slice.Part] {
        shape.indices.map { Slice.Part(start: before[$0], step: 1, count: shape[$0]) }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try .apply(Slice(parts: parts(context.inputSpec(0).shape)), context.gradient())]
    }
}

extension Tensor {
    /// The array with `amounts` elements before and behind its last axes, the last axis first; negative ones are cut off.
    func pad(_ amounts: [Int], mode: PaddingMode, value: Double) throws(SwiftgradError) -> Tensor {
        guard amounts.count % 2 == 0, amounts.count / 2 <= rank else {
            throw .value(
                "pad: expected two amounts for each of the last axes of \(Shape.text(shape)), got \(amounts.count)")
        }
        let limit = 1 << 40
        guard amounts.allSatisfy({ $0 >= -limit && $0 <= limit }) else {
            throw .value("pad: amounts \(Shape.text(amounts)) are too large")
        }
        let axes = amounts.count / 2
        guard mode == .zeros || (axes >= 1 && axes <= 3 && (rank == axes + 1 || rank == axes + 2)) else {
            throw .value(
                "pad: mode '\(mode.rawValue)' takes amounts for all but the first one or two axes of up to five, got "
                    + "\(amounts.count) for \(Shape.text(shape))")
        }
        var (before, after) = ([Int](repeating: 0, count: rank), [Int](repeating: 0, count: rank))
        var parts = shape.map { Slice.Part(start: 0, step: 1, count: $0) }
        for place in 0..<axes {
            let axis = rank - 1 - place
            let (first, last) = (amounts[2 * place], amounts[2 * place + 1])
            let cut = max(0, -first) + max(0, -last)
            guard cut <= shape[axis], shape[axis] + first + last >= 0 else {
                throw .value("pad: amounts \(first) and \(last) leave nothing of a length of \(shape[axis])")
            }
            parts[axis] = Slice.Part(start: max(0, -first), step: 1, count: shape[axis] - cut)
            (before[axis], after[axis]) = (max(0, first), max(0, last))
        }
        if mode == .zeros {
            let kept = amounts.contains { $0 < 0 } ? try Tensor.apply(Slice(parts: parts), self) : self
            return try .apply(ConstantPad(before: before, after: after, value: value), kept)
        }
        var result = self
        for axis in 0..<rank {
            result = try result.padded(axis: axis, before: before[axis], after: after[axis], mode: mode)
            let cut = (max(0, parts[axis].start), shape[axis] - parts[axis].start - parts[axis].count)
            if cut != (0, 0) { result = try result.slice(axis: axis, cut.0..<result.shape[axis] - cut.1) }
        }
        return result === self ? try copy() : result
    }

    /// The array with elements of its own before and behind one axis.
    public func padded(
        axis: Int, before: Int, after: Int, mode: PaddingMode
    ) throws(SwiftgradError) -> Tensor {
        if before == 0 && after == 0 { return self }
        let length = shape[axis]
        let most = mode == .reflect ? length - 1 : mode == .circular ? length : Int.max
        guard length > 0 && before <= most && after <= most else {
            throw .value(
                "padding of \(before) and \(after) elements with mode '\(mode.rawValue)' does not fit an axis of length "
                    + "\(length)")
        }
        let positions = try Tensor.arange(-Double(before), Double(length + after), .int64)
        let elements = positions.pointer.assumingMemoryBound(to: Int64.self)
        for i in 0..<positions.count {
            let position = Int(elements[i])
            switch mode {
            case .zeros, .replicate: elements[i] = Int64(min(max(position, 0), length - 1))
            case .reflect:
                elements[i] = Int64(length - 1) - Int64((length - 1 - Int(position.magnitude)).magnitude)
            case .circular: elements[i] = Int64((position + length) % length)
            }
        }
        return try take(positions, axis: axis)
    }
}
