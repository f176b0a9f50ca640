import SwiftgradKernels

/// How exactly products of float32 matrices are computed.
public enum MatrixPrecision: String, Sendable, CaseIterable {
    /// In float32.
    case highest
    /// In float32; PyTorch's name for a precision that processors do not have.
    case high
    /// The factors are rounded to bfloat16 and the sums kept in float32, where the processor multiplies bfloat16.
    case medium

    private static let shared = Guarded(MatrixPrecision.highest)

    /// For all products of this process from now on.
    public static var current: MatrixPrecision {
        get { shared.value }
        set { shared.value = newValue }
    }
}

/// Products of bfloat16 matrices, where the processor multiplies bfloat16.
enum BFloat16Product {
    /// Computes the float32 product of two bfloat16 tensors, or at medium precision of two float32 tensors; false, with
    /// nothing done, for other types, without such a processor or without memory.
    static func run(
        _ a: Tensor, _ b: Tensor, into c: Tensor, _ columnBias: Tensor?, _ activation: Gemm.Activation
    ) -> Bool {
        guard Gemm.hasBFloat16Products, a.dtype == b.dtype, c.dtype == .float32,
            a.dtype == .bfloat16 || (a.dtype == .float32 && MatrixPrecision.current == .medium)
        else { return false }
        let (dtype, layout) = (a.dtype, MatrixLayout(a, b, c))
        let epilogue = Gemm.Epilogue<Float>(
            columnBias: columnBias.map { UnsafePointer($0.pointer.assumingMemoryBound(to: Float.self)) },
            activation: activation)
        var isDone = true
        MatrixProduct.forEachBatch(a, b, c) { aOffset, bOffset, cOffset, batch in
            isDone =
                isDone
                && Gemm.multiplyInBFloat16(
                    batch: batch.count, m: layout.m, n: layout.n, k: layout.k, dtype,
                    a: a.pointer + aOffset * dtype.itemSize, aStrides: layout.a, aBatchStride: batch.a,
                    b: b.pointer + bOffset * dtype.itemSize, bStrides: layout.b, bBatchStride: batch.b,
                    c: c.pointer.assumingMemoryBound(to: Float.self) + cOffset, cRowStride: layout.n,
                    cBatchStride: batch.c, epilogue: epilogue)
        }
        return isDone
    }
}
