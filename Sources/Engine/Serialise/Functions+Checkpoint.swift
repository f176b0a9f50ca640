extension EngineFunctions {
    static let checkpoints: [FunctionDefinition] = [
        FunctionDefinition(
            "save_checkpoint", in: "train", [.string("path"), Parameter("state", .any)],
            doc: """
                Writes a dict of tensors, numbers, strings, lists and dicts of them as a folder.

                Tensors go to one safetensors file for each name at the top, the rest to state.json. The folder is there
                whole or not at all: a crash or a full disk leaves the old one. Raises OSError where it cannot be written.
                """,
            isBlocking: true
        ) { arguments throws(SwiftgradError) in
            let value = try arguments.value("state")
            guard case .map(let state) = value else {
                throw .type("save_checkpoint(): argument 'state' must be a dict, got \(value.kindName)")
            }
            try CheckpointFolder.save(state, to: arguments.string("path"))
            return .none
        },
        FunctionDefinition(
            "load_checkpoint", in: "train", [.string("path")],
            doc: """
                Reads what save_checkpoint wrote; lists come back as tuples. No code is in it, and none is run.

                Raises ValueError for a folder that is damaged or no checkpoint, OSError for one that cannot be read.
                """,
            isBlocking: true
        ) { arguments throws(SwiftgradError) in .map(try CheckpointFolder.load(arguments.string("path"))) },
    ]
}
