import Glibc
import Swiftgrad
import Synchronization

/// Keeps other threads out while one is at work; the same thread may come in again, as a callback of the host does.
final class Occupancy: Sendable {
    private struct Owner {
        var thread: pthread_t = 0
        var depth = 0
    }

    private let owner = Mutex(Owner())

    func hold<Result>(_ body: () throws(SwiftgradError) -> Result) throws(SwiftgradError) -> Result {
        let thread = pthread_self()
        let isFree = owner.withLock { owner in
            guard owner.depth == 0 || owner.thread == thread else { return false }
            owner.thread = thread
            owner.depth += 1
            return true
        }
        guard isFree else { throw .runtime("this trainer is busy in another thread") }
        defer { owner.withLock { $0.depth -= 1 } }
        return try body()
    }
}
