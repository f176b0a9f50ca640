import Glibc
import XCTest

@testable import SwiftgradKernels

final class LockTests: XCTestCase {
    private final class Counter: @unchecked Sendable {
        var count = 0
    }

    /// The exit code of a child that runs `body`; nil when it had to be stopped after five seconds.
    private func inChild(_ body: () -> Int32) -> Int32? {
        let child = fork()
        if child == 0 {
            alarm(5)
            _exit(body())
        }
        var status: Int32 = 0
        waitpid(child, &status, 0)
        return status & 0x7f == 0 ? (status >> 8) & 0xff : nil
    }

    func testASpinLockLetsOneInAtATime() {
        let (lock, counter) = (SpinLock(), Counter())
        onThreads(6) {
            for _ in 0..<20_000 { lock.with { counter.count += 1 } }
        }
        XCTAssertEqual(counter.count, 120_000)
    }

    func testAWaitingLockLetsOneInAtATime() {
        let (lock, counter) = (WaitingLock(), Counter())
        onThreads(6) {
            for i in 0..<5000 {
                lock.with {
                    counter.count += 1
                    if i % 500 == 0 { usleep(50) }
                }
            }
        }
        XCTAssertEqual(counter.count, 30_000)
    }

    func testForkWhileOtherThreadsHoldSpinLocks() {
        let (first, second, stop) = (SpinLock(), SpinLock(), Counter())
        let threads = (0..<3).map { _ in
            Thread.start {
                while first.with({ stop.count }) == 0 { second.with { usleep(20) } }
            }
        }
        for _ in 0..<50 {
            XCTAssertEqual(
                inChild {
                    first.with {}
                    return second.with { 7 }
                }, 7)
        }
        first.with { stop.count = 1 }
        for thread in threads { thread.join() }
    }

    func testForkWhileAnotherThreadHoldsAWaitingLock() {
        let (lock, held, stop) = (WaitingLock(), Counter(), Counter())
        let gate = SpinLock()
        let thread = Thread.start {
            lock.with {
                gate.with { held.count = 1 }
                while gate.with({ stop.count }) == 0 { usleep(100) }
            }
        }
        while gate.with({ held.count }) == 0 { usleep(100) }
        let code = inChild {
            lock.with {}
            return lock.with { 7 }
        }
        gate.with { stop.count = 1 }
        thread.join()
        XCTAssertEqual(code, 7)
        lock.with {}
    }
}
