import Glibc
import Swiftgrad

/// A model that reads and writes Hugging Face's folders: config.json, and model.safetensors or its shards. Nothing in a
/// folder is executed.
open class PretrainedModel: Module {}

/// How a model stands in a folder.
protocol PretrainedFormat: PretrainedModel {
    /// The constructor's arguments by name, from a configuration.
    static func arguments(_ config: PretrainedConfig) throws(SwiftgradError) -> [(key: String, value: Value)]

    /// The body of the model in a checkpoint, "transformer."; a checkpoint of the body alone goes without it.
    static var bodyPrefix: String { get }

    /// Whether an entry is what older checkpoints hold besides weights.
    static func isObsolete(_ entry: String) -> Bool

    /// config.json's members.
    func pretrainedConfig() throws(SwiftgradError) -> [JSON.Member]

    /// What a checkpoint calls the parameter or buffer of a path, with the prefix of a model that has a head.
    func pretrainedEntry(_ path: String) -> PretrainedEntry
}

/// Where a checkpoint holds a parameter.
enum PretrainedEntry {
    case same(String)
    /// A matrix with its axes exchanged.
    case transposed(String)
    /// The parts of one array, one behind the other along the first axis.
    case parts([String])

    var names: [String] {
        switch self {
        case .same(let name), .transposed(let name): [name]
        case .parts(let names): names
        }
    }
}

extension PretrainedEntry {
    /// The parameter, from the entries of its names. Shapes that do not go together stay for the loader to refuse.
    fileprivate func joined(_ parts: [Tensor]) throws(SwiftgradError) -> Tensor {
        let first = parts[0]
        switch self {
        case .same: return first
        case .transposed: return first.rank == 2 ? try first.transpose(0, 1) : first
        case .parts:
            let fits = parts.allSatisfy { $0.rank > 0 && $0.shape.dropFirst() == first.shape.dropFirst() }
            return fits ? try .concat(parts, axis: 0) : first
        }
    }
}

extension Tensor {
    fileprivate func holdsSameBytes(as other: Tensor) -> Bool {
        guard dtype == other.dtype, shape == other.shape, strides == other.strides else { return false }
        return withExtendedLifetime((self, other)) {
            !isContiguous || memcmp(pointer, other.pointer, count * dtype.itemSize) == 0
        }
    }
}

extension PretrainedModel {
    /// A model of a folder's configuration with its weights.
    public static func fromPretrained(_ folder: String, strict: Bool = true) throws(SwiftgradError) -> Self {
        guard let format = Self.self as? any PretrainedFormat.Type,
            let definition = NNClasses.all.first(where: { $0.type == Self.self })
        else { throw .notImplemented("\(Self.self) has no pretrained form") }
        let given = try format.arguments(PretrainedConfig(folder: folder))
        var values: [Value] = []
        for parameter in definition.signature.parameters {
            values.append(given.first { $0.key == parameter.name }?.value ?? .absent)
        }
        guard let model = try definition.construct(Arguments(definition.signature, values)) as? Self else {
            throw .runtime("\(Self.self) cannot be made")
        }
        try model.loadPretrained(folder, strict: strict)
        return model
    }

    /// Copies the weights of a folder into the model. `strict` makes entries that one side lacks an error; entries of
    /// another shape always are. Everything that does not fit is named in one error, before anything is changed.
    public func loadPretrained(_ folder: String, strict: Bool = true) throws(SwiftgradError) {
        let format = try format()
        let (bodyPrefix, isObsolete) = (type(of: format).bodyPrefix, type(of: format).isObsolete)
        let checkpoint = try PretrainedWeights(folder: folder)
        var state: [(path: String, tensor: Tensor)] = []
        var (used, missing): (Set<String>, [(path: String, entry: String)]) = ([], [])
        // By the memory that they are for: what several modules share has several paths.
        var found: [UnsafeMutableRawPointer: (path: String, tensor: Tensor)] = [:]
        let own = stateDict
        for (path, tensor) in own {
            let entry = format.pretrainedEntry(path)
            let names = entry.names.map { checkpoint.name(of: $0, prefix: bodyPrefix) }
            let parts = names.compactMap { name in name.flatMap { checkpoint[$0] } }
            guard parts.count == names.count else {
                missing += zip(entry.names, names).filter { $1 == nil }.map { (path, $0.0) }
                continue
            }
            used.formUnion(names.compactMap(\.self))
            let whole = try entry.joined(parts)
            if let other = found[tensor.pointer], !whole.holdsSameBytes(as: other.tensor) {
                throw .value(
                    "from_pretrained: \(path) and \(other.path) are one parameter of \(className), but two in '\(folder)'"
                )
            }
            found[tensor.pointer] = (path, whole)
            state.append((path, whole))
        }
        let shared = Set(own.filter { found[$0.tensor.pointer] != nil }.map(\.path))
        missing.removeAll { shared.contains($0.path) }
        let unexpected = checkpoint.names.filter { !used.contains($0) && !isObsolete($0) }
        if strict && !(missing.isEmpty && unexpected.isEmpty) {
            var faults: [String] = []
            let lacking = missing.map { $0.path == $0.entry ? $0.path : "\($0.path) (there \($0.entry))" }
            if !missing.isEmpty { faults.append("missing: " + lacking.joined(separator: ", ")) }
            if !unexpected.isEmpty { faults.append("unexpected: " + unexpected.joined(separator: ", ")) }
            throw .runtime(
                "from_pretrained: '\(folder)' does not fit \(className) (strict=False takes what does):\n  "
                    + faults.joined(separator: "\n  "))
        }
        do throws(SwiftgradError) { try loadStateDict(state, strict: false) } catch {
            var located = error
            located.message = "from_pretrained: '\(folder)': " + error.message
            throw located
        }
    }

