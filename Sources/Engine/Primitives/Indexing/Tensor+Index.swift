import SwiftgradKernels

extension Tensor {
    /// `x[index]`: a view for ints, slices, None and Ellipsis; a copy where an array takes part.
    func indexed(_ entries: [IndexEntry]) throws(SwiftgradError) -> Tensor {
        let index = try BasicIndex(entries, shape: shape)
        let view = try index.view(self)
        return index.arrays.isEmpty ? view : try AdvancedIndex(index.arrays, shape: view.shape).take(view)
    }

    /// `x[index] = value`; the value broadcasts to what the index selects.
    func assign(_ entries: [IndexEntry], _ value: Tensor) throws(SwiftgradError) {
        let index = try BasicIndex(entries, shape: shape)
        guard !(GradMode.isEnabled && (requiresGrad || value.requiresGrad)) else {
            throw .runtime(
                "item assignment to or from a tensor that requires gradients is not recorded; "
                    + "use where(), or no_grad() when no gradient is wanted")
        }
        try checkWritable("item assignment")
        let view = try index.view(detach())
        // The value may lie in the memory that is written.
        let source = value.storage.overlaps(storage) ? try value.detach().copy() : value.detach()
        if index.arrays.isEmpty {
            guard Shape.broadcast(source.shape, view.shape) == view.shape else {
                throw .value(
                    "item assignment: a value of shape \(Shape.text(value.shape)) does not fit \(Shape.text(view.shape))"
                )
            }
            source.copyElements(to: view)
        } else {
            try AdvancedIndex(index.arrays, shape: view.shape).assign(source, to: view)
        }
        storage.markWritten()
    }

    /// Throws unless each element has memory of its own that may be written.
    func checkWritable(_ operation: String) throws(SwiftgradError) {
        guard !storage.isReadOnly else { throw .value("\(operation): the memory is read-only; copy() it first") }
        for axis in shape.indices where strides[axis] == 0 && shape[axis] > 1 {
            throw .value("\(operation): a broadcast view repeats its elements; copy() it first")
        }
    }
}
