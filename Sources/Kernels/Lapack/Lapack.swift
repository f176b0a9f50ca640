import Glibc

/// The factorisations of LAPACK that the engine uses, from the system's OpenBLAS (docs/decisions/002).
///
/// Matrices are column-major as in Fortran, without gaps, and are overwritten. A row-major matrix is a column-major one
/// transposed, so most callers pass what they have and read the result transposed. Sizes have 32 bits; the caller has
/// checked them. Every character argument of Fortran has its length, 1, behind the other arguments.
public enum Lapack {
    /// How a call ended.
    public enum Status: Equatable, Sendable {
        case success
        /// A positive `info`: not converged, singular or not positive definite, as the routine documents it.
        case failed(Int)
        /// Neither a library nor the routine in it.
        case unavailable
        case outOfMemory(bytes: Int)
    }

    /// Singular value decomposition A = U diag(s) Vt: U (m, m or k), s (k), Vt (n or k, n) with k = min(m, n).
    public static func decomposeSingular<Scalar: LapackScalar>(
        m: Int, n: Int, isFull: Bool, a: UnsafeMutablePointer<Scalar>, s: UnsafeMutablePointer<Scalar>,
        u: UnsafeMutablePointer<Scalar>, vt: UnsafeMutablePointer<Scalar>
    ) -> Status {
        typealias Routine =
            @convention(c) (
                Text, Size, Size, Matrix, Size, Matrix, Matrix, Size, Matrix, Size, Matrix, Size, Matrix, Info, Int
            ) -> Void
        guard let routine = find("gesdd", Scalar.self, as: Routine.self) else { return .unavailable }
        var (job, rows, columns) = (letter(isFull ? "A" : "S"), Int32(m), Int32(n))
        var vtRows = Int32(isFull ? n : min(m, n))
        return withWorkspace(Int32.self, 8 * min(m, n)) { integers in
            withOptimalWorkspace(Scalar.self) { work, length, info in
                var (lda, ldu) = (rows, rows)
                routine(
                    &job, &rows, &columns, a, &lda, s, u, &ldu, vt, &vtRows, work, &length, integers, &info, 1)
            }
        }
    }

    /// Eigenvalues w in rising order and eigenvectors, the columns left in A, of a symmetric matrix whose upper
    /// triangle is read.
    public static func decomposeSymmetric<Scalar: LapackScalar>(
        n: Int, a: UnsafeMutablePointer<Scalar>, w: UnsafeMutablePointer<Scalar>
    ) -> Status {
        typealias Routine =
            @convention(c) (
                Text, Text, Size, Matrix, Size, Matrix, Matrix, Size, Matrix, Size, Info, Int, Int
            ) -> Void
        guard let routine = find("syevd", Scalar.self, as: Routine.self) else { return .unavailable }
        var (job, part, size, integerCount) = (letter("V"), letter("U"), Int32(n), Int32(3 + 5 * n))
        return withWorkspace(Int32.self, 3 + 5 * n) { integers in
            withOptimalWorkspace(Scalar.self) { work, length, info in
                var lda = size
                if length == -1 {
                    var query: Int32 = -1
                    routine(&job, &part, &size, a, &lda, w, work, &length, integers, &query, &info, 1, 1)
                } else {
                    routine(&job, &part, &size, a, &lda, w, work, &length, integers, &integerCount, &info, 1, 1)
                }
            }
        }
    }

    /// Householder vectors of Q below R in A (m, n), their factors in tau (min(m, n)).
    public static func factorOrthogonal<Scalar: LapackScalar>(
        m: Int, n: Int, a: UnsafeMutablePointer<Scalar>, tau: UnsafeMutablePointer<Scalar>
    ) -> Status {
        typealias Routine = @convention(c) (Size, Size, Matrix, Size, Matrix, Matrix, Size, Info) -> Void
        guard let routine = find("geqrf", Scalar.self, as: Routine.self) else { return .unavailable }
        var (rows, columns) = (Int32(m), Int32(n))
        return withOptimalWorkspace(Scalar.self) { work, length, info in
            var lda = rows
            routine(&rows, &columns, a, &lda, tau, work, &length, &info)
        }
    }

    /// The first n columns of Q over its k Householder vectors in A (m, n).
    public static func formOrthogonal<Scalar: LapackScalar>(
        m: Int, n: Int, k: Int, a: UnsafeMutablePointer<Scalar>, tau: UnsafeMutablePointer<Scalar>
    ) -> Status {
        typealias Routine = @convention(c) (Size, Size, Size, Matrix, Size, Matrix, Matrix, Size, Info) -> Void
        guard let routine = find("orgqr", Scalar.self, as: Routine.self) else { return .unavailable }
        var (rows, columns, vectors) = (Int32(m), Int32(n), Int32(k))
        return withOptimalWorkspace(Scalar.self) { work, length, info in
            var lda = rows
            routine(&rows, &columns, &vectors, a, &lda, tau, work, &length, &info)
        }
    }

