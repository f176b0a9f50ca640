/// Running products along one axis, line by line as `CumulativeSum`. Floats multiply in `Double`, integers in 64 bits, where
/// overflow wraps.
public enum CumulativeProduct {
    /// `output[o, a, i] = product of input[o, 0...a, i]` for contiguous arrays (outer, axis, inner) of one type: float32,
    /// float64, int64 or uint64.
    public static func run(
        dtype: DType, outer: Int, axis: Int, inner: Int, input: UnsafeRawPointer, output: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .float32:
            CumulativeSum.lines(outer, axis, inner, input, output, from: 1) {
                (product: inout Double, x: Float) -> Float in
                product *= Double(x)
                return Float(product)
            }
        case .float64:
            CumulativeSum.lines(outer, axis, inner, input, output, from: 1) {
                (product: inout Double, x: Double) -> Double in
                product *= x
                return product
            }
        case .int64:
            CumulativeSum.lines(outer, axis, inner, input, output, from: 1) {
                (product: inout Int64, x: Int64) -> Int64 in
                product &*= x
                return product
            }
        case .uint64:
            CumulativeSum.lines(outer, axis, inner, input, output, from: 1) {
                (product: inout UInt64, x: UInt64) -> UInt64 in
                product &*= x
                return product
            }
        default: break
        }
    }
}
