/// Whatever the host's language can hold a handle to: tensors, modules, optimisers, loaders, trainers.
open class ManagedObject {
    /// The object that stands for this one in the host's language; not owned, cleared by the host when it goes.
    public var wrapper: UnsafeMutableRawPointer?

    public init() {}
}
