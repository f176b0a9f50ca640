import CPlatform
import Synchronization

/// A 32-bit word on which threads sleep until another thread changes it. Lives until `deallocate`.
struct FutexWord: Sendable {
    private nonisolated(unsafe) let word: UnsafeMutablePointer<Atomic<UInt32>>

    init() {
        word = .allocate(capacity: 1)
        word.initialize(to: Atomic(0))
    }

    func load() -> UInt32 { word.pointee.load(ordering: .sequentiallyConsistent) }

    func increment() { word.pointee.wrappingAdd(1, ordering: .sequentiallyConsistent) }

    func exchange(_ value: UInt32) -> UInt32 { word.pointee.exchange(value, ordering: .sequentiallyConsistent) }

    /// Whether the word held `expected`, and then was replaced.
    func replace(_ expected: UInt32, with value: UInt32) -> Bool {
        word.pointee.compareExchange(expected: expected, desired: value, ordering: .sequentiallyConsistent).exchanged
    }

    func deallocate() { word.deallocate() }

    /// Sleeps until woken if the word still holds `expected`; may return early.
    func wait(whileEqualTo expected: UInt32) { sg_futex_wait(word, expected) }

    func wake(_ count: Int) { sg_futex_wake(word, Int32(clamping: count)) }
}
