import XCTest

@testable import SwiftgradKernels

/// Each kernel against the formulas written plainly in `Double`, over sizes that fill vectors and do not.
final class NormaliseTests: XCTestCase {
    private func values(_ count: Int, _ seed: Int) -> [Double] {
        (0..<count).map { (i: Int) -> Double in
            let hash = (i &* 7919 &+ seed &* 104_729) % 10_007
            return Double(Float(Double(hash) / 5003.5 - 0.8))
        }
    }

    /// y, dx and the sums of dy x̂ and dy for one set of positions that share statistics.
    private func normalised(
        _ x: [Double], _ dy: [Double], _ weight: [Double], _ bias: [Double], centred: Bool = true, relu: Bool = false
    ) -> (y: [Double], dx: [Double], products: [Double], gradients: [Double]) {
        let n = Double(x.count)
        let mean = centred ? x.reduce(0, +) / n : 0
        let s = (x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n + 1e-5).squareRoot()
        let hat = x.map { ($0 - mean) / s }
        let y = x.indices.map { hat[$0] * weight[$0] + bias[$0] }
        let dy = x.indices.map { relu && y[$0] <= 0 ? 0 : dy[$0] }
        let g = x.indices.map { dy[$0] * weight[$0] }
        let first = centred ? g.reduce(0, +) / n : 0
        let second = zip(g, hat).reduce(0) { $0 + $1.0 * $1.1 } / n
        let dx = x.indices.map { (g[$0] - first - hat[$0] * second) / s }
        return (y.map { relu ? max($0, 0) : $0 }, dx, zip(dy, hat).map { $0 * $1 }, dy)
    }

    private func assertClose(_ found: [Double], _ truth: [Double], _ tolerance: Double, line: UInt = #line) {
        let scale = max(1, truth.map(abs).max() ?? 0)
        for (a, b) in zip(found, truth) { XCTAssertEqual(a, b, accuracy: tolerance * scale, line: line) }
    }

    private func batch<T: BinaryFloatingPoint>(
        _ dtype: DType, _ n: Int, _ c: Int, _ s: Int, relu: Bool, _ type: T.Type, _ tolerance: Double
    ) {
        let (x, dy) = (values(n * c * s, 1), values(n * c * s, 2))
        let (weight, bias) = (values(c, 3), values(c, 4))
        var (mean, variance) = ([Double](repeating: 0, count: c), [Double](repeating: 0, count: c))
        var scratch = [Double](repeating: 0, count: BatchNorm.scratchCount(batch: n, channels: c, size: s))
        var (y, dx) = ([T](repeating: 0, count: x.count), [T](repeating: 0, count: x.count))
        var (dweight, dbias) = ([T](repeating: 0, count: c), [T](repeating: 0, count: c))
        let (x1, dy1, weight1, bias1) = (x.map { T($0) }, dy.map { T($0) }, weight.map { T($0) }, bias.map { T($0) })
        weight1.withUnsafeBytes { w in
            bias1.withUnsafeBytes { b in
                mean.withUnsafeMutableBufferPointer { m in
                    variance.withUnsafeMutableBufferPointer { v in
                        let norm = BatchNorm(
                            dtype: dtype, batch: n, channels: c, size: s, epsilon: 1e-5, usesBatchStatistics: true,
                            rectifies: relu, weight: w.baseAddress, bias: b.baseAddress, mean: m.baseAddress!,
                            variance: v.baseAddress!)
                        norm.forward(input: x1, output: &y, scratch: &scratch)
                        norm.backward(
                            input: x1, gradient: dy1, inputGradient: &dx, weightGradient: &dweight,
                            biasGradient: &dbias, scratch: &scratch)
                    }
                }
            }
        }
        for channel in 0..<c {
            let places = (0..<n * s).map { ($0 / s * c + channel) * s + $0 % s }
            let truth = normalised(
                places.map { x[$0] }, places.map { dy[$0] }, places.map { _ in weight[channel] },
                places.map { _ in bias[channel] }, relu: relu)
            assertClose(places.map { Double(y[$0]) }, truth.y, tolerance)
            assertClose(places.map { Double(dx[$0]) }, truth.dx, tolerance)
            assertClose([Double(dweight[channel])], [truth.products.reduce(0, +)], tolerance)
            assertClose([Double(dbias[channel])], [truth.gradients.reduce(0, +)], tolerance)
        }
    }

    func testBatchNorm() {
        let shapes = [
            (3, 2, 1), (300, 19, 1), (5, 7, 4), (2, 3, 15), (2, 3, 16), (3, 17, 49), (9, 2, 5003), (70, 3, 1024),
        ]
        for (n, c, s) in shapes {
            for relu in [false, true] {
                batch(.float32, n, c, s, relu: relu, Float.self, 3e-5)
                batch(.float64, n, c, s, relu: relu, Double.self, 1e-12)
            }
        }
    }

