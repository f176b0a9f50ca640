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
        return blocks.take(SizeClass.index(of: bytes))
    }

    /// Takes back a block from `allocate(bytes)`, with the same `bytes`. Thread-safe.
    public static func deallocate(_ block: UnsafeMutableRawPointer, _ bytes: Int) {
        blocks.giveBack(block, SizeClass.index(of: bytes))
    }

    /// Returns every idle block to the system.
    public static func trim() { blocks.releaseIdle(keeping: 0) }

    public static var statistics: Statistics { blocks.statistics }

    /// Starts `peakBytesInUse` again from what is in use now.
    public static func resetPeak() { blocks.resetPeak() }
}

private let blocks = BlockLists()
