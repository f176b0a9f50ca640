import Glibc

/// What the machine says of its caches.
enum CacheSize {
    /// Bytes of first-level data cache of a core; 32 KB, the least of today's processors, where the machine does not say.
    static let firstLevel: Int = {
        let bytes = sysconf(Int32(_SC_LEVEL1_DCACHE_SIZE))
        return bytes > 0 ? bytes : 32 << 10
    }()

    /// Bytes of second-level cache of a core; 1 MB where the machine does not say.
    static let secondLevel: Int = {
        let bytes = sysconf(Int32(_SC_LEVEL2_CACHE_SIZE))
        return bytes > 0 ? bytes : 1 << 20
    }()
}
