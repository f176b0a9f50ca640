import CSwiftgrad
import Glibc
import Swiftgrad

/// The message of the last failure, one a thread, as a C string.
enum LastError {
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { free($0) }
        return key
    }()

    nonisolated(unsafe) private static let none: UnsafePointer<CChar> = {
        let empty = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        empty.pointee = 0
        return UnsafePointer(empty)
    }()

    static var message: UnsafePointer<CChar> {
        guard let stored = pthread_getspecific(key) else { return none }
        return UnsafePointer(stored.assumingMemoryBound(to: CChar.self))
    }

    static func set(_ message: String) {
        let previous = pthread_getspecific(key)
        pthread_setspecific(key, strdup(message))
        free(previous)
    }
}

/// Runs a call from outside: 0, or the status of what it throws.
func status(_ body: () throws(SwiftgradError) -> Void) -> Int32 {
    do throws(SwiftgradError) {
        try body()
        return 0
    } catch {
        LastError.set(error.message)
        return error.kind.rawValue
    }
}
