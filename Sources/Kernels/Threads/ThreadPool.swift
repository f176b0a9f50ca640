import CPlatform

/// The one pool of worker threads of the process.
///
/// Its size is what the process may use: the CPU affinity, the cgroup's quota and `SWIFTGRAD_NUM_THREADS`, whichever is
/// least. Workers start at the first parallel region. Denormal floats count as zero inside a region, on the caller as on
/// the workers, so that no result depends on which thread computed it.
public enum ThreadPool {
    /// Threads that take part in a parallel region, the caller included.
    public static var threadCount: Int { workers.threadCount }

    /// Sets how many threads take part from the next region on; at least 1.
    public static func setThreadCount(_ count: Int) { workers.setThreadCount(count) }

    /// Threads that may be running tasks now: one outside of a region.
    static var activeThreads: Int { workers.isOwned ? threadCount : 1 }

    /// Threads that will take part in a region that starts now: one where another region is under way.
    static var threadsOfNextRegion: Int { workers.isOwned ? 1 : threadCount }

    /// Calls `body(i)` once for each `i` in `0..<tasks`, in any order, on any of the threads, and returns when all are done.
    ///
    /// The caller decides the split, and it must not depend on the number of threads. A call from within a region,
    /// or while another thread owns the pool, runs on the calling thread alone.
    public static func run(tasks: Int, _ body: (Int) -> Void) {
        guard tasks > 0 else { return }
        let control = sg_flush_denormals()
        defer { sg_restore_denormals(control) }
        if tasks > 1, workers.acquire() {
            withoutActuallyEscaping(body) { workers.runRegion(tasks: tasks, $0) }
            workers.release()
        } else {
            for task in 0..<tasks { body(task) }
        }
    }

    /// Cuts `0..<count` into ranges of `grain` elements (the last one may be shorter) and runs them as tasks.
    @inlinable
    public static func ranges(_ count: Int, grain: Int, _ body: (Range<Int>) -> Void) {
        if count <= grain {
            if count > 0 { body(0..<count) }
            return
        }
        run(tasks: (count + grain - 1) / grain) { task in
            body(task * grain..<min(count, (task + 1) * grain))
        }
    }
}

private let workers = Workers()