    /// The upper factor U of A = U^T U in the upper triangle of A; the rest of it stays.
    public static func factorPositive<Scalar: LapackScalar>(n: Int, a: UnsafeMutablePointer<Scalar>) -> Status {
        typealias Routine = @convention(c) (Text, Size, Matrix, Size, Info, Int) -> Void
        guard let routine = find("potrf", Scalar.self, as: Routine.self) else { return .unavailable }
        var (part, size, info) = (letter("U"), Int32(n), Int32(0))
        var lda = size
        OpenBLAS.singleThreaded { routine(&part, &size, a, &lda, &info, 1) }
        return status(info)
    }

    /// The triangular factors of A = P L U in A, row exchanges in pivots (n).
    public static func factorTriangular<Scalar: LapackScalar>(
        n: Int, a: UnsafeMutablePointer<Scalar>, pivots: UnsafeMutablePointer<Int32>
    ) -> Status {
        typealias Routine = @convention(c) (Size, Size, Matrix, Size, Matrix, Info) -> Void
        guard let routine = find("getrf", Scalar.self, as: Routine.self) else { return .unavailable }
        var (size, info) = (Int32(n), Int32(0))
        var (columns, lda) = (size, size)
        OpenBLAS.singleThreaded { routine(&size, &columns, a, &lda, pivots, &info) }
        return status(info)
    }

    /// X of A X = B in B (n, columns).
    public static func solve<Scalar: LapackScalar>(
        n: Int, columns: Int, a: UnsafeMutablePointer<Scalar>, b: UnsafeMutablePointer<Scalar>,
        pivots: UnsafeMutablePointer<Int32>
    ) -> Status {
        typealias Routine = @convention(c) (Size, Size, Matrix, Size, Matrix, Matrix, Size, Info) -> Void
        guard let routine = find("gesv", Scalar.self, as: Routine.self) else { return .unavailable }
        var (size, count, info) = (Int32(n), Int32(columns), Int32(0))
        var (lda, ldb) = (size, size)
        OpenBLAS.singleThreaded { routine(&size, &count, a, &lda, pivots, b, &ldb, &info) }
        return status(info)
    }

    private typealias Text = UnsafeMutablePointer<Int8>
    private typealias Size = UnsafeMutablePointer<Int32>
    private typealias Matrix = UnsafeMutableRawPointer
    private typealias Info = UnsafeMutablePointer<Int32>

    private static func letter(_ scalar: UnicodeScalar) -> Int8 { Int8(truncatingIfNeeded: scalar.value) }

    private static func status(_ info: Int32) -> Status { info == 0 ? .success : .failed(Int(info)) }

    private static func find<Scalar: LapackScalar, Routine>(
        _ name: String, _: Scalar.Type, as type: Routine.Type
    ) -> Routine? {
        OpenBLAS.symbol(Scalar.lapackPrefix + name + "_").map { unsafeBitCast($0, to: type) }
    }

    private static func withWorkspace<Element>(
        _: Element.Type, _ count: Int, _ body: (UnsafeMutablePointer<Element>) -> Status
    ) -> Status {
        let bytes = max(count, 1) * MemoryLayout<Element>.stride
        guard let memory = malloc(bytes) else { return .outOfMemory(bytes: bytes) }
        defer { free(memory) }
        return body(memory.bindMemory(to: Element.self, capacity: max(count, 1)))
    }

    /// Calls twice: with the length -1, upon which LAPACK answers with the best length, and with that much memory.
    private static func withOptimalWorkspace<Scalar: LapackScalar>(
        _: Scalar.Type, _ body: (UnsafeMutablePointer<Scalar>, inout Int32, inout Int32) -> Void
    ) -> Status {
        OpenBLAS.singleThreaded {
            var (answer, length, info) = (Scalar.zero, Int32(-1), Int32(0))
            body(&answer, &length, &info)
            guard info == 0 else { return status(info) }
            length = Int32(clamping: Int(answer.nextUp.rounded(.up)))
            return withWorkspace(Scalar.self, Int(length)) { work in
                body(work, &length, &info)
                return status(info)
            }
        }
    }
}

/// An element type that LAPACK has routines for.
public protocol LapackScalar: BinaryFloatingPoint {
    /// The first letter of their names.
    static var lapackPrefix: String { get }
}

extension Float: LapackScalar {
    public static var lapackPrefix: String { "s" }
}

extension Double: LapackScalar {
    public static var lapackPrefix: String { "d" }
}
