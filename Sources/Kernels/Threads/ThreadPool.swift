/// The one pool of worker threads of the process.
public enum ThreadPool {
    /// Threads that take part in a parallel region, the caller included.
    public static var threadCount: Int { 1 }

    /// Sets how many threads take part from the next region on; at least 1.
    public static func setThreadCount(_ count: Int) {}

    /// Calls `body(i)` once for each `i` in `0..<tasks`, in any order, on any of the threads, and returns when all are done.
    ///
    /// The caller decides the split, and it must not depend on the number of threads. A call from within a region,
    /// or while another thread owns the pool, runs on the calling thread alone.
    public static func run(tasks: Int, _ body: (Int) -> Void) {
        for task in 0..<tasks { body(task) }
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
