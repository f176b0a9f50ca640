import XCTest

@testable import SwiftgradKernels

final class ConvolutionTests: XCTestCase {
    /// Of a float32 sum of a thousand terms in any order; without fused multiply-adds twice as many roundings happen, and
    /// their random sum is larger by the root of two.
    private static let unit = InstructionSet.hasFusedMultiplyAdd ? 5e-7 : 5e-7 * 2.0.squareRoot()

    func testRandomGeometriesMatchTheDefinition() {
        var random = SplitMix(state: 1)
        var count = 0
        while count < 400 {
            let axes = (0..<1 + random.below(3)).map { _ in
                (
                    input: 1 + random.below(21), kernel: 1 + random.below(4), stride: 1 + random.below(3),
                    padding: random.below(5), dilation: 1 + random.below(3), extra: random.below(2)
                )
            }
            guard axes.allSatisfy({ $0.input + 2 * $0.padding + $0.extra > $0.dilation * ($0.kernel - 1) }) else {
                continue
            }
            count += 1
            let isWide = count % 20 == 0
            let geometry = ConvGeometry(
                batch: 1 + random.below(3), groups: 1 + random.below(2),
                inputChannels: 1 + random.below(isWide ? 50 : 7), outputChannels: 1 + random.below(isWide ? 60 : 15),
                axes: axes.map {
                    .sized(
                        $0.input, $0.kernel, stride: $0.stride, padding: $0.padding, dilation: $0.dilation,
                        extra: $0.extra)
                })
            if count % 4 == 0 {
                check(ConvolutionCase<Double>(geometry, .float64, &random), 1e-15)
            } else {
                check(ConvolutionCase<Float>(geometry, .float32, &random), Self.unit)
            }
        }
    }

    /// Several panels of terms, blocks of rows, chunks of the batch, and the products over columns.
    func testLargerSizesMatchTheDefinition() {
        var random = SplitMix(state: 2)
        for (batch, groups, inputs, outputs, size, kernel, stride, padding) in [
            (2, 1, 130, 13, 9, 3, 1, 1), (2, 1, 70, 20, 17, 3, 1, 1), (70, 1, 3, 5, 9, 3, 2, 1),
            (2, 1, 3, 90, 8, 3, 2, 1), (3, 1, 4, 100, 4, 4, 2, 1), (20, 1, 60, 40, 4, 3, 1, 1),
            (5, 16, 1, 1, 33, 3, 1, 1),
            (3, 1, 40, 40, 2, 3, 1, 1), (1, 1, 2, 3, 130, 3, 1, 1), (1, 1, 40, 3, 64, 3, 1, 1),
            (4, 1, 30, 70, 1, 3, 1, 1), (3, 2, 20, 33, 24, 1, 1, 0), (20, 1, 65, 17, 23, 1, 1, 0),
            (9, 2, 40, 64, 2, 3, 1, 2), (3, 1, 33, 65, 6, 1, 1, 0), (2, 1, 3, 8, 32, 4, 4, 0),
        ] {
            let axis = ConvAxis.sized(size, kernel, stride: stride, padding: padding)
            check(
                ConvolutionCase<Float>(
                    ConvGeometry(
                        batch: batch, groups: groups, inputChannels: inputs, outputChannels: outputs,
                        axes: [axis, axis]), .float32, &random), Self.unit)
        }
    }

    /// Channels and tiles enough for minimal filtering, whose errors are those of the largest sum in reach: kernels of 3x3, and
    /// of 3x3 and 4x4 with steps of two; whole and partial tiles, strips and blocks; one image and many.
    func testMinimalFilteringMatchesTheDefinition() {
        var random = SplitMix(state: 6)
        for (batch, inputs, outputs, height, width, kernel, stride, padding) in [
            (3, 32, 48, 13, 17, 3, 1, 1), (3, 64, 64, 12, 8, 3, 1, 0), (1, 32, 32, 9, 70, 3, 1, 2),
            (20, 32, 32, 4, 4, 3, 1, 1), (40, 32, 32, 9, 9, 3, 1, 1), (9, 32, 32, 7, 7, 3, 1, 1),
            (16, 64, 64, 16, 16, 3, 2, 1), (20, 32, 64, 17, 16, 3, 2, 0), (8, 32, 64, 15, 16, 4, 2, 1),
            (6, 64, 32, 16, 16, 4, 2, 0), (8, 32, 32, 18, 15, 4, 2, 2), (24, 32, 32, 16, 15, 4, 2, 1),
        ] {
            let axes = [height, width].map { ConvAxis.sized($0, kernel, stride: stride, padding: padding) }
            let item = ConvolutionCase<Float>(
                ConvGeometry(batch: batch, groups: 1, inputChannels: inputs, outputChannels: outputs, axes: axes),
                .float32, &random)
            check(item, 0x1p-20, ofLargest: true)
        }
    }

