import Swiftgrad

// Weights whose spread keeps the variance of what passes through a layer.
extension Initialiser {
    /// Inputs and outputs of a weight (out, in, kernel...), each times the size of the kernel.
    static func fans(_ tensor: Tensor, operation: String) throws(SwiftgradError) -> (in: Int, out: Int) {
        guard tensor.rank >= 2 else {
            throw .value("\(operation): needs a weight of two axes or more, got shape \(Shape.text(tensor.shape))")
        }
        let field = tensor.shape.dropFirst(2).reduce(1, *)
        return (tensor.shape[1] * field, tensor.shape[0] * field)
    }

    /// Glorot and Bengio, AISTATS 2010: variance gain² * 2 / (fan_in + fan_out).
    static func xavierDeviation(_ tensor: Tensor, gain: Double, operation: String) throws(SwiftgradError) -> Double {
        let fans = try fans(tensor, operation: operation)
        return gain * (2 / Double(max(1, fans.in + fans.out))).squareRoot()
    }

    /// He et al., arXiv:1502.01852: variance gain² / fan.
    static func kaimingDeviation(
        _ tensor: Tensor, slope: Double, mode: String, activation: String, operation: String
    ) throws(SwiftgradError) -> Double {
        let fans = try fans(tensor, operation: operation)
        guard mode == "fan_in" || mode == "fan_out" else {
            throw .value("\(operation): mode must be 'fan_in' or 'fan_out', got '\(mode)'")
        }
        let fan = mode == "fan_in" ? fans.in : fans.out
        return try gain(activation, parameter: slope) / Double(max(1, fan)).squareRoot()
    }

    /// What an activation function makes up for, as PyTorch recommends it.
    public static func gain(_ activation: String, parameter: Double?) throws(SwiftgradError) -> Double {
        switch activation {
        case "linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d",
            "sigmoid":
            return 1
        case "tanh": return 5.0 / 3
        case "relu": return 2.0.squareRoot()
        case "selu": return 0.75
        case "leaky_relu":
            let slope = parameter ?? 0.01
            return (2 / (1 + slope * slope)).squareRoot()
        default: throw .value("there is no gain for '\(activation)'")
        }
    }

    /// A (semi-)orthogonal matrix of all rows (axis 0) by all columns (Saxe et al., arXiv:1312.6120): the Q of a normal
    /// matrix, made so that R has a positive diagonal.
    public static func orthogonal(_ tensor: Tensor, gain: Double = 1) throws(SwiftgradError) {
        guard tensor.rank >= 2 else {
            throw .value("orthogonal_: needs two axes or more, got shape \(Shape.text(tensor.shape))")
        }
        let (rows, columns) = (tensor.shape[0], tensor.shape.dropFirst().reduce(1, *))
        let (length, count) = (max(rows, columns), min(rows, columns))
        let vectors = try Tensor.normal([count, length], .float64)
        let elements = vectors.pointer.assumingMemoryBound(to: Double.self)
        for i in 0..<count {
            let vector = elements + i * length
            // Twice: what rounding leaves of the earlier vectors after one pass is gone after the second.
            for _ in 0..<2 {
                for j in 0..<i {
                    let other = elements + j * length
                    let projection = dot(vector, other, length)
                    for k in 0..<length { vector[k] -= projection * other[k] }
                }
            }
            let scale = 1 / dot(vector, vector, length).squareRoot()
            for k in 0..<length { vector[k] *= scale }
        }
        for k in 0..<count * length { elements[k] *= gain }
        let matrix = rows >= columns ? try vectors.transpose(0, 1) : vectors
        try tensor.overwrite(with: matrix.reshape(tensor.shape))
    }

    private static func dot(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int) -> Double {
        var lanes = SIMD8<Double>.zero
        var k = 0
        while k + 8 <= count {
            let left = UnsafeRawPointer(x + k).loadUnaligned(as: SIMD8<Double>.self)
            let right = UnsafeRawPointer(y + k).loadUnaligned(as: SIMD8<Double>.self)
            lanes += left * right
            k += 8
        }
        var total = lanes.sum()
        while k < count {
            total += x[k] * y[k]
            k += 1
        }
        return total
    }
}
