// Reading images at any places. A sample is the sum of a few weighted pixels, its taps:
//
//     sample[n, c, p] = sum over k of weight[n, k, p] * image[n, c, position[n, k, p]]
//
// Its two gradients have the same form, with another of the three arrays as the result: of all three the form
// sum(sample * weight * image) is linear in each.

/// The sizes of arrays of taps; positions below 0 lie outside the image and count nothing.
public struct Taps: Sendable {
    public let batch: Int
    public let channels: Int
    /// Pixels of one channel of an image.
    public let pixels: Int
    /// Taps of a sample.
    public let count: Int
    /// Samples of one channel.
    public let samples: Int

    /// The product of all lies within Int, and positions below `pixels`.
    public init(batch: Int, channels: Int, pixels: Int, count: Int, samples: Int) {
        self.batch = batch
        self.channels = channels
        self.pixels = pixels
        self.count = count
        self.samples = samples
    }

    /// Samples (batch, channels, samples) of images (batch, channels, pixels), for float32 or float64.
    public func gather(
        dtype: DType, images: UnsafeRawPointer, weights: UnsafeRawPointer, positions: UnsafePointer<Int64>,
        samples: UnsafeMutableRawPointer
    ) {
        if dtype == .float64 {
            gather(Double.self, images, weights, positions, samples)
        } else {
            gather(Float.self, images, weights, positions, samples)
        }
    }

    /// Images from samples: the gradient of `gather` with respect to its images, each tap added to its pixel.
    public func scatter(
        dtype: DType, samples: UnsafeRawPointer, weights: UnsafeRawPointer, positions: UnsafePointer<Int64>,
        images: UnsafeMutableRawPointer
    ) {
        if dtype == .float64 {
            scatter(Double.self, samples, weights, positions, images)
        } else {
            scatter(Float.self, samples, weights, positions, images)
        }
    }

    /// Weights (batch, count, samples) from images and samples: the gradient of `gather` with respect to its weights,
    /// the sum over the channels of each sample times the pixel of its tap.
    public func correlate(
        dtype: DType, images: UnsafeRawPointer, samples: UnsafeRawPointer, positions: UnsafePointer<Int64>,
        weights: UnsafeMutableRawPointer
    ) {
        if dtype == .float64 {
            correlate(Double.self, images, samples, positions, weights)
        } else {
            correlate(Float.self, images, samples, positions, weights)
        }
    }

    /// Samples that one task takes at a time, so that their sums stay in the nearest cache.
    private static let tile = 512

    private var tiles: Int { (samples &+ Taps.tile &- 1) / Taps.tile }

    private func range(ofTile tile: Int) -> Range<Int> {
        tile &* Taps.tile..<min((tile &+ 1) &* Taps.tile, samples)
    }

    private func gather<Scalar: BinaryFloatingPoint>(
        _: Scalar.Type, _ images: UnsafeRawPointer, _ weights: UnsafeRawPointer, _ positions: UnsafePointer<Int64>,
        _ result: UnsafeMutableRawPointer
    ) {
        let images = images.assumingMemoryBound(to: Scalar.self)
        let weights = weights.assumingMemoryBound(to: Scalar.self)
        let result = result.assumingMemoryBound(to: Scalar.self)
        let tiles = tiles
        ThreadPool.ranges(batch &* channels &* tiles, grain: max(1, 32 / max(1, count))) { units in
            for unit in units {
                let (plane, tile) = unit.quotientAndRemainder(dividingBy: tiles)
                let image = images + plane &* pixels
                let target = result + plane &* samples
                let range = range(ofTile: tile)
                for p in range { target[p] = 0 }
                for k in 0..<count {
                    let row = (plane / channels &* count &+ k) &* samples
                    for p in range {
                        let position = Int(positions[row &+ p])
                        if position >= 0 { target[p] += weights[row &+ p] * image[position] }
                    }
                }
            }
        }
    }

    private func scatter<Scalar: BinaryFloatingPoint>(
        _: Scalar.Type, _ source: UnsafeRawPointer, _ weights: UnsafeRawPointer, _ positions: UnsafePointer<Int64>,
        _ result: UnsafeMutableRawPointer
    ) {
        let source = source.assumingMemoryBound(to: Scalar.self)
        let weights = weights.assumingMemoryBound(to: Scalar.self)
        let result = result.assumingMemoryBound(to: Scalar.self)
        let work = max(1, max(pixels, count &* samples))
        // A task owns whole channels, as any of its samples may go to any pixel.
        ThreadPool.ranges(batch &* channels, grain: max(1, (1 << 14) / work)) { planes in
            for plane in planes {
                let image = result + plane &* pixels
                let source = source + plane &* samples
                image.update(repeating: 0, count: pixels)
                for k in 0..<count {
                    let row = (plane / channels &* count &+ k) &* samples
                    for p in 0..<samples {
                        let position = Int(positions[row &+ p])
                        if position >= 0 { image[position] += weights[row &+ p] * source[p] }
                    }
                }
            }
        }
    }

    private func correlate<Scalar: BinaryFloatingPoint>(
        _: Scalar.Type, _ images: UnsafeRawPointer, _ source: UnsafeRawPointer, _ positions: UnsafePointer<Int64>,
        _ result: UnsafeMutableRawPointer
    ) {
        let images = images.assumingMemoryBound(to: Scalar.self)
        let source = source.assumingMemoryBound(to: Scalar.self)
        let result = result.assumingMemoryBound(to: Scalar.self)
        let tiles = tiles
        ThreadPool.ranges(batch &* tiles, grain: max(1, 32 / max(1, count &* channels))) { units in
            for unit in units {
                let (image, tile) = unit.quotientAndRemainder(dividingBy: tiles)
                let range = range(ofTile: tile)
                for k in 0..<count {
                    let row = (image &* count &+ k) &* samples
                    for p in range { result[row &+ p] = 0 }
                    for plane in image &* channels..<(image &+ 1) &* channels {
                        let (pixels, sample) = (images + plane &* pixels, source + plane &* samples)
                        for p in range {
                            let position = Int(positions[row &+ p])
                            if position >= 0 { result[row &+ p] += sample[p] * pixels[position] }
                        }
                    }
                }
            }
        }
    }
}
