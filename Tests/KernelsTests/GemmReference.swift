import SwiftgradKernels

/// A strided matrix in a buffer of its own, with the values that a test gives it.
struct StridedMatrix<Scalar: BinaryFloatingPoint> {
    enum Layout: CaseIterable {
        case rows, columns, spaced, reversed, paddedRows, repeatedRow, repeatedColumn
    }

    let rowCount: Int
    let columnCount: Int
    let rowStride: Int
    let columnStride: Int
    let offset: Int
    var storage: [Scalar]

    init(_ rows: Int, _ columns: Int, _ layout: Layout, _ random: inout SplitMix) {
        rowCount = rows
        columnCount = columns
        switch layout {
        case .rows: (rowStride, columnStride, offset) = (columns, 1, 0)
        case .columns: (rowStride, columnStride, offset) = (1, rows, 0)
        case .spaced: (rowStride, columnStride, offset) = (3 * columns + 2, 3, 1)
        case .reversed: (rowStride, columnStride, offset) = (-columns, -1, max(rows * columns - 1, 0))
        case .paddedRows: (rowStride, columnStride, offset) = (columns + 7, 1, 3)
        case .repeatedRow: (rowStride, columnStride, offset) = (0, 1, 0)
        case .repeatedColumn: (rowStride, columnStride, offset) = (1, 0, 0)
        }
        let reach = abs(rowStride) * max(rows - 1, 0) + abs(columnStride) * max(columns - 1, 0)
        storage = (0..<reach + 8).map { _ in Scalar(random.uniform()) }
    }

    subscript(row: Int, column: Int) -> Double { Double(storage[offset + row * rowStride + column * columnStride]) }

    var strides: (row: Int, column: Int) { (rowStride, columnStride) }
}

/// Sebastiano Vigna's splitmix64, for inputs that are the same in every run.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// In -1..<1.
    mutating func uniform() -> Double { Double(next() >> 11) / Double(1 << 52) - 1 }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// One product with everything that can vary, its result and the value it should have, in double precision.
struct GemmCase<Scalar: BinaryFloatingPoint> {
    let m: Int
    let n: Int
    let k: Int
    let a: StridedMatrix<Scalar>
    let b: StridedMatrix<Scalar>
    var c: [Scalar]
    let cRow: Int
    let accumulate: Bool
    let columnBias: [Scalar]?
    let rowBias: [Scalar]?
    let relu: Bool

    init(
        _ m: Int, _ n: Int, _ k: Int, _ layoutA: StridedMatrix<Scalar>.Layout, _ layoutB: StridedMatrix<Scalar>.Layout,
        accumulate: Bool = false, columnBias: Bool = false, rowBias: Bool = false, relu: Bool = false, padding: Int = 0,
        _ random: inout SplitMix
    ) {
        (self.m, self.n, self.k) = (m, n, k)
        a = StridedMatrix(m, k, layoutA, &random)
        b = StridedMatrix(k, n, layoutB, &random)
        cRow = n + padding
        c = (0..<m * cRow + 1).map { _ in Scalar(random.uniform()) }
        self.accumulate = accumulate
        self.columnBias = columnBias ? (0..<n + 1).map { _ in Scalar(random.uniform()) } : nil
        self.rowBias = rowBias ? (0..<m + 1).map { _ in Scalar(random.uniform()) } : nil
        self.relu = relu
    }

    /// A bound of `error`, for panels of at most 512 terms that are summed in order and then added in order, and for the
    /// reference, which sums in float64 (Higham, "Accuracy and Stability of Numerical Algorithms", section 3.1).
    var errorBound: Double {
        let additions = Double(min(k, 512) + k / 512 + 4)
        return (additions * Double(Scalar.ulpOfOne) + Double(k + 4) * Double.ulpOfOne) / 2
    }

    /// The largest |result - exact| / (sum of magnitudes + 1); infinite where an element between the rows was touched.
    func error(of result: [Scalar]) -> Double {
        var worst = 0.0
        for i in 0..<m {
            for j in 0..<cRow {
                let position = i * cRow + j
                if j >= n {
                    if result[position] != c[position] { return .infinity }
                    continue
                }
                var exact = accumulate ? Double(c[position]) : 0
                var magnitude = abs(exact) + 1
                for p in 0..<k {
                    exact += a[i, p] * b[p, j]
                    magnitude += abs(a[i, p] * b[p, j])
                }
                if let columnBias { exact += Double(columnBias[j]) }
                if let rowBias { exact += Double(rowBias[i]) }
                if relu { exact = max(exact, 0) }
                let difference = abs(Double(result[position]) - exact) / magnitude
                if !(difference <= worst) { worst = difference.isNaN ? .infinity : difference }
            }
        }
        return worst
    }
}

extension Optional {
    /// The address of an optional array's elements, nil for no array.
    func withOptionalPointer<Element, Result>(_ body: (UnsafePointer<Element>?) -> Result) -> Result
    where Wrapped == [Element] {
        guard let self else { return body(nil) }
        return self.withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
