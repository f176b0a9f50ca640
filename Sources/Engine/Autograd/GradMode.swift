import CPlatform
import Glibc

/// Whether operations of this thread are recorded on the tape.
public enum GradMode {
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// On at first, a thread's own.
    public static var isEnabled: Bool {
        get { pthread_getspecific(key) == nil }
        set { pthread_setspecific(key, newValue ? nil : UnsafeRawPointer(bitPattern: 1)) }
    }

    /// Runs `body` with recording on or off.
    public static func with<Result>(
        _ enabled: Bool, _ body: () throws(SwiftgradError) -> Result
    ) throws(SwiftgradError) -> Result {
        let previous = isEnabled
        isEnabled = enabled
        defer { isEnabled = previous }
        return try body()
    }
}

/// Runs `body` without recording.
public func withNoGrad<Result>(_ body: () throws(SwiftgradError) -> Result) throws(SwiftgradError) -> Result {
    try GradMode.with(false, body)
}

/// Denormal numbers cost a hundred cycles each; kernels treat them as zero, on the caller's thread as on the workers'.
enum Denormals {
    @inline(__always)
    static func flushed(_ body: () throws(SwiftgradError) -> Void) throws(SwiftgradError) {
        let word = sg_flush_denormals()
        defer { sg_restore_denormals(word) }
        try body()
    }
}
