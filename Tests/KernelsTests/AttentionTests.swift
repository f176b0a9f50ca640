import Glibc
import XCTest

@testable import SwiftgradKernels

final class AttentionTests: XCTestCase {
    private struct Case {
        var batch = 1, heads = 1, keyHeads = 1
        var queries: Int, keys: Int, size: Int, valueSize: Int
        var isCausal = false, isMasked = false
    }

    private let cases = [
        Case(queries: 1, keys: 1, size: 1, valueSize: 1),
        Case(batch: 2, heads: 2, keyHeads: 2, queries: 64, keys: 64, size: 32, valueSize: 32, isCausal: true),
        Case(heads: 3, keyHeads: 3, queries: 65, keys: 65, size: 64, valueSize: 64),
        Case(batch: 2, heads: 4, keyHeads: 2, queries: 70, keys: 150, size: 40, valueSize: 24, isCausal: true),
        Case(heads: 2, keyHeads: 1, queries: 150, keys: 70, size: 7, valueSize: 5, isCausal: true),
        Case(heads: 2, keyHeads: 2, queries: 33, keys: 301, size: 64, valueSize: 64),
        Case(heads: 2, keyHeads: 2, queries: 1, keys: 37, size: 64, valueSize: 64),
        Case(heads: 2, keyHeads: 2, queries: 3, keys: 37, size: 16, valueSize: 9, isCausal: true),
        Case(queries: 9, keys: 9, size: 16, valueSize: 16, isCausal: true),
        Case(heads: 2, keyHeads: 2, queries: 70, keys: 150, size: 64, valueSize: 64, isMasked: true),
        Case(heads: 2, keyHeads: 1, queries: 70, keys: 150, size: 24, valueSize: 8, isCausal: true, isMasked: true),
        Case(heads: 2, keyHeads: 2, queries: 2, keys: 15, size: 8, valueSize: 3, isMasked: true),
        Case(queries: 40, keys: 0, size: 8, valueSize: 8),
        Case(queries: 20, keys: 20, size: 0, valueSize: 4),
    ]

    /// Memory that stays where it is.
    private final class Buffer<Scalar: BinaryFloatingPoint> {
        let elements: UnsafeMutableBufferPointer<Scalar>
        var address: UnsafeMutableRawPointer { UnsafeMutableRawPointer(start) }
        private let start: UnsafeMutablePointer<Scalar>

        init(_ values: [Scalar]) {
            start = .allocate(capacity: max(1, values.count))
            start.initialize(from: values, count: values.count)
            elements = UnsafeMutableBufferPointer(start: start, count: values.count)
        }

        convenience init(_ count: Int) { self.init([Scalar](repeating: .nan, count: count)) }

        deinit { start.deallocate() }

        subscript(i: Int) -> Double { Double(elements[i]) }
        var bits: [Double] { elements.map { Double($0) } }

        func rows(_ length: Int, _ heads: Int, _ size: Int) -> Attention.Rows {
            Attention.Rows(address, batch: length * heads * size, head: size, row: heads * size)
        }
    }

    private struct Arrays<Scalar: BinaryFloatingPoint> {
        let q: Buffer<Scalar>, k: Buffer<Scalar>, v: Buffer<Scalar>, gradient: Buffer<Scalar>, mask: Buffer<Scalar>
        let output: Buffer<Scalar>, logSumExp: Buffer<Scalar>
        let dq: Buffer<Scalar>, dk: Buffer<Scalar>, dv: Buffer<Scalar>
    }

    private func numbers<Scalar: BinaryFloatingPoint>(_ count: Int, _ seed: Int) -> [Scalar] {
        (0..<count).map { (i: Int) -> Scalar in
            let hash = (i &* 7919 &+ seed &* 104_729 &+ i / 97 &* 31) % 10_007
            return Scalar(Float(hash) / 5003.5 - 1)
        }
    }

    private func run<Scalar: BinaryFloatingPoint>(_ c: Case, _ dtype: DType, _: Scalar.Type) -> Arrays<Scalar> {
        let (b, h, g) = (c.batch, c.heads, c.keyHeads)
        let (queries, results) = (b * c.queries * h * c.size, b * c.queries * h * c.valueSize)
        let (keys, values) = (b * c.keys * g * c.size, b * c.keys * g * c.valueSize)
        var mask: [Scalar] = numbers(c.queries * c.keys, 5)
        for i in mask.indices where mask[i] > 0.7 || i < c.keys { mask[i] = -.infinity }
        let a = Arrays<Scalar>(
            q: Buffer(numbers(queries, 1)), k: Buffer(numbers(keys, 2)), v: Buffer(numbers(values, 3)),
            gradient: Buffer(numbers(results, 4)), mask: Buffer(mask), output: Buffer(results),
            logSumExp: Buffer(b * h * c.queries), dq: Buffer(queries), dk: Buffer(keys), dv: Buffer(values))
        let problem = Attention.Problem(
            batch: b, heads: h, keyHeads: g, queries: c.queries, keys: c.keys, headSize: c.size,
            valueSize: c.valueSize, q: a.q.rows(c.queries, h, c.size), k: a.k.rows(c.keys, g, c.size),
            v: a.v.rows(c.keys, g, c.valueSize),
            mask: c.isMasked ? Attention.Mask(a.mask.address, batch: 0, head: 0, query: c.keys, key: 1) : nil,
            isCausal: c.isCausal, scale: 0.4)
        let output = a.output.rows(c.queries, h, c.valueSize)
        XCTAssertTrue(Attention.forward(dtype: dtype, problem, output: output, logSumExp: a.logSumExp.address))
        XCTAssertTrue(
            Attention.backward(
                dtype: dtype, problem, output: output, logSumExp: a.logSumExp.address,
                gradient: a.gradient.rows(c.queries, h, c.valueSize), dq: a.dq.rows(c.queries, h, c.size),
                dk: a.dk.rows(c.keys, g, c.size), dv: a.dv.rows(c.keys, g, c.valueSize)))
        return a
    }

