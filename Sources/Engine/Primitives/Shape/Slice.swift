import SwiftgradKernels

/// Every `step`-th element from `start`, `count` of them, along each axis: a view.
struct Slice: Primitive {
    /// The part of one axis. A negative step walks backwards.
    struct Part: Sendable, Equatable {
        var start: Int
        var step: Int
        var count: Int
    }

    let name = "slice"
    /// One an axis, already inside the array.
    let parts: [Part]

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [TensorSpec(parts.map(\.count), inputs[0].dtype)]
    }

    func layout(_ input: Tensor, shape: [Int]) -> (strides: [Int], offset: Int)? {
        var offset = input.offset
        var strides = input.strides
        for (axis, part) in parts.enumerated() {
            if part.count > 0 { offset += part.start * input.strides[axis] }
            strides[axis] = part.count > 1 ? input.strides[axis] * part.step : input.strides[axis]
        }
        return (strides, offset)
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {}

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try .apply(PlaceSlice(shape: context.inputSpec(0).shape, parts: parts), context.gradient())]
    }
}

/// Zeros of a shape with an array placed in a slice of it: the gradient of `Slice`.
struct PlaceSlice: Primitive {
    let name = "slice_backward"
    let shape: [Int]
    let parts: [Slice.Part]

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] { [TensorSpec(shape, inputs[0].dtype)] }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let whole = outputs[0]
        whole.fill(0)
        guard let layout = Slice(parts: parts).layout(whole, shape: inputs[0].shape) else { return }
        inputs[0].copyElements(
            to: Tensor(
                storage: whole.storage, shape: inputs[0].shape, strides: layout.strides, offset: layout.offset,
                dtype: whole.dtype))
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try .apply(Slice(parts: parts), context.gradient())]
    }
}

extension Tensor {
    /// The elements `range` of one axis: a view.
    public func slice(axis: Int, _ range: Range<Int>) throws(SwiftgradError) -> Tensor {
        let axis = try Axes.normalise(axis, rank: rank, operation: "slice")
        guard range.lowerBound >= 0 && range.upperBound <= shape[axis] else {
            throw .index("slice: \(range) lies outside axis \(axis) of shape \(Shape.text(shape))")
        }
        var parts = shape.map { Slice.Part(start: 0, step: 1, count: $0) }
        parts[axis] = Slice.Part(start: range.lowerBound, step: 1, count: range.count)
        return try .apply(Slice(parts: parts), self)
    }

    /// A view with the order of the elements reversed along the axes.
    public func flip(_ axes: [Int]? = nil) throws(SwiftgradError) -> Tensor {
        let reversed = try Axes.normalise(axes, rank: rank, operation: "flip")
        let parts = shape.indices.map { axis in
            reversed.contains(axis)
                ? Slice.Part(start: shape[axis] - 1, step: -1, count: shape[axis])
                : Slice.Part(start: 0, step: 1, count: shape[axis])
        }
        return try .apply(Slice(parts: parts), self)
    }
}
