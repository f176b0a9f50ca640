import XCTest

@testable import SwiftgradKernels

final class TapsTests: XCTestCase {
    private let sizes = [
        Taps(batch: 1, channels: 1, pixels: 1, count: 1, samples: 1),
        Taps(batch: 2, channels: 3, pixels: 35, count: 4, samples: 1100),
        Taps(batch: 3, channels: 2, pixels: 1000, count: 16, samples: 7),
        Taps(batch: 1, channels: 5, pixels: 9, count: 8, samples: 0),
        Taps(batch: 0, channels: 4, pixels: 9, count: 8, samples: 5),
    ]

    /// Small whole numbers, whose sums are exact in any order.
    private func numbers<Scalar: BinaryFloatingPoint>(_ count: Int, _ step: Int) -> [Scalar] {
        (0..<count).map { Scalar(($0 &* step &+ $0 / 7) % 9) - 4 }
    }

    private func check<Scalar: BinaryFloatingPoint>(_: Scalar.Type, _ dtype: DType) {
        for taps in sizes {
            let (n, c, k, p) = (taps.batch, taps.channels, taps.count, taps.samples)
            let images: [Scalar] = numbers(n * c * taps.pixels, 5)
            let weights: [Scalar] = numbers(n * k * p, 11)
            let samples: [Scalar] = numbers(n * c * p, 13)
            // One in nine is outside.
            let positions = (0..<n * k * p).map { Int64($0 % 9 == 4 ? -1 - $0 : $0 &* 7919 % taps.pixels) }
            var gathered = [Scalar](repeating: 99, count: samples.count)
            var scattered = [Scalar](repeating: 99, count: images.count)
            var correlated = [Scalar](repeating: 99, count: weights.count)
            taps.gather(
                dtype: dtype, images: images, weights: weights, positions: positions, samples: &gathered)
            taps.scatter(
                dtype: dtype, samples: samples, weights: weights, positions: positions, images: &scattered)
            taps.correlate(
                dtype: dtype, images: images, samples: samples, positions: positions, weights: &correlated)
            var (toSamples, toImages, toWeights) = (
                samples.map { $0 * 0 }, images.map { $0 * 0 }, weights.map { $0 * 0 }
            )
            for batch in 0..<n {
                for channel in batch * c..<(batch + 1) * c {
                    for tap in batch * k..<(batch + 1) * k {
                        for place in 0..<p where positions[tap * p + place] >= 0 {
                            let pixel = channel * taps.pixels + Int(positions[tap * p + place])
                            let (weight, sample) = (tap * p + place, channel * p + place)
                            toSamples[sample] += weights[weight] * images[pixel]
                            toImages[pixel] += weights[weight] * samples[sample]
                            toWeights[weight] += samples[sample] * images[pixel]
                        }
                    }
                }
            }
            XCTAssertEqual(gathered, toSamples)
            XCTAssertEqual(scattered, toImages)
            XCTAssertEqual(correlated, toWeights)
        }
    }

    func testGatherAndItsGradients() {
        check(Float.self, .float32)
        check(Double.self, .float64)
    }
}
