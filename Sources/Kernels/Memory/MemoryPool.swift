import Synchronization

/// Recycles 64-byte-aligned blocks, so that a training step neither asks the system for pages nor returns them.
public enum MemoryPool {
    /// What the pool holds, in bytes of whole blocks.
    public struct Statistics: Sendable, Equatable {
        /// Handed out and not yet back.
        public var bytesInUse = 0
        /// Kept for the next request.
        public var bytesIdle = 0
        /// The most that was ever in use at once.
        public var peakBytesInUse = 0
        /// Requests that had to go to the system.
        public var systemAllocations = 0
    }

    /// A block of at least `bytes` bytes aligned to 64, uninitialised; nil when the system has none. Thread-safe.
    public static func allocate(_ bytes: Int) -> UnsafeMutableRawPointer? {
        guard bytes >= 0, bytes <= SizeClass.largestBlock else { return nil }
        let block = blocks.take(SizeClass.index(of: bytes))
        if isObserved.load(ordering: .relaxed), let block { report(block, bytes, isTaken: true) }
        return block
    }

    /// Takes back a block from `allocate(bytes)`, with the same `bytes`. Thread-safe.
    public static func deallocate(_ block: UnsafeMutableRawPointer, _ bytes: Int) {
        blocks.giveBack(block, SizeClass.index(of: bytes))
        if isObserved.load(ordering: .relaxed) { report(block, bytes, isTaken: false) }
    }

    /// Returns every idle block to the system.
    public static func trim() { blocks.releaseIdle(keeping: 0) }

    public static var statistics: Statistics { blocks.statistics }

    /// Starts `peakBytesInUse` again from what is in use now.
    public static func resetPeak() { blocks.resetPeak() }

    /// A block that was given out or came back.
    public struct Change: Sendable {
        public let address: UInt
        /// The size of the whole block.
        public let bytes: Int
        public let isTaken: Bool
        /// In all of the pool, just afterwards.
        public let bytesInUse: Int
    }

    /// Has one function called after every change, on the thread that made it, or none. It must not use the pool.
    public static func observe(_ function: (@Sendable (Change) -> Void)?) {
        observerLock.with { observer = function }
        isObserved.store(function != nil, ordering: .releasing)
    }

    @inline(never)
    private static func report(_ block: UnsafeMutableRawPointer, _ bytes: Int, isTaken: Bool) {
        guard let function = observerLock.with({ observer }) else { return }
        function(
            Change(
                address: UInt(bitPattern: block), bytes: SizeClass.blockSize(SizeClass.index(of: bytes)),
                isTaken: isTaken, bytesInUse: blocks.statistics.bytesInUse))
    }
}

private let isObserved = Atomic<Bool>(false)
private let observerLock = SpinLock()
private nonisolated(unsafe) var observer: (@Sendable (MemoryPool.Change) -> Void)?

private let blocks = BlockLists()
