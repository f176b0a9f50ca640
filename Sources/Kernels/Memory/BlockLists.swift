/// Free lists of blocks, one a size class, under one spin lock that is held for a few instructions.
///
/// An idle block holds the address of the next one in its first word. The lists keep what a training loop needs: the pool
/// holds at most a quarter more than was in use at once of late, plus `slack`. `lately` is this window and the one before;
/// a window ends when 16 times its peak has been asked for. Only a request that must go to the system can break the
/// bound, so it is checked there, and what lay idle through the whole window goes first.
struct BlockLists: Sendable {
    static let slack = 64 << 20

    private struct List {
        var head: UnsafeMutableRawPointer?
        var idle = 0
        /// The fewest idle blocks since the window began.
        var idleThroughout = 0
    }

    private struct State {
        var statistics = MemoryPool.Statistics()
        var windowPeak = 0
        var previousPeak = 0
        var requested = 0
    }

    private let lock = SpinLock()
    private nonisolated(unsafe) let state: UnsafeMutablePointer<State>
    private nonisolated(unsafe) let lists: UnsafeMutablePointer<List>

    init() {
        state = .allocate(capacity: 1)
        state.initialize(to: State())
        lists = .allocate(capacity: SizeClass.count)
        lists.initialize(repeating: List(), count: SizeClass.count)
    }

    func take(_ index: Int) -> UnsafeMutableRawPointer? {
        let size = SizeClass.blockSize(index)
        lock.lock()
        if let block = lists[index].head {
            lists[index].head = block.load(as: UnsafeMutableRawPointer?.self)
            lists[index].idle &-= 1
            lists[index].idleThroughout = min(lists[index].idleThroughout, lists[index].idle)
            state.pointee.statistics.bytesIdle &-= size
            countUse(size)
            lock.unlock()
            return block
        }
        lists[index].idleThroughout = 0
        let excess = bytesHeld + size - bound
        lock.unlock()
        if excess > 0 { releaseIdle(keeping: max(statistics.bytesIdle - excess, 0)) }
        let block = takeFromSystem(size)
        if block != nil { addIdle(index, min(ThreadPool.activeThreads - 1, BlockLists.slack / 4 / size)) }
        return block
    }

    func giveBack(_ block: UnsafeMutableRawPointer, _ index: Int) {
        let size = SizeClass.blockSize(index)
        lock.lock()
        block.storeBytes(of: lists[index].head, as: UnsafeMutableRawPointer?.self)
        lists[index].head = block
        lists[index].idle &+= 1
        state.pointee.statistics.bytesIdle &+= size
        state.pointee.statistics.bytesInUse &-= size
        lock.unlock()
    }

    /// Returns idle blocks to the system, largest first, until at most `target` bytes are idle.
    func releaseIdle(keeping target: Int) {
        for onlyUnused in [true, false] {
            for index in stride(from: SizeClass.count - 1, through: 0, by: -1) {
                while let block = removeIdle(index, onlyUnused: onlyUnused, target) {
                    SystemMemory.deallocate(block, SizeClass.blockSize(index))
                }
            }
        }
    }

    var statistics: MemoryPool.Statistics {
        lock.lock()
        defer { lock.unlock() }
        return state.pointee.statistics
    }

    func resetPeak() {
        lock.lock()
        state.pointee.statistics.peakBytesInUse = state.pointee.statistics.bytesInUse
        lock.unlock()
    }

    private var bytesHeld: Int { state.pointee.statistics.bytesInUse + state.pointee.statistics.bytesIdle }

    private var bound: Int {
        let peak = max(state.pointee.windowPeak, state.pointee.previousPeak)
        return peak + peak / 4 + BlockLists.slack
    }

    private func takeFromSystem(_ size: Int) -> UnsafeMutableRawPointer? {
        var block = SystemMemory.allocate(size)
        if block == nil {
            releaseIdle(keeping: 0)
            block = SystemMemory.allocate(size)
        }
        guard block != nil else { return nil }
        lock.lock()
        state.pointee.statistics.systemAllocations &+= 1
        countUse(size)
        lock.unlock()
        return block
    }

    /// What one task of a region lacks, tasks on the other threads will lack too, in this step or, as it happens, only in a
    /// later one: they find theirs here.
    private func addIdle(_ index: Int, _ count: Int) {
        let size = SizeClass.blockSize(index)
        for _ in 0..<count {
            guard let block = SystemMemory.allocate(size) else { return }
            lock.lock()
            state.pointee.statistics.systemAllocations &+= 1
            state.pointee.statistics.bytesInUse &+= size
            lock.unlock()
            giveBack(block, index)
        }
    }

    @inline(__always)
    private func countUse(_ size: Int) {
        let inUse = state.pointee.statistics.bytesInUse &+ size
        state.pointee.statistics.bytesInUse = inUse
        state.pointee.statistics.peakBytesInUse = max(state.pointee.statistics.peakBytesInUse, inUse)
        state.pointee.windowPeak = max(state.pointee.windowPeak, inUse)
        state.pointee.requested &+= size
        if state.pointee.requested &>> 4 > max(state.pointee.windowPeak, BlockLists.slack) { beginWindow() }
    }

    @inline(never)
    private func beginWindow() {
        state.pointee.previousPeak = state.pointee.windowPeak
        state.pointee.windowPeak = state.pointee.statistics.bytesInUse
        state.pointee.requested = 0
        for index in 0..<SizeClass.count { lists[index].idleThroughout = lists[index].idle }
    }

    private func removeIdle(_ index: Int, onlyUnused: Bool, _ target: Int) -> UnsafeMutableRawPointer? {
        lock.lock()
        defer { lock.unlock() }
        guard state.pointee.statistics.bytesIdle > target, let block = lists[index].head,
            !onlyUnused || lists[index].idleThroughout > 0
        else { return nil }
        lists[index].head = block.load(as: UnsafeMutableRawPointer?.self)
        lists[index].idle -= 1
        lists[index].idleThroughout = max(lists[index].idleThroughout - 1, 0)
        state.pointee.statistics.bytesIdle -= SizeClass.blockSize(index)
        return block
    }
}
