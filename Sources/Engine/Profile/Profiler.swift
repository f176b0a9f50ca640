import Glibc
import SwiftgradKernels
import Synchronization

/// Where operations and scopes report to while somebody profiles. Off, it costs the read of a flag.
public enum Profiler {
    private static let recording = Atomic<Bool>(false)
    private static let lock = SpinLock()
    nonisolated(unsafe) private static var profiles: [Profile] = []

    /// Whether a profile is running, on whichever thread it was begun.
    @inline(__always)
    static var isOn: Bool { recording.load(ordering: .relaxed) }

    public static var isRecording: Bool { isOn }

    /// Opens a scope on this thread, for `end`; nil while nobody profiles. Operations inside belong to its phase and layer.
    @inline(__always)
    static func begin(
        _ kind: ProfileEvent.Kind, _ name: @autoclosure () -> String, phase: ProfileEvent.Phase? = nil,
        layer: @autoclosure () -> String? = nil, shapes: @autoclosure () -> [[Int]] = []
    ) -> Int? {
        isOn ? ProfiledThread.current.begin(kind, name(), phase: phase, layer: layer(), shapes: shapes()) : nil
    }

    public static func end(_ scope: Int?) {
        if let scope { ProfiledThread.current.end(scope) }
    }

    /// Runs `body` as a scope of its own.
    public static func scope<Result>(
        _ kind: ProfileEvent.Kind, _ name: @autoclosure () -> String, phase: ProfileEvent.Phase? = nil,
        layer: @autoclosure () -> String? = nil, shapes: @autoclosure () -> [[Int]] = [],
        _ body: () throws(SwiftgradError) -> Result
    ) throws(SwiftgradError) -> Result {
        let scope = begin(kind, name(), phase: phase, layer: layer(), shapes: shapes())
        defer { end(scope) }
        return try body()
    }

    /// Opens the scope of a module's forward; nil while nobody profiles, and when it is the innermost one already.
    public static func beginLayer(_ name: String, path: String) -> Int? {
        guard isOn else { return nil }
        let thread = ProfiledThread.current
        return thread.isInside(name, path: path) ? nil : thread.begin(.layer, name, layer: path)
    }

    /// Another reason than a profile to report operations and layers.
    nonisolated(unsafe) private static var watches = 0

    /// Operations and layers report for as long as `body` runs, as they do to a profile.
    static func reporting<Result>(_ body: () throws(SwiftgradError) -> Result) throws(SwiftgradError) -> Result {
        lock.with {
            watches += 1
            recording.store(true, ordering: .releasing)
        }
        defer {
            lock.with {
                watches -= 1
                if profiles.isEmpty && watches == 0 { recording.store(false, ordering: .releasing) }
            }
        }
        return try body()
    }

    static func add(_ profile: Profile) {
        lock.with {
            profiles.append(profile)
            recording.store(true, ordering: .releasing)
        }
        MemoryPool.observe(Profiler.memoryChanged)
    }

    static func remove(_ profile: Profile) {
        let isLast = lock.with {
            profiles.removeAll { $0 === profile }
            if profiles.isEmpty && watches == 0 { recording.store(false, ordering: .releasing) }
            return profiles.isEmpty
        }
        if isLast { MemoryPool.observe(nil) }
    }

    /// Hands an event to every profile that was running when it began.
    static func report(_ event: ProfileEvent) {
        lock.with {
            for profile in profiles where profile.start <= event.start { profile.collect(event) }
        }
    }

    static func with<Result>(_ body: () -> Result) -> Result { lock.with(body) }

    private static func memoryChanged(_ change: MemoryPool.Change) {
        guard isOn else { return }
        let thread = change.isTaken ? ProfiledThread.current : nil
        thread?.note(change)
        lock.with {
            for profile in profiles { profile.collect(change, thread?.owner ?? .nobody) }
        }
    }

    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
