/// The host's wish to stop a long call, as after Ctrl-C.
public enum Interruption {
    /// True when the running call should stop; set once by the host.
    nonisolated(unsafe) public static var hook: (() -> Bool)?

    /// Throws when the host wants the running call to stop; the host keeps its own error.
    public static func check() throws(SwiftgradError) {
        if let hook, hook() { throw SwiftgradError(.foreign, "interrupted") }
    }
}
