import CSwiftgrad
import Glibc
import Swiftgrad

extension Value {
    /// A value from the other side; what it points to is borrowed.
    init(_ source: swiftgrad_value) throws(SwiftgradError) {
        switch swiftgrad_kind(UInt32(bitPattern: source.kind)) {
        case SWIFTGRAD_ABSENT: self = .absent
        case SWIFTGRAD_NONE: self = .none
        case SWIFTGRAD_BOOLEAN: self = .bool(source.integer != 0)
        case SWIFTGRAD_INTEGER: self = .int(Int(source.integer))
        case SWIFTGRAD_NUMBER: self = .double(source.number)
        case SWIFTGRAD_STRING:
            let bytes = UnsafeBufferPointer(start: source.bytes, count: max(0, Int(source.count)))
            guard let text = bytes.withMemoryRebound(to: UInt8.self, { String(validating: $0, as: UTF8.self) }) else {
                throw .value("a string is not valid UTF-8")
            }
            self = .string(text)
        case SWIFTGRAD_DTYPE:
            guard let code = UInt8(exactly: source.integer), let dtype = DType(rawValue: code) else {
                throw .type("\(source.integer) is not a dtype")
            }
            self = .dtype(dtype)
        case SWIFTGRAD_TENSOR: self = .tensor(try borrowTensor(source.object))
        case SWIFTGRAD_OBJECT:
            guard let object = source.object else { throw .type("an object is missing") }
            self = .object(borrow(object))
        case SWIFTGRAD_LIST: self = .list(try Value.list(source))
        case SWIFTGRAD_MAP:
            let items = try Value.list(source)
            var pairs: [(key: String, value: Value)] = []
            for position in stride(from: 0, to: items.count - 1, by: 2) {
                guard case .string(let key) = items[position] else { throw .type("the keys of a map are strings") }
                pairs.append((key, items[position + 1]))
            }
            self = .map(pairs)
        case SWIFTGRAD_CALLABLE:
            guard let foreign = source.foreign else { throw .type("a function is missing") }
            self = .callable(HostCallable(borrowing: foreign))
        case SWIFTGRAD_SLICE:
            let bounds = try Value.list(source)
            guard bounds.count == 3 else { throw .type("a slice has three bounds") }
            self = .slice(bounds[0].bound, bounds[1].bound, bounds[2].bound)
        case SWIFTGRAD_ELLIPSIS: self = .ellipsis
        default: throw .type("\(source.kind) is not a kind of value")
        }
    }

    /// The tensor of a value that is one.
    static func tensor(_ source: swiftgrad_value) -> Tensor? {
        guard source.kind == Int32(bitPattern: SWIFTGRAD_TENSOR.rawValue), let object = source.object else {
            return nil
        }
        return borrow(object) as? Tensor
    }

    private static func list(_ source: swiftgrad_value) throws(SwiftgradError) -> [Value] {
        guard let items = source.items else { return [] }
        return try list(items, source.count)
    }

    static func list(_ items: UnsafePointer<swiftgrad_value>?, _ count: Int64) throws(SwiftgradError) -> [Value] {
        var values: [Value] = []
        guard let items, count > 0 else { return values }
        values.reserveCapacity(Int(count))
        for position in 0..<Int(count) { values.append(try Value(items[position])) }
        return values
    }

    private var bound: Int? {
        if case .int(let number) = self { return number }
        return nil
    }

    /// The value for the other side, which owns what it points to until `swiftgrad_value_clear`.
    func exported() -> swiftgrad_value {
        switch self {
        case .absent, .none, .ellipsis, .slice: return Value.blank(SWIFTGRAD_NONE)
        case .bool(let flag):
            var result = Value.blank(SWIFTGRAD_BOOLEAN)
            result.integer = flag ? 1 : 0
            return result
        case .int(let number):
            var result = Value.blank(SWIFTGRAD_INTEGER)
            result.integer = Int64(number)
            return result
        case .double(let number):
            var result = Value.blank(SWIFTGRAD_NUMBER)
            result.number = number
            return result
        case .string(let text):
            var text = text
            return text.withUTF8 { bytes in
                var result = Value.blank(SWIFTGRAD_STRING, bytes.count)
                let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes.count + 1, alignment: 1)
                if let start = bytes.baseAddress { copy.copyMemory(from: start, byteCount: bytes.count) }
                copy.storeBytes(of: 0, toByteOffset: bytes.count, as: UInt8.self)
                result.bytes = UnsafePointer(copy.assumingMemoryBound(to: CChar.self))
                return result
            }
        case .dtype(let dtype):
            var result = Value.blank(SWIFTGRAD_DTYPE)
            result.integer = Int64(dtype.rawValue)
            return result
        case .tensor(let tensor):
            var result = Value.blank(SWIFTGRAD_TENSOR)
            result.object = tensor.handle()
            return result
        case .object(let object):
            var result = Value.blank(object is Tensor ? SWIFTGRAD_TENSOR : SWIFTGRAD_OBJECT)
            result.object = object.handle()
            return result
        case .list(let items):
            var result = Value.blank(SWIFTGRAD_LIST, items.count)
            result.items = Value.export(items)
            return result
        case .map(let pairs):
            var result = Value.blank(SWIFTGRAD_MAP, 2 * pairs.count)
            result.items = Value.export(pairs.flatMap { [.string($0.key), $0.value] })
            return result
        case .callable(let callable):
            var result = Value.blank(SWIFTGRAD_CALLABLE)
            result.foreign = (callable as? HostCallable)?.foreign
            return result
        }
    }

    private static func blank(_ kind: swiftgrad_kind, _ count: Int = 0) -> swiftgrad_value {
        var result = swiftgrad_value()
        result.kind = Int32(bitPattern: kind.rawValue)
        result.count = Int64(count)
        return result
    }

    private static func export(_ values: [Value]) -> UnsafeMutablePointer<swiftgrad_value> {
        let items = UnsafeMutablePointer<swiftgrad_value>.allocate(capacity: max(1, values.count))
        for (position, value) in values.enumerated() { (items + position).initialize(to: value.exported()) }
        return items
    }

    /// Takes over a value that the other side made by `exported`'s rules: its references become ours.
    static func consuming(_ source: inout swiftgrad_value) throws(SwiftgradError) -> Value {
        defer { clear(&source) }
        return try Value(source)
    }

    /// Releases what an exported value owns.
    static func clear(_ value: inout swiftgrad_value) {
        switch swiftgrad_kind(UInt32(bitPattern: value.kind)) {
        case SWIFTGRAD_TENSOR, SWIFTGRAD_OBJECT: if let object = value.object { swiftgradRelease(object) }
        case SWIFTGRAD_STRING: free(UnsafeMutableRawPointer(mutating: value.bytes))
        case SWIFTGRAD_LIST, SWIFTGRAD_MAP, SWIFTGRAD_SLICE:
            if let items = value.items {
                for position in 0..<max(0, Int(value.count)) { clear(&items[position]) }
                free(items)
            }
        default: break
        }
        value = swiftgrad_value()
        value.kind = Int32(bitPattern: SWIFTGRAD_NONE.rawValue)
    }
}
