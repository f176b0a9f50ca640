import XCTest

@testable import SwiftgradKernels

final class GatherTests: XCTestCase {
    private let shapes = [(1, 5, 1), (1, 50, 384), (3, 7, 1), (2, 4, 5), (4, 3, 2), (2, 1000, 130), (1, 1, 1), (0, 3, 2)]

    private func indices(_ count: Int, _ axis: Int) -> [Int64] {
        (0..<count).map { (i: Int) -> Int64 in
            let place = Int64((i &* 7919 &+ i / 3) % axis)
            return i % 4 == 1 ? place - Int64(axis) : place
        }
    }

    private func place(_ index: Int64, _ axis: Int) -> Int { Int(index < 0 ? index + Int64(axis) : index) }

    private func checkTake<Item: FixedWidthInteger>(_ type: Item.Type) {
        for (outer, axis, inner) in shapes {
            let input = (0..<outer * axis * inner).map { Item(truncatingIfNeeded: $0 &* 31 &+ 5) }
            let count = 300
            let at = indices(count, axis)
            var output = [Item](repeating: 0, count: outer * count * inner)
            Gather(outer: outer, axis: axis, inner: inner)
                .take(itemSize: MemoryLayout<Item>.size, input: input, indices: at, count: count, output: &output)
            let each = indices(outer * count * inner, axis)
            var along = output
            Gather(outer: outer, axis: axis, inner: inner)
                .takeAlong(itemSize: MemoryLayout<Item>.size, input: input, indices: each, count: count, output: &along)
            for o in 0..<outer {
                for j in 0..<count {
                    for i in 0..<inner {
                        let here = (o * count + j) * inner + i
                        XCTAssertEqual(output[here], input[(o * axis + place(at[j], axis)) * inner + i])
                        XCTAssertEqual(along[here], input[(o * axis + place(each[here], axis)) * inner + i])
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
            let scatter = ScatterAdd(outer: outer, axis: axis, inner: inner)
            scatter.add(dtype: dtype, source: source, indices: at, count: count, destination: &destination)
            scatter.addAlong(dtype: dtype, source: source, indices: each, count: count, destination: &along)
            var truth = [Item](repeating: 1, count: destination.count)
            var truthAlong = truth
            for o in 0..<outer {
                for j in 0..<count {
                    for i in 0..<inner {
                        let here = (o * count + j) * inner + i
                        truth[(o * axis + place(at[j], axis)) * inner + i] += source[here]
                        truthAlong[(o * axis + place(each[here], axis)) * inner + i] += source[here]
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
            ScatterAdd(outer: 1, axis: 20, inner: 500)
                .add(dtype: .float32, source: source, indices: at, count: 2000, destination: &destination)
            return destination.map(\.bitPattern)
        }
        XCTAssertEqual(results[0], results[1])
        XCTAssertEqual(results[0], results[2])
    }

    func testTheFirstInvalidIndexIsFound() {
        func first(_ indices: [Int64], _ length: Int) -> Int? {
            Indices.firstInvalid(indices, count: indices.count, length: length)
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

    func testMaskPositions() {
        for n in [0, 1, 100, 65_536, 200_003] {
            let mask = (0..<n).map { (i: Int) -> UInt8 in i % 7 == 2 || i % 11 == 0 ? UInt8(1 + i % 3) : 0 }
            let truth = (0..<n).filter { mask[$0] != 0 }.map { Int64($0) }
            let count = BooleanMask.trueCount(mask, count: n)
            XCTAssertEqual(count, truth.count)
            var positions = [Int64](repeating: -1, count: count)
            BooleanMask.positions(mask, count: n, output: &positions)
            XCTAssertEqual(positions, truth)
        }
    }
}
