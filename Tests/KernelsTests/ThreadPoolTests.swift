import Glibc
import Synchronization
import XCTest

@testable import SwiftgradKernels

final class ThreadPoolTests: XCTestCase {
    private var threadCount = 1

    override func setUp() {
        threadCount = ThreadPool.threadCount
        ThreadPool.setThreadCount(4)
    }

    override func tearDown() { ThreadPool.setThreadCount(threadCount) }

    private func assertEveryTaskRunsOnce(_ tasks: Int, line: UInt = #line) {
        let runs = UnsafeMutablePointer<Atomic<Int>>.allocate(capacity: max(tasks, 1))
        defer { runs.deallocate() }
        for task in 0..<tasks { (runs + task).initialize(to: Atomic(0)) }
        ThreadPool.run(tasks: tasks) { runs[$0].wrappingAdd(1, ordering: .relaxed) }
        XCTAssertTrue((0..<tasks).allSatisfy { runs[$0].load(ordering: .relaxed) == 1 }, line: line)
    }

    func testEveryTaskRunsOnce() {
        for tasks in [0, 1, 2, 3, 17, 10_000] { assertEveryTaskRunsOnce(tasks) }
    }

    func testThousandsOfRegionsInARow() {
        let total = Atomic(0)
        for _ in 0..<20_000 { ThreadPool.run(tasks: 3) { total.wrappingAdd($0 + 1, ordering: .relaxed) } }
        XCTAssertEqual(total.load(ordering: .relaxed), 20_000 * 6)
    }

    func testRegionsAfterTheWorkersFellAsleep() {
        for _ in 0..<5 {
            assertEveryTaskRunsOnce(64)
            usleep(5000)
        }
    }

    func testSeveralThreadsTakePart() {
        let arrived = Atomic(0)
        ThreadPool.run(tasks: 3) { _ in
            arrived.wrappingAdd(1, ordering: .sequentiallyConsistent)
            while arrived.load(ordering: .sequentiallyConsistent) < 3 { sched_yield() }
        }
        XCTAssertEqual(arrived.load(ordering: .relaxed), 3)
    }

    func testNestedRegionsRunEveryTask() {
        let total = Atomic(0)
        ThreadPool.run(tasks: 8) { _ in
            ThreadPool.run(tasks: 100) { _ in total.wrappingAdd(1, ordering: .relaxed) }
        }
        XCTAssertEqual(total.load(ordering: .relaxed), 800)
    }

    func testCallsFromManyThreadsAtOnce() {
        let total = Atomic(0)
        onThreads(6) {
            for _ in 0..<2000 { ThreadPool.run(tasks: 5) { _ in total.wrappingAdd(1, ordering: .relaxed) } }
        }
        XCTAssertEqual(total.load(ordering: .relaxed), 6 * 2000 * 5)
    }

    func testThreadCountGrowsAndShrinks() {
        for count in [1, 7, 2, 1, 5, 3] {
            ThreadPool.setThreadCount(count)
            XCTAssertEqual(ThreadPool.threadCount, count)
            for _ in 0..<100 { assertEveryTaskRunsOnce(50) }
        }
        ThreadPool.setThreadCount(-3)
        XCTAssertEqual(ThreadPool.threadCount, 1)
    }

    func testRangesCoverEveryElementOnce() {
        for (count, grain) in [(0, 4), (3, 4), (4, 4), (5, 4), (1001, 10)] {
            var seen = [Int](repeating: 0, count: count)
            seen.withUnsafeMutableBufferPointer { seen in
                nonisolated(unsafe) let seen = seen
                ThreadPool.ranges(count, grain: grain) { range in for i in range { seen[i] += 1 } }
            }
            XCTAssertEqual(seen, [Int](repeating: 1, count: count))
        }
    }

    func testDenormalsCountAsZeroOnEveryThread() {
        let half = Float.leastNormalMagnitude
        let nonzero = Atomic(0)
        ThreadPool.run(tasks: 1000) { task in
            let quotient = half / Float(task + 2)
            if quotient != 0 { nonzero.wrappingAdd(1, ordering: .relaxed) }
        }
        XCTAssertEqual(nonzero.load(ordering: .relaxed), 0)
    }

    func testChildOfForkRunsRegions() {
        assertEveryTaskRunsOnce(64)
        for _ in 0..<5 {
            let child = fork()
            if child == 0 {
                let total = Atomic(0)
                for _ in 0..<100 { ThreadPool.run(tasks: 64) { total.wrappingAdd($0, ordering: .relaxed) } }
                let block = MemoryPool.allocate(1000)
                _exit(total.load(ordering: .relaxed) == 100 * 2016 && block != nil ? 7 : 1)
            }
            XCTAssertEqual(exitStatus(of: child), 7)
            assertEveryTaskRunsOnce(64)
        }
    }

    func testForkWhileAnotherThreadIsInARegion() {
        let finished = Atomic(false)
        let regions = Atomic(0)
        let other = Thread.start {
            while !finished.load(ordering: .relaxed) {
                ThreadPool.run(tasks: 16) { _ in
                    if let block = MemoryPool.allocate(100) { MemoryPool.deallocate(block, 100) }
                }
                regions.wrappingAdd(1, ordering: .relaxed)
            }
        }
        while regions.load(ordering: .relaxed) == 0 { sched_yield() }
        for _ in 0..<20 {
            let child = fork()
            if child == 0 {
                alarm(20)
                let total = Atomic(0)
                ThreadPool.run(tasks: 64) { task in
                    if let block = MemoryPool.allocate(100) { MemoryPool.deallocate(block, 100) }
                    total.wrappingAdd(task, ordering: .relaxed)
                }
                _exit(total.load(ordering: .relaxed) == 2016 ? 7 : 1)
            }
            XCTAssertEqual(exitStatus(of: child), 7)
        }
        finished.store(true, ordering: .relaxed)
        other.join()
    }

    func testQuotasRoundUp() {
        XCTAssertEqual(ProcessorLimit.processors(quotaAndPeriod: "150000 100000\n"), 2)
        XCTAssertEqual(ProcessorLimit.processors(quotaAndPeriod: "200000 100000"), 2)
        XCTAssertEqual(ProcessorLimit.processors(quotaAndPeriod: "1000 100000"), 1)
        XCTAssertNil(ProcessorLimit.processors(quotaAndPeriod: "max 100000"))
        XCTAssertNil(ProcessorLimit.processors(quotaAndPeriod: "-1\n 100000"))
        XCTAssertNil(ProcessorLimit.processors(quotaAndPeriod: ""))
        XCTAssertEqual(ProcessorLimit.ancestors(of: "/a/b"), ["/a/b", "/a", ""])
        XCTAssertGreaterThanOrEqual(ProcessorLimit.current(), 1)
    }

    private func exitStatus(of child: pid_t) -> Int32 {
        var status: Int32 = 0
        waitpid(child, &status, 0)
        return status & 0x7f == 0 ? (status >> 8) & 0xff : -1
    }
}
