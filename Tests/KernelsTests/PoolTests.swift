import XCTest

@testable import SwiftgradKernels

/// The pooling kernels against loops over every window's elements.
final class PoolTests: XCTestCase {
    private struct Case {
        let planes: Int
        let sizes: [Int]
        let kernel: Int
        let stride: Int
        let padding: Int
        let dilation: Int

        var shape: PoolShape {
            let axes = sizes.map { size in
                PoolAxis(
                    input: size, output: (size + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1,
                    kernel: kernel, stride: stride, padding: padding, dilation: dilation)
            }
            return PoolShape(planes: planes, depth: axes[0], height: axes[1], width: axes[2])
        }
    }

    private let cases = [
        Case(planes: 3, sizes: [4, 5, 24], kernel: 2, stride: 2, padding: 0, dilation: 1),
        Case(planes: 2, sizes: [5, 7, 33], kernel: 3, stride: 2, padding: 1, dilation: 1),
        Case(planes: 2, sizes: [5, 6, 70], kernel: 3, stride: 1, padding: 1, dilation: 1),
        Case(planes: 1, sizes: [7, 8, 40], kernel: 2, stride: 3, padding: 1, dilation: 3),
        Case(planes: 40, sizes: [4, 4, 4], kernel: 4, stride: 4, padding: 0, dilation: 1),
    ]

    private func values(_ count: Int) -> [Float] { (0..<count).map { Float(($0 &* 7919) % 23) - 9 } }

    /// Runs `body(output, its inputs)`, both counted through all planes.
    private func forWindows(_ shape: PoolShape, _ body: (Int, [Int]) -> Void) {
        var o = 0
        for plane in 0..<shape.planes {
            for z in 0..<shape.depth.output {
                for y in 0..<shape.height.output {
                    for x in 0..<shape.width.output {
                        let taps = [(shape.depth, z), (shape.height, y), (shape.width, x)].map { axis, o in
                            (0..<axis.kernel).map { o * axis.stride - axis.padding + $0 * axis.dilation }
                                .filter { $0 >= 0 && $0 < axis.input }
                        }
                        var inputs: [Int] = []
                        for i in taps[0] {
                            for j in taps[1] {
                                for k in taps[2] {
                                    let row = (plane * shape.depth.input + i) * shape.height.input + j
                                    inputs.append(row * shape.width.input + k)
                                }
                            }
                        }
                        body(o, inputs)
                        o += 1
                    }
                }
            }
        }
    }

    func testMaxPool() {
        for test in cases {
            let shape = test.shape
            let x = values(shape.planes * shape.inputSize)
            let count = shape.planes * shape.outputSize
            var (y, positions) = ([Float](repeating: 0, count: count), [Int32](repeating: 0, count: count))
            MaxPool.forward(dtype: .float32, shape, input: x, output: &y, positions: &positions)
            var (wide, places) = ([Double](repeating: 0, count: count), [Int64](repeating: 0, count: count))
            MaxPool.forward(dtype: .float64, shape, input: x.map(Double.init), output: &wide, positions: &places)
            var dx = [Float](repeating: 1, count: x.count)
            MaxPool.scatter(
                dtype: .float32, planes: shape.planes, inputSize: shape.inputSize, outputSize: shape.outputSize,
                gradient: y, positions: positions, inputGradient: &dx)
            var expected = [Float](repeating: 0, count: x.count)
            forWindows(shape) { o, inputs in
                var best = inputs[0]
                for i in inputs where x[i] > x[best] { best = i }
                XCTAssertEqual(y[o], x[best])
                XCTAssertEqual(wide[o], Double(x[best]))
                XCTAssertEqual(Int(positions[o]), best % shape.inputSize)
                XCTAssertEqual(Int(places[o]), best % shape.inputSize)
                expected[best] += x[best]
            }
            XCTAssertEqual(dx, expected)
        }
    }

    func testAveragePool() {
        for test in cases where test.dilation == 1 {
            let shape = test.shape
            let x = values(shape.planes * shape.inputSize)
            let pool = AveragePool(shape: shape, countsPadding: false, divisor: 0)
            var y = [Float](repeating: 0, count: shape.planes * shape.outputSize)
            pool.forward(dtype: .float32, input: x, output: &y)
            var dx = [Float](repeating: 1, count: x.count)
            pool.backward(dtype: .float32, gradient: y, inputGradient: &dx)
            var expected = [Float](repeating: 0, count: x.count)
            forWindows(shape) { o, inputs in
                let mean = inputs.reduce(0) { $0 + x[$1] } / Float(inputs.count)
                XCTAssertEqual(y[o], mean, accuracy: 1e-5)
                for i in inputs { expected[i] += mean / Float(inputs.count) }
            }
            for (found, truth) in zip(dx, expected) { XCTAssertEqual(found, truth, accuracy: 1e-4) }
        }
    }
}
