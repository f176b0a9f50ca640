import Glibc
import Swiftgrad
import SwiftgradKernels

/// Mixes each sample with another one of its batch, images and labels alike: labels come out as shares of the classes.
class MixingAugmentation: Augmentation {
    let alpha: Double
    private let classes: Int

    init(alpha: Double, classes: Int) throws(SwiftgradError) {
        self.alpha = alpha
        self.classes = classes
        super.init()
        guard alpha > 0 && alpha < .infinity else { throw .value("\(className): alpha must be positive, got \(alpha)") }
        guard (1...1 << 20).contains(classes) else {
            throw .value("\(className): num_classes must be positive, got \(classes)")
        }
    }

    /// Mixed images, and how much of each is its own.
    func mix(
        _ images: Tensor, partners: [Int64], shares: [Float], _ draws: [Float]
    ) throws(SwiftgradError) -> (Tensor, [Float]) {
        throw .notImplemented("\(className) does not mix")
    }

    override func apply(_ batch: [Tensor], _ draw: AugmentationDraw) throws(SwiftgradError) -> [Tensor] {
        guard batch.count == 2 else {
            throw .value("\(className): expected images and labels, got \(batch.count) arrays")
        }
        let images = try floats(batch[0])
        let count = images.shape[0]
        let labels = try shares(of: batch[1], count)
        let draws = draw.uniforms(count)
        var partners = [Int64](repeating: 0, count: count)
        partners.withUnsafeMutableBufferPointer { partners in
            guard let start = partners.baseAddress else { return }
            let key = AugmentationDraw.mixed(draw.key ^ UInt64(truncatingIfNeeded: draw.first))
            RandomFill.permutation(count, start, RandomState(key: key))
        }
        let own = (0..<count).map { beta(draws, $0 * AugmentationDraw.numbers) }
        let (mixed, kept) = try mix(images, partners: partners, shares: own, draws)
        return [mixed, try blended(labels, length: classes, partners, kept)]
    }

    /// Rows of `length` numbers, each mixed with its partner's.
    final func blended(
        _ rows: Tensor, length: Int, _ partners: [Int64], _ shares: [Float]
    ) throws(SwiftgradError) -> Tensor {
        let result = try Tensor(uninitialised: rows.shape, .float32)
        withExtendedLifetime(rows) {
            partners.withUnsafeBufferPointer { partners in
                shares.withUnsafeBufferPointer { shares in
                    guard let partners = partners.baseAddress, let shares = shares.baseAddress else { return }
                    Augment.mix(
                        count: rows.shape[0], length: length,
                        UnsafePointer(rows.pointer.assumingMemoryBound(to: Float.self)),
                        result.pointer.assumingMemoryBound(to: Float.self), shares: shares, partners: partners)
                }
            }
        }
        return result
    }

    /// Class numbers (N,) as shares (N, classes); shares stay what they are.
    private func shares(of labels: Tensor, _ count: Int) throws(SwiftgradError) -> Tensor {
        if labels.dtype.isFloating && labels.shape == [count, classes] {
            return try labels.detach().cast(to: .float32).contiguous()
        }
        guard labels.dtype.isInteger, labels.shape == [count] else {
            throw .value(
                "\(className): expected class numbers (\(count),) or shares (\(count), \(classes)), got "
                    + "\(Shape.text(labels.shape)) of \(labels.dtype)")
        }
        let result = try Tensor.zeros([count, classes], .float32)
        let elements = result.pointer.assumingMemoryBound(to: Float.self)
        for (row, label) in try labels.integers().enumerated() {
            guard (0..<classes).contains(label) else {
                throw .value("\(className): label \(label) is not one of \(classes) classes")
            }
            elements[row * classes + label] = 1
        }
        return result
    }

    /// A number of the distribution Beta(alpha, alpha): x / (x + y) for two of Gamma(alpha).
    private func beta(_ draws: [Float], _ own: Int) -> Float {
        let x = logGamma(draws, own)
        let y = logGamma(draws, own + 13)
        return Float(1 / (1 + exp(y - x)))
    }

    /// The logarithm of a number of Gamma(alpha), from 13 uniform ones (Marsaglia and Tsang, "A simple method for generating
    /// gamma variables", 2000), where four attempts, each taken with a chance of 95 % or more, have to do.
    private func logGamma(_ draws: [Float], _ own: Int) -> Double {
        func uniform(_ number: Int) -> Double { Double(draws[own + number]) + 0x1p-25 }
        let shape = alpha < 1 ? alpha + 1 : alpha
        let d = shape - 1 / 3.0
        let c = 1 / (9 * d).squareRoot()
        var v = 1.0
        for attempt in 0..<4 {
            let normal = (-2 * log(uniform(3 * attempt))).squareRoot() * cos(2 * Double.pi * uniform(3 * attempt + 1))
            let cube = (1 + c * normal) * (1 + c * normal) * (1 + c * normal)
            guard cube > 0 else { continue }
            if log(uniform(3 * attempt + 2)) < normal * normal / 2 + d - d * cube + d * log(cube) {
                v = cube
                break
            }
        }
        let result = log(d * v)
        return alpha < 1 ? result + log(uniform(12)) / alpha : result
    }
}

/// Each image is a weighted mean with its partner's, with a weight of Beta(alpha, alpha) (Zhang et al. 2018).
final class Mixup: MixingAugmentation {
    override func mix(
        _ images: Tensor, partners: [Int64], shares: [Float], _ draws: [Float]
    ) throws(SwiftgradError) -> (Tensor, [Float]) {
        (try blended(images, length: images.count / max(1, images.shape[0]), partners, shares), shares)
    }
}

/// Each image has a box of its partner's, whose share of the area is of Beta(alpha, alpha) (Yun et al. 2019).
final class CutMix: MixingAugmentation {
    override func mix(
        _ images: Tensor, partners: [Int64], shares: [Float], _ draws: [Float]
    ) throws(SwiftgradError) -> (Tensor, [Float]) {
        let (height, width) = (images.shape[2], images.shape[3])
        var boxes: [ImageBox] = []
        var kept: [Float] = []
        for (number, share) in shares.enumerated() {
            let own = number * AugmentationDraw.numbers
            let side = Double(1 - share).squareRoot()
            let (rows, columns) = (Int(side * Double(height)), Int(side * Double(width)))
            let box =
                height == 0 || width == 0
                ? ImageBox(rows: 0..<0, columns: 0..<0)
                : ImageBox(
                    rows: Cutout.span(RandomCrop.choice(draws[own + 30], height), rows, height),
                    columns: Cutout.span(RandomCrop.choice(draws[own + 31], width), columns, width))
            boxes.append(box)
            let pasted = Double(box.rows.count * box.columns.count) / Double(max(1, height * width))
            kept.append(Float(1 - pasted))
        }
        let mixed = try changed(images) { batch, pixels throws(SwiftgradError) in
            withExtendedLifetime(images) {
                boxes.withUnsafeBufferPointer { boxes in
                    partners.withUnsafeBufferPointer { partners in
                        Augment.paste(
                            batch, pixels, boxes: boxes,
                            from: UnsafePointer(images.pointer.assumingMemoryBound(to: Float.self)),
                            partners: partners.baseAddress, fill: 0)
                    }
                }
            }
        }
        return (mixed, kept)
    }
}
