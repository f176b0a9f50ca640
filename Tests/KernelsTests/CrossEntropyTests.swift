import Glibc
import XCTest

@testable import SwiftgradKernels

final class CrossEntropyTests: XCTestCase {
    private struct Problem {
        var rows: Int
        var classes: Int
        var smoothing: Double
        var weighted: Bool

        var logits: [Double] {
            (0..<rows * classes).map { (i: Int) -> Double in Double(Float(i &* 7919 % 1009) / 100 - 5) }
        }
        var targets: [Int64] { (0..<rows).map { (i: Int) -> Int64 in i % 5 == 3 ? -100 : Int64(i &* 31 % classes) } }
        var weights: [Double] { (0..<classes).map { (i: Int) -> Double in weighted ? Double(i % 4) + 0.5 : 1 } }

        /// Loss of each row by the definition, in double precision.
        func loss(_ row: Int, _ x: [Double]) -> Double {
            let target = targets[row]
            if target == -100 { return 0 }
            let largest = x.max() ?? 0
            let logSum = largest + log(x.reduce(0) { $0 + exp($1 - largest) })
            let w = weights
            let uniform = x.indices.reduce(0) { $0 + w[$1] * (logSum - x[$1]) }
            return (1 - smoothing) * w[Int(target)] * (logSum - x[Int(target)]) + smoothing / Double(classes) * uniform
        }
    }

    private let problems = [
        Problem(rows: 1, classes: 1, smoothing: 0, weighted: false),
        Problem(rows: 9, classes: 10, smoothing: 0, weighted: false),
        Problem(rows: 9, classes: 10, smoothing: 0.1, weighted: false),
        Problem(rows: 40, classes: 37, smoothing: 0, weighted: true),
        Problem(rows: 40, classes: 37, smoothing: 0.3, weighted: true),
        Problem(rows: 500, classes: 100, smoothing: 0.1, weighted: true),
    ]

    func testLossesAndGradients() {
        for p in problems {
            let (x, targets, weights) = (p.logits, p.targets, p.weights)
            let x32 = x.map { Float($0) }
            let weights32 = weights.map { Float($0) }
            let upstream = (0..<p.rows).map { 0.25 + Double($0 % 4) }
            let upstream32 = upstream.map { Float($0) }
            var (losses, logSums, dx) = (upstream, upstream, x)
            var (losses32, logSums32, dx32) = (upstream32, upstream, x32)
            targets.withUnsafeBufferPointer { targets in
                func fused(_ dtype: DType, _ weights: UnsafeRawPointer) -> CrossEntropy {
                    CrossEntropy(
                        dtype: dtype, rows: p.rows, classes: p.classes, targets: targets.baseAddress!,
                        labelSmoothing: p.smoothing, classWeights: p.weighted ? weights : nil)
                }
                weights.withUnsafeBytes { weights in
                    let fused = fused(.float64, weights.baseAddress!)
                    let total = fused.forward(logits: x, losses: &losses, logSumExp: &logSums)
                    let kept = targets.filter { $0 >= 0 }
                    XCTAssertEqual(total, kept.reduce(0) { $0 + p.weights[Int($1)] }, accuracy: 1e-9)
                    fused.backward(
                        logits: x, logSumExp: logSums, gradient: upstream, gradientStride: 1, scale: 0.5,
                        logitsGradient: &dx)
                    XCTAssertNil(fused.firstInvalidTarget())
                }
                weights32.withUnsafeBytes { weights in
                    let fused = fused(.float32, weights.baseAddress!)
                    _ = fused.forward(logits: x32, losses: &losses32, logSumExp: &logSums32)
                    fused.backward(
                        logits: x32, logSumExp: logSums32, gradient: upstream32, gradientStride: 1, scale: 0.5,
                        logitsGradient: &dx32)
                }
            }
            for row in 0..<p.rows {
                let line = Array(x[row * p.classes..<(row + 1) * p.classes])
                let loss = p.loss(row, line)
                XCTAssertEqual(losses[row], loss, accuracy: 1e-12 * (1 + loss))
                XCTAssertEqual(Double(losses32[row]), loss, accuracy: 1e-6 * (1 + loss))
                for c in 0..<p.classes where row < 12 {
                    var (up, down) = (line, line)
                    up[c] += 1e-5
                    down[c] -= 1e-5
                    let slope = 0.5 * upstream[row] * (p.loss(row, up) - p.loss(row, down)) / 2e-5
                    XCTAssertEqual(dx[row * p.classes + c], slope, accuracy: 1e-8)
                    XCTAssertEqual(Double(dx32[row * p.classes + c]), slope, accuracy: 3e-6)
                }
            }
        }
    }

