/// Recursive descent over bytes that nobody vouches for.
struct JSONParser {
    let bytes: UnsafeRawBufferPointer
    private var position = 0
    private var depth = 0
    private var valueCount = 0

    /// Arrays and objects inside each other; a limit on the stack.
    private static let maximumDepth = 64
    /// Values in a document; a limit on memory, some 30 bytes each.
    private static let maximumValueCount = 1 << 24

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func document() throws(SwiftgradError) -> JSON {
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw fault("nothing may follow the value") }
        return value
    }

    private func fault(_ what: String) -> SwiftgradError { .value("JSON, byte \(position): \(what)") }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func take(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard bytes.count - position >= count else { return false }
        for offset in 0..<count where bytes[position + offset] != word.utf8Start[offset] { return false }
        position += count
        return true
    }

    private mutating func value() throws(SwiftgradError) -> JSON {
        valueCount += 1
        guard valueCount <= JSONParser.maximumValueCount else { throw fault("too many values") }
        skipSpace()
        guard let byte = next else { throw fault("the text ends early") }
        switch byte {
        case UInt8(ascii: "{"): return try nested { parser throws(SwiftgradError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(SwiftgradError) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t") where take("true"): return .bool(true)
        case UInt8(ascii: "f") where take("false"): return .bool(false)
        case UInt8(ascii: "n") where take("null"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw fault("a value was expected")
        }
    }

    private mutating func nested(
        _ body: (inout JSONParser) throws(SwiftgradError) -> JSON
    ) throws(SwiftgradError) -> JSON {
        guard depth < JSONParser.maximumDepth else { throw fault("nested more than \(JSONParser.maximumDepth) deep") }
        depth += 1
        position += 1
        let value = try body(&self)
        depth -= 1
        return value
    }

    private mutating func array() throws(SwiftgradError) -> JSON {
        var items: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(items) }
        while true {
            items.append(try value())
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(items) }
            guard take(UInt8(ascii: ",")) else { throw fault("',' or ']' was expected") }
        }
    }

    private mutating func object() throws(SwiftgradError) -> JSON {
        var members: [JSON.Member] = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw fault("a key was expected") }
            let key = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault("':' was expected") }
            members.append(JSON.Member(key, try value()))
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw fault("',' or '}' was expected") }
        }
    }

    private mutating func number() throws(SwiftgradError) -> JSON {
        let start = position
        var isWhole = true
        _ = take(UInt8(ascii: "-"))
        let firstDigit = position
        guard skipDigits() > 0 else { throw fault("a digit was expected") }
        if bytes[firstDigit] == UInt8(ascii: "0") && position > firstDigit + 1 { throw fault("a number starts with 0") }
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard skipDigits() > 0 else { throw fault("a digit was expected") }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            _ = take(UInt8(ascii: "-")) || take(UInt8(ascii: "+"))
            guard skipDigits() > 0 else { throw fault("a digit was expected") }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let whole = Int(text) { return .int(whole) }
        guard let number = Double(text) else { throw fault("a number was expected") }
        return .double(number)
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while let byte = next, byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") { position += 1 }
        return position - start
    }

    private mutating func string() throws(SwiftgradError) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let valid = String(validating: text, as: UTF8.self) else { throw fault("the text is not UTF-8") }
                return valid
            case UInt8(ascii: "\\"): text += try escaped()
            case 0..<0x20: throw fault("a control character has to be escaped")
            default: text.append(byte)
            }
        }
        throw fault("a string has no end")
    }

    private mutating func escaped() throws(SwiftgradError) -> [UInt8] {
        guard let byte = next else { throw fault("the text ends early") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"):
            var code = try hexadecimal()
            if code & 0xFC00 == 0xD800 {
                guard take("\\u") else { throw fault("half of a surrogate pair") }
                let low = try hexadecimal()
                guard low & 0xFC00 == 0xDC00 else { throw fault("half of a surrogate pair") }
                code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
            }
            guard let scalar = Unicode.Scalar(code) else { throw fault("half of a surrogate pair") }
            return Array(String(Character(scalar)).utf8)
        default: throw fault("there is no such escape")
        }
    }

    private mutating func hexadecimal() throws(SwiftgradError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw fault("four hexadecimal digits were expected")
            }
            position += 1
            code = code << 4 + UInt32(digit)
        }
        return code
    }
}
