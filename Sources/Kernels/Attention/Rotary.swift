/// Rotary position embedding (Su et al., arXiv:2104.09864): the pairs of features of each place turned by angles that grow
/// with its position.
///
/// An array is seen as (outer, positions, middle, width). Pair i is (2 i, 2 i + 1) where pairs are interleaved, else
/// (i, i + pairs); features from 2 * pairs on stay as they are.
public enum Rotary {
    /// `cosines` and `sines` are (positions, pairs); float32 or float64.
    public static func run(
        dtype: DType, outer: Int, positions: Int, middle: Int, width: Int, pairs: Int, isInterleaved: Bool,
        input: UnsafeRawPointer, cosines: UnsafeRawPointer, sines: UnsafeRawPointer, output: UnsafeMutableRawPointer
    ) {
        if dtype == .float64 {
            run(
                Float64Vector.self, outer, positions, middle, width, pairs, isInterleaved, input, cosines, sines,
                output)
        } else {
            run(
                Float32Vector.self, outer, positions, middle, width, pairs, isInterleaved, input, cosines, sines,
                output)
        }
    }

    private static func run<V: FloatVector>(
        _: V.Type, _ outer: Int, _ positions: Int, _ middle: Int, _ width: Int, _ pairs: Int, _ isInterleaved: Bool,
        _ input: UnsafeRawPointer, _ cosines: UnsafeRawPointer, _ sines: UnsafeRawPointer,
        _ output: UnsafeMutableRawPointer
    ) {
        let input = input.assumingMemoryBound(to: V.Scalar.self)
        let cosines = cosines.assumingMemoryBound(to: V.Scalar.self)
        let sines = sines.assumingMemoryBound(to: V.Scalar.self)
        let output = output.assumingMemoryBound(to: V.Scalar.self)
        ThreadPool.ranges(outer &* positions &* middle, grain: max(1, (1 << 15) / max(1, width))) { range in
            for row in range {
                let angle = row / middle % positions &* pairs
                let (x, y) = (input + row &* width, output + row &* width)
                if isInterleaved {
                    interleaved(V.self, pairs, x, cosines + angle, sines + angle, y)
                } else {
                    halves(V.self, pairs, x, cosines + angle, sines + angle, y)
                }
                (y + 2 &* pairs).update(from: x + 2 &* pairs, count: width &- 2 &* pairs)
            }
        }
    }

    @inline(__always)
    private static func halves<V: FloatVector>(
        _: V.Type, _ pairs: Int, _ x: UnsafePointer<V.Scalar>, _ cosines: UnsafePointer<V.Scalar>,
        _ sines: UnsafePointer<V.Scalar>, _ y: UnsafeMutablePointer<V.Scalar>
    ) {
        var i = 0
        while i &+ V.width <= pairs {
            let (a, b) = (V(loading: x + i), V(loading: x + (i &+ pairs)))
            let (c, s) = (V(loading: cosines + i), V(loading: sines + i))
            (a * c - b * s).store(to: y + i)
            (b * c + a * s).store(to: y + (i &+ pairs))
            i &+= V.width
        }
        while i < pairs {
            let (a, b) = (x[i], x[i &+ pairs])
            y[i] = a * cosines[i] - b * sines[i]
            y[i &+ pairs] = b * cosines[i] + a * sines[i]
            i &+= 1
        }
    }

    @inline(__always)
    private static func interleaved<V: FloatVector>(
        _: V.Type, _ pairs: Int, _ x: UnsafePointer<V.Scalar>, _ cosines: UnsafePointer<V.Scalar>,
        _ sines: UnsafePointer<V.Scalar>, _ y: UnsafeMutablePointer<V.Scalar>
    ) {
        for i in 0..<pairs {
            let (a, b) = (x[2 &* i], x[2 &* i &+ 1])
            y[2 &* i] = a * cosines[i] - b * sines[i]
            y[2 &* i &+ 1] = b * cosines[i] + a * sines[i]
        }
    }
}
