/// A JSON document (RFC 8259). Objects keep the order of their keys, and keys that are repeated.
public enum JSON: Equatable {
    case null
    case bool(Bool)
    /// A number without fraction or exponent that fits.
    case int(Int)
    case double(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    public struct Member: Equatable {
        public var key: String
        public var value: JSON

        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// Reads a document; nothing but white space may follow it. Throws a value error that names the byte.
    public init(parsing bytes: UnsafeRawBufferPointer) throws(SwiftgradError) {
        var parser = JSONParser(bytes: bytes)
        self = try parser.document()
    }

    /// Members of an object; nil for anything else.
    public var members: [Member]? {
        if case .object(let members) = self { return members }
        return nil
    }

    /// The first value of a key of an object.
    public subscript(key: String) -> JSON? { members?.first { $0.key == key }?.value }
}

// Writing: without white space, text as UTF-8, only what has to be escaped escaped.
extension JSON {
    public var bytes: [UInt8] {
        var output: [UInt8] = []
        write(to: &output)
        return output
    }

    private func write(to output: inout [UInt8]) {
        switch self {
        case .null: output += Array("null".utf8)
        case .bool(let flag): output += Array((flag ? "true" : "false").utf8)
        case .int(let number): output += Array("\(number)".utf8)
        // JSON has no infinities and no NaN.
        case .double(let number): output += Array((number.isFinite ? "\(number)" : "null").utf8)
        case .string(let text): JSON.write(text, to: &output)
        case .array(let items):
            output.append(UInt8(ascii: "["))
            for (position, item) in items.enumerated() {
                if position > 0 { output.append(UInt8(ascii: ",")) }
                item.write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (position, member) in members.enumerated() {
                if position > 0 { output.append(UInt8(ascii: ",")) }
                JSON.write(member.key, to: &output)
                output.append(UInt8(ascii: ":"))
                member.value.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to output: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                output += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