    func testOneUpstreamGradientForAllRows() {
        let targets: [Int64] = [1, 0]
        let x: [Float] = [0, 0, 0, 0]
        var (losses, logSums) = ([Float](repeating: 0, count: 2), [Double](repeating: 0, count: 2))
        var dx = x
        targets.withUnsafeBufferPointer { targets in
            let fused = CrossEntropy(dtype: .float32, rows: 2, classes: 2, targets: targets.baseAddress!)
            let total = fused.forward(logits: x, losses: &losses, logSumExp: &logSums)
            fused.backward(
                logits: x, logSumExp: logSums, gradient: [Float(3)], gradientStride: 0, scale: 1 / total,
                logitsGradient: &dx)
        }
        XCTAssertEqual(losses[0], Float(log(2.0)), accuracy: 1e-7)
        XCTAssertEqual(dx, [0.75, -0.75, -0.75, 0.75])
    }

    func testTheFirstInvalidTargetIsFound() {
        func first(_ targets: [Int64]) -> Int? {
            targets.withUnsafeBufferPointer {
                CrossEntropy(
                    dtype: .float32, rows: targets.count, classes: 3, targets: $0.baseAddress!, ignoreIndex: -1
                )
                .firstInvalidTarget()
            }
        }
        XCTAssertNil(first([0, 1, 2, -1]))
        XCTAssertEqual(first([0, 3, 7]), 1)
        XCTAssertEqual(first([-1, 0, -2]), 2)
        XCTAssertEqual(first([.max]), 0)
        XCTAssertEqual(first([.min]), 0)
    }

    func testHugeLogits() {
        let targets: [Int64] = [0, 1]
        let x: [Float] = [1e4, -1e4, 1e4, -1e4]
        var (losses, logSums) = ([Float](repeating: 0, count: 2), [Double](repeating: 0, count: 2))
        targets.withUnsafeBufferPointer {
            _ = CrossEntropy(dtype: .float32, rows: 2, classes: 2, targets: $0.baseAddress!)
                .forward(logits: x, losses: &losses, logSumExp: &logSums)
        }
        XCTAssertEqual(losses, [0, 2e4])
    }

    func testGradientsOfHugeLogitsAreExact() {
        let targets: [Int64] = [0]
        let x = [Float](repeating: -1e4, count: 3)
        var (losses, logSums, dx) = ([Float](repeating: 0, count: 1), [0.0], x)
        targets.withUnsafeBufferPointer {
            let fused = CrossEntropy(
                dtype: .float32, rows: 1, classes: 3, targets: $0.baseAddress!, labelSmoothing: 0.5)
            _ = fused.forward(logits: x, losses: &losses, logSumExp: &logSums)
            fused.backward(
                logits: x, logSumExp: logSums, gradient: [Float(1)], gradientStride: 0, scale: 1, logitsGradient: &dx)
        }
        XCTAssertEqual(Double(losses[0]), log(3), accuracy: 1e-6)
        for (got, expected) in zip(dx, [-1.0 / 3, 1.0 / 6, 1.0 / 6]) {
            XCTAssertEqual(Double(got), expected, accuracy: 1e-6)
        }
    }
}
