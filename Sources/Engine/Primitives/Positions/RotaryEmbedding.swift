import Glibc
import SwiftgradKernels

/// Rotary position embedding (Su et al., arXiv:2104.09864): pair i of the features at position m is turned by the angle
/// m * base^(-2 i / width). Its gradient is turned back.
struct RotaryPrimitive: Primitive {
    let name = "rotary_embedding"
    /// The axis of the positions, in 0..<rank - 1.
    let axis: Int
    let offset: Double
    let base: Double
    /// Features that are turned, an even number.
    let width: Int
    let isInterleaved: Bool
    var isReversed = false

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] { inputs }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let x = try inputs[0].operand(dtype)
            let (positions, pairs) = (x.shape[axis], width / 2)
            let cosines = try Tensor(uninitialised: [positions, pairs], .float64)
            let sines = try Tensor(uninitialised: [positions, pairs], .float64)
            let rates = (0..<pairs).map { pow(base, -2 * Double($0) / Double(width)) * (isReversed ? -1 : 1) }
            for position in 0..<positions {
                for pair in 0..<pairs {
                    let angle = (offset + Double(position)) * rates[pair]
                    cosines.doublePointer[position * pairs + pair] = cos(angle)
                    sines.doublePointer[position * pairs + pair] = sin(angle)
                }
            }
            let (c, s) = (try cosines.cast(to: dtype), try sines.cast(to: dtype))
            withExtendedLifetime((x, c, s)) {
                Rotary.run(
                    dtype: dtype, outer: x.shape[..<axis].reduce(1, *), positions: positions,
                    middle: x.shape[(axis + 1)..<(x.rank - 1)].reduce(1, *), width: x.shape[x.rank - 1], pairs: pairs,
                    isInterleaved: isInterleaved, input: x.pointer, cosines: c.pointer, sines: s.pointer,
                    output: result.pointer)
            }
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        var back = self
        back.isReversed.toggle()
        return [try .apply(back, context.gradient())]
    }
}

extension Tensor {
    /// The first `width` features (the last axis) turned by the angles of their positions along an axis.
    public func rotaryEmbedding(
        offset: Int = 0, base: Double = 10000, isInterleaved: Bool = false, width: Int? = nil, axis: Int = -2
    ) throws(SwiftgradError) -> Tensor {
        let name = "rotary_embedding"
        guard dtype.isFloating, rank >= 2 else {
            throw .value("\(name): expected floats (..., positions, features), got \(Shape.text(shape)) of \(dtype)")
        }
        let position = try Axes.normalise(axis, rank: rank, operation: name)
        let width = width ?? shape[rank - 1]
        guard position < rank - 1, width >= 0, width <= shape[rank - 1], width % 2 == 0 else {
            throw .value(
                "\(name): needs an even number of features to turn, up to \(shape[rank - 1]), and positions on another axis, got "
                    + "\(width) and axis \(axis)")
        }
        guard base > 0, base.isFinite, offset >= 0, offset <= 1 << 40 else {
            throw .value("\(name): base must be positive and offset must not be negative, got \(base) and \(offset)")
        }
        return try .apply(
            RotaryPrimitive(
                axis: position, offset: Double(offset), base: base, width: width, isInterleaved: isInterleaved), self)
    }

    /// The sinusoids (positions, width) of Vaswani et al. (arXiv:1706.03762): sin(m / base^(2 i / width)) at feature 2 i of
    /// position m, the cosine behind it.
    public static func sinusoids(
        _ positions: Int, _ width: Int, base: Double = 10000, _ dtype: DType = .float32
    ) throws(SwiftgradError) -> Tensor {
        guard positions >= 0, width >= 0, base > 0, dtype.isFloating else {
            throw .value("sinusoids: sizes must not be negative nor base, got \(positions), \(width) and \(base)")
        }
        let table = try Tensor(uninitialised: [positions, width], .float64)
        let rates = (0..<width).map { Glibc.pow(base, -Double($0 / 2 * 2) / Double(width)) }
        for position in 0..<positions {
            for feature in 0..<width {
                let angle = Double(position) * rates[feature]
                table.doublePointer[position * width + feature] =
                    feature % 2 == 0 ? Glibc.sin(angle) : Glibc.cos(angle)
            }
        }
        return try table.cast(to: dtype)
    }
}
