import Glibc
import XCTest

@testable import SwiftgradKernels

final class RandomTests: XCTestCase {
    private let state = RandomState(key: 0x0123_4567_89ab_cdef, counter: 77)
    private let count = 1_000_003

    func testPublishedVectors() {
        let ones = UInt32.max
        XCTAssertEqual(
            Philox.block(counter: SIMD4(0, 0, 0, 0), key: SIMD2(0, 0)),
            SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
        XCTAssertEqual(
            Philox.block(counter: SIMD4(ones, ones, ones, ones), key: SIMD2(ones, ones)),
            SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
        XCTAssertEqual(
            Philox.block(
                counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
                key: SIMD2(0xa409_3822, 0x299f_31d0)),
            SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
    }

    func testVectorsHoldThePublishedBlocks() {
        for start in [0, 5, UInt64(UInt32.max) - 3, UInt64.max - 2] {
            let (first, second) = Philox.group(key: 0xfedc_ba98_7654_3210, block: start)
            for b in 0..<8 {
                let index = start &+ UInt64(b)
                let block = Philox.block(
                    counter: SIMD4(UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32), 0, 0),
                    key: SIMD2(0x7654_3210, 0xfedc_ba98))
                let drawn = SIMD4(first[2 * b], first[2 * b + 1], second[2 * b], second[2 * b + 1])
                XCTAssertEqual(drawn, block)
            }
        }
    }

    private func fill<Element>(_ count: Int, _ initial: Element, _ body: (UnsafeMutablePointer<Element>) -> Void)
        -> [Element]
    {
        var values = [Element](repeating: initial, count: count)
        values.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { body(base) } }
        return values
    }

    /// Mean and central moments 2, 3, 4.
    private func moments(_ x: [Double]) -> (mean: Double, variance: Double, skew: Double, kurtosis: Double) {
        let n = Double(x.count)
        let mean = x.reduce(0, +) / n
        let variance = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
        let skew = x.reduce(0) { $0 + pow($1 - mean, 3) } / n / pow(variance, 1.5)
        let kurtosis = x.reduce(0) { $0 + pow($1 - mean, 4) } / n / (variance * variance)
        return (mean, variance, skew, kurtosis)
    }

    /// Five standard errors of each moment.
    private func assertUniform(_ x: [Double]) {
        XCTAssertTrue(x.allSatisfy { $0 >= 0 && $0 < 1 })
        let m = moments(x)
        let error = 5 / Double(x.count).squareRoot()
        XCTAssertEqual(m.mean, 0.5, accuracy: 0.289 * error)
        XCTAssertEqual(m.variance, 1.0 / 12, accuracy: 0.0746 * error)
        let neighbours = zip(x, x.dropFirst()).reduce(0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) } / Double(x.count)
        XCTAssertEqual(neighbours, 0, accuracy: error / 12)
        var bins = [Int](repeating: 0, count: 64)
        for v in x { bins[Int(v * 64)] += 1 }
        let expected = Double(x.count) / 64
        let chi = bins.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
        XCTAssertLessThan(chi, 63 + 5 * (2.0 * 63).squareRoot())
    }

    private func assertNormal(_ z: [Double]) {
        let m = moments(z)
        let error = 5 / Double(z.count).squareRoot()
        XCTAssertEqual(m.mean, 0, accuracy: error)
        XCTAssertEqual(m.variance, 1, accuracy: 1.42 * error)
        XCTAssertEqual(m.skew, 0, accuracy: 2.45 * error)
        XCTAssertEqual(m.kurtosis, 3, accuracy: 4.9 * error)
        for bound in [-3.0, -2, -1, -0.3, 0, 0.7, 1.5, 2.5] {
            let probability = 0.5 * erfc(-bound / 2.0.squareRoot())
            let below = Double(z.filter { $0 < bound }.count) / Double(z.count)
            XCTAssertEqual(below, probability, accuracy: error * (probability * (1 - probability)).squareRoot())
        }
        let neighbours = zip(z, z.dropFirst(16)).reduce(0) { $0 + $1.0 * $1.1 } / Double(z.count)
        XCTAssertEqual(neighbours, 0, accuracy: error)
    }

    func testUniform() {
        assertUniform(fill(count, Float(-1)) { RandomFill.uniform(count, $0, state) }.map { Double($0) })
        assertUniform(fill(count, -1.0) { RandomFill.uniform(count, $0, state) })
        let scaled = fill(count, Float(0)) { RandomFill.uniform(count, $0, low: -3, high: 5, state) }
        XCTAssertTrue(scaled.allSatisfy { $0 >= -3 && $0 < 5 })
        XCTAssertEqual(scaled.reduce(0.0) { $0 + Double($1) } / Double(count), 1, accuracy: 0.012)
        let narrow = fill(1000, Float(0)) { RandomFill.uniform(1000, $0, low: 1, high: Float(1).nextUp, state) }
        XCTAssertTrue(narrow.allSatisfy { $0 == 1 })
    }

    func testNormal() {
        assertNormal(fill(count, Float(0)) { RandomFill.normal(count, $0, state) }.map { Double($0) })
        assertNormal(fill(count, 0.0) { RandomFill.normal(count, $0, state) })
        let scaled = fill(count, Float(0)) { RandomFill.normal(count, $0, mean: 10, deviation: 2, state) }
        assertNormal(scaled.map { (Double($0) - 10) / 2 })
    }

