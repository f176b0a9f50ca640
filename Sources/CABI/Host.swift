import CSwiftgrad
import Swiftgrad
import SwiftgradNN
import SwiftgradTraining

/// The callbacks of the host's language.
enum Host {
    nonisolated(unsafe) static var callbacks: swiftgrad_host?

    /// Calls a function of the host.
    static func call(_ callable: UnsafeMutableRawPointer, _ arguments: [Value]) throws(SwiftgradError) -> Value {
        guard let call = callbacks?.call else { throw .runtime("no host to call: swiftgrad_set_host was not called") }
        var exported = arguments.map { $0.exported() }
        defer { for position in exported.indices { Value.clear(&exported[position]) } }
        var result = swiftgrad_value()
        result.kind = Int32(bitPattern: SWIFTGRAD_NONE.rawValue)
        let status = call(callable, exported, Int64(exported.count), &result)
        guard status == 0 else {
            throw SwiftgradError(SwiftgradError.Kind(rawValue: status) ?? .foreign, "a callback failed")
        }
        return try Value.consuming(&result)
    }
}

/// A function of the host's language, borrowed for a call or owned.
final class HostCallable: ForeignCallable {
    let foreign: UnsafeMutableRawPointer
    private let isOwned: Bool

    init(borrowing foreign: UnsafeMutableRawPointer) {
        self.foreign = foreign
        isOwned = false
    }

    private init(owning foreign: UnsafeMutableRawPointer) {
        self.foreign = foreign
        isOwned = true
        Host.callbacks?.retain?(foreign)
    }

    deinit {
        if isOwned { Host.callbacks?.release?(foreign) }
    }

    func call(_ arguments: [Value]) throws(SwiftgradError) -> Value { try Host.call(foreign, arguments) }

    func retained() -> any ForeignCallable { HostCallable(owning: foreign) }
}

extension Host {
    /// Makes the host's callbacks the ones that the engine uses.
    static func install(_ host: swiftgrad_host) {
        callbacks = host
        ForeignModule.host = ModuleHost()
        Interruption.hook = { Host.callbacks?.interrupted?() ?? false }
    }
}

/// Calls a module of the host, which runs what is registered around its forward too.
private struct ModuleHost: ForeignHost {
    func callModule(_ wrapper: UnsafeMutableRawPointer, _ arguments: [Value]) throws(SwiftgradError) -> Value {
        try Host.call(wrapper, arguments)
    }
}
