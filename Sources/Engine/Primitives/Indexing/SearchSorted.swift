import SwiftgradKernels

/// The positions at which values would be inserted into a sorted vector to keep it sorted.
struct SearchSorted: NonDifferentiablePrimitive {
    let name = "searchsorted"
    /// Behind elements that are equal, not before them.
    let isRight: Bool

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        guard inputs[0].shape.count == 1 else {
            throw .value("searchsorted: expected a sorted vector, got shape \(Shape.text(inputs[0].shape))")
        }
        return [TensorSpec(inputs[1].shape, .int64)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let promoted = Promotion.promote(inputs[0].dtype, inputs[1].dtype).computeType
        let dtype: DType = promoted.isFloating || promoted == .uint64 ? promoted : .int64
        let sorted = try inputs[0].detach().cast(to: dtype).contiguous()
        let values = try inputs[1].detach().cast(to: dtype).contiguous()
        BinarySearch.run(
            dtype: dtype, sorted: sorted.pointer, length: sorted.count, values: values.pointer, count: values.count,
            isRight: isRight, output: outputs[0].pointer.assumingMemoryBound(to: Int64.self))
    }
}

extension Tensor {
    /// For each value the number of elements of this sorted vector before it; with `isRight` equal ones count too. `order`
    /// sorts the vector where it is not sorted itself.
    public func searchSorted(
        _ values: Tensor, isRight: Bool = false, order: Tensor? = nil
    ) throws(SwiftgradError) -> Tensor {
        let sorted = if let order { try take(order) } else { self }
        return try .apply(SearchSorted(isRight: isRight), sorted, values)
    }
}