    func testNormalFollowsTheMethodOfBoxAndMuller() {
        let z = fill(3200, Float(0)) { RandomFill.normal(3200, $0, state) }
        for group in 0..<100 {
            let (first, second) = Philox.group(key: state.key, block: state.counter + UInt64(group) * 8)
            for lane in 0..<16 {
                let radius = (-2 * log(1 - Double(first[lane] >> 8) / 16_777_216)).squareRoot()
                let angle = 2 * Double.pi * Double(second[lane] >> 8) / 16_777_216
                XCTAssertEqual(Double(z[32 * group + lane]), radius * cos(angle), accuracy: 1e-6)
                XCTAssertEqual(Double(z[32 * group + 16 + lane]), radius * sin(angle), accuracy: 1e-6)
            }
        }
    }

    func testIntegers() {
        let dice = fill(count, Int64(0)) { RandomFill.integers(count, $0, low: -2, high: 5, state) }
        var counts = [Double](repeating: 0, count: 7)
        for d in dice {
            guard d >= -2, d < 5 else { return XCTFail("\(d)") }
            counts[Int(d) + 2] += 1
        }
        let expected = Double(count) / 7
        let chi = counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
        XCTAssertLessThan(chi, 6 + 5 * 12.0.squareRoot())
        let wide = fill(1000, Int64(0)) { RandomFill.integers(1000, $0, low: .min, high: .max, state) }
        XCTAssertEqual(wide.filter { $0 < 0 }.count, 500, accuracy: 80)
        let single = fill(100, Int64(0)) { RandomFill.integers(100, $0, low: 9, high: 10, state) }
        XCTAssertTrue(single.allSatisfy { $0 == 9 })
    }

    func testBernoulli() {
        for p in [0.0, 0.001, 0.3, 0.5, 1.0] {
            let mask = fill(count, UInt8(7)) { RandomFill.bernoulli(count, $0, probability: p, state) }
            XCTAssertTrue(mask.allSatisfy { $0 <= 1 })
            let share = Double(mask.reduce(0) { $0 + Int($1) }) / Double(count)
            XCTAssertEqual(share, p, accuracy: 5 * (p * (1 - p) / Double(count)).squareRoot() + 1e-12)
        }
    }

    func testDropoutDrawsItsMaskAgain() {
        for n in [1, 31, 32, 33, 100_001] {
            let x = (0..<n).map { Float($0 + 1) }
            let ones = [Float](repeating: 1, count: n)
            func dropout(_ input: [Float]) -> [Float] {
                fill(n, Float(-1)) {
                    Dropout.run(
                        dtype: .float32, count: n, input: input, output: $0, probability: 0.25, scale: 4.0 / 3, state)
                }
            }
            let (y, gradient) = (dropout(x), dropout(ones))
            let wide = fill(n, -1.0) {
                Dropout.run(
                    dtype: .float64, count: n, input: x.map { Double($0) }, output: $0, probability: 0.25,
                    scale: 4.0 / 3, state)
            }
            for i in 0..<n {
                XCTAssertEqual(y[i], gradient[i] == 0 ? 0 : x[i] * Float(4.0 / 3))
                XCTAssertEqual(wide[i] == 0, y[i] == 0)
            }
            let kept = gradient.filter { $0 != 0 }.count
            XCTAssertEqual(Double(kept), 0.75 * Double(n), accuracy: 5 * (0.1875 * Double(n)).squareRoot() + 1)
        }
        var hole: [Float] = [.nan, .infinity]
        Dropout.run(dtype: .float32, count: 2, input: hole, output: &hole, probability: 1, scale: 0, state)
        XCTAssertEqual(hole, [0, 0])
    }

    func testPermutation() {
        for n in [0, 1, 2, 17, 10_000] {
            let p = fill(n, Int64(-1)) { RandomFill.permutation(n, $0, state) }
            XCTAssertEqual(p.sorted(), (0..<n).map { Int64($0) })
        }
        var places = [[Double]](repeating: [Double](repeating: 0, count: 4), count: 4)
        for trial in 0..<20_000 {
            let p = fill(4, Int64(-1)) { RandomFill.permutation(4, $0, RandomState(key: UInt64(trial))) }
            for (i, v) in p.enumerated() { places[i][Int(v)] += 1 }
        }
        for place in places.joined() { XCTAssertEqual(place, 5000, accuracy: 5 * 61.3) }
    }

    func testAnElementDependsOnNothingButItsPlace() {
        let threads = ThreadPool.threadCount
        defer { ThreadPool.setThreadCount(threads) }
        ThreadPool.setThreadCount(1)
        let normal = fill(100_000, Float(0)) { RandomFill.normal(100_000, $0, state) }
        let uniform = fill(100_000, 0.0) { RandomFill.uniform(100_000, $0, state) }
        ThreadPool.setThreadCount(3)
        XCTAssertEqual(normal, fill(100_000, Float(0)) { RandomFill.normal(100_000, $0, state) })
        XCTAssertEqual(Array(normal[..<77]), fill(77, Float(0)) { RandomFill.normal(77, $0, state) })
        XCTAssertEqual(Array(uniform[..<50_001]), fill(50_001, 0.0) { RandomFill.uniform(50_001, $0, state) })
    }

    func testReservedStreamsDoNotMeet() {
        var source = RandomState(key: 5)
        let streams = [1, 16, 17, 1000, 0].map { source.reserve($0) }
        let ends = streams.dropFirst().map(\.counter) + [source.counter]
        for ((stream, end), n) in zip(zip(streams, ends), [1, 16, 17, 1000, 0]) {
            XCTAssertEqual(stream.key, 5)
            XCTAssertGreaterThanOrEqual(end - stream.counter, UInt64((n + 15) / 16 * 8))
        }
        let a = fill(1000, Float(0)) { RandomFill.uniform(1000, $0, streams[0]) }
        let b = fill(1000, Float(0)) { RandomFill.uniform(1000, $0, RandomState(key: 6)) }
        XCTAssertNotEqual(a, b)
    }
}
