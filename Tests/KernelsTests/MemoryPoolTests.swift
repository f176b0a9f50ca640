import Glibc
import XCTest

@testable import SwiftgradKernels

final class MemoryPoolTests: XCTestCase {
    override func setUp() { MemoryPool.trim() }

    func testBlocksAreAlignedDistinctAndWritable() throws {
        let sizes = [0, 1, 63, 64, 65, 256, 257, 1000, 4097, 100_000, 1 << 20, (1 << 20) + 1, 3 << 20, (1 << 22) + 5]
        var blocks: [(UnsafeMutableRawPointer, Int)] = []
        for (i, size) in sizes.enumerated() {
            let block = try XCTUnwrap(MemoryPool.allocate(size))
            XCTAssertEqual(Int(bitPattern: block) % 64, 0)
            memset(block, Int32(i), size)
            blocks.append((block, size))
        }
        for (i, (block, size)) in blocks.enumerated() {
            let bytes = UnsafeRawBufferPointer(start: block, count: size)
            XCTAssertTrue(bytes.allSatisfy { $0 == UInt8(i) }, "\(size)")
            MemoryPool.deallocate(block, size)
        }
    }

    func testClassesWasteLessThanAQuarter() {
        for bytes in Array(0...5000) + [1 << 20, (1 << 20) + 1, (1 << 30) - 1, (1 << 40) + 12345] {
            let index = SizeClass.index(of: bytes)
            let size = SizeClass.blockSize(index)
            XCTAssertGreaterThanOrEqual(size, bytes)
            XCTAssertEqual(size % 64, 0)
            XCTAssertEqual(SizeClass.index(of: size), index)
            if bytes > 256 { XCTAssertLessThan(Double(size), 1.25 * Double(bytes)) }
            if index > 0 { XCTAssertLessThan(SizeClass.blockSize(index - 1), max(bytes, 1)) }
        }
        XCTAssertEqual(SizeClass.blockSize(SizeClass.count - 1), SizeClass.largestBlock)
    }

    func testAFreedBlockIsHandedOutAgain() throws {
        for size in [100, 5000, 1 << 20, 5 << 20] {
            let first = try XCTUnwrap(MemoryPool.allocate(size))
            MemoryPool.deallocate(first, size)
            let allocations = MemoryPool.statistics.systemAllocations
            let second = try XCTUnwrap(MemoryPool.allocate(size))
            XCTAssertEqual(first, second)
            XCTAssertEqual(MemoryPool.statistics.systemAllocations, allocations)
            MemoryPool.deallocate(second, size)
        }
    }

    func testTasksOfARegionFindWhatTheFirstOneLacked() {
        let before = ThreadPool.threadCount
        defer { ThreadPool.setThreadCount(before) }
        ThreadPool.setThreadCount(3)
        func region(tasks: Int) {
            ThreadPool.run(tasks: tasks) { _ in
                guard let block = MemoryPool.allocate(300_000) else { return XCTFail("no memory") }
                usleep(1000)
                MemoryPool.deallocate(block, 300_000)
            }
        }
        region(tasks: 2)
        let allocations = MemoryPool.statistics.systemAllocations
        for _ in 0..<20 { region(tasks: 12) }
        XCTAssertEqual(MemoryPool.statistics.systemAllocations, allocations)
    }

    func testImpossibleSizesGiveNil() {
        for size in [Int.max, Int.max - 63, 1 << 62, 1 << 47, -1, Int.min] { XCTAssertNil(MemoryPool.allocate(size)) }
    }

    func testStatisticsCountBlocks() throws {
        let before = MemoryPool.statistics
        XCTAssertEqual(before.bytesIdle, 0)
        let block = try XCTUnwrap(MemoryPool.allocate(1000))
        XCTAssertEqual(MemoryPool.statistics.bytesInUse, before.bytesInUse + 1024)
        MemoryPool.resetPeak()
        MemoryPool.deallocate(block, 1000)
        let after = MemoryPool.statistics
        XCTAssertEqual(after.bytesInUse, before.bytesInUse)
        XCTAssertEqual(after.bytesIdle, 1024)
        XCTAssertEqual(after.peakBytesInUse, before.bytesInUse + 1024)
        MemoryPool.trim()
        XCTAssertEqual(MemoryPool.statistics.bytesIdle, 0)
    }

    func testMemoryIsBoundedWhenSizesVary() throws {
        let largest = 384 << 20
        let bound = largest + largest / 4 + BlockLists.slack
        var size = 1 << 20
        while size < largest {
            let block = try XCTUnwrap(MemoryPool.allocate(size))
            MemoryPool.deallocate(block, size)
            let held = MemoryPool.statistics
            XCTAssertLessThanOrEqual(held.bytesInUse + held.bytesIdle, bound)
            size += 16 << 20
        }
        MemoryPool.trim()
    }

    func testARepeatedStepAsksTheSystemForNothing() throws {
        let sizes = (0..<40).map { 100_000 + $0 * 150_000 }
        func step() throws {
            let blocks = try sizes.map { try XCTUnwrap(MemoryPool.allocate($0)) }
            for (block, size) in zip(blocks, sizes) { MemoryPool.deallocate(block, size) }
        }
        try step()
        let allocations = MemoryPool.statistics.systemAllocations
        for _ in 0..<200 { try step() }
        XCTAssertEqual(MemoryPool.statistics.systemAllocations, allocations)
        MemoryPool.trim()
    }

    func testAnObserverSeesEveryChange() throws {
        final class Seen: @unchecked Sendable {
            var changes: [MemoryPool.Change] = []
        }
        let (seen, lock, thread) = (Seen(), SpinLock(), pthread_self())
        let before = MemoryPool.statistics.bytesInUse
        MemoryPool.observe { change in
            if pthread_equal(pthread_self(), thread) != 0 { lock.with { seen.changes.append(change) } }
        }
        let block = try XCTUnwrap(MemoryPool.allocate(1000))
        MemoryPool.deallocate(block, 1000)
        MemoryPool.observe(nil)
        let other = try XCTUnwrap(MemoryPool.allocate(1000))
        MemoryPool.deallocate(other, 1000)
        XCTAssertEqual(seen.changes.map(\.isTaken), [true, false])
        XCTAssertEqual(seen.changes.map(\.bytes), [1024, 1024])
        XCTAssertEqual(seen.changes.map(\.bytesInUse), [before + 1024, before])
        XCTAssertEqual(seen.changes.map(\.address), [UInt(bitPattern: block), UInt(bitPattern: block)])
    }

    func testManyThreadsShareThePool() {
        let before = MemoryPool.statistics.bytesInUse
        onThreads(6) {
            var kept: [(UnsafeMutableRawPointer, Int)] = []
            for i in 0..<20_000 {
                let size = 8 + i * 37 % 900
                guard let block = MemoryPool.allocate(size) else { continue }
                block.storeBytes(of: i, as: Int.self)
                kept.append((block, size))
                if kept.count > 20 {
                    let (old, oldSize) = kept.removeFirst()
                    XCTAssertEqual(old.load(as: Int.self), i - 20)
                    MemoryPool.deallocate(old, oldSize)
                }
            }
            for (block, size) in kept { MemoryPool.deallocate(block, size) }
        }
        XCTAssertEqual(MemoryPool.statistics.bytesInUse, before)
    }
}
