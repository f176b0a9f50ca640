/// The right operand B (k, n) of the products of all steps: packed once for all of them, but read in place by a batch of
/// one item, to which every element matters only once a step.
struct StepMatrix<File: RegisterFile> {
    typealias Scalar = File.Scalar

    private let product: MatrixProduct<Scalar>
    private let packed: UnsafeMutablePointer<Scalar>?

    /// Elements that `packed` must hold.
    static func size(rows: Int, columns: Int, transposed: Bool, batch: Int) -> Int {
        let (k, n) = transposed ? (columns, rows) : (rows, columns)
        return batch > 1 ? Packing<File>.sizeOfB(k: k, n: n) : 0
    }

    /// Elements from one row of a product to the next, so that rows do not fall on the same lines of the cache.
    static func rowStride(_ n: Int) -> Int { (n + File.Vector.width - 1) / File.Vector.width * File.Vector.width + 16 }

    /// B is a contiguous matrix (rows, columns), or its transpose.
    init(
        _ matrix: UnsafePointer<Scalar>, rows: Int, columns: Int, transposed: Bool, batch: Int,
        packed: UnsafeMutablePointer<Scalar>
    ) {
        let (k, n) = transposed ? (columns, rows) : (rows, columns)
        product = MatrixProduct(
            m: 0, n: n, k: k, a: matrix, aRow: 0, aColumn: 1, b: matrix, bRow: transposed ? 1 : columns,
            bColumn: transposed ? columns : 1, c: packed, cRow: 0, accumulate: false, epilogue: Gemm.Epilogue())
        self.packed = batch > 1 ? packed : nil
        if batch > 1 { GemmDriver<File>.perform(.packB(packed), product) }
    }

    /// `c = a·B`, or `c += a·B` when `add`, for `rows` rows of `a` with unit column stride.
    func multiply(
        _ a: UnsafePointer<Scalar>, rowStride: Int, rows: Int, to c: UnsafeMutablePointer<Scalar>, rowStride cRow: Int,
        add: Bool
    ) {
        var step = product
        (step.m, step.a, step.aRow, step.c, step.cRow, step.accumulate) = (rows, a, rowStride, c, cRow, add)
        GemmDriver<File>.perform(packed.map { .multiplyPackedB($0) } ?? .multiply, step)
    }
}