    func testGroupNorm() {
        for (n, groups, width, s) in [(2, 1, 3, 5), (3, 4, 2, 37), (2, 2, 3, 64), (1, 3, 1, 5000)] {
            let c = groups * width
            let (x, dy, weight, bias) = (values(n * c * s, 1), values(n * c * s, 2), values(c, 3), values(c, 4))
            var (y, dx, dweight, dbias) = (x, x, weight, bias)
            var (mean, variance) = (values(n * groups, 0), values(n * groups, 0))
            var scratch = values(2 * n * c, 0)
            weight.withUnsafeBytes { w in
                bias.withUnsafeBytes { b in
                    mean.withUnsafeMutableBufferPointer { m in
                        variance.withUnsafeMutableBufferPointer { v in
                            let norm = GroupNorm(
                                dtype: .float64, batch: n, channels: c, groups: groups, size: s, epsilon: 1e-5,
                                weight: w.baseAddress, bias: b.baseAddress, mean: m.baseAddress!,
                                variance: v.baseAddress!)
                            norm.forward(input: x, output: &y)
                            norm.backward(
                                input: x, gradient: dy, inputGradient: &dx, weightGradient: &dweight,
                                biasGradient: &dbias, scratch: &scratch)
                        }
                    }
                }
            }
            var (products, gradients) = ([Double](repeating: 0, count: c), [Double](repeating: 0, count: c))
            for row in 0..<n * groups {
                let range = row * width * s..<(row + 1) * width * s
                let channels = range.map { $0 / s % c }
                let truth = normalised(
                    Array(x[range]), Array(dy[range]), channels.map { weight[$0] }, channels.map { bias[$0] })
                assertClose(Array(y[range]), truth.y, 1e-12)
                assertClose(Array(dx[range]), truth.dx, 1e-12)
                for (position, channel) in channels.enumerated() {
                    products[channel] += truth.products[position]
                    gradients[channel] += truth.gradients[position]
                }
            }
            assertClose(dweight, products, 1e-12)
            assertClose(dbias, gradients, 1e-12)
        }
    }

    func testRowNorm() {
        for (rows, columns, period) in [(1, 1, 1), (3, 10, 1), (7, 16, 1), (6, 33, 2), (4, 5003, 1), (700, 70, 1)] {
            for centred in [true, false] {
                let count = rows * columns
                let (x, dy) = (values(count, 1), values(count, 2))
                let (weight, bias) = (values(period * columns, 3), values(period * columns, 4))
                var (y, dx, dweight, dbias) = (x, x, weight, bias)
                var (mean, variance) = (values(rows, 0), values(rows, 0))
                var scratch = values(RowNorm.scratchCount(rows: rows, columns: columns, period: period), 0)
                weight.withUnsafeBytes { w in
                    bias.withUnsafeBytes { b in
                        mean.withUnsafeMutableBufferPointer { m in
                            variance.withUnsafeMutableBufferPointer { v in
                                let norm = RowNorm(
                                    dtype: .float64, rows: rows, columns: columns, period: period, epsilon: 1e-5,
                                    isCentred: centred, weight: w.baseAddress, bias: b.baseAddress,
                                    mean: m.baseAddress!, variance: v.baseAddress!)
                                norm.forward(input: x, output: &y)
                                dweight.withUnsafeMutableBytes { dw in
                                    dbias.withUnsafeMutableBytes { db in
                                        scratch.withUnsafeMutableBytes { sums in
                                            norm.backward(
                                                input: x, gradient: dy, inputGradient: &dx,
                                                parameters: (dw.baseAddress!, db.baseAddress!, sums.baseAddress!))
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
                var (products, gradients) = (weight.map { _ in 0.0 }, weight.map { _ in 0.0 })
                for row in 0..<rows {
                    let range = row * columns..<(row + 1) * columns
                    let places = (0..<columns).map { row % period * columns + $0 }
                    let truth = normalised(
                        Array(x[range]), Array(dy[range]), places.map { weight[$0] }, places.map { bias[$0] },
                        centred: centred)
                    assertClose(Array(y[range]), truth.y, 1e-12)
                    assertClose(Array(dx[range]), truth.dx, 1e-12)
                    for (position, place) in places.enumerated() {
                        products[place] += truth.products[position]
                        gradients[place] += truth.gradients[position]
                    }
                }
                assertClose(dweight, products, 1e-12)
                assertClose(dbias, gradients, 1e-12)
            }
        }
    }

    func testMomentsOfPartsAreThoseOfTheWhole() {
        let x = values(10_000, 5).map { 1e6 + $0 }
        let whole = SegmentPasses<Float64Vector>.moments(x, Segments(count: 1, length: x.count, step: 0))
        let mean = 1e6 + x.reduce(0) { $0 + ($1 - 1e6) } / Double(x.count)
        XCTAssertEqual(whole.mean, mean, accuracy: 1e-9)
        XCTAssertEqual(
            whole.variance, x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count), accuracy: 1e-9)
        let strided = SegmentPasses<Float64Vector>.moments(x, Segments(count: 100, length: 37, step: 100))
        let kept = x.indices.filter { $0 % 100 < 37 }.map { x[$0] }
        XCTAssertEqual(strided.count, Double(kept.count))
        XCTAssertEqual(strided.mean, 1e6 + kept.reduce(0) { $0 + ($1 - 1e6) } / Double(kept.count), accuracy: 1e-9)
    }
}
