import CSwiftgrad
import Swiftgrad

// Objects cross the boundary as unmanaged references: one retain for each handle that is given out.

extension ManagedObject {
    /// A new handle.
    func handle() -> swiftgrad_object { swiftgrad_object(Unmanaged.passRetained(self).toOpaque()) }
}

/// The object behind a handle that the caller keeps.
func borrow(_ handle: swiftgrad_object) -> ManagedObject {
    Unmanaged<ManagedObject>.fromOpaque(UnsafeRawPointer(handle)).takeUnretainedValue()
}

func borrowTensor(_ handle: swiftgrad_object?) throws(SwiftgradError) -> Tensor {
    guard let handle, let tensor = borrow(handle) as? Tensor else { throw .type("expected a tensor") }
    return tensor
}
