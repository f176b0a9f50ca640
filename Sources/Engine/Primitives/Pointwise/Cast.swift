import SwiftgradKernels

/// The same elements as another type. Floats to integers round towards zero and saturate; NaN becomes 0.
struct Cast: Primitive {
    let name = "astype"
    let dtype: DType

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] { [TensorSpec(inputs[0].shape, dtype)] }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        inputs[0].copyElements(to: outputs[0])
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try context.gradient().cast(to: context.inputSpec(0).dtype)]
    }
}

/// A contiguous copy.
struct CopyPrimitive: Primitive {
    let name = "copy"

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] { inputs }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        inputs[0].copyElements(to: outputs[0])
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] { [try context.gradient()] }
}

extension Tensor {
    /// This tensor as `dtype`; itself when it is that already.
    public func cast(to dtype: DType) throws(SwiftgradError) -> Tensor {
        dtype == self.dtype ? self : try .apply(Cast(dtype: dtype), self)
    }

    /// New memory with the same elements, row-major.
    public func copy() throws(SwiftgradError) -> Tensor { try .apply(CopyPrimitive(), self) }

    /// This tensor when it is row-major without gaps, else a copy that is.
    public func contiguous() throws(SwiftgradError) -> Tensor { isContiguous ? self : try copy() }

    /// Row-major memory that nobody outside can write to: what was checked of its elements stays true.
    func unshared() throws(SwiftgradError) -> Tensor { isContiguous && !storage.isShared ? self : try copy() }

    /// Writes the elements, broadcast to the shape of `target`, over those of `target`, converting them.
    func copyElements(to target: Tensor) {
        Copy.strided(
            shape: target.shape, from: operand(broadcastTo: target.shape),
            to: Operand(target.pointer, target.strides, target.dtype))
    }
}
