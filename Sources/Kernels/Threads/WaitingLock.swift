import Glibc
import Synchronization

/// A lock that may be held for long: those who wait for it sleep. Not to be taken twice by one thread.
///
/// The word is 0 when free, else it holds the generation of the process and whether somebody may be waiting. A lock that
/// another thread held when this process was forked bears an earlier generation, and counts as free.
public final class WaitingLock: Sendable {
    private static let waiters: UInt32 = 1
    private let word = FutexWord()

    public init() {}

    deinit { word.deallocate() }

    public func with<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        lock()
        defer { unlock() }
        return try body()
    }

    private func lock() {
        let held = Generation.current << 1
        if word.replace(0, with: held) { return }
        while true {
            let found = word.exchange(held | WaitingLock.waiters)
            if found == 0 || found & ~WaitingLock.waiters != held { return }
            word.wait(whileEqualTo: held | WaitingLock.waiters)
        }
    }

    private func unlock() {
        if word.exchange(0) & WaitingLock.waiters != 0 { word.wake(1) }
    }
}

/// How many forks lie between this process and the first one; from 1.
private enum Generation {
    private nonisolated(unsafe) static let count: UnsafeMutablePointer<Atomic<UInt32>> = {
        let count = UnsafeMutablePointer<Atomic<UInt32>>.allocate(capacity: 1)
        count.initialize(to: Atomic(1))
        counted = count
        pthread_atfork(nil, nil) { counted?.pointee.wrappingAdd(1, ordering: .relaxed) }
        return count
    }()

    static var current: UInt32 { count.pointee.load(ordering: .relaxed) }
}

/// Where the fork handler, which captures nothing, finds the count.
private nonisolated(unsafe) var counted: UnsafeMutablePointer<Atomic<UInt32>>?
