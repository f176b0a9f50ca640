import SwiftgradKernels

/// What ran between `begin` and `end`, on all threads: the events, and with `memory` every block of the pool.
public final class Profile: ManagedObject {
    /// Whether the blocks of the memory pool are followed.
    public let followsMemory: Bool
    private(set) var start: Int64 = .max
    private var finish: Int64?
    private var collected: [ProfileEvent] = []
    private var log = MemoryLog()
    private var peak = 0
    private(set) var mainThread = 0

    public init(memory: Bool = false) { followsMemory = memory }

    /// Starts, with nothing seen yet. Profiles can overlap: each sees what happens while it runs.
    public func begin() throws(SwiftgradError) {
        guard !isRunning else { throw .runtime("profile: it is running already") }
        mainThread = ProfiledThread.current.number
        (finish, collected, start) = (nil, [], Profiler.now())
        let inUse = MemoryPool.statistics.bytesInUse
        log = MemoryLog(inUse: inUse)
        peak = inUse
        Profiler.add(self)
    }

    public func end() {
        guard isRunning else { return }
        Profiler.remove(self)
        finish = Profiler.now()
    }

    public var isRunning: Bool { start != .max && finish == nil }

    /// In the order of their beginning; those that have not ended are missing.
    public var events: [ProfileEvent] { Profiler.with { collected }.sorted { $0.number < $1.number } }

    /// Nanoseconds from begin to end, or until now.
    public var duration: Int64 { start == .max ? 0 : (finish ?? Profiler.now()) - start }

    /// The most bytes of the memory pool that were in use at once.
    public var peakBytes: Int { Profiler.with { peak } }

    /// Each block that the pool gave out or got back; empty without `memory`.
    var memory: MemoryLog { Profiler.with { log } }

    /// Called under the profiler's lock.
    func collect(_ event: ProfileEvent) { collected.append(event) }

    /// Called under the profiler's lock.
    func collect(_ change: MemoryPool.Change, _ owner: MemoryOwner) {
        peak = max(peak, change.bytesInUse)
        if followsMemory { log.add(change, owner, at: Profiler.now() - start) }
    }

    /// The time of the thread that began the profile which no event accounts for: Python, and what is not seen.
    var unseen: Int64 {
        let events = events
        let known = Set(events.map(\.number))
        let roots = events.filter { $0.thread == mainThread && !($0.parent.map(known.contains) ?? false) }
        return duration - roots.reduce(0) { $0 + $1.duration }
    }
}
