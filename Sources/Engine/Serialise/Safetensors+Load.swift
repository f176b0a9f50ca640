// Reading, from files that nobody vouches for: every number of the header is checked before it is used.
extension Safetensors {
    /// Where a tensor lies in the data.
    private struct Entry {
        let name: String
        let dtype: DType
        let shape: [Int]
        let start: Int
        let end: Int
    }

    /// The tensors, each in memory of its own, in the order of the file, and the metadata.
    public static func load(_ path: String) throws(SwiftgradError) -> (tensors: NamedTensors, metadata: Metadata) {
        let file = try File.reading(path)
        let byteCount = try file.byteCount()
        let headerBytes = try headerLength(file, byteCount)
        let text = UnsafeMutableRawBufferPointer.allocate(byteCount: headerBytes, alignment: 8)
        defer { text.deallocate() }
        try file.read(into: text, at: 8)
        guard text.first == UInt8(ascii: "{") else { throw fault(path, "the header does not start with '{'") }
        let header: JSON
        do throws(SwiftgradError) {
            header = try JSON(parsing: UnsafeRawBufferPointer(text))
        } catch { throw fault(path, "the header is invalid: \(error.message)") }
        let (entries, metadata) = try entries(header, path)
        try checkLayout(entries, dataBytes: byteCount - 8 - headerBytes, path)
        var tensors: NamedTensors = []
        for entry in entries {
            let tensor = try Tensor(uninitialised: entry.shape, entry.dtype)
            let buffer = UnsafeMutableRawBufferPointer(start: tensor.pointer, count: entry.end - entry.start)
            try file.read(into: buffer, at: 8 + headerBytes + entry.start)
            // Any other byte would not be a boolean.
            if entry.dtype == .bool {
                for position in buffer.indices where buffer[position] > 1 { buffer[position] = 1 }
            }
            tensors.append((entry.name, tensor))
        }
        return (tensors, metadata)
    }

    private static func fault(_ path: String, _ what: String) -> SwiftgradError {
        .value("'\(path)' is not a valid safetensors file: \(what)")
    }

    private static func headerLength(_ file: borrowing File, _ byteCount: Int) throws(SwiftgradError) -> Int {
        guard byteCount >= 8 else { throw fault(file.path, "\(byteCount) bytes are too short for a header") }
        let length = UnsafeMutableRawBufferPointer.allocate(byteCount: 8, alignment: 8)
        defer { length.deallocate() }
        try file.read(into: length, at: 0)
        let value = length.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard value <= UInt64(maximumHeaderBytes) else {
            throw fault(file.path, "a header of \(value) bytes is longer than \(maximumHeaderBytes)")
        }
        guard Int(value) <= byteCount - 8 else {
            throw fault(file.path, "a header of \(value) bytes does not fit \(byteCount) bytes")
        }
        return Int(value)
    }

    private static func entries(_ header: JSON, _ path: String) throws(SwiftgradError) -> ([Entry], Metadata) {
        let types = Dictionary(uniqueKeysWithValues: typeNames.map { ($0.name, $0.dtype) })
        var entries: [Entry] = []
        var metadata: Metadata = []
        var known: Set<String> = []
        for member in header.members ?? [] {
            let name = member.key
            guard known.insert(name).inserted else { throw fault(path, "the name '\(name)' appears twice") }
            if name == metadataKey {
                guard let fields = member.value.members else { throw fault(path, "the metadata is not an object") }
                for field in fields {
                    guard case .string(let text) = field.value else {
                        throw fault(path, "metadata '\(field.key)' is not a string")
                    }
                    metadata.append((field.key, text))
                }
                continue
            }
            guard case .string(let type)? = member.value["dtype"], let shape = member.value["shape"]?.counts,
                let offsets = member.value["data_offsets"]?.counts, offsets.count == 2,
                member.value.members?.count == 3
            else { throw fault(path, "the entry of '\(name)' is not dtype, shape and two data_offsets") }
            guard let dtype = types[type] else { throw fault(path, "'\(name)' has the unsupported dtype \(type)") }
            entries.append(Entry(name: name, dtype: dtype, shape: shape, start: offsets[0], end: offsets[1]))
        }
        return (entries.sorted { ($0.start, $0.end) < ($1.start, $1.end) }, metadata)
    }

    /// The data is covered from start to end, without holes and overlaps, and every tensor has the size of its shape.
    private static func checkLayout(_ entries: [Entry], dataBytes: Int, _ path: String) throws(SwiftgradError) {
        var position = 0
        for entry in entries {
            guard entry.start == position && entry.end >= entry.start else {
                throw fault(
                    path, "'\(entry.name)' lies at \(entry.start)..<\(entry.end), expected to start at \(position)")
            }
            guard entry.shape.count <= Shape.maximumRank, let count = Shape.elementCount(entry.shape) else {
                throw fault(path, "'\(entry.name)' has too many axes or elements")
            }
            guard entry.end - entry.start == count * entry.dtype.itemSize else {
                throw fault(
                    path,
                    "'\(entry.name)' has \(entry.end - entry.start) bytes, \(entry.dtype) \(Shape.text(entry.shape)) has "
                        + "\(count * entry.dtype.itemSize)")
            }
            position = entry.end
        }
        guard position == dataBytes else {
            throw fault(path, "the header covers \(position) bytes of data, the file has \(dataBytes)")
        }
    }
}

extension JSON {
    /// The items of an array of integers that are not negative; nil for anything else.
    fileprivate var counts: [Int]? {
        guard case .array(let items) = self else { return nil }
        var counts: [Int] = []
        for item in items {
            guard case .int(let number) = item, number >= 0 else { return nil }
            counts.append(number)
        }
        return counts
    }
}
