import CSwiftgrad
import Swiftgrad

// The exported symbols but those of tensors; swiftgrad.h documents them.

@c(swiftgrad_abi_version)
public func swiftgradABIVersion() -> Int32 { SWIFTGRAD_ABI_VERSION }

@c(swiftgrad_last_error)
public func swiftgradLastError() -> UnsafePointer<CChar> { LastError.message }

@c(swiftgrad_set_host)
public func swiftgradSetHost(_ host: UnsafePointer<swiftgrad_host>) { Host.install(host.pointee) }

@c(swiftgrad_describe)
public func swiftgradDescribe(_ result: UnsafeMutablePointer<swiftgrad_value>) -> Int32 {
    result.initialize(to: registry.description.exported())
    return 0
}

@c(swiftgrad_call)
public func swiftgradCall(
    _ function: Int32, _ arguments: UnsafePointer<swiftgrad_value>?, _ count: Int64,
    _ result: UnsafeMutablePointer<swiftgrad_value>
) -> Int32 {
    status { () throws(SwiftgradError) in
        guard function >= 0 && function < registry.functions.count else {
            throw .value("there is no function number \(function)")
        }
        let definition = registry.functions[Int(function)]
        if let primitive = definition.primitive, count == 2, let arguments,
            let x = Value.tensor(arguments[0]), let y = Value.tensor(arguments[1])
        {
            result.initialize(to: Value.tensor(try Tensor.apply(primitive, x, y)).exported())
            return
        }
        let value = try definition(Value.list(arguments, count))
        result.initialize(to: value.exported())
    }
}

@c(swiftgrad_construct)
public func swiftgradConstruct(
    _ type: Int32, _ arguments: UnsafePointer<swiftgrad_value>?, _ count: Int64,
    _ result: UnsafeMutablePointer<swiftgrad_object?>
) -> Int32 {
    status { () throws(SwiftgradError) in
        guard type >= 0 && type < registry.classes.count else { throw .value("there is no class number \(type)") }
        let definition = registry.classes[Int(type)]
        let object = try definition.construct(
            Arguments(definition.signature, Value.list(arguments, count)))
        result.pointee = object.handle()
    }
}

@c(swiftgrad_invoke)
public func swiftgradInvoke(
    _ object: swiftgrad_object, _ method: Int32, _ arguments: UnsafePointer<swiftgrad_value>?, _ count: Int64,
    _ result: UnsafeMutablePointer<swiftgrad_value>
) -> Int32 {
    status { () throws(SwiftgradError) in
        guard method >= 0 && method < registry.methods.count else {
            throw .value("there is no method number \(method)")
        }
        let definition = registry.methods[Int(method)]
        let value = try definition.body(
            borrow(object), Arguments(definition.signature, Value.list(arguments, count)))
        result.initialize(to: value.exported())
    }
}

@c(swiftgrad_class_of)
public func swiftgradClassOf(_ object: swiftgrad_object) -> Int32 {
    Int32(registry.classNumber(type(of: borrow(object))) ?? -1)
}

@c(swiftgrad_retain)
public func swiftgradRetain(_ object: swiftgrad_object) {
    _ = Unmanaged<ManagedObject>.fromOpaque(UnsafeRawPointer(object)).retain()
}

@c(swiftgrad_release)
public func swiftgradRelease(_ object: swiftgrad_object) {
    Unmanaged<ManagedObject>.fromOpaque(UnsafeRawPointer(object)).release()
}

@c(swiftgrad_value_clear)
public func swiftgradValueClear(_ value: UnsafeMutablePointer<swiftgrad_value>) { Value.clear(&value.pointee) }

@c(swiftgrad_get_wrapper)
public func swiftgradGetWrapper(_ object: swiftgrad_object) -> UnsafeMutableRawPointer? { borrow(object).wrapper }

@c(swiftgrad_set_wrapper)
public func swiftgradSetWrapper(_ object: swiftgrad_object, _ wrapper: UnsafeMutableRawPointer?) {
    borrow(object).wrapper = wrapper
}
