import Glibc

/// Memory straight from the system.
///
/// Small blocks come from malloc. Blocks of 1 MB and more are mapped, because malloc would give their pages back on
/// every free; from 2 MB on they start on a 2 MB boundary and ask for huge pages, which spares most page faults.
enum SystemMemory {
    static let mappedSize = 1 << 20
    private static let hugePage = 1 << 21
    private static let page = 1 << 12

    static func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
        if size < mappedSize {
            var block: UnsafeMutableRawPointer?
            return posix_memalign(&block, 64, size) == 0 ? block : nil
        }
        return map(size, alignment: size < hugePage ? page : hugePage)
    }

    static func deallocate(_ block: UnsafeMutableRawPointer, _ size: Int) {
        if size < mappedSize { free(block) } else { munmap(block, size) }
    }

    private static func map(_ size: Int, alignment: Int) -> UnsafeMutableRawPointer? {
        let span = size + alignment - page
        guard let start = mmap(nil, span, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            start != MAP_FAILED
        else { return nil }
        let head = (alignment - Int(bitPattern: start) % alignment) % alignment
        let block = start + head
        if head > 0 { munmap(start, head) }
        if span > head + size { munmap(block + size, span - head - size) }
        if alignment == hugePage { madvise(block, size, MADV_HUGEPAGE) }
        return block
    }
}
