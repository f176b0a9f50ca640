import SwiftgradKernels

/// A value that several threads read and replace: each gets one that was there, never half of a change.
///
/// For what a host's threads can reach of one object. A change that depends on the old value is the business of whoever
/// makes it; two at once lose one of them.
public final class Guarded<Value> {
    private var stored: Value

    public init(_ value: Value) { stored = value }

    public var value: Value {
        get { guardLock.with { stored } }
        set {
            var given = newValue
            guardLock.with { swap(&stored, &given) }
        }
    }
}

extension Guarded: @unchecked Sendable where Value: Sendable {}

private let guardLock = SpinLock()
