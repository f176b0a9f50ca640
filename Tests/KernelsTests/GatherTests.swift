import XCTest

@testable import SwiftgradKernels

final class GatherTests: XCTestCase {
    private let shapes = [
        (1, 5, 1), (1, 50, 384), (3, 7, 1), (2, 4, 5), (4, 3, 2), (2, 1000, 130), (1, 1, 1), (0, 3, 2),
    ]

    private func indices(_ count: Int, _ axis: Int) -> [Int64] {
        (0..<count).map { (i: Int) -> Int64 in Int64((i &* 7919 &+ i / 3) % axis) }
    }

    private func checkTake<Item: FixedWidthInteger>(_ type: Item.Type) {
        for (outer, axis, inner) in shapes {
            let input = (0..<outer * axis * inner).map { Item(truncatingIfNeeded: $0 &* 31 &+ 5) }
            let count = 300
            let at = indices(count, axis)
            var output = [Item](repeating: 0, count: outer * count * inner)
            let size = MemoryLayout<Item>.size
            Gather.take(
                outer: outer, axis: axis, innerBytes: inner * size, positions: at, count: count, source: input,
                output: &output)
            let each = indices(outer * count * inner, axis)
            var along = output
            Gather.takeAlong(
                outer: outer, axis: axis, inner: inner, itemSize: size, positions: each, count: count, source: input,
                output: &along)
            for o in 0..<outer {
                for j in 0..<count {
                    for i in 0..<inner {
                        let here = (o * count + j) * inner + i
                        XCTAssertEqual(output[here], input[(o * axis + Int(at[j])) * inner + i])
                        XCTAssertEqual(along[here], input[(o * axis + Int(each[here])) * inner + i])
                    }
                }
            }
        }
    }

    func testTakeMovesItemsOfEverySize() {
        checkTake(UInt8.self)
        checkTake(UInt16.self)
        checkTake(UInt32.self)
        checkTake(UInt64.self)
    }

    private func checkScatter<Item: BinaryFloatingPoint>(_ type: Item.Type, _ dtype: DType) {
        for (outer, axis, inner) in shapes {
            let count = 70
            let at = indices(count, axis)
            let source = (0..<outer * count * inner).map { Item($0 % 23) - 11 }
            let each = indices(source.count, axis)
            var destination = [Item](repeating: 1, count: outer * axis * inner)
            var along = destination
            ScatterAdd.run(
                dtype: dtype, outer: outer, axis: axis, inner: inner, positions: at, count: count, source: source,
                target: &destination)
            ScatterAdd.along(
                dtype: dtype, outer: outer, axis: axis, inner: inner, positions: each, count: count, source: source,
                target: &along)
            var truth = [Item](repeating: 1, count: destination.count)
            var truthAlong = truth
            for o in 0..<outer {
                for j in 0..<count {
                    for i in 0..<inner {
                        let here = (o * count + j) * inner + i
                        truth[(o * axis + Int(at[j])) * inner + i] += source[here]
                        truthAlong[(o * axis + Int(each[here])) * inner + i] += source[here]
                    }
                }
            }
            XCTAssertEqual(destination, truth)
            XCTAssertEqual(along, truthAlong)
        }
    }

    func testScatterAddAccumulatesRepeatedIndices() {
        checkScatter(Float.self, .float32)
        checkScatter(Double.self, .float64)
    }

    func testScatterAddHasTheSameBitsOnAnyNumberOfThreads() {
        let threads = ThreadPool.threadCount
        defer { ThreadPool.setThreadCount(threads) }
        let at = indices(2000, 20)
        let source = (0..<2000 * 500).map { Float($0 % 997) * 0.1 }
        let results = [1, 2, 3].map { count in
            ThreadPool.setThreadCount(count)
            var destination = [Float](repeating: 0, count: 20 * 500)
            ScatterAdd.run(
                dtype: .float32, outer: 1, axis: 20, inner: 500, positions: at, count: 2000, source: source,
                target: &destination)
            return destination.map(\.bitPattern)
        }
        XCTAssertEqual(results[0], results[1])
        XCTAssertEqual(results[0], results[2])
    }

    func testTheFirstInvalidIndexIsFound() {
        func first(_ indices: [Int64], _ length: Int) -> Int? {
            Gather.firstInvalid(indices, count: indices.count, length: length)
        }
        XCTAssertNil(first([], 0))
        XCTAssertNil(first([0, 4, -5, -1], 5))
        XCTAssertEqual(first([0, 5], 5), 1)
        XCTAssertEqual(first([-6, 9], 5), 0)
        XCTAssertEqual(first([0], 0), 0)
        XCTAssertEqual(first([.max], 5), 0)
        XCTAssertEqual(first([.min], 5), 0)
        var long = [Int64](repeating: 3, count: 5000)
        XCTAssertNil(first(long, 4))
        long[4999] = 4
        long[3000] = -5
        XCTAssertEqual(first(long, 4), 3000)
    }

    func testNegativePositionsCountFromTheEnd() {
        var places = [Int64](repeating: 0, count: 4)
        Gather.normalise([0, -1, 4, -5], count: 4, length: 5, to: &places)
        XCTAssertEqual(places, [0, 4, 4, 0])
    }

    func testOfEqualPositionsTheLastPlacedStays() {
        var output = [UInt16](repeating: 9, count: 2 * 3 * 2)
        let source: [UInt16] = [1, 2, 3, 4, 5, 6, 7, 8]
        Gather.place(
            outer: 2, axis: 3, innerBytes: 4, positions: [2, 2], count: 2, source: source, output: &output)
        XCTAssertEqual(output, [9, 9, 9, 9, 3, 4, 9, 9, 9, 9, 7, 8])
    }

    func testMaskPositions() {
        for n in [0, 1, 100, 65_536, 200_003] {
            let mask = (0..<n).map { (i: Int) -> UInt8 in i % 7 == 2 || i % 11 == 0 ? UInt8(1 + i % 3) : 0 }
            let truth = (0..<n).filter { mask[$0] != 0 }.map { Int64($0) }
            let count = Gather.countTrue(mask, count: n)
            XCTAssertEqual(count, truth.count)
            var positions = [Int64](repeating: -1, count: count)
            Gather.nonzero(mask, count: n, to: &positions)
            XCTAssertEqual(positions, truth)
        }
    }
}
