import Glibc

/// Softmax and its logarithm along the rows of a contiguous (rows, columns) matrix of float32 or float64.
///
/// Outputs may be the same memory as an input of the same shape. A row of -infinities, and one with +infinity or NaN,
/// gives NaN, as the formula does. Other types do nothing.
public enum Softmax {
    /// `y = e^(x - max) / sum e^(x - max)`.
    public static func forward(
        dtype: DType, rows: Int, columns: Int, input: UnsafeRawPointer, output: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .float32: SoftmaxRows<Float32Vector>.forward(rows, columns, input, output)
        case .float64: SoftmaxRows<Float64Vector>.forward(rows, columns, input, output)
        default: break
        }
    }

    /// `dx = y (dy - sum(y dy))` from the output `y` and its gradient.
    public static func backward(
        dtype: DType, rows: Int, columns: Int, output: UnsafeRawPointer, gradient: UnsafeRawPointer,
        inputGradient: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .float32: SoftmaxRows<Float32Vector>.backward(rows, columns, output, gradient, inputGradient)
        case .float64: SoftmaxRows<Float64Vector>.backward(rows, columns, output, gradient, inputGradient)
        default: break
        }
    }

    /// `y = x - logSumExp(x)`.
    public static func logForward(
        dtype: DType, rows: Int, columns: Int, input: UnsafeRawPointer, output: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .float32: SoftmaxRows<Float32Vector>.logForward(rows, columns, input, output)
        case .float64: SoftmaxRows<Float64Vector>.logForward(rows, columns, input, output)
        default: break
        }
    }

    /// `dx = dy - e^y sum(dy)` from the output `y` of `logForward` and its gradient.
    public static func logBackward(
        dtype: DType, rows: Int, columns: Int, output: UnsafeRawPointer, gradient: UnsafeRawPointer,
        inputGradient: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .float32: SoftmaxRows<Float32Vector>.logBackward(rows, columns, output, gradient, inputGradient)
        case .float64: SoftmaxRows<Float64Vector>.logBackward(rows, columns, output, gradient, inputGradient)
        default: break
        }
    }

    /// `log sum e^x` of each row into `rows` elements; -infinity of an empty row.
    public static func logSumExp(
        dtype: DType, rows: Int, columns: Int, input: UnsafeRawPointer, output: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .float32: SoftmaxRows<Float32Vector>.logSumExp(rows, columns, input, output)
        case .float64: SoftmaxRows<Float64Vector>.logSumExp(rows, columns, input, output)
        default: break
        }
    }
}

/// The natural logarithm of a sum.
func logarithm(_ x: Double) -> Double { Glibc.log(x) }

private enum SoftmaxRows<V: FoldableVector> {
    typealias Passes = RowPasses<V>
    typealias Row = UnsafePointer<V.Scalar>
    typealias MutableRow = UnsafeMutablePointer<V.Scalar>

    static func forward(_ rows: Int, _ columns: Int, _ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
        let x = input.assumingMemoryBound(to: V.Scalar.self)
        let y = output.assumingMemoryBound(to: V.Scalar.self)
        if columns <= V.width {
            return forRows(rows, columns) { range in
                for row in range { shortForwardRow(x + row &* columns, y + row &* columns, columns) }
            }
        }
        forRows(rows, columns) { range in
            forGroups(range, columns) { group, sums in
                for row in group { sums[row &- group.lowerBound] = largest(x + row &* columns, columns) }
                for row in group {
                    let place = row &- group.lowerBound
                    sums[place] = exponentials(x + row &* columns, y + row &* columns, columns, sums[place])
                }
                for row in group { scale(y + row &* columns, columns, 1 / sums[row &- group.lowerBound]) }
            }
        }
    }

    @inline(never)
    private static func shortForwardRow(_ x: Row, _ y: MutableRow, _ columns: Int) {
        let exponentials = Passes.only(x, columns).exponentials
        Passes.store(exponentials * V(1 / V.double(exponentials.laneSum)), y, columns)
    }

    @inline(never)
    private static func largest(_ x: Row, _ columns: Int) -> Double { V.double(Passes.maximum(x, columns)) }

    /// Writes e^(x - largest); returns the sum.
    @inline(never)
    private static func exponentials(_ x: Row, _ y: MutableRow, _ columns: Int, _ largest: Double) -> Double {
        let row = ExponentialRow(x: StoredRow<V>(x), shift: V(largest), scale: V(1))
        return Passes.storeSum(row, y, columns)
    }

