import Glibc
import TestSupport
import XCTest

@testable import Swiftgrad

final class SafetensorsTests: XCTestCase {
    private var path = ""

    override func setUp() { path = "/tmp/swiftgrad-\(getpid())-\(UInt32.random(in: 0 ... .max)).safetensors" }

    override func tearDown() { unlink(path) }

    private func write(_ bytes: [UInt8]) throws {
        let file = try XCTUnwrap(fopen(path, "wb"))
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    private func writeFile(_ header: String, data: Int, length: UInt64? = nil) throws {
        let length = length ?? UInt64(header.utf8.count)
        try write(
            (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(header.utf8)
                + [UInt8](repeating: 7, count: data))
    }

    private func expectFault(_ part: String, line: UInt = #line) {
        XCTAssertThrowsError(try Safetensors.load(path), line: line) { error in
            XCTAssertEqual((error as? SwiftgradError)?.kind, .value, line: line)
            XCTAssertTrue("\(error)".contains(part), "\(error)", line: line)
        }
    }

    func testRoundTripOfEveryType() throws {
        var tensors: Safetensors.NamedTensors = []
        for dtype in DType.allCases {
            tensors.append((dtype.description, try Tensor([0, 1, 1, 0, 1, 1], shape: [2, 3]).cast(to: dtype)))
        }
        tensors.append(("turned", try Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3]).transpose(0, 1)))
        tensors.append(("scalar \"é\"\n", try Tensor.full([], 2)))
        tensors.append(("empty", try Tensor.zeros([0, 4])))
        try Safetensors.save(tensors, to: path, metadata: [("format", "sg")])
        let (loaded, metadata) = try Safetensors.load(path)
        XCTAssertEqual(metadata.map(\.key) + metadata.map(\.value), ["format", "sg"])
        XCTAssertEqual(loaded.count, tensors.count)
        for (name, tensor) in tensors {
            let other = try XCTUnwrap(loaded.first { $0.path == name }, name).tensor
            XCTAssertEqual(other.spec, tensor.spec)
            XCTAssertTrue(try (tensor.equal(other)).doubles().allSatisfy { $0 == 1 }, name)
        }
    }

    func testTheFileIsLaidOutAsTheReferenceDoes() throws {
        let tensors: Safetensors.NamedTensors = [
            ("b", try Tensor([1, 2], shape: [2])), ("z", try Tensor([1], shape: [1]).cast(to: .uint8)),
            ("a", try Tensor([1], shape: [1]).cast(to: .bool)), ("c", try Tensor([1], shape: [1]).cast(to: .float16)),
            ("i", try Tensor([3], shape: [1]).cast(to: .uint64)), ("d", try Tensor.zeros([0, 4], .float64)),
            ("s", try Tensor.full([], 2)),
        ]
        try Safetensors.save(tensors, to: path, metadata: [("format", "pt")])
        let file = try File.reading(path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: try file.byteCount(), alignment: 8)
        defer { buffer.deallocate() }
        try file.read(into: buffer, at: 0)
        // Written by the safetensors package 0.8 from the same arrays.
        let header =
            #"{"__metadata__":{"format":"pt"},"i":{"dtype":"U64","shape":[1],"data_offsets":[0,8]},"#
            + #""d":{"dtype":"F64","shape":[0,4],"data_offsets":[8,8]},"b":{"dtype":"F32","shape":[2],"#
            + #""data_offsets":[8,16]},"s":{"dtype":"F32","shape":[],"data_offsets":[16,20]},"c":{"dtype":"F16","#
            + #""shape":[1],"data_offsets":[20,22]},"z":{"dtype":"U8","shape":[1],"data_offsets":[22,23]},"#
            + #""a":{"dtype":"BOOL","shape":[1],"data_offsets":[23,24]}}   "#
        XCTAssertEqual(Array(buffer.prefix(8)), [0xA0, 1, 0, 0, 0, 0, 0, 0])
        XCTAssertEqual(String(decoding: buffer[8..<buffer.count - 24], as: UTF8.self), header)
        let data: [UInt8] = [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x3F, 0, 0, 0, 0x40, 0, 0, 0, 0x40, 0, 0x3C, 1, 1]
        XCTAssertEqual(Array(buffer.suffix(24)), data)
    }

