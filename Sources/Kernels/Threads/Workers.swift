import CPlatform
import Glibc
import Synchronization

/// Worker threads and the word through which they enter and leave parallel regions.
///
/// `gate` packs (generation << 32 | open << 31 | threads inside). The owner publishes a job and opens the gate with a new
/// generation; a worker enters by adding one while the gate is open, claims tasks from `nextTask` until there are none,
/// and leaves by subtracting one. The owner works too, then closes the gate and waits until nobody is inside. A worker
/// that comes late finds the gate closed, so it can neither read a dead job nor delay the owner.
///
/// An idle worker spins for `spinNanoseconds` and then sleeps on `bell`. It announces itself in `sleepers` before it looks
/// at the gate for the last time, and the owner opens the gate before it looks at `sleepers`: one of them sees the other.
///
/// The owner waits for those inside in the same way: it spins for `ownerSpins` and then sleeps on `exit`, because another
/// program may have taken the core of one of them, and a sleeping owner leaves it its own.
///
/// After `fork` the child has no workers: the handler forgets them, and the next region of the child starts its own.
struct Workers: Sendable {
    private static let openBit: UInt64 = 1 << 31
    private static let insideMask: UInt64 = openBit - 1
    private static let spinNanoseconds: Int64 = 100_000
    /// About 50 microseconds.
    private static let ownerSpins = 1000
    static let maximumThreads = 1024

    private struct State: ~Copyable {
        let gate = Atomic<UInt64>(0)
        let linePadding0 = InlineArray<7, UInt64>(repeating: 0)
        let nextTask = Atomic<Int>(0)
        let linePadding1 = InlineArray<7, UInt64>(repeating: 0)
        let owned = Atomic<Bool>(false)
        let sleepers = Atomic<Int>(0)
        let ownerSleeps = Atomic<Bool>(false)
        let threadLimit = Atomic<Int>(1)
    }

    /// What the owner writes while the gate is closed.
    private struct Job {
        var started = 0
        var tasks = 0
        var body: UnsafePointer<(Int) -> Void>?
    }

    private nonisolated(unsafe) let state: UnsafeMutablePointer<State>
    private nonisolated(unsafe) let job: UnsafeMutablePointer<Job>
    private let bell = FutexWord()
    private let exit = FutexWord()
    private let limitChanges = FutexWord()

    init() {
        state = .allocate(capacity: 1)
        state.initialize(to: State())
        job = .allocate(capacity: 1)
        job.initialize(to: Job())
        state.pointee.threadLimit.store(ProcessorLimit.current(), ordering: .relaxed)
        forkedWorkers = self
        pthread_atfork(nil, nil) { forkedWorkers?.forgetThreads() }
    }

    var threadCount: Int { state.pointee.threadLimit.load(ordering: .relaxed) }

    func setThreadCount(_ count: Int) {
        state.pointee.threadLimit.store(min(max(count, 1), Workers.maximumThreads), ordering: .sequentiallyConsistent)
        limitChanges.increment()
        limitChanges.wake(.max)
    }

    /// Takes the pool for a region if there is more than one thread and nobody has it.
    func acquire() -> Bool {
        threadCount > 1 && !state.pointee.owned.load(ordering: .relaxed)
            && !state.pointee.owned.exchange(true, ordering: .acquiring)
    }

    /// Whether a region is running, here or in another thread.
    var isOwned: Bool { state.pointee.owned.load(ordering: .relaxed) }

    func release() { state.pointee.owned.store(false, ordering: .releasing) }

    /// Runs the tasks on the caller, which owns the pool, and on the workers.
    func runRegion(tasks: Int, _ body: @escaping (Int) -> Void) {
        let helpers = min(threadCount, tasks) - 1
        startThreads(helpers)
        withUnsafePointer(to: body) { body in
            job.pointee.tasks = tasks
            job.pointee.body = body
            state.pointee.nextTask.store(0, ordering: .relaxed)
            let generation = (state.pointee.gate.load(ordering: .relaxed) >> 32) &+ 1
            state.pointee.gate.store(generation << 32 | Workers.openBit, ordering: .sequentiallyConsistent)
            wake(helpers)
            claimTasks()
            let gate = state.pointee.gate.bitwiseAnd(~Workers.openBit, ordering: .acquiringAndReleasing).newValue
            if gate & Workers.insideMask != 0 { awaitExit() }
            job.pointee.body = nil
        }
    }

    /// Returns when no worker is inside.
    private func awaitExit() {
        for _ in 0..<Workers.ownerSpins {
            if state.pointee.gate.load(ordering: .acquiring) & Workers.insideMask == 0 { return }
            sg_pause()
        }
        state.pointee.ownerSleeps.store(true, ordering: .sequentiallyConsistent)
        while true {
            let exits = exit.load()
            if state.pointee.gate.load(ordering: .sequentiallyConsistent) & Workers.insideMask == 0 { break }
            exit.wait(whileEqualTo: exits)
        }
        state.pointee.ownerSleeps.store(false, ordering: .relaxed)
    }

