extension JSON {
    /// A longer document is no configuration.
    private static let maximumFileBytes = 100 << 20

    /// Reads a file; an error names it.
    public static func load(_ path: String) throws(SwiftgradError) -> JSON {
        let file = try File.reading(path)
        let count = try file.byteCount()
        guard count <= maximumFileBytes else {
            throw .value("'\(path)' has \(count) bytes, more than the \(maximumFileBytes) that JSON is read of")
        }
        let text = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 8)
        defer { text.deallocate() }
        try file.read(into: text, at: 0)
        do throws(SwiftgradError) { return try JSON(parsing: UnsafeRawBufferPointer(text)) } catch {
            throw .value("'\(path)': \(error.message)")
        }
    }

    /// Writes a file that is there whole or not at all.
    public func save(to path: String) throws(SwiftgradError) {
        let bytes = bytes
        let text = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
        defer { text.deallocate() }
        text.copyBytes(from: bytes)
        try File.replace(path) { file throws(SwiftgradError) in try file.write(UnsafeRawBufferPointer(text)) }
    }
}
