/// Group normalisation (Wu and He, arXiv:1803.08494) of a contiguous float32 or float64 array (batch, channels, size):
/// mean and variance over the channels of a group and all positions of one sample, `weight` and `bias` by channel. With
/// as many groups as channels it is instance normalisation (Ulyanov et al., arXiv:1607.08022).
public struct GroupNorm {
    public let dtype: DType
    public let batch: Int
    public let channels: Int
    public let groups: Int
    public let size: Int
    public let epsilon: Double
    let weight: UnsafeRawPointer?
    let bias: UnsafeRawPointer?
    /// `batch * groups` elements each; the variance is the biased one.
    let mean: UnsafeMutablePointer<Double>
    let variance: UnsafeMutablePointer<Double>

    /// `groups` divides `channels`. Weight and bias have `channels` elements of the array's type, or are nil for 1 and 0.
    public init(
        dtype: DType, batch: Int, channels: Int, groups: Int, size: Int, epsilon: Double, weight: UnsafeRawPointer?,
        bias: UnsafeRawPointer?, mean: UnsafeMutablePointer<Double>, variance: UnsafeMutablePointer<Double>
    ) {
        self.dtype = dtype
        self.batch = batch
        self.channels = channels
        self.groups = groups
        self.size = size
        self.epsilon = epsilon
        self.weight = weight
        self.bias = bias
        self.mean = mean
        self.variance = variance
    }

    public func forward(input: UnsafeRawPointer, output: UnsafeMutableRawPointer) {
        switch dtype {
        case .float32: GroupNormPasses<Float32Vector>(norm: self).forward(input, output)
        case .float64: GroupNormPasses<Float64Vector>(norm: self).forward(input, output)
        default: break
        }
    }

    /// Writes the gradients of input, weight and bias; `scratch` holds 2 * batch * channels numbers.
    public func backward(
        input: UnsafeRawPointer, gradient: UnsafeRawPointer, inputGradient: UnsafeMutableRawPointer,
        weightGradient: UnsafeMutableRawPointer, biasGradient: UnsafeMutableRawPointer,
        scratch: UnsafeMutablePointer<Double>
    ) {
        let results = (inputGradient, weightGradient, biasGradient)
        switch dtype {
        case .float32: GroupNormPasses<Float32Vector>(norm: self).backward(input, gradient, results, scratch)
        case .float64: GroupNormPasses<Float64Vector>(norm: self).backward(input, gradient, results, scratch)
        default: break
        }
    }
}

private struct GroupNormPasses<V: FoldableVector> {
    let norm: GroupNorm
    private var groupChannels: Int { norm.channels / norm.groups }
    private var plane: Segments { Segments(count: 1, length: norm.size, step: 0) }

    private func weight(_ channel: Int) -> Double {
        norm.weight.map { V.double($0.assumingMemoryBound(to: V.Scalar.self)[channel]) } ?? 1
    }

    private func bias(_ channel: Int) -> Double {
        norm.bias.map { V.double($0.assumingMemoryBound(to: V.Scalar.self)[channel]) } ?? 0
    }

    /// Runs `body(row, its planes as numbers of batch * channels)` for each sample's groups.
    private func forGroups(_ body: (Int, Range<Int>) -> Void) {
        forRows(norm.batch &* norm.groups, groupChannels &* norm.size) { range in
            for row in range { body(row, row &* groupChannels..<(row &+ 1) &* groupChannels) }
        }
    }

    func forward(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
        let x = input.assumingMemoryBound(to: V.Scalar.self)
        let y = output.assumingMemoryBound(to: V.Scalar.self)
        forGroups { row, planes in
            let group = Segments(count: 1, length: groupChannels &* norm.size, step: 0)
            let moments = SegmentPasses<V>.moments(x + planes.lowerBound &* norm.size, group)
            norm.mean[row] = moments.mean
            norm.variance[row] = moments.variance
            let mean = SplitMean<V>(moments.mean)
            let reciprocal = 1 / (moments.variance + norm.epsilon).squareRoot()
            for place in planes {
                let channel = place % norm.channels
                let scale = weight(channel) * reciprocal
                let start = place &* norm.size
                SegmentPasses<V>.store(
                    x + start, y + start, plane,
                    NormScale(high: mean.high, scale: scale, offset: bias(channel) - mean.low * scale),
                    NoActivation.self)
            }
        }
    }

    func backward(
        _ input: UnsafeRawPointer, _ gradient: UnsafeRawPointer,
        _ results: (UnsafeMutableRawPointer, UnsafeMutableRawPointer, UnsafeMutableRawPointer),
        _ scratch: UnsafeMutablePointer<Double>
    ) {
        let x = input.assumingMemoryBound(to: V.Scalar.self)
        let dy = gradient.assumingMemoryBound(to: V.Scalar.self)
        let dx = results.0.assumingMemoryBound(to: V.Scalar.self)
        forGroups { row, planes in
            let mean = SplitMean<V>(norm.mean[row])
            let reciprocal = 1 / (norm.variance[row] + norm.epsilon).squareRoot()
            let deviation = NormScale<V>(high: mean.high, scale: 1, offset: 0)
            var (own, product) = (0.0, 0.0)
            for place in planes {
                let start = place &* norm.size
                let sums = SegmentPasses<V>.gradientSums(x + start, dy + start, plane, deviation, NoActivation.self)
                let dweight = reciprocal * (sums.second - mean.low * sums.first)
                (scratch[2 &* place], scratch[2 &* place &+ 1]) = (dweight, sums.first)
                let weight = weight(place % norm.channels)
                own += weight * sums.first
                product += weight * dweight
            }
            let share = reciprocal / Double(groupChannels &* norm.size)
            let slope = -share * reciprocal * product
            let offset = V(-share * own - slope * mean.low)
            for place in planes {
                let start = place &* norm.size
                let slopes = NormSlope(
                    own: V(weight(place % norm.channels) * reciprocal), slope: V(slope), offset: offset)
                SegmentPasses<V>.storeGradient(
                    x + start, dy + start, dx + start, plane, deviation, slopes, NoActivation.self)
            }
        }
        let dweight = results.1.assumingMemoryBound(to: V.Scalar.self)
        let dbias = results.2.assumingMemoryBound(to: V.Scalar.self)
        for channel in 0..<norm.channels {
            var (first, second) = (0.0, 0.0)
            for sample in 0..<norm.batch {
                let place = 2 &* (sample &* norm.channels &+ channel)
                first += scratch[place]
                second += scratch[place &+ 1]
            }
            dweight[channel] = V.scalar(first)
            dbias[channel] = V.scalar(second)
        }
    }
}