    /// Writes a folder that transformers and `fromPretrained` read.
    public func savePretrained(_ folder: String) throws(SwiftgradError) {
        let format = try format()
        let config = try format.pretrainedConfig()
        guard !folder.utf8.contains(0) else { throw .value("a file name cannot contain a zero byte") }
        if mkdir(folder, 0o777) != 0 && errno != EEXIST {
            throw .init(.system, "cannot make the folder '\(folder)': \(String(cString: strerror(errno)))")
        }
        var tensors: [(path: String, tensor: Tensor)] = []
        var written: Set<UnsafeMutableRawPointer> = []
        for (path, tensor) in stateDict where tensor.count == 0 || written.insert(tensor.pointer).inserted {
            switch format.pretrainedEntry(path) {
            case .same(let name): tensors.append((name, tensor))
            case .transposed(let name): tensors.append((name, tensor.rank == 2 ? try tensor.transpose(0, 1) : tensor))
            case .parts(let names):
                let size = tensor.shape[0] / names.count
                for (number, name) in names.enumerated() {
                    tensors.append((name, try tensor.slice(axis: 0, number * size..<(number + 1) * size)))
                }
            }
        }
        try JSON.object(config).save(to: folder + "/config.json")
        try Safetensors.save(tensors, to: folder + "/model.safetensors", metadata: [("format", "pt")])
    }

    private func format() throws(SwiftgradError) -> any PretrainedFormat {
        guard let format = self as? any PretrainedFormat else {
            throw .notImplemented("\(className) has no pretrained form")
        }
        return format
    }
}

extension NNClasses {
    static let pretrainedModel = ClassDefinition(
        PretrainedModel.self, name: "PretrainedModel", in: "nn.models", base: ForeignModule.self, [],
        doc: """
            Base of the models that read and write Hugging Face's folders, with config.json and model.safetensors or its
            shards. Nothing in a folder is executed.
            """,
        methods: [
            .on(
                PretrainedModel.self, "load_pretrained", [.string("path"), .bool("strict", true)],
                doc: """
                    Copies the weights of a folder of Hugging Face's into the model.

                    strict makes entries that one side lacks an error; entries of another shape always are. Everything that
                    does not fit is named in one error, and then nothing has changed.
                    """, isBlocking: true
            ) { model, arguments throws(SwiftgradError) in
                try model.loadPretrained(arguments.string("path"), strict: arguments.bool("strict"))
                return .none
            },
            .on(
                PretrainedModel.self, "save_pretrained", [.string("path")],
                doc:
                    "Writes a folder, config.json and model.safetensors, that transformers and from_pretrained() read.",
                isBlocking: true
            ) { model, arguments throws(SwiftgradError) in
                try model.savePretrained(arguments.string("path"))
                return .none
            },
        ]
    ) { _ throws(SwiftgradError) in throw .type("PretrainedModel is the base of GPT, BERT, ViT and others") }
}

extension NNFunctions {
    /// The constructor's arguments for a folder, by the name of the class.
    static let pretrained = FunctionDefinition(
        "settings", in: "_pretrained", [.string("model"), .string("path")],
        doc: "The arguments that make a model of the class for a folder of Hugging Face's."
    ) { arguments throws(SwiftgradError) in
        let name = try arguments.string("model")
        guard let definition = NNClasses.all.first(where: { $0.signature.name == name && $0.namespace == "nn.models" }),
            let type = definition.type as? any PretrainedFormat.Type
        else { throw .value("'\(name)' is no pretrained model") }
        return .map(try type.arguments(PretrainedConfig(folder: arguments.string("path"))))
    }
}
