import SwiftgradKernels

/// The gradient of a normalisation in operations that can be differentiated again.
///
/// The array is seen under `shape`; statistics are taken over `axes`, and the parameters, of `parameterShape`, broadcast.
struct NormGradient {
    let shape: [Int]
    let axes: [Int]
    let parameterShape: [Int]
    let epsilon: Double
    var isCentred = true
    /// Whether max(y, 0) followed.
    var rectifies = false
    /// Given numbers, instead of those of the array.
    var statistics: (mean: Tensor, variance: Tensor)?

    /// dx in `shape`, and the gradients of weight and bias in `parameterShape`.
    func callAsFunction(
        _ gradient: Tensor, _ x: Tensor, _ weight: Tensor?, _ bias: Tensor?
    ) throws(SwiftgradError) -> (dx: Tensor, dweight: Tensor, dbias: Tensor) {
        let dtype = gradient.dtype.computeType
        let x = try x.cast(to: dtype).reshape(shape)
        let weight = try weight.map { w throws(SwiftgradError) in try w.cast(to: dtype).reshape(parameterShape) }
        var dy = try gradient.cast(to: dtype).reshape(shape)

        var deviation = x
        if let statistics {
            deviation = try x - statistics.mean
        } else if isCentred {
            deviation = try x - x.mean(axes: axes, keepDimensions: true)
        }
        let variance: Tensor
        if let given = statistics {
            variance = given.variance
        } else {
            variance = try deviation.square().mean(axes: axes, keepDimensions: true)
        }
        let reciprocal = try 1 / (variance + epsilon).sqrt()
        let normalised = try deviation * reciprocal
        if rectifies {
            var y = try normalised.detach()
            if let weight { y = try y * weight.detach() }
            if let bias { y = try y + bias.detach().cast(to: dtype).reshape(parameterShape) }
            let zero = try Tensor.zeros([], dtype)
            dy = try Tensor.select(y.greater(zero), dy, zero)
        }

        var g = dy
        if let weight { g = try dy * weight }
        let others = shape.indices.filter { parameterShape[$0] == 1 }
        let dweight = try (dy * normalised).sum(axes: others, keepDimensions: true)
        let dbias = try dy.sum(axes: others, keepDimensions: true)
        if statistics != nil { return (try g * reciprocal, dweight, dbias) }
        var inner = try g - normalised * (g * normalised).mean(axes: axes, keepDimensions: true)
        if isCentred { inner = try inner - g.mean(axes: axes, keepDimensions: true) }
        return (try inner * reciprocal, dweight, dbias)
    }
}
