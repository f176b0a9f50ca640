import Glibc
import XCTest

@testable import SwiftgradKernels

final class SoftmaxTests: XCTestCase {
    private let shapes = [(1, 1), (3, 10), (7, 16), (5, 33), (4, 1000), (2, 5003), (300, 70)]

    private func values(_ count: Int, _ seed: Int, scale: Double) -> [Double] {
        (0..<count).map { (i: Int) -> Double in
            let hash = (i &* 7919 &+ seed &* 104_729) % 10_007
            return scale * (Double(hash) / 5003.5 - 1)
        }
    }

    private func softmax(_ x: ArraySlice<Double>) -> [Double] {
        let largest = x.max() ?? 0
        let e = x.map { exp($0 - largest) }
        let sum = e.reduce(0, +)
        return e.map { $0 / sum }
    }

    private func check(
        _ result: [Float], _ exact: [Double], _ truth: [Double], _ tolerance: Double, line: UInt = #line
    ) {
        for i in truth.indices {
            XCTAssertEqual(Double(result[i]), truth[i], accuracy: tolerance * (abs(truth[i]) + 1e-6), line: line)
            XCTAssertEqual(exact[i], truth[i], accuracy: 1e-12 * (abs(truth[i]) + 1e-6), line: line)
        }
    }

    func testForwardAndBackward() {
        for (rows, columns) in shapes {
            let x = values(rows * columns, 1, scale: 5).map { Double(Float($0)) }
            let dy = values(rows * columns, 2, scale: 1).map { Double(Float($0)) }
            var y = [Float](repeating: 0, count: x.count)
            var exactY = x
            var dx = y
            var exactDx = x
            let (x32, dy32) = (x.map { Float($0) }, dy.map { Float($0) })
            Softmax.forward(dtype: .float32, rows: rows, columns: columns, input: x32, output: &y)
            Softmax.forward(dtype: .float64, rows: rows, columns: columns, input: x, output: &exactY)
            Softmax.backward(
                dtype: .float32, rows: rows, columns: columns, output: y, gradient: dy32, inputGradient: &dx)
            Softmax.backward(
                dtype: .float64, rows: rows, columns: columns, output: exactY, gradient: dy, inputGradient: &exactDx)
            var trueY: [Double] = []
            for r in 0..<rows {
                let p = softmax(x[r * columns..<(r + 1) * columns])
                let g = Array(dy[r * columns..<(r + 1) * columns])
                let dot = zip(p, g).reduce(0) { $0 + $1.0 * $1.1 }
                trueY += p
                for c in 0..<columns {
                    let truth = p[c] * (g[c] - dot)
                    XCTAssertEqual(Double(dx[r * columns + c]), truth, accuracy: 3e-6 * p[c])
                    XCTAssertEqual(exactDx[r * columns + c], truth, accuracy: 1e-13 * p[c])
                }
            }
            check(y, exactY, trueY, 2e-6)
        }
    }

    func testLogForwardAndBackward() {
        for (rows, columns) in shapes {
            let x = values(rows * columns, 3, scale: 8).map { Double(Float($0)) }
            let dy = values(rows * columns, 4, scale: 1).map { Double(Float($0)) }
            var y = [Float](repeating: 0, count: x.count)
            var exactY = x
            var dx = y
            var exactDx = x
            let (x32, dy32) = (x.map { Float($0) }, dy.map { Float($0) })
            Softmax.logForward(dtype: .float32, rows: rows, columns: columns, input: x32, output: &y)
            Softmax.logForward(dtype: .float64, rows: rows, columns: columns, input: x, output: &exactY)
            Softmax.logBackward(
                dtype: .float32, rows: rows, columns: columns, output: y, gradient: dy32, inputGradient: &dx)
            Softmax.logBackward(
                dtype: .float64, rows: rows, columns: columns, output: exactY, gradient: dy, inputGradient: &exactDx)
            for r in 0..<rows {
                let p = softmax(x[r * columns..<(r + 1) * columns])
                let total = dy[r * columns..<(r + 1) * columns].reduce(0, +)
                for c in 0..<columns {
                    let at = r * columns + c
                    XCTAssertEqual(Double(y[at]), log(p[c]), accuracy: 2e-6)
                    XCTAssertEqual(exactY[at], log(p[c]), accuracy: 1e-12)
                    XCTAssertEqual(Double(dx[at]), dy[at] - p[c] * total, accuracy: 5e-6)
                    XCTAssertEqual(exactDx[at], dy[at] - p[c] * total, accuracy: 1e-12)
                }
            }
        }
    }

    func testLogSumExp() {
        let infinity = Float.infinity
        let x: [Float] = [
            1000, 1000, 1000, -1000, -1001, -1002, -infinity, -infinity, -infinity, 0, infinity, 1, 1, .nan, -infinity,
        ]
        var y = [Float](repeating: 0, count: 5)
        Softmax.logSumExp(dtype: .float32, rows: 5, columns: 3, input: x, output: &y)
        XCTAssertEqual(y[0], 1000 + 1.0986123, accuracy: 1e-4)
        XCTAssertEqual(y[1], -1000 + 0.40760596, accuracy: 1e-4)
        XCTAssertEqual(y[2], -infinity)
        XCTAssertEqual(y[3], infinity)
        XCTAssertTrue(y[4].isNaN)
    }

    func testLargeLogitsNeitherOverflowNorVanish() {
        var y: [Float] = [3e38, 3e38, -3e38, 0]
        Softmax.forward(dtype: .float32, rows: 1, columns: 4, input: y, output: &y)
        XCTAssertEqual(y, [0.5, 0.5, 0, 0])
        var masked: [Float] = [-.infinity, 2, -.infinity]
        Softmax.forward(dtype: .float32, rows: 1, columns: 3, input: masked, output: &masked)
        XCTAssertEqual(masked, [0, 1, 0])
    }

    func testNaNSpoilsItsRowOnly() {
        var y = [Float](repeating: 1, count: 40)
        y[5] = .nan
        Softmax.forward(dtype: .float32, rows: 2, columns: 20, input: y, output: &y)
        XCTAssertTrue(y[0..<20].allSatisfy(\.isNaN))
        XCTAssertTrue(y[20..<40].allSatisfy { abs($0 - 0.05) < 1e-7 })
    }

    func testWorksInPlaceWithTheSameBitsOnAnyNumberOfThreads() {
        let threads = ThreadPool.threadCount
        defer { ThreadPool.setThreadCount(threads) }
        let x = values(1000 * 100, 5, scale: 3).map { Float($0) }
        let results = [1, 2, 3].map { count in
            ThreadPool.setThreadCount(count)
            var y = x
            Softmax.forward(dtype: .float32, rows: 1000, columns: 100, input: y, output: &y)
            return y.map(\.bitPattern)
        }
        XCTAssertEqual(results[0], results[1])
        XCTAssertEqual(results[0], results[2])
    }
}
