import Glibc
import Swiftgrad
import SwiftgradKernels

/// Turns, shifts, scales and shears each image around its centre, bilinear between pixels.
class RandomAffine: Augmentation {
    /// Ranges that numbers are drawn from.
    struct Ranges {
        var degrees: (low: Double, high: Double)
        /// Shares of width and height.
        var translate: (x: Double, y: Double) = (0, 0)
        var scale: (low: Double, high: Double) = (1, 1)
        var shear: (low: Double, high: Double) = (0, 0)
        var fill = 0.0
    }

    private let ranges: Ranges

    init(_ ranges: Ranges) throws(SwiftgradError) {
        self.ranges = ranges
        super.init()
        let pairs = [("degrees", ranges.degrees), ("scale", ranges.scale), ("shear", ranges.shear)]
        for (name, pair) in pairs where !(pair.0 <= pair.1 && pair.0.isFinite && pair.1.isFinite) {
            throw .value("\(className): \(name) must be a range of numbers, got (\(pair.0), \(pair.1))")
        }
        guard ranges.scale.low > 0 else {
            throw .value("\(className): scale must be positive, got \(ranges.scale.low)")
        }
        guard abs(ranges.shear.low) < 90, abs(ranges.shear.high) < 90 else {
            throw .value("\(className): shear must lie between -90 and 90 degrees")
        }
        for share in [ranges.translate.x, ranges.translate.y] where !(share >= 0 && share <= 1) {
            throw .value("\(className): translate must be shares in [0, 1], got \(share)")
        }
    }

    override func transform(_ images: Tensor, _ draw: AugmentationDraw) throws(SwiftgradError) -> Tensor {
        let draws = draw.uniforms(images.shape[0])
        var maps: [Float] = []
        for number in 0..<images.shape[0] {
            maps += map(draws, number * AugmentationDraw.numbers, height: images.shape[2], width: images.shape[3])
        }
        return try made(images) { batch, input, output throws(SwiftgradError) in
            maps.withUnsafeBufferPointer { maps in
                if let maps = maps.baseAddress {
                    Augment.affine(batch, input, output, maps: maps, fill: Float(ranges.fill))
                }
            }
        }
    }

    /// From a pixel of the output to its place in the input: the inverse of shift, turn (counter-clockwise), shear, scale.
    private func map(_ draws: [Float], _ own: Int, height: Int, width: Int) -> [Float] {
        func drawn(_ number: Int, _ pair: (Double, Double)) -> Double {
            pair.0 + Double(draws[own + number]) * (pair.1 - pair.0)
        }
        let angle = drawn(0, ranges.degrees) * Double.pi / 180
        let scale = drawn(1, ranges.scale)
        let shear = tan(drawn(2, ranges.shear) * Double.pi / 180)
        let shift = (
            drawn(3, (-ranges.translate.x, ranges.translate.x)) * Double(width),
            drawn(4, (-ranges.translate.y, ranges.translate.y)) * Double(height)
        )
        let (cosine, sine) = (cos(angle) / scale, sin(angle) / scale)
        // (u, v) = Shear^-1 Turn^-1 (x - centre - shift) / scale + centre
        let matrix = [cosine - shear * sine, -sine - shear * cosine, sine, cosine]
        let (centreX, centreY) = (Double(width - 1) / 2, Double(height - 1) / 2)
        let (x, y) = (centreX + shift.0, centreY + shift.1)
        let constants = (
            centreX - matrix[0] * x - matrix[1] * y, centreY - matrix[2] * x - matrix[3] * y
        )
        return [matrix[0], matrix[1], constants.0, matrix[2], matrix[3], constants.1].map(Float.init)
    }
}

final class RandomRotation: RandomAffine {}

/// Brightness, contrast and saturation times factors drawn from 1 - x to 1 + x, and the hue turned by -x to x of a circle.
final class ColorJitter: Augmentation {
    private let strengths: [Double]
    private let hue: Double

    init(brightness: Double, contrast: Double, saturation: Double, hue: Double) throws(SwiftgradError) {
        strengths = [brightness, contrast, saturation]
        self.hue = hue
        super.init()
        for strength in strengths where !(strength >= 0 && strength < .infinity) {
            throw .value("ColorJitter: brightness, contrast and saturation must not be negative, got \(strength)")
        }
        guard hue >= 0 && hue <= 0.5 else { throw .value("ColorJitter: hue must lie in [0, 0.5], got \(hue)") }
    }

    override func transform(_ images: Tensor, _ draw: AugmentationDraw) throws(SwiftgradError) -> Tensor {
        let draws = draw.uniforms(images.shape[0])
        var factors: [Float] = []
        for number in 0..<images.shape[0] {
            for (position, strength) in strengths.enumerated() {
                let drawn = Double(draws[number * AugmentationDraw.numbers + position])
                let low = max(0, 1 - strength)
                factors.append(strength == 0 ? 1 : Float(low + drawn * (1 + strength - low)))
            }
            factors.append(Float(hue) * (2 * draws[number * AugmentationDraw.numbers + strengths.count] - 1))
        }
        return try changed(images) { batch, pixels throws(SwiftgradError) in
            factors.withUnsafeBufferPointer { factors in
                if let factors = factors.baseAddress { Augment.jitter(batch, pixels, factors: factors) }
            }
        }
    }
}

/// (x - mean) / std, channel by channel.
final class Normalize: Augmentation {
    private let means: [Float]
    private let scales: [Float]

    init(means: [Double], deviations: [Double]) throws(SwiftgradError) {
        guard means.count == deviations.count, !means.isEmpty, deviations.allSatisfy({ $0 > 0 }) else {
            throw .value(
                "Normalize: mean and std need a number a channel each, std positive; got \(means) and \(deviations)")
        }
        self.means = means.map(Float.init)
        scales = deviations.map { Float(1 / $0) }
    }

    override func transform(_ images: Tensor, _ draw: AugmentationDraw) throws(SwiftgradError) -> Tensor {
        let channels = images.shape[1]
        guard means.count == channels || means.count == 1 else {
            throw .value("Normalize: \(means.count) means for images of \(channels) channels")
        }
        let means = means.count == channels ? means : [Float](repeating: means[0], count: channels)
        let scales = scales.count == channels ? scales : [Float](repeating: scales[0], count: channels)
        return try made(images) { batch, input, output throws(SwiftgradError) in
            means.withUnsafeBufferPointer { means in
                scales.withUnsafeBufferPointer { scales in
                    guard let means = means.baseAddress, let scales = scales.baseAddress else { return }
                    Augment.normalise(batch, input, output, means: means, scales: scales)
                }
            }
        }
    }
}
