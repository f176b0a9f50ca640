import Swiftgrad
import SwiftgradKernels

/// Mirrors each image with probability p, columns (left and right) or rows.
class RandomFlip: Augmentation {
    private let p: Double
    private let mirrorsColumns: Bool

    init(p: Double, columns: Bool) throws(SwiftgradError) {
        self.p = p
        mirrorsColumns = columns
        super.init()
        try checkProbability(p)
    }

    override func transform(_ images: Tensor, _ draw: AugmentationDraw) throws(SwiftgradError) -> Tensor {
        let draws = draw.uniforms(images.shape[0])
        let windows = (0..<images.shape[0]).map { number in
            let isMirrored = Double(draws[number * AugmentationDraw.numbers]) < p
            return ImageWindow(mirrorsRows: isMirrored && !mirrorsColumns, mirrorsColumns: isMirrored && mirrorsColumns)
        }
        return try made(images) { batch, input, output throws(SwiftgradError) in
            windows.withUnsafeBufferPointer { windows in
                Augment.window(
                    batch, input, output, height: batch.height, width: batch.width, windows: windows, fill: 0)
            }
        }
    }
}

final class RandomHorizontalFlip: RandomFlip {}
final class RandomVerticalFlip: RandomFlip {}

/// Cuts a window of a size at a random place, out of the image with `padding` pixels of `fill` around it.
final class RandomCrop: Augmentation {
    private let size: (height: Int, width: Int)
    private let padding: Int
    private let fill: Double

    init(_ size: [Int], padding: Int, fill: Double) throws(SwiftgradError) {
        guard (1...2).contains(size.count), size.allSatisfy({ (1...1 << 20).contains($0) }) else {
            throw .value("RandomCrop: size must be one or two positive lengths, got \(Shape.text(size))")
        }
        guard (0...1 << 20).contains(padding) else {
            throw .value("RandomCrop: padding must not be negative, got \(padding)")
        }
        self.size = (size[0], size[size.count - 1])
        self.padding = padding
        self.fill = fill
    }

    override func transform(_ images: Tensor, _ draw: AugmentationDraw) throws(SwiftgradError) -> Tensor {
        let (height, width) = (images.shape[2], images.shape[3])
        let (rows, columns) = (height + 2 * padding - size.height + 1, width + 2 * padding - size.width + 1)
        guard rows > 0 && columns > 0 else {
            throw .value(
                "RandomCrop: a window of \(size.height) x \(size.width) does not fit images of \(height) x \(width) with "
                    + "padding \(padding)")
        }
        let draws = draw.uniforms(images.shape[0])
        let windows = (0..<images.shape[0]).map { number in
            let own = number * AugmentationDraw.numbers
            return ImageWindow(
                top: RandomCrop.choice(draws[own], rows) - padding,
                left: RandomCrop.choice(draws[own + 1], columns) - padding)
        }
        return try made(images, height: size.height, width: size.width) { batch, input, output throws(SwiftgradError) in
            windows.withUnsafeBufferPointer { windows in
                Augment.window(
                    batch, input, output, height: size.height, width: size.width, windows: windows, fill: Float(fill))
            }
        }
    }

    /// One of 0..<count from a number of [0, 1).
    static func choice(_ uniform: Float, _ count: Int) -> Int { min(Int(Double(uniform) * Double(count)), count - 1) }
}

/// Fills a square of each image at a random place with `fill` (DeVries and Taylor 2017).
final class Cutout: Augmentation {
    private let size: Int
    private let p: Double
    private let fill: Double

    init(_ size: Int, p: Double, fill: Double) throws(SwiftgradError) {
        guard (1...1 << 20).contains(size) else { throw .value("Cutout: size must be positive, got \(size)") }
        self.size = size
        self.p = p
        self.fill = fill
        super.init()
        try checkProbability(p)
    }

    override func transform(_ images: Tensor, _ draw: AugmentationDraw) throws(SwiftgradError) -> Tensor {
        let (height, width) = (images.shape[2], images.shape[3])
        let draws = draw.uniforms(images.shape[0])
        let boxes = (0..<images.shape[0]).map { number in
            let own = number * AugmentationDraw.numbers
            guard Double(draws[own]) < p, height > 0, width > 0 else { return ImageBox(rows: 0..<0, columns: 0..<0) }
            return ImageBox(
                rows: Cutout.span(RandomCrop.choice(draws[own + 1], height), size, height),
                columns: Cutout.span(RandomCrop.choice(draws[own + 2], width), size, width))
        }
        return try changed(images) { batch, pixels throws(SwiftgradError) in
            boxes.withUnsafeBufferPointer { boxes in
                Augment.paste(batch, pixels, boxes: boxes, from: nil, partners: nil, fill: Float(fill))
            }
        }
    }

    /// `size` pixels around a centre, as far as they lie in 0..<length.
    static func span(_ centre: Int, _ size: Int, _ length: Int) -> Range<Int> {
        let start = centre - size / 2
        let first = min(max(start, 0), length)
        return first..<max(first, min(start + size, length))
    }
}
