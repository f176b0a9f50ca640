import COpenBLAS
import Glibc
import Synchronization

/// The system's OpenBLAS, if there is one, opened when first asked for (docs/decisions/002).
///
/// A library that we load starts no threads of its own. Parallelism is this package's pool: calls go through
/// `singleThreaded`, which puts back the setting that the program had chosen.
public enum OpenBLAS {
    /// Whether a library was found.
    public static var isAvailable: Bool { library != nil }

    /// Address of a routine by its C name, such as `cblas_dgemm`; nil without a library or without the routine.
    public static func symbol(_ name: String) -> UnsafeMutableRawPointer? {
        library.flatMap { dlsym($0.handle, name) }
    }

    /// Runs `body` while OpenBLAS uses the calling thread alone. Calls may overlap: the last to leave restores.
    public static func singleThreaded<Result>(_ body: () -> Result) -> Result {
        guard let library else { return body() }
        users.withLock { users in
            if users.count == 0 {
                users.threadsBefore = library.threadCount()
                library.setThreadCount(1)
            }
            users.count += 1
        }
        defer {
            users.withLock { users in
                users.count -= 1
                if users.count == 0 { library.setThreadCount(users.threadsBefore) }
            }
        }
        return body()
    }

    private struct Library: @unchecked Sendable {
        let handle: UnsafeMutableRawPointer
        let threadCount: sg_openblas_get_num_threads
        let setThreadCount: sg_openblas_set_num_threads
    }

    private struct Users {
        var count = 0
        var threadsBefore: Int32 = 1
    }

    private static let users = Mutex(Users())
    private static let names = ["libopenblas.so.0", "libopenblas.so"]

    private static let library: Library? = {
        guard let handle = loadedByOthers() ?? loadWithoutThreads() else { return nil }
        guard let get = dlsym(handle, "openblas_get_num_threads"), let set = dlsym(handle, "openblas_set_num_threads")
        else { return nil }
        return Library(
            handle: handle, threadCount: unsafeBitCast(get, to: sg_openblas_get_num_threads.self),
            setThreadCount: unsafeBitCast(set, to: sg_openblas_set_num_threads.self))
    }()

    private static func loadedByOthers() -> UnsafeMutableRawPointer? {
        for name in names {
            if let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL | RTLD_NOLOAD) { return handle }
        }
        return nil
    }

    /// OpenBLAS reads its environment, and starts its threads, while it is loaded.
    private static func loadWithoutThreads() -> UnsafeMutableRawPointer? {
        let variable = "OPENBLAS_NUM_THREADS"
        let before = getenv(variable).flatMap { strdup($0) }
        setenv(variable, "1", 1)
        defer {
            if let before {
                setenv(variable, before, 1)
                free(before)
            } else {
                unsetenv(variable)
            }
        }
        for name in names {
            if let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) { return handle }
        }
        return nil
    }
}
