import Glibc
import SwiftgradKernels
import Synchronization

/// The scopes that are open on one thread, innermost last. Used by that thread alone.
final class ProfiledThread {
    let number: Int
    private var open: [OpenSpan] = []
    /// Who looks at every result on this thread.
    var watch: NonFiniteWatch?

    private static let count = Atomic<Int>(0)
    private static let spans = Atomic<Int>(0)
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { state in
            if let state { Unmanaged<ProfiledThread>.fromOpaque(state).release() }
        }
        return key
    }()

    private init() { number = ProfiledThread.count.wrappingAdd(1, ordering: .relaxed).oldValue }

    static var current: ProfiledThread {
        if let state = pthread_getspecific(key) {
            return Unmanaged<ProfiledThread>.fromOpaque(state).takeUnretainedValue()
        }
        let thread = ProfiledThread()
        pthread_setspecific(key, Unmanaged.passRetained(thread).toOpaque())
        return thread
    }

    /// The path of the module that is computing here.
    var layer: String { open.last?.layer ?? "" }

    /// Whether the innermost scope is this module's.
    func isInside(_ name: String, path: String) -> Bool {
        guard let span = open.last else { return false }
        return span.kind == .layer && span.layer == path && span.name == name
    }

    /// The operation that memory is taken for.
    var owner: MemoryOwner {
        guard let span = open.last(where: { $0.kind == .operation }) ?? open.last else { return .nobody }
        return MemoryOwner(name: span.name, phase: span.phase, layer: span.layer)
    }

    /// Opens a scope; returns what `end` takes. Phase and layer are those around it unless they are given.
    func begin(
        _ kind: ProfileEvent.Kind, _ name: String, phase: ProfileEvent.Phase? = nil, layer: String? = nil,
        shapes: [[Int]] = []
    ) -> Int {
        let number = ProfiledThread.spans.wrappingAdd(1, ordering: .relaxed).oldValue
        let outer = open.last
        open.append(
            OpenSpan(
                kind: kind, name: name, phase: phase ?? outer?.phase ?? .forward, layer: layer ?? outer?.layer ?? "",
                shapes: shapes, number: number, isNested: open.contains { $0.kind == kind && $0.name == name },
                start: Profiler.now()))
        return number
    }

    /// Closes a scope, and whatever was left open inside. One that is not open on this thread is ignored.
    func end(_ number: Int, at time: Int64? = nil, flops: Double? = nil, bytes: Double = 0) {
        guard let position = open.lastIndex(where: { $0.number == number }) else { return }
        let time = time ?? Profiler.now()
        while open.count > position + 1 { close(at: time, flops: nil, bytes: 0) }
        close(at: time, flops: flops, bytes: bytes)
    }

    private func close(at time: Int64, flops: Double?, bytes: Double) {
        guard let span = open.popLast() else { return }
        let duration = time - span.start
        if !open.isEmpty {
            open[open.count - 1].inside += duration
            open[open.count - 1].peak = max(open[open.count - 1].peak, span.peak)
        }
        Profiler.report(
            ProfileEvent(
                kind: span.kind, name: span.name, phase: span.phase, layer: span.layer, shapes: span.shapes,
                thread: self.number, depth: open.count, number: span.number, parent: open.last?.number,
                start: span.start, duration: duration, selfTime: duration - span.inside, flops: flops, bytes: bytes,
                allocated: span.allocated, peak: span.peak, isNested: span.isNested))
    }

    func note(_ change: MemoryPool.Change) {
        guard change.isTaken, !open.isEmpty else { return }
        open[open.count - 1].allocated += change.bytes
        open[open.count - 1].peak = max(open[open.count - 1].peak, change.bytesInUse)
    }
}