    private func leave() {
        let gate = state.pointee.gate.wrappingSubtract(1, ordering: .sequentiallyConsistent).newValue
        guard gate & Workers.insideMask == 0, state.pointee.ownerSleeps.load(ordering: .sequentiallyConsistent) else {
            return
        }
        exit.increment()
        exit.wake(1)
    }

    private func claimTasks() {
        guard let body = job.pointee.body else { return }
        let tasks = job.pointee.tasks
        while true {
            let task = state.pointee.nextTask.wrappingAdd(1, ordering: .relaxed).oldValue
            if task >= tasks { return }
            body.pointee(task)
        }
    }

    private func wake(_ helpers: Int) {
        bell.increment()
        let sleepers = state.pointee.sleepers.load(ordering: .sequentiallyConsistent)
        if sleepers > 0 { bell.wake(min(sleepers, helpers)) }
    }

    /// What one worker does for ever; `index` counts from 0.
    fileprivate func work(_ index: Int) {
        var lastGeneration: UInt64 = 0
        while true {
            parkIfSurplus(index)
            guard let gate = awaitGeneration(after: lastGeneration) else { continue }
            let entered = state.pointee.gate.compareExchange(
                expected: gate, desired: gate &+ 1, ordering: .acquiringAndReleasing)
            guard entered.exchanged else { continue }
            lastGeneration = gate >> 32
            claimTasks()
            leave()
        }
    }

    /// A worker that `setThreadCount` left without a place sleeps here until the count changes.
    private func parkIfSurplus(_ index: Int) {
        while true {
            let changes = limitChanges.load()
            if index < state.pointee.threadLimit.load(ordering: .sequentiallyConsistent) - 1 { return }
            limitChanges.wait(whileEqualTo: changes)
        }
    }

    /// The gate, once it is open in another generation than `last`; nil after a sleep.
    private func awaitGeneration(after last: UInt64) -> UInt64? {
        let deadline = nanoseconds() &+ Workers.spinNanoseconds
        var spins = 0
        while true {
            if let gate = openGate(after: last) { return gate }
            sg_pause()
            spins += 1
            if spins & 63 == 0, nanoseconds() &- deadline > 0 { break }
        }
        let rung = bell.load()
        state.pointee.sleepers.wrappingAdd(1, ordering: .sequentiallyConsistent)
        defer { state.pointee.sleepers.wrappingSubtract(1, ordering: .sequentiallyConsistent) }
        if let gate = openGate(after: last) { return gate }
        bell.wait(whileEqualTo: rung)
        return nil
    }

    private func openGate(after last: UInt64) -> UInt64? {
        let gate = state.pointee.gate.load(ordering: .sequentiallyConsistent)
        return gate & Workers.openBit != 0 && gate >> 32 != last ? gate : nil
    }

    private func startThreads(_ count: Int) {
        while job.pointee.started < count {
            guard startThread(job.pointee.started) else { return }
            job.pointee.started += 1
        }
    }

    /// A detached thread with every signal blocked, so that signals go to the threads that expect them.
    private func startThread(_ index: Int) -> Bool {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return false }
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var everything = sigset_t()
        var previous = sigset_t()
        sigfillset(&everything)
        pthread_sigmask(SIG_BLOCK, &everything, &previous)
        defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
        let assignment = UnsafeMutablePointer<WorkerAssignment>.allocate(capacity: 1)
        assignment.initialize(to: WorkerAssignment(workers: self, index: index))
        var thread = pthread_t()
        guard pthread_create(&thread, &attributes, workerMain, assignment) == 0 else {
            assignment.deallocate()
            return false
        }
        return true
    }

    private func forgetThreads() {
        state.pointee.gate.store(0, ordering: .relaxed)
        state.pointee.sleepers.store(0, ordering: .relaxed)
        state.pointee.ownerSleeps.store(false, ordering: .relaxed)
        job.pointee.started = 0
        state.pointee.owned.store(false, ordering: .sequentiallyConsistent)
    }
}

private struct WorkerAssignment {
    let workers: Workers
    let index: Int
}

/// Where the fork handler, which captures nothing, finds the workers.
private nonisolated(unsafe) var forkedWorkers: Workers?

private func workerMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let assignment = argument?.assumingMemoryBound(to: WorkerAssignment.self) else { return nil }
    let (workers, index) = (assignment.pointee.workers, assignment.pointee.index)
    assignment.deallocate()
    _ = sg_flush_denormals()
    workers.work(index)
    return nil
}

private func nanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
}
