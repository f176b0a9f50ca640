import CPlatform
import Synchronization

/// A 32-bit word on which threads sleep until another thread changes it. Lives as long as the process.
struct FutexWord: Sendable {
    private nonisolated(unsafe) let word: UnsafeMutablePointer<Atomic<UInt32>>

    init() {
        word = .allocate(capacity: 1)
        word.initialize(to: Atomic(0))
    }

    func load() -> UInt32 { word.pointee.load(ordering: .sequentiallyConsistent) }

    func increment() { word.pointee.wrappingAdd(1, ordering: .sequentiallyConsistent) }

    /// Sleeps until woken if the word still holds `expected`; may return early.
    func wait(whileEqualTo expected: UInt32) { sg_futex_wait(word, expected) }

    func wake(_ count: Int) { sg_futex_wake(word, Int32(clamping: count)) }
}