    /// The formula, in double precision: output, dq, dk, dv.
    private func reference<Scalar: BinaryFloatingPoint>(
        _ c: Case, _ a: Arrays<Scalar>
    ) -> (output: [Double], dq: [Double], dk: [Double], dv: [Double]) {
        var output = a.output.bits.map { _ in 0.0 }
        var (dq, dk, dv) = (a.q.bits.map { _ in 0.0 }, a.k.bits.map { _ in 0.0 }, a.v.bits.map { _ in 0.0 })
        for row in 0..<c.batch * c.queries * c.heads {
            let (place, h) = row.quotientAndRemainder(dividingBy: c.heads)
            let (b, i) = place.quotientAndRemainder(dividingBy: c.queries)
            let seen = c.isCausal ? min(c.keys, i + 1) : c.keys
            func key(_ j: Int) -> Int { (b * c.keys + j) * c.keyHeads + h / (c.heads / c.keyHeads) }
            var p = (0..<seen).map { j -> Double in
                let dot = (0..<c.size).reduce(0.0) { $0 + a.q[row * c.size + $1] * a.k[key(j) * c.size + $1] }
                return dot * 0.4 + (c.isMasked ? a.mask[i * c.keys + j] : 0)
            }
            let largest = p.max() ?? 0
            p = p.map { largest == -.infinity ? 0 : exp($0 - largest) }
            let total = p.reduce(0, +)
            if total > 0 { p = p.map { $0 / total } }
            let slopes = (0..<seen).map { j -> Double in
                var sum = 0.0
                for e in 0..<c.valueSize {
                    let (value, slope) = (a.v[key(j) * c.valueSize + e], a.gradient[row * c.valueSize + e])
                    output[row * c.valueSize + e] += p[j] * value
                    dv[key(j) * c.valueSize + e] += p[j] * slope
                    sum += value * slope
                }
                return sum
            }
            let delta = zip(p, slopes).reduce(0) { $0 + $1.0 * $1.1 }
            for j in 0..<seen {
                let slope = p[j] * (slopes[j] - delta) * 0.4
                for e in 0..<c.size {
                    dq[row * c.size + e] += slope * a.k[key(j) * c.size + e]
                    dk[key(j) * c.size + e] += slope * a.q[row * c.size + e]
                }
            }
        }
        return (output, dq, dk, dv)
    }

    private func compare<Scalar: BinaryFloatingPoint>(
        _ c: Case, _ a: Arrays<Scalar>, accuracy: Double, line: UInt = #line
    ) {
        let truth = reference(c, a)
        for (name, found, expected) in [
            ("output", a.output, truth.output), ("dq", a.dq, truth.dq), ("dk", a.dk, truth.dk), ("dv", a.dv, truth.dv),
        ] {
            let scale = max(1, expected.map { abs($0) }.max() ?? 0)
            for i in expected.indices {
                XCTAssertEqual(
                    found[i], expected[i], accuracy: accuracy * scale, "\(name)[\(i)] of \(c)", line: line)
            }
        }
    }

    func testAgainstTheFormula() {
        for c in cases {
            // A sum of n terms is off by n/2 units at most, and every result is a sum over sums of `size` terms.
            let terms = Double(c.size + max(c.keys, c.queries * c.heads / c.keyHeads) + 8)
            compare(c, run(c, .float32, Float.self), accuracy: terms * Double(Float.ulpOfOne) / 2)
            compare(c, run(c, .float64, Double.self), accuracy: terms * Double.ulpOfOne)
        }
    }

    func testBitsDoNotDependOnThreads() {
        let threads = ThreadPool.threadCount
        defer { ThreadPool.setThreadCount(threads) }
        for c in cases {
            ThreadPool.setThreadCount(1)
            let one = run(c, .float32, Float.self)
            for count in [2, 4] {
                ThreadPool.setThreadCount(count)
                let many = run(c, .float32, Float.self)
                XCTAssertEqual(one.output.bits, many.output.bits)
                XCTAssertEqual(one.dq.bits, many.dq.bits)
                XCTAssertEqual(one.dk.bits, many.dk.bits)
                XCTAssertEqual(one.dv.bits, many.dv.bits)
            }
        }
    }

    func testPowersOfTwo() {
        let inputs: [Float] = [0, -1, -0.5, -126.5, -127, -500, -.infinity, .nan, 1, 0.25]
        for start in inputs.indices {
            let x = inputs[start]
            let y = F32x4(repeating: x).powerOfTwo()[0]
            let exact = F64x2(repeating: Double(x)).powerOfTwo()[0]
            if x.isNaN {
                XCTAssertTrue(y.isNaN && exact.isNaN)
            } else {
                XCTAssertEqual(y, exp2(x), accuracy: 1e-7 * exp2(x) + 1e-37)
                XCTAssertEqual(exact, exp2(Double(x)), accuracy: 3e-16 * exp2(Double(x)))
            }
        }
        XCTAssertEqual(F32x4(repeating: -.infinity).powerOfTwo()[0], 0)
    }
}
