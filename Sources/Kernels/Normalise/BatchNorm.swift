/// Batch normalisation (Ioffe and Szegedy, arXiv:1502.03167) of a contiguous float32 or float64 array (batch, channels,
/// size), where `size` counts the positions of an image: `y = (x - mean) / sqrt(variance + epsilon) * weight + bias` with
/// mean and variance of a channel over batch and positions, optionally followed by max(y, 0).
///
/// Channels whose images fill vectors are normalised one by one (`BatchNormPlanes`); smaller ones are columns of a
/// matrix (`BatchNormColumns`). `weight` and `bias` have `channels` elements of the array's type, or are nil for 1 and 0.
public struct BatchNorm {
    public let dtype: DType
    public let batch: Int
    public let channels: Int
    public let size: Int
    public let epsilon: Double
    /// Whether forward computes mean and variance, and backward differentiates through them.
    public let usesBatchStatistics: Bool
    /// Whether max(y, 0) follows.
    public let rectifies: Bool
    let weight: UnsafeRawPointer?
    let bias: UnsafeRawPointer?
    /// `channels` elements each; the variance is the biased one.
    let mean: UnsafeMutablePointer<Double>
    let variance: UnsafeMutablePointer<Double>

    public init(
        dtype: DType, batch: Int, channels: Int, size: Int, epsilon: Double, usesBatchStatistics: Bool, rectifies: Bool,
        weight: UnsafeRawPointer?, bias: UnsafeRawPointer?, mean: UnsafeMutablePointer<Double>,
        variance: UnsafeMutablePointer<Double>
    ) {
        self.dtype = dtype
        self.batch = batch
        self.channels = channels
        self.size = size
        self.epsilon = epsilon
        self.usesBatchStatistics = usesBatchStatistics
        self.rectifies = rectifies
        self.weight = weight
        self.bias = bias
        self.mean = mean
        self.variance = variance
    }

    /// Numbers of scratch memory that either pass needs, for arrays of these sizes.
    public static func scratchCount(batch: Int, channels: Int, size: Int) -> Int {
        max(8 * channels * min(size, 16), 3 * channels * pieces(batch, channels, size))
    }

    /// Into how many ranges of the batch a channel is cut: one, unless there are too few channels to share out.
    static func pieces(_ batch: Int, _ channels: Int, _ size: Int) -> Int {
        channels >= 16 ? 1 : max(1, min(batch, 64, (batch &* size) >> 15))
    }

    /// Writes the output and, where the batch gives them, `mean` and `variance`.
    public func forward(input: UnsafeRawPointer, output: UnsafeMutableRawPointer, scratch: UnsafeMutablePointer<Double>)
    {
        switch (dtype, rectifies) {
        case (.float32, false): forward(Float32Vector.self, NoActivation.self, input, output, scratch)
        case (.float32, true): forward(Float32Vector.self, ReLUActivation.self, input, output, scratch)
        case (.float64, false): forward(Float64Vector.self, NoActivation.self, input, output, scratch)
        case (.float64, true): forward(Float64Vector.self, ReLUActivation.self, input, output, scratch)
        default: break
        }
    }

    /// Writes the gradients of input, weight and bias from that of the output.
    ///
    /// `dbias = sum dy`, `dweight = sum dy x̂`, `dx = weight / s (dy - dbias / n - x̂ dweight / n)` with s the deviation,
    /// x̂ = (x - mean) / s and n the elements of a channel; without batch statistics `dx = weight / s dy`.
    public func backward(
        input: UnsafeRawPointer, gradient: UnsafeRawPointer, inputGradient: UnsafeMutableRawPointer,
        weightGradient: UnsafeMutableRawPointer, biasGradient: UnsafeMutableRawPointer,
        scratch: UnsafeMutablePointer<Double>
    ) {
        let results = (inputGradient, weightGradient, biasGradient)
        switch (dtype, rectifies) {
        case (.float32, false): backward(Float32Vector.self, NoActivation.self, input, gradient, results, scratch)
        case (.float32, true): backward(Float32Vector.self, ReLUActivation.self, input, gradient, results, scratch)
        case (.float64, false): backward(Float64Vector.self, NoActivation.self, input, gradient, results, scratch)
        case (.float64, true): backward(Float64Vector.self, ReLUActivation.self, input, gradient, results, scratch)
        default: break
        }
    }