    func testHostileFilesAreErrors() throws {
        try write([1, 2, 3])
        expectFault("too short")
        try writeFile("{}", data: 0, length: .max)
        expectFault("longer than")
        try writeFile("{}", data: 0, length: 99_999_999)
        expectFault("does not fit")
        try writeFile("", data: 4)
        expectFault("does not start with '{'")
        try writeFile("{", data: 0)
        expectFault("invalid")
        try writeFile("{\"a\":" + String(repeating: "[", count: 100_000) + "}", data: 0)
        expectFault("nested")
        let entry = #""dtype":"F32","shape":[1],"data_offsets""#
        try writeFile("{\"a\":{\(entry):[0,4]},\"a\":{\(entry):[4,8]}}", data: 8)
        expectFault("appears twice")
        try writeFile("{\"a\":{\(entry):[0,4]},\"b\":{\(entry):[0,4]}}", data: 4)
        expectFault("expected to start at 4")
        try writeFile("{\"a\":{\(entry):[0,4]},\"b\":{\(entry):[8,12]}}", data: 12)
        expectFault("expected to start at 4")
        try writeFile("{\"a\":{\(entry):[0,4]}}", data: 8)
        expectFault("covers 4 bytes")
        try writeFile("{\"a\":{\(entry):[0,4]}}", data: 2)
        expectFault("covers 4 bytes")
        try writeFile("{\"a\":{\(entry):[0,8]}}", data: 8)
        expectFault("has 8 bytes")
        try writeFile("{\"a\":{\(entry):[4,0]}}", data: 4)
        expectFault("lies at")
        try writeFile("{\"a\":{\(entry):[-4,0]}}", data: 4)
        expectFault("entry of 'a'")
        try writeFile("{\"a\":{\(entry):[0,9223372036854775808]}}", data: 4)
        expectFault("entry of 'a'")
        let huge = #"{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}"#
        try writeFile(huge, data: 0)
        expectFault("too many")
        let axes = [String](repeating: "1", count: 65).joined(separator: ",")
        try writeFile("{\"a\":{\"dtype\":\"F32\",\"shape\":[\(axes)],\"data_offsets\":[0,4]}}", data: 4)
        expectFault("too many")
        try writeFile(#"{"a":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[0,1]}}"#, data: 1)
        expectFault("unsupported dtype F8_E4M3")
        try writeFile(#"{"__metadata__":{"a":1}}"#, data: 0)
        expectFault("not a string")
        try write([2, 0, 0, 0, 0, 0, 0, 0, UInt8(ascii: "{"), 0xFF])
        expectFault("invalid")
    }

    func testABooleanIsZeroOrOne() throws {
        try writeFile(#"{"a":{"dtype":"BOOL","shape":[3],"data_offsets":[0,3]}}"#, data: 3)
        XCTAssertEqual(try Safetensors.load(path).tensors[0].tensor.doubles(), [1, 1, 1])
    }

    func testAFailedSaveLeavesTheOldFile() throws {
        try Safetensors.save([("a", try Tensor.ones([2]))], to: path)
        XCTAssertThrowsError(try Safetensors.save([("a", .ones([2])), ("a", .ones([3]))], to: path))
        XCTAssertEqual(try Safetensors.load(path).tensors[0].tensor.shape, [2])
        XCTAssertThrowsError(try Safetensors.save([], to: "/nonexistent/file")) { error in
            XCTAssertEqual((error as? SwiftgradError)?.kind, .system)
        }
        XCTAssertThrowsError(try Safetensors.load(path + "\0x"))
        XCTAssertThrowsError(try Safetensors.load("/tmp")) { error in
            XCTAssertEqual("\(error)", "'/tmp' is not a regular file")
        }
        XCTAssertThrowsError(try Safetensors.load("/nonexistent")) { error in
            XCTAssertEqual("\(error)", "cannot open '/nonexistent': No such file or directory")
        }
    }
}

final class JSONTests: XCTestCase {
    private func parse(_ text: String) throws -> JSON {
        try Array(text.utf8).withUnsafeBytes { bytes throws in try JSON(parsing: bytes) }
    }

    func testRoundTrip() throws {
        let text = #"{"a":[1,-2.5,1e+20,true,false,null],"b\n":{"c":"é\"\\\u0001😀"},"d":[],"e":{}}"#
        let value = try parse(text)
        XCTAssertEqual(value["a"], .array([.int(1), .double(-2.5), .double(1e20), .bool(true), .bool(false), .null]))
        XCTAssertEqual(try parse(String(decoding: value.bytes, as: UTF8.self)), value)
        XCTAssertEqual(try parse(#""\ud83d\ude00\/""#), .string("😀/"))
        XCTAssertEqual(try parse("9223372036854775807"), .int(.max))
        XCTAssertEqual(try parse("9223372036854775808"), .double(9_223_372_036_854_775_808))
    }

    func testWhatIsNotJSON() {
        for text in [
            "", " ", "{", "[1,]", "{\"a\"}", "{a:1}", "01", "-", "1.", "1e", "nul", "\"", "\"\u{1}\"", "\"\\x\"",
            "\"\\ud800\"", "\"\\ud800\\u0041\"", "1 2", "[1}", "+1", ".5", "NaN", "\"\\u12g4\"",
        ] {
            XCTAssertThrowsError(try parse(text), text)
        }
    }
}
