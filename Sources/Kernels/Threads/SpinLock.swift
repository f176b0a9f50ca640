import CPlatform
import Glibc
import Synchronization

/// A lock that is held for a few instructions. Lives as long as the process.
///
/// A `fork` takes every one of them, so that the child finds all of them free and nothing half done. Whoever holds one
/// must therefore take no other.
public struct SpinLock: Sendable {
    private struct Word: ~Copyable {
        let isLocked = Atomic<Bool>(false)
        /// The one made before.
        let next: UnsafeMutablePointer<Word>?
    }

    private nonisolated(unsafe) let word: UnsafeMutablePointer<Word>
    nonisolated(unsafe) private static let newest = Atomic<UnsafeMutablePointer<Word>?>(nil)
    /// From where a fork that is under way has locked.
    nonisolated(unsafe) private static var forked: UnsafeMutablePointer<Word>?

    public init() {
        word = .allocate(capacity: 1)
        var next = SpinLock.newest.load(ordering: .acquiring)
        while true {
            word.initialize(to: Word(next: next))
            let result = SpinLock.newest.compareExchange(
                expected: next, desired: word, ordering: .acquiringAndReleasing)
            if result.exchanged { break }
            next = result.original
        }
        if next == nil {
            pthread_atfork({ SpinLock.prepareFork() }, { SpinLock.finishFork() }, { SpinLock.finishFork() })
        }
    }

    @inlinable
    public func with<Result>(_ body: () -> Result) -> Result {
        lock()
        defer { unlock() }
        return body()
    }

    public func lock() {
        while word.pointee.isLocked.exchange(true, ordering: .acquiring) { SpinLock.wait(word) }
    }

    public func unlock() { word.pointee.isLocked.store(false, ordering: .releasing) }

    @inline(never)
    private static func wait(_ word: UnsafeMutablePointer<Word>) {
        var spins = 0
        while word.pointee.isLocked.load(ordering: .relaxed) {
            spins += 1
            if spins & 63 == 0 { sched_yield() } else { sg_pause() }
        }
    }

    private init(_ word: UnsafeMutablePointer<Word>) { self.word = word }

    private static func prepareFork() {
        let first = newest.load(ordering: .acquiring)
        var next = first
        while let word = next {
            SpinLock(word).lock()
            next = word.pointee.next
        }
        forked = first
    }

    private static func finishFork() {
        var next = forked
        while let word = next {
            next = word.pointee.next
            SpinLock(word).unlock()
        }
    }
}