    private func forward<V: FoldableVector, A: NormActivation>(
        _ vector: V.Type, _ activation: A.Type, _ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer,
        _ scratch: UnsafeMutablePointer<Double>
    ) {
        let channels = BatchNormChannels<V>(self)
        let x = input.assumingMemoryBound(to: V.Scalar.self)
        let y = output.assumingMemoryBound(to: V.Scalar.self)
        if size >= V.width {
            BatchNormPlanes<V, A>(channels: channels).forward(x, y, scratch)
        } else {
            BatchNormColumns<V, A>(channels: channels).forward(x, y, scratch)
        }
    }

    private func backward<V: FoldableVector, A: NormActivation>(
        _ vector: V.Type, _ activation: A.Type, _ input: UnsafeRawPointer, _ gradient: UnsafeRawPointer,
        _ results: (UnsafeMutableRawPointer, UnsafeMutableRawPointer, UnsafeMutableRawPointer),
        _ scratch: UnsafeMutablePointer<Double>
    ) {
        let channels = BatchNormChannels<V>(self)
        let gradients = BatchNormGradients<V>(
            x: input.assumingMemoryBound(to: V.Scalar.self), dy: gradient.assumingMemoryBound(to: V.Scalar.self),
            dx: results.0.assumingMemoryBound(to: V.Scalar.self),
            dweight: results.1.assumingMemoryBound(to: V.Scalar.self),
            dbias: results.2.assumingMemoryBound(to: V.Scalar.self))
        if size >= V.width {
            BatchNormPlanes<V, A>(channels: channels).backward(gradients, scratch)
        } else {
            BatchNormColumns<V, A>(channels: channels).backward(gradients, scratch)
        }
    }
}

struct BatchNormGradients<V: FoldableVector> {
    let x: UnsafePointer<V.Scalar>
    let dy: UnsafePointer<V.Scalar>
    let dx: UnsafeMutablePointer<V.Scalar>
    let dweight: UnsafeMutablePointer<V.Scalar>
    let dbias: UnsafeMutablePointer<V.Scalar>
}

/// What a channel's statistics and parameters make of its elements.
struct BatchNormChannels<V: FoldableVector> {
    let norm: BatchNorm

    init(_ norm: BatchNorm) { self.norm = norm }

    private func weight(_ channel: Int) -> Double {
        norm.weight.map { V.double($0.assumingMemoryBound(to: V.Scalar.self)[channel]) } ?? 1
    }

    private func reciprocal(_ channel: Int) -> Double { 1 / (norm.variance[channel] + norm.epsilon).squareRoot() }

    func setStatistics(_ channel: Int, _ moments: Moments) {
        norm.mean[channel] = moments.mean
        norm.variance[channel] = moments.variance
    }

    func scale(_ channel: Int) -> (high: V.Scalar, scale: Double, offset: Double) {
        let mean = SplitMean<V>(norm.mean[channel])
        let scale = weight(channel) * reciprocal(channel)
        let bias = norm.bias.map { V.double($0.assumingMemoryBound(to: V.Scalar.self)[channel]) } ?? 0
        return (mean.high, scale, bias - mean.low * scale)
    }

    /// Gradients of weight and bias, and the coefficients of dx, from the sums of dy and of dy (x - high).
    func slope(
        _ channel: Int, _ sums: (first: Double, second: Double)
    ) -> (dweight: Double, dbias: Double, own: Double, slope: Double, offset: Double) {
        let low = SplitMean<V>(norm.mean[channel]).low
        let reciprocal = reciprocal(channel)
        let dweight = reciprocal * (sums.second - low * sums.first)
        let own = weight(channel) * reciprocal
        guard norm.usesBatchStatistics else { return (dweight, sums.first, own, 0, 0) }
        let share = own / Double(norm.batch &* norm.size)
        let slope = -share * reciprocal * dweight
        return (dweight, sums.first, own, slope, -share * sums.first - slope * low)
    }
}
