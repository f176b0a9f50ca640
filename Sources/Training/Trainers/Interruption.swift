import Glibc
import Swiftgrad

/// The host's wish to stop a long call, as after Ctrl-C.
public enum Interruption {
    /// True when the running call should stop; set once by the host.
    nonisolated(unsafe) public static var hook: (() -> Bool)?

    /// Throws when the host wants the running call to stop; the host keeps its own error.
    public static func check() throws(SwiftgradError) {
        if let hook, hook() { throw SwiftgradError(.foreign, "interrupted") }
    }
}

/// Says when a period of time has passed again.
struct Metronome {
    let seconds: Double
    private var last = Metronome.now

    init(seconds: Double) { self.seconds = seconds }

    /// Seconds since some moment in the past.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// Whether the period has passed since this was last true.
    mutating func beats() -> Bool {
        let now = Metronome.now
        guard now - last >= seconds else { return false }
        last = now
        return true
    }
}
