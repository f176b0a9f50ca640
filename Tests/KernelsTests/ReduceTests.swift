import XCTest

@testable import SwiftgradKernels

/// Every reduction against a plain double-precision loop, over layouts that reach every path of the kernels.
final class ReduceTests: XCTestCase {
    /// Shape and element strides of the input with a mark for each axis that is reduced.
    private struct Case {
        var shape: [Int]
        var strides: [Int]
        var reduced: [Bool]

        init(_ shape: [Int], reduce axes: [Int], strides: [Int]? = nil) {
            self.shape = shape
            var step = 1
            var contiguous: [Int] = []
            for count in shape.reversed() {
                contiguous.insert(step, at: 0)
                step *= count
            }
            self.strides = strides ?? contiguous
            reduced = shape.indices.map { axes.contains($0) }
        }

        func pick(_ values: [Int], _ wanted: Bool) -> [Int] { zip(values, reduced).filter { $1 == wanted }.map(\.0) }
        /// Elements before and after the first that the strides reach.
        var reach: (Int, Int) {
            let spans = zip(shape, strides).map { ($0 - 1) * $1 }
            return (-spans.filter { $0 < 0 }.reduce(0, +), spans.filter { $0 > 0 }.reduce(0, +))
        }
    }

    private let cases: [Case] = [
        Case([5], reduce: [0]), Case([1], reduce: [0]), Case([7, 1], reduce: [1]), Case([3, 10], reduce: [1]),
        Case([3, 10], reduce: [0]), Case([100, 37], reduce: [0]), Case([37, 100], reduce: [1]),
        Case([300, 70], reduce: [0]), Case([9, 5000], reduce: [1]), Case([4, 3, 50], reduce: [0, 2]),
        Case([4, 3, 50], reduce: [1]), Case([4, 3, 50], reduce: [0, 1, 2]), Case([6, 5, 4, 3], reduce: [1, 3]),
        Case([200_000], reduce: [0]), Case([600, 300], reduce: [0]), Case([600, 300], reduce: [0, 1]),
        Case([40, 2500], reduce: [0]), Case([20, 30], reduce: [0], strides: [1, 20]),
        Case([20, 30], reduce: [1], strides: [1, 20]), Case([20, 30], reduce: [1], strides: [-30, -1]),
        Case([20, 30], reduce: [0], strides: [-30, 2]), Case([50, 30], reduce: [1], strides: [90, 3]),
        Case([20, 30], reduce: [1], strides: [1, 0]), Case([20, 30], reduce: [0], strides: [0, 1]),
        Case([12, 5, 700], reduce: [1, 2], strides: [1, 12 * 700, 12]), Case([2, 90_000, 3], reduce: [0, 1]),
        Case([3, 0], reduce: [1]), Case([0, 3], reduce: [1]),
    ]

    private func elements(_ c: Case) -> [(kept: Int, position: Int, offset: Int)] {
        var rows: [(kept: Int, position: Int, offset: Int)] = [(0, 0, 0)]
        for (axis, count) in c.shape.enumerated() {
            rows = rows.flatMap { row in
                (0..<count).map { i in
                    c.reduced[axis]
                        ? (row.kept, row.position * count + i, row.offset + i * c.strides[axis])
                        : (row.kept * count + i, row.position, row.offset + i * c.strides[axis])
                }
            }
        }
        return rows
    }

    private func run<Element, Result>(
        _ operation: ReduceOperation, _ dtype: DType, _ c: Case, _ storage: [Element], _ type: Result.Type
    ) -> [Result] {
        let kept = c.pick(c.shape, false)
        let count = kept.reduce(1, *)
        return storage.withUnsafeBytes { bytes in
            let input = bytes.baseAddress! + c.reach.0 * MemoryLayout<Element>.stride
            return [Result](unsafeUninitializedCapacity: count) { output, initialized in
                if let base = output.baseAddress {
                    Reduce.run(
                        operation, dtype: dtype, keptShape: kept, keptStrides: c.pick(c.strides, false),
                        reducedShape: c.pick(c.shape, true), reducedStrides: c.pick(c.strides, true), input: input,
                        output: base)
                }
                initialized = count
            }
        }
    }

