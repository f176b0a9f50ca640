import Swiftgrad
import SwiftgradNN
import XCTest

@testable import SwiftgradTraining

final class DataTests: XCTestCase {
    private func numbers(_ count: Int) throws -> Tensor {
        try Tensor.arange(0, Double(count), .int64)
    }

    private func epoch(_ loader: DataLoader) throws -> [[Int]] {
        var batches: [[Int]] = []
        let iterator = try loader.makeIterator()
        while let batch = try iterator.next() { batches.append(try batch[0].integers()) }
        return batches
    }

    func testEveryEpochHasEverySampleOnceInAnOrderOfItsOwn() throws {
        let loader = try DataLoader(ArrayDataset([numbers(103)]), batchSize: 10, shuffle: true, seed: 4)
        let (first, second) = (try epoch(loader), try epoch(loader))
        XCTAssertEqual(first.count, 11)
        XCTAssertEqual(first.last?.count, 3)
        XCTAssertEqual(first.flatMap { $0 }.sorted(), Array(0..<103))
        XCTAssertEqual(second.flatMap { $0 }.sorted(), Array(0..<103))
        XCTAssertNotEqual(first, second)
        let again = try DataLoader(ArrayDataset([numbers(103)]), batchSize: 10, shuffle: true, seed: 4)
        XCTAssertEqual(try epoch(again), first)
        XCTAssertEqual(try epoch(again), second)
        let other = try DataLoader(ArrayDataset([numbers(103)]), batchSize: 10, shuffle: true, seed: 5)
        XCTAssertNotEqual(try epoch(other), first)
    }

    func testDropLast() throws {
        let loader = try DataLoader(ArrayDataset([numbers(103)]), batchSize: 10, dropLast: true)
        XCTAssertEqual(loader.count, 10)
        XCTAssertEqual(try epoch(loader).flatMap { $0 }, Array(0..<100))
    }

    func testBatchesInOrderAreViews() throws {
        let x = try Tensor.zeros([8, 3])
        let iterator = try DataLoader(ArrayDataset([x]), batchSize: 4).makeIterator()
        _ = try iterator.next()
        let batch = try XCTUnwrap(iterator.next())
        XCTAssertEqual(batch[0].pointer, x.pointer + 4 * 3 * 4)
    }

    func testRowsOfAnyLayoutAreGathered() throws {
        let x = try Tensor.arange(0, 60, .float32).reshape([3, 20]).transpose(0, 1)
        let rows = try ArrayDataset([x]).batch([19, 0, 7])[0]
        XCTAssertEqual(try rows.integers(), [19, 39, 59, 0, 20, 40, 7, 27, 47])
        let straight = try ArrayDataset([x.contiguous()]).batch([19, 0, 7])[0]
        XCTAssertEqual(try straight.integers(), try rows.integers())
    }

    func testResumesInTheMiddleOfAnEpoch() throws {
        let loader = try DataLoader(ArrayDataset([numbers(50)]), batchSize: 5, shuffle: true, seed: 9)
        _ = try epoch(loader)
        let iterator = try loader.makeIterator()
        for _ in 0..<3 { _ = try iterator.next() }
        let (seed, number, position) = (loader.seed, loader.epoch, loader.position)
        XCTAssertEqual([number, position], [1, 3])
        var rest: [[Int]] = []
        while let batch = try iterator.next() { rest.append(try batch[0].integers()) }
        let resumed = try DataLoader(ArrayDataset([numbers(50)]), batchSize: 5, shuffle: true)
        try resumed.restore(seed: seed, epoch: number, position: position)
        XCTAssertEqual(try epoch(resumed), rest)
        XCTAssertEqual(try epoch(resumed), try epoch(loader))
    }

    func testArraysOfDifferentLengthsAreNamed() throws {
        XCTAssertThrowsError(try ArrayDataset([numbers(5), numbers(6), numbers(5)])) { error in
            XCTAssertEqual("\(error)", "ArrayDataset: the arrays must have one length, got 5, 6, 5")
        }
        XCTAssertThrowsError(try DataLoader(ArrayDataset([numbers(5)]), batchSize: 0))
    }
}
