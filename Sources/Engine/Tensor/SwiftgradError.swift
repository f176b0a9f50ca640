/// Why a call failed. Nothing has changed when it is thrown.
public struct SwiftgradError: Error, Equatable, Sendable {
    /// The family of a failure; each is one Python exception.
    public enum Kind: Int32, Sendable {
        case value = 1
        case type, index, key, memory, buffer, runtime, notImplemented, system, attribute, stopIteration
        /// A callback of the host's language failed and keeps its own error.
        case foreign
    }

    public let kind: Kind
    public var message: String
    /// The message already names the layer that failed.
    public var isLocated = false

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public static func value(_ message: String) -> SwiftgradError { .init(.value, message) }
    public static func type(_ message: String) -> SwiftgradError { .init(.type, message) }
    public static func index(_ message: String) -> SwiftgradError { .init(.index, message) }
    public static func key(_ message: String) -> SwiftgradError { .init(.key, message) }
    public static func buffer(_ message: String) -> SwiftgradError { .init(.buffer, message) }
    public static func runtime(_ message: String) -> SwiftgradError { .init(.runtime, message) }
    public static func notImplemented(_ message: String) -> SwiftgradError { .init(.notImplemented, message) }

    public static func memory(_ bytes: Int) -> SwiftgradError {
        .init(.memory, "cannot allocate \(bytes) bytes")
    }
}

extension SwiftgradError: CustomStringConvertible {
    public var description: String { message }
}