    private func grouped<Element>(_ c: Case, _ storage: [Element]) -> [[Element]] {
        let count = c.pick(c.shape, false).reduce(1, *)
        var groups = [[(Int, Element)]](repeating: [], count: count)
        for e in elements(c) { groups[e.kept].append((e.position, storage[c.reach.0 + e.offset])) }
        return groups.map { $0.sorted { $0.0 < $1.0 }.map(\.1) }
    }

    private func random<Element>(_ c: Case, _ make: (Double) -> Element) -> [Element] {
        var state: UInt64 = 42
        return (0...max(c.reach.0 + c.reach.1, 0)).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return make(Double(state >> 40) / Double(1 << 24))
        }
    }

    func testFloat32SumsAreWithinAFewUlp() {
        for c in cases {
            let storage = random(c) { Float($0 + 0.5) }
            for (result, group) in zip(run(.sum, .float32, c, storage, Float.self), grouped(c, storage)) {
                let truth = group.reduce(0.0) { $0 + Double($1) }
                XCTAssertEqual(Double(result), truth, accuracy: 4e-7 * truth, "\(c)")
            }
        }
    }

    func testFloatOperationsAgreeWithTheirDefinitions() {
        for c in cases where !c.pick(c.shape, true).contains(0) {
            let storage = random(c) { Float($0 - 0.3) }
            let doubles = storage.map { Double($0) }
            for (i, group) in grouped(c, doubles).enumerated() {
                let message = "\(c)"
                let scale = group.reduce(0.0) { $0 + abs($1) } * 1e-6
                let mean = group.reduce(0, +) / Double(group.count)
                XCTAssertEqual(
                    Double(run(.mean, .float32, c, storage, Float.self)[i]), mean, accuracy: 1e-6, message)
                XCTAssertEqual(run(.mean, .float64, c, doubles, Double.self)[i], mean, accuracy: 1e-13, message)
                XCTAssertEqual(
                    Double(run(.sumOfSquares, .float32, c, storage, Float.self)[i]),
                    group.reduce(0) { $0 + $1 * $1 }, accuracy: scale, message)
                XCTAssertEqual(run(.maximum, .float64, c, doubles, Double.self)[i], group.max(), message)
                XCTAssertEqual(
                    run(.minimum, .float32, c, storage, Float.self)[i], group.min().map { Float($0) }, message)
                XCTAssertEqual(
                    run(.argmax, .float32, c, storage, Int64.self)[i],
                    group.max().flatMap(group.firstIndex).map(Int64.init),
                    message)
                XCTAssertEqual(
                    run(.argmin, .float64, c, doubles, Int64.self)[i],
                    group.min().flatMap(group.firstIndex).map(Int64.init),
                    message)
                if i >= 3 { break }
            }
        }
    }

    func testProducts() {
        for c in cases {
            let storage = random(c) { Float(1 + ($0 - 0.5) * 1e-3) }
            for (result, group) in zip(run(.product, .float32, c, storage, Float.self), grouped(c, storage)) {
                let truth = group.reduce(1.0) { $0 * Double($1) }
                XCTAssertEqual(Double(result), truth, accuracy: truth * 6e-8 * Double(group.count + 2), "\(c)")
            }
        }
    }

    func testExtremumPositionsOfEqualsAndNaN() {
        for c in cases where !c.pick(c.shape, true).contains(0) {
            let storage = random(c) { Float(Int($0 * 3)) }
            let small = storage.map { Int8($0) }
            let groups = grouped(c, storage)
            for (i, group) in groups.enumerated() {
                XCTAssertEqual(
                    run(.argmax, .float32, c, storage, Int64.self)[i],
                    Int64(group.firstIndex(of: group.max() ?? 0) ?? -1))
                XCTAssertEqual(
                    run(.argmin, .int8, c, small, Int64.self)[i], Int64(group.firstIndex(of: group.min() ?? 0) ?? -1))
                if i >= 2 { break }
            }
            let rotten = random(c) { $0 > 0.9 ? Float.nan : Float($0) }
            for (i, group) in grouped(c, rotten).enumerated() {
                guard let first = group.firstIndex(where: \.isNaN) else { continue }
                XCTAssertTrue(run(.maximum, .float32, c, rotten, Float.self)[i].isNaN, "\(c)")
                XCTAssertTrue(run(.minimum, .float32, c, rotten, Float.self)[i].isNaN, "\(c)")
                XCTAssertEqual(run(.argmax, .float32, c, rotten, Int64.self)[i], Int64(first), "\(c)")
                XCTAssertEqual(run(.argmin, .float32, c, rotten, Int64.self)[i], Int64(first), "\(c)")
                if i >= 2 { break }
            }
        }
    }

    func testInfinitiesAreOrdinaryExtrema() {
        let c = Case([2, 3], reduce: [1])
        let storage: [Float] = [-.infinity, -.infinity, -.infinity, 1, .infinity, 2]
        XCTAssertEqual(run(.maximum, .float32, c, storage, Float.self), [-.infinity, .infinity])
        XCTAssertEqual(run(.argmax, .float32, c, storage, Int64.self), [0, 1])
        XCTAssertEqual(run(.argmin, .float32, c, storage, Int64.self), [0, 0])
    }

    func testIntegersAddAndMultiplyIn64Bits() {
        for c in cases {
            let storage = random(c) { UInt8($0 * 255) }
            XCTAssertEqual(
                run(.sum, .uint8, c, storage, UInt64.self), grouped(c, storage).map { $0.reduce(0) { $0 + UInt64($1) } }
            )
            let signed = random(c) { Int32(($0 - 0.5) * 4e9) }
            XCTAssertEqual(
                run(.sum, .int32, c, signed, Int64.self), grouped(c, signed).map { $0.reduce(0) { $0 + Int64($1) } })
            XCTAssertEqual(
                run(.product, .int32, c, signed, Int64.self),
                grouped(c, signed).map { $0.reduce(1) { $0 &* Int64($1) } })
            if !c.pick(c.shape, true).contains(0) {
                XCTAssertEqual(run(.maximum, .int32, c, signed, Int32.self), grouped(c, signed).map { $0.max() ?? 0 })
                XCTAssertEqual(run(.minimum, .uint8, c, storage, UInt8.self), grouped(c, storage).map { $0.min() ?? 0 })
            }
        }
    }

    func testTruth() {
        for c in cases {
            let storage = random(c) { UInt8($0 > 0.2 ? 1 : 0) }
            let floats = storage.map { $0 == 0 ? -0.0 : Float.nan }
            let groups = grouped(c, storage)
            XCTAssertEqual(run(.any, .bool, c, storage, Bool.self), groups.map { $0.contains(1) })
            XCTAssertEqual(run(.all, .bool, c, storage, Bool.self), groups.map { !$0.contains(0) })
            XCTAssertEqual(run(.any, .float32, c, floats, Bool.self), groups.map { $0.contains(1) })
            XCTAssertEqual(run(.all, .float32, c, floats, Bool.self), groups.map { !$0.contains(0) })
            XCTAssertEqual(run(.sum, .bool, c, storage, Int64.self), groups.map { $0.reduce(0) { $0 + Int64($1) } })
        }
    }

    func testHalfPrecisionAccumulatesInFloat32() {
        for c in cases where !c.pick(c.shape, true).contains(0) {
            let halves = random(c) { Float16($0) }
            for (result, group) in zip(run(.mean, .float16, c, halves, Float16.self), grouped(c, halves)) {
                let mean = group.reduce(0.0) { $0 + Double($1) } / Double(group.count)
                XCTAssertEqual(Double(result), mean, accuracy: 5e-4 * mean, "\(c)")
            }
            XCTAssertEqual(run(.maximum, .float16, c, halves, Float16.self), grouped(c, halves).map { $0.max() ?? 0 })
            XCTAssertEqual(
                run(.argmax, .float16, c, halves, Int64.self),
                grouped(c, halves).map { group in Int64(group.max().flatMap(group.firstIndex) ?? -1) })
            let brain = random(c) { UInt16(Float($0).bitPattern >> 16) }
            for (result, group) in zip(run(.sum, .bfloat16, c, brain, UInt16.self), grouped(c, brain)) {
                let truth = group.reduce(0.0) { $0 + Double(Float(bitPattern: UInt32($1) << 16)) }
                XCTAssertEqual(Double(Float(bitPattern: UInt32(result) << 16)), truth, accuracy: truth / 250, "\(c)")
            }
        }
    }

    func testSubnormalHalvesAreNotZero() {
        let c = Case([1000], reduce: [0])
        let tiny = [Float16](repeating: .leastNonzeroMagnitude, count: 1000)
        XCTAssertEqual(run(.any, .float16, c, tiny, Bool.self), [true])
        XCTAssertEqual(run(.maximum, .float16, c, tiny, Float16.self), [.leastNonzeroMagnitude])
        XCTAssertEqual(run(.sum, .float16, c, tiny, Float16.self), [1000 * .leastNonzeroMagnitude])
    }

    func testSquaredDeviationsDoNotCancel() {
        for c in cases where !c.pick(c.shape, true).contains(0) {
            let storage = random(c) { Float(1000 + $0) }
            let mean = run(.mean, .float32, c, storage, Float.self)
            var result = [Float](repeating: -1, count: mean.count)
            storage.withUnsafeBufferPointer { input in
                Reduce.sumSquaredDeviation(
                    dtype: .float32, keptShape: c.pick(c.shape, false), keptStrides: c.pick(c.strides, false),
                    reducedShape: c.pick(c.shape, true), reducedStrides: c.pick(c.strides, true),
                    input: input.baseAddress! + c.reach.0, mean: mean, output: &result)
            }
            for (i, group) in grouped(c, storage).enumerated() {
                let truth = group.reduce(0.0) { $0 + (Double($1) - Double(mean[i])) * (Double($1) - Double(mean[i])) }
                XCTAssertEqual(Double(result[i]), truth, accuracy: 1e-6 * truth, "\(c)")
            }
        }
    }

    func testEmptyReductions() {
        let c = Case([3, 0], reduce: [1])
        XCTAssertEqual(run(.sum, .float32, c, [Float](), Float.self), [0, 0, 0])
        XCTAssertEqual(run(.product, .int32, c, [Int32](), Int64.self), [1, 1, 1])
        XCTAssertEqual(run(.any, .bool, c, [Bool](), Bool.self), [false, false, false])
        XCTAssertEqual(run(.all, .float64, c, [Double](), Bool.self), [true, true, true])
    }

    func testBitsDoNotDependOnTheThreadCount() {
        let threads = ThreadPool.threadCount
        defer { ThreadPool.setThreadCount(threads) }
        for c in cases {
            let storage = random(c) { Float($0 - 0.5) }
            let results = [1, 2, 3].map { count in
                ThreadPool.setThreadCount(count)
                return run(.sum, .float32, c, storage, Float.self).map(\.bitPattern)
            }
            XCTAssertEqual(results[0], results[1])
            XCTAssertEqual(results[0], results[2])
        }
    }

    func testCumulativeSums() {
        for (outer, axis, inner) in [(1, 7, 1), (3, 1000, 1), (2, 50, 600), (1, 0, 3), (5, 4, 3)] {
            let count = outer * axis * inner
            let input = (0..<count).map { Float($0 % 13) - 5.25 }
            var output = [Float](repeating: 0, count: count)
            CumulativeSum.run(dtype: .float32, outer: outer, axis: axis, inner: inner, input: input, output: &output)
            let bytes = (0..<count).map { Int8($0 % 100) }
            var sums = [Int64](repeating: 0, count: count)
            CumulativeSum.run(dtype: .int8, outer: outer, axis: axis, inner: inner, input: bytes, output: &sums)
            for o in 0..<outer {
                for i in 0..<inner {
                    var total = 0.0
                    var whole: Int64 = 0
                    for a in 0..<axis {
                        let at = (o * axis + a) * inner + i
                        total += Double(input[at])
                        whole += Int64(bytes[at])
                        XCTAssertEqual(output[at], Float(total))
                        XCTAssertEqual(sums[at], whole)
                    }
                }
            }
        }
    }
}
