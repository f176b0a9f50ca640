import Swiftgrad

/// config.json of a folder; errors name the file, the key, what was expected and what is there.
struct PretrainedConfig {
    let path: String
    private let document: JSON

    init(folder: String) throws(SwiftgradError) {
        path = folder + "/config.json"
        document = try JSON.load(path)
        guard document.members != nil else { throw .value("'\(path)' is not an object") }
    }

    private subscript(key: String) -> JSON? {
        let value = document[key]
        return value == .null ? nil : value
    }

    func fault(_ key: String, expected: String) -> SwiftgradError {
        let text = document[key].map { String(decoding: $0.bytes.prefix(80), as: UTF8.self) } ?? "nothing"
        return .value("'\(path)': \(key) must be \(expected), got \(text)")
    }

    func int(_ key: String, _ standard: Int? = nil) throws(SwiftgradError) -> Int {
        if let number = try optionalInt(key) ?? standard { return number }
        throw fault(key, expected: "an integer")
    }

    func optionalInt(_ key: String) throws(SwiftgradError) -> Int? {
        switch self[key] {
        case nil: return nil
        case .int(let number): return number
        default: throw fault(key, expected: "an integer")
        }
    }

    func double(_ key: String, _ standard: Double) throws(SwiftgradError) -> Double {
        switch self[key] {
        case nil: return standard
        case .int(let number): return Double(number)
        case .double(let number): return number
        default: throw fault(key, expected: "a number")
        }
    }

    /// What is added to a variance.
    func epsilon(_ key: String, _ standard: Double) throws(SwiftgradError) -> Value {
        let number = try double(key, standard)
        guard number >= 0 else { throw fault(key, expected: "a number from 0") }
        return .double(number)
    }

    func bool(_ key: String, _ standard: Bool) throws(SwiftgradError) -> Bool {
        switch self[key] {
        case nil: return standard
        case .bool(let flag): return flag
        default: throw fault(key, expected: "true or false")
        }
    }

    func string(_ key: String, _ standard: String) throws(SwiftgradError) -> String {
        switch self[key] {
        case nil: return standard
        case .string(let text): return text
        default: throw fault(key, expected: "a string")
        }
    }

    /// One of the integers, or a pair of them.
    func pair(_ key: String, _ standard: Int) throws(SwiftgradError) -> [Int] {
        switch self[key] {
        case nil: return [standard, standard]
        case .int(let number): return [number, number]
        case .array(let items):
            var numbers: [Int] = []
            for case .int(let number) in items { numbers.append(number) }
            if items.count == 2 && numbers.count == 2 { return numbers }
            fallthrough
        default: throw fault(key, expected: "one integer or two")
        }
    }

    /// The number of classes, which a configuration gives by their names.
    func classes() throws(SwiftgradError) -> Int {
        if let names = self["id2label"]?.members { return names.count }
        return try int("num_labels", 2)
    }

    /// Throws where the configuration asks for what is not there.
    func require(_ key: String, _ expected: JSON, absent standard: JSON) throws(SwiftgradError) {
        guard (self[key] ?? standard) == expected else {
            throw fault(key, expected: String(decoding: expected.bytes, as: UTF8.self))
        }
    }

    /// The name under which `Activation` has the function.
    func activation(_ key: String, _ standard: String) throws(SwiftgradError) -> Value {
        let names = [
            "gelu": Activation.gelu, "gelu_new": .tanhGELU, "gelu_pytorch_tanh": .tanhGELU, "relu": .relu,
            "silu": .silu, "swish": .silu, "tanh": .tanh,
        ]
        guard let activation = names[try string(key, standard)] else {
            throw fault(key, expected: "one of " + names.keys.sorted().joined(separator: ", "))
        }
        return .string(activation.rawValue)
    }

    /// One rate for all dropouts; several rates have to be one.
    func dropout(_ keys: [(name: String, standard: Double)]) throws(SwiftgradError) -> Value {
        var rate: Double?
        for (key, standard) in keys {
            let value = try double(key, standard)
            guard rate ?? value == value else {
                throw fault(key, expected: "equal to \(keys[0].name), \(rate ?? 0), as the model has one rate")
            }
            rate = value
        }
        return .double(rate ?? 0)
    }
}

extension Activation {
    /// Hugging Face's name.
    var pretrainedName: JSON { .string(self == .tanhGELU ? "gelu_new" : rawValue) }
}

/// The tensors of a folder, from one file or from shards.
struct PretrainedWeights {
    private let tensors: [String: Tensor]
    let names: [String]

    init(folder: String) throws(SwiftgradError) {
        var all: Safetensors.NamedTensors = []
        for file in try PretrainedWeights.files(folder) { all += try Safetensors.load(folder + "/" + file).tensors }
        names = all.map(\.path)
        tensors = Dictionary(all.map { ($0.path, $0.tensor) }, uniquingKeysWith: { $1 })
        guard tensors.count == names.count else {
            let repeated = Dictionary(grouping: names, by: \.self).first { $1.count > 1 }?.key ?? ""
            throw .value("from_pretrained: '\(repeated)' is in more than one file of '\(folder)'")
        }
    }

    private static func files(_ folder: String) throws(SwiftgradError) -> [String] {
        let (whole, index) = ("model.safetensors", "model.safetensors.index.json")
        let document: JSON
        do throws(SwiftgradError) { document = try JSON.load(folder + "/" + index) } catch {
            guard error.kind == .system else { throw error }
            return [whole]
        }
        guard let map = document["weight_map"]?.members else {
            throw .value("'\(folder)/\(index)' has no weight_map")
        }
        var files: [String] = []
        for entry in map {
            guard case .string(let file) = entry.value, !file.contains("/"), file.hasSuffix(".safetensors") else {
                throw .value("'\(folder)/\(index)': '\(entry.key)' is in no file of the folder")
            }
            if !files.contains(file) { files.append(file) }
        }
        return files
    }

    subscript(name: String) -> Tensor? { tensors[name] }

    /// An entry under its name, or without the prefix where the checkpoint is of the body alone, or with it.
    func name(of entry: String, prefix: String) -> String? {
        if tensors[entry] != nil { return entry }
        let other = entry.hasPrefix(prefix) ? String(entry.dropFirst(prefix.count)) : prefix + entry
        return tensors[other] == nil ? nil : other
    }
}
