/// The safetensors format (github.com/huggingface/safetensors): 8 bytes with the length of the header, a JSON header that
/// says type, shape and place of every tensor, and the data in one piece without gaps.
public enum Safetensors {
    public typealias NamedTensors = [(path: String, tensor: Tensor)]
    public typealias Metadata = [(key: String, value: String)]

    /// As in the reference implementation.
    static let maximumHeaderBytes = 100_000_000
    static let metadataKey = "__metadata__"
    /// The header is filled up with spaces so that the data starts at a multiple of this.
    static let alignment = 8

    /// The names of types in a header, in the order in which the reference implementation lays them out backwards.
    static let typeNames: [(dtype: DType, name: String)] = [
        (.bool, "BOOL"), (.uint8, "U8"), (.int8, "I8"), (.int16, "I16"), (.uint16, "U16"), (.float16, "F16"),
        (.bfloat16, "BF16"), (.int32, "I32"), (.uint32, "U32"), (.float32, "F32"), (.float64, "F64"), (.int64, "I64"),
        (.uint64, "U64"),
    ]

    /// Writes a file that is there whole or not at all.
    public static func save(
        _ tensors: NamedTensors, to path: String, metadata: Metadata = []
    ) throws(SwiftgradError) {
        let rank = Dictionary(uniqueKeysWithValues: typeNames.enumerated().map { ($1.dtype, $0) })
        let sorted = tensors.sorted { left, right in
            let (first, second) = (rank[left.tensor.dtype] ?? 0, rank[right.tensor.dtype] ?? 0)
            return first == second ? left.path.utf8.lexicographicallyPrecedes(right.path.utf8) : first > second
        }
        let header = try header(sorted, metadata)
        try File.replace(path) { file throws(SwiftgradError) in
            try write(header, to: file)
            for (_, tensor) in sorted {
                let whole = try tensor.detach().contiguous()
                try withExtendedLifetime(whole) { () throws(SwiftgradError) in
                    try file.write(
                        UnsafeRawBufferPointer(start: whole.pointer, count: whole.count * whole.dtype.itemSize))
                }
            }
        }
    }

    private static func write(_ bytes: [UInt8], to file: borrowing File) throws(SwiftgradError) {
        let length = UInt64(bytes.count)
        let all = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * UInt64($0))) } + bytes
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: all.count, alignment: 8)
        defer { buffer.deallocate() }
        buffer.copyBytes(from: all)
        try file.write(UnsafeRawBufferPointer(buffer))
    }

    private static func header(_ tensors: NamedTensors, _ metadata: Metadata) throws(SwiftgradError) -> [UInt8] {
        var members: [JSON.Member] = []
        if !metadata.isEmpty {
            members.append(JSON.Member(metadataKey, .object(metadata.map { JSON.Member($0.key, .string($0.value)) })))
        }
        let names = Dictionary(uniqueKeysWithValues: typeNames.map { ($0.dtype, $0.name) })
        var known: Set<String> = [metadataKey]
        var offset = 0
        for (name, tensor) in tensors {
            guard known.insert(name).inserted else { throw .value("save_file: the name '\(name)' is taken") }
            let end = offset.addingReportingOverflow(tensor.count * tensor.dtype.itemSize)
            guard !end.overflow else { throw .value("save_file: the tensors do not fit one file") }
            members.append(
                JSON.Member(
                    name,
                    .object([
                        JSON.Member("dtype", .string(names[tensor.dtype] ?? "")),
                        JSON.Member("shape", .array(tensor.shape.map(JSON.int))),
                        JSON.Member("data_offsets", .array([.int(offset), .int(end.partialValue)])),
                    ])))
            offset = end.partialValue
        }
        var bytes = JSON.object(members).bytes
        while bytes.count % alignment != 0 { bytes.append(UInt8(ascii: " ")) }
        guard bytes.count <= maximumHeaderBytes else {
            throw .value("save_file: a header of \(bytes.count) bytes is longer than \(maximumHeaderBytes)")
        }
        return bytes
    }
}