    @inline(never)
    private static func scale(_ y: MutableRow, _ columns: Int, _ factor: Double) {
        Passes.store(ScaledRow(x: StoredRow<V>(y), scale: V(factor)), y, columns)
    }

    static func backward(
        _ rows: Int, _ columns: Int, _ output: UnsafeRawPointer, _ gradient: UnsafeRawPointer,
        _ inputGradient: UnsafeMutableRawPointer
    ) {
        let y = output.assumingMemoryBound(to: V.Scalar.self)
        let dy = gradient.assumingMemoryBound(to: V.Scalar.self)
        let dx = inputGradient.assumingMemoryBound(to: V.Scalar.self)
        forRows(rows, columns) { range in
            forGroups(range, columns) { group, dots in
                for row in group {
                    dots[row &- group.lowerBound] = dot(y + row &* columns, dy + row &* columns, columns)
                }
                for row in group {
                    let start = row &* columns
                    storeGradient(y + start, dy + start, dx + start, columns, dots[row &- group.lowerBound])
                }
            }
        }
    }

    @inline(never)
    private static func dot(_ y: Row, _ dy: Row, _ columns: Int) -> Double {
        Passes.sum(ProductRow(x: StoredRow<V>(y), y: StoredRow<V>(dy)), columns)
    }

    @inline(never)
    private static func storeGradient(_ y: Row, _ dy: Row, _ dx: MutableRow, _ columns: Int, _ dot: Double) {
        Passes.store(SoftmaxGradientRow(y: StoredRow<V>(y), dy: StoredRow<V>(dy), dot: V(dot)), dx, columns)
    }

    static func logForward(_ rows: Int, _ columns: Int, _ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
        let x = input.assumingMemoryBound(to: V.Scalar.self)
        let y = output.assumingMemoryBound(to: V.Scalar.self)
        forRows(rows, columns) { range in
            for row in range { logForwardRow(x + row &* columns, y + row &* columns, columns) }
        }
    }

    @inline(never)
    private static func logForwardRow(_ x: Row, _ y: MutableRow, _ columns: Int) {
        if columns <= V.width {
            let (x, largest, exponentials) = Passes.only(x, columns)
            let logSum = logarithm(V.double(exponentials.laneSum))
            return Passes.store(x - V.repeating(largest) - V(logSum), y, columns)
        }
        let x = StoredRow<V>(x)
        let largest = V.repeating(Passes.maximum(x.address, columns))
        let sum = Passes.sum(ExponentialRow(x: x, shift: largest, scale: V(1)), columns)
        Passes.store(ShiftedRow(x: x, first: largest, second: V(logarithm(sum))), y, columns)
    }

    static func logBackward(
        _ rows: Int, _ columns: Int, _ output: UnsafeRawPointer, _ gradient: UnsafeRawPointer,
        _ inputGradient: UnsafeMutableRawPointer
    ) {
        let y = output.assumingMemoryBound(to: V.Scalar.self)
        let dy = gradient.assumingMemoryBound(to: V.Scalar.self)
        let dx = inputGradient.assumingMemoryBound(to: V.Scalar.self)
        forRows(rows, columns) { range in
            for row in range {
                let start = row &* columns
                logBackwardRow(y + start, dy + start, dx + start, columns)
            }
        }
    }

    @inline(never)
    private static func logBackwardRow(_ y: Row, _ dy: Row, _ dx: MutableRow, _ columns: Int) {
        let (y, dy) = (StoredRow<V>(y), StoredRow<V>(dy))
        let total = Passes.sum(dy, columns)
        Passes.store(LogSoftmaxGradientRow(y: y, dy: dy, total: V(total)), dx, columns)
    }

    static func logSumExp(_ rows: Int, _ columns: Int, _ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
        let x = input.assumingMemoryBound(to: V.Scalar.self)
        let y = output.assumingMemoryBound(to: V.Scalar.self)
        forRows(rows, columns) { range in
            for row in range { y[row] = V.scalar(Passes.logSumExp(x + row &* columns, columns)) }
        }
    }
}

/// `y (dy - dot)`
private struct SoftmaxGradientRow<V: FoldableVector>: RowFormula {
    let y: StoredRow<V>
    let dy: StoredRow<V>
    let dot: V

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V { y.vector(i, lanes) * (dy.vector(i, lanes) - dot) }
}

/// `dy - e^y total`
private struct LogSoftmaxGradientRow<V: FoldableVector>: RowFormula {
    let y: StoredRow<V>
    let dy: StoredRow<V>
    let total: V

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V { dy.vector(i, lanes) - y.vector(i, lanes).expOfNonPositive() * total }
}
