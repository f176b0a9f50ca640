/// A tree of values in a folder: tensors as safetensors, one file for each name at the top that has any, and everything
/// else as JSON in `state.json`. It holds no code, and reading it imports nothing.
///
/// In the JSON a tensor is `{"$tensor": ["model", "0.weight"]}`, entry "0.weight" of `model.safetensors`, and a number
/// that JSON cannot write is `{"$number": "inf"}`.
public enum CheckpointFolder {
    public typealias State = [(key: String, value: Value)]

    static let stateFile = "state.json"
    private static let format = "swiftgrad.checkpoint.2"
    private static let tensorKey = "$tensor"
    private static let numberKey = "$number"
    /// Maps and lists inside each other; the parser of JSON has a limit of its own, a little above.
    private static let maximumDepth = 50
    private static let maximumStateBytes = 1 << 28

    /// Writes a folder that is there whole or not at all; a checkpoint that stands there is replaced.
    public static func save(_ state: State, to path: String) throws(SwiftgradError) {
        var writer = Writer()
        let tree = try writer.json(.map(state), [], file: nil)
        let document = JSON.object([JSON.Member("format", .string(format)), JSON.Member("state", tree)])
        let files = writer.files
        try Folder.removeUnfinished(beside: path)
        try Folder.replace(path, marker: stateFile) { folder throws(SwiftgradError) in
            for (name, tensors) in files {
                try Safetensors.save(tensors, to: "\(folder)/\(name).safetensors")
            }
            try File.replace("\(folder)/\(stateFile)") { file throws(SwiftgradError) in
                try file.write(bytes: document.bytes)
            }
        }
    }

    /// Reads what `save` wrote. A value error names the file that is damaged or something else.
    public static func load(_ path: String) throws(SwiftgradError) -> State {
        let name = path + "/" + stateFile
        let file = try File.reading(name)
        let count = try file.byteCount()
        guard count <= maximumStateBytes else { throw .value("'\(name)' is longer than \(maximumStateBytes) bytes") }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 8)
        defer { buffer.deallocate() }
        try file.read(into: buffer, at: 0)
        let document: JSON
        do throws(SwiftgradError) { document = try JSON(parsing: UnsafeRawBufferPointer(buffer)) } catch {
            throw .value("'\(name)' is damaged: \(error.message)")
        }
        guard document["format"] == .string(format), let tree = document["state"] else {
            throw .value("'\(name)' is not the state of a checkpoint")
        }
        var reader = Reader(folder: path)
        guard case .map(let state) = try reader.value(tree) else {
            throw .value("'\(name)' is not the state of a checkpoint")
        }
        return state
    }

    /// Letters, digits, `_` and `-`: what can be part of a file name anywhere.
    private static func isFileName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 100
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    private struct Writer {
        var files: [(name: String, tensors: Safetensors.NamedTensors)] = []
        private var taken: Set<String> = []

        mutating func json(_ value: Value, _ path: [String], file: String?) throws(SwiftgradError) -> JSON {
            let place = path.joined(separator: ".")
            guard path.count <= maximumDepth else {
                throw .value("a checkpoint is at most \(maximumDepth) deep: \(place)")
            }
            switch value {
            case .absent, .none: return .null
            case .bool(let flag): return .bool(flag)
            case .int(let number): return .int(number)
            case .double(let number):
                return number.isFinite ? .double(number) : .object([JSON.Member(numberKey, .string("\(number)"))])
            case .string(let text): return .string(text)
            case .dtype(let dtype): return .string("\(dtype)")
            case .tensor(let tensor):
                return try .object([JSON.Member(tensorKey, reference(tensor, path, file: file))])
            case .list(let items):
                var list: [JSON] = []
                for (position, item) in items.enumerated() {
                    list.append(try json(item, path + ["\(position)"], file: file ?? path.first))
                }
                return .array(list)
            case .map(let entries):
                var members: [JSON.Member] = []
                for (key, item) in entries {
                    guard !key.hasPrefix("$") else { throw .value("a checkpoint has no names with $: \(place).\(key)") }
                    members.append(JSON.Member(key, try json(item, path + [key], file: file ?? path.first ?? key)))
                }
                return .object(members)
            case .object, .callable, .slice, .ellipsis:
                throw .type("a checkpoint cannot hold a \(value.kindName), as in '\(place)'")
            }
        }

        private mutating func reference(_ tensor: Tensor, _ path: [String], file: String?) throws(SwiftgradError)
            -> JSON
        {
            let file = file ?? path.first ?? "tensors"
            guard isFileName(file) else {
                throw .value("'\(file)' becomes the name of a file: letters, digits, _ and - only")
            }
            var name = path.count > 1 ? path.dropFirst().joined(separator: ".") : file
            while !taken.insert(file + "/" + name).inserted { name += "'" }
            if let position = files.firstIndex(where: { $0.name == file }) {
                files[position].tensors.append((name, tensor))
            } else {
                files.append((file, [(name, tensor)]))
            }
            return .array([.string(file), .string(name)])
        }
    }

    private struct Reader {
        let folder: String
        private var files: [String: [String: Tensor]] = [:]

        init(folder: String) { self.folder = folder }

        mutating func value(_ tree: JSON) throws(SwiftgradError) -> Value {
            switch tree {
            case .null: return .none
            case .bool(let flag): return .bool(flag)
            case .int(let number): return .int(number)
            case .double(let number): return .double(number)
            case .string(let text): return .string(text)
            case .array(let items):
                var list: [Value] = []
                for item in items { list.append(try value(item)) }
                return .list(list)
            case .object(let members):
                if let first = members.first, members.count == 1 {
                    if first.key == tensorKey { return .tensor(try tensor(first.value)) }
                    if first.key == numberKey, case .string(let text) = first.value, let number = Double(text) {
                        return .double(number)
                    }
                }
                var entries: State = []
                for member in members {
                    guard !member.key.hasPrefix("$") else {
                        throw .value("'\(folder)/\(stateFile)': '\(member.key)' is unknown")
                    }
                    entries.append((member.key, try value(member.value)))
                }
                return .map(entries)
            }
        }

        private mutating func tensor(_ reference: JSON) throws(SwiftgradError) -> Tensor {
            guard case .array(let parts) = reference, parts.count == 2, case .string(let file) = parts[0],
                case .string(let name) = parts[1], isFileName(file)
            else { throw .value("'\(folder)/\(stateFile)': a tensor is named by a file and a name") }
            if files[file] == nil {
                let tensors = try Safetensors.load("\(folder)/\(file).safetensors").tensors
                files[file] = Dictionary(tensors.map { ($0.path, $0.tensor) }, uniquingKeysWith: { first, _ in first })
            }
            guard let tensor = files[file]?[name] else {
                throw .value("'\(folder)/\(file).safetensors' has no tensor '\(name)'")
            }
            return tensor
        }
    }
}