    func testDepthwiseMatchesTheDefinition() {
        var random = SplitMix(state: 7)
        for (batch, channels, height, width, kernel, padding, dilation) in [
            (3, 9, 20, 33, 3, 1, 1), (2, 8, 9, 16, 5, 2, 1), (2, 12, 17, 40, 3, 0, 2), (1, 3, 30, 35, 3, 2, 1),
            (4, 8, 24, 24, 4, 1, 2), (2, 10, 12, 17, 1, 0, 1),
        ] {
            let axes = [height, width].map { ConvAxis.sized($0, kernel, padding: padding, dilation: dilation) }
            let geometry = ConvGeometry(
                batch: batch, groups: channels, inputChannels: 1, outputChannels: 1, axes: axes)
            check(ConvolutionCase<Float>(geometry, .float32, &random), Self.unit)
            check(ConvolutionCase<Double>(geometry, .float64, &random), 1e-15)
        }
    }

    func testEmptySizesGiveZerosOrNothing() {
        var random = SplitMix(state: 3)
        let axis = ConvAxis.sized(5, 3)
        for (batch, outputs) in [(0, 4), (2, 0), (0, 0)] {
            check(
                ConvolutionCase<Float>(
                    ConvGeometry(
                        batch: batch, groups: 1, inputChannels: 3, outputChannels: outputs, axes: [axis, axis]),
                    .float32, &random), 0)
        }
    }

    func testRectifiedOutputs() throws {
        var random = SplitMix(state: 4)
        for (size, inputs, outputs) in [(12, 60, 7), (2, 60, 90), (12, 64, 64)] {
            let axis = ConvAxis.sized(size, 3, padding: 1)
            let item = ConvolutionCase<Float>(
                ConvGeometry(batch: 2, groups: 1, inputChannels: inputs, outputChannels: outputs, axes: [axis, axis]),
                .float32, &random)
            let plain = try XCTUnwrap(item.results())[0]
            XCTAssertEqual(try XCTUnwrap(item.results(activation: .relu))[0], plain.map { max($0, 0) })
        }
    }

    func testBitsDoNotDependOnTheThreadCount() throws {
        var random = SplitMix(state: 5)
        let before = ThreadPool.threadCount
        defer { ThreadPool.setThreadCount(before) }
        for (batch, groups, inputs, outputs, size, stride) in [
            (9, 1, 20, 30, 33, 1), (7, 1, 16, 64, 16, 2), (5, 1, 64, 64, 4, 1), (3, 40, 1, 1, 20, 1),
            (1, 1, 3, 8, 100, 1), (3, 1, 64, 64, 30, 1), (90, 1, 32, 32, 16, 1), (2, 1, 128, 128, 8, 1),
            (16, 1, 64, 64, 16, 2),
        ] {
            let axis = ConvAxis.sized(size, 3, stride: stride, padding: 1)
            let item = ConvolutionCase<Float>(
                ConvGeometry(
                    batch: batch, groups: groups, inputChannels: inputs, outputChannels: outputs, axes: [axis, axis]),
                .float32, &random)
            var found: [[[UInt32]]] = []
            for threads in [1, 2, 4] {
                ThreadPool.setThreadCount(threads)
                found.append(try XCTUnwrap(item.results()).map { $0.map(\.bitPattern) })
            }
            XCTAssertEqual(found[0], found[1])
            XCTAssertEqual(found[0], found[2])
        }
    }

    /// The tolerance is that of each result's own sum of magnitudes, or of the largest.
    private func check<Scalar>(
        _ item: ConvolutionCase<Scalar>, _ tolerance: Double, ofLargest: Bool = false, file: StaticString = #filePath,
        line: UInt = #line
    ) {
        guard let results = item.results() else {
            return XCTFail("no memory, or a write behind the end: \(item.geometry)", file: file, line: line)
        }
        for (name, (result, reference)) in zip(["y", "dx", "dw"], zip(results, item.reference())) {
            let largest = ofLargest ? reference.map(\.magnitude).max() : nil
            let errors = zip(result, reference).map { abs(Double($0) - $1.value) / (largest ?? $1.magnitude) }
            if let worst = errors.first(where: { !($0 <= tolerance) }) {
                XCTFail("\(name) is off by \(worst): \(item.geometry)", file: file, line: line)
            }
        }
    }
}
