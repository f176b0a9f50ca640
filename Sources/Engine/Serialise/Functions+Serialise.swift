extension EngineFunctions {
    static let serialise: [FunctionDefinition] = [
        FunctionDefinition(
            "save_file",
            [Parameter("tensors", .any), .string("filename"), Parameter("metadata", .any, default: .some(.none))],
            doc: """
                Writes a dict of tensors to a safetensors file, with metadata, a dict of strings.

                The file is there whole or not at all: a crash leaves the old one. Raises OSError where it cannot be written.
                """,
            isBlocking: true
        ) { arguments throws(SwiftgradError) in
            var metadata: Safetensors.Metadata = []
            switch try arguments.value("metadata") {
            case .none: break
            case .map(let entries):
                for (key, value) in entries {
                    guard case .string(let text) = value else {
                        throw .type("save_file(): metadata '\(key)' must be a string, got \(value.kindName)")
                    }
                    metadata.append((key, text))
                }
            case let other: throw .type("save_file(): argument 'metadata' must be a dict, got \(other.kindName)")
            }
            try Safetensors.save(
                arguments.namedTensors("tensors"), to: arguments.string("filename"), metadata: metadata)
            return .none
        },
        FunctionDefinition(
            "load_file", [.string("filename")],
            doc: """
                Reads a safetensors file as a dict of tensors.

                Raises ValueError for a file that is not valid, OSError for one that cannot be read.
                """,
            isBlocking: true
        ) { arguments throws(SwiftgradError) in
            .map(try Safetensors.load(arguments.string("filename")).tensors.map { ($0.path, .tensor($0.tensor)) })
        },
    ]
}

extension Arguments {
    /// A map from names to tensors.
    public func namedTensors(_ name: String) throws(SwiftgradError) -> [(path: String, tensor: Tensor)] {
        let value = try value(name)
        guard case .map(let entries) = value else {
            throw .type("\(self.name)(): argument '\(name)' must be a dict of tensors, got \(value.kindName)")
        }
        var result: [(path: String, tensor: Tensor)] = []
        for (key, value) in entries {
            guard case .tensor(let tensor) = value else {
                throw .type("\(self.name)(): '\(key)' in '\(name)' must be a tensor, got \(value.kindName)")
            }
            result.append((key, tensor))
        }
        return result
    }
}
