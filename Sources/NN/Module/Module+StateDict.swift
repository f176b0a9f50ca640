import Swiftgrad

extension Module {
    /// Parameters and persistent buffers by path, as tensors that share their memory, off the tape. What is shared
    /// appears under each of its paths.
    public var stateDict: [(path: String, tensor: Tensor)] {
        state.map { ($0.path, $0.tensor.detach()) }
    }

    private var state: [(path: String, tensor: Tensor)] {
        var result: [(path: String, tensor: Tensor)] = []
        for (path, module) in paths {
            let prefix = path.isEmpty ? "" : path + "."
            for case (let name, let tensor?) in module.ownParameters { result.append((prefix + name, tensor)) }
            for (name, buffer) in module.ownBuffers where buffer.isPersistent {
                if let tensor = buffer.tensor { result.append((prefix + name, tensor)) }
            }
        }
        return result
    }

    /// Copies a state dict into the parameters and buffers, converting element types.
    ///
    /// Returns the paths of this module that `source` lacks, and those it has too much; `strict` makes both errors.
    /// Everything that does not fit is named in one error, before anything is changed.
    @discardableResult
    public func loadStateDict(
        _ source: [(path: String, tensor: Tensor)], strict: Bool = true
    ) throws(SwiftgradError) -> (missing: [String], unexpected: [String]) {
        let given = Dictionary(source.map { ($0.path, $0.tensor) }, uniquingKeysWith: { $1 })
        let own = state
        let known = Set(own.map(\.path))
        let missing = own.map(\.path).filter { given[$0] == nil }
        let unexpected = source.map(\.path).filter { !known.contains($0) }
        var faults: [String] = []
        var copies: [(target: Tensor, source: Tensor)] = []
        if strict && !missing.isEmpty { faults.append("missing: " + missing.joined(separator: ", ")) }
        if strict && !unexpected.isEmpty { faults.append("unexpected: " + unexpected.joined(separator: ", ")) }
        for (path, target) in own {
            guard let tensor = given[path] else { continue }
            if tensor.shape != target.shape {
                faults.append("\(path): expected \(Shape.text(target.shape)), got \(Shape.text(tensor.shape))")
            } else if !target.isWritable {
                faults.append("\(path): the memory of the parameter cannot be written")
            } else if tensor.pointer != target.pointer || tensor.strides != target.strides {
                copies.append((target, tensor.detach()))
            }
        }
        guard faults.isEmpty else {
            throw .runtime(
                "load_state_dict: the state does not fit \(className):\n  " + faults.joined(separator: "\n  "))
        }
        // A source may lie in memory that an earlier copy overwrites.
        let written = Set(copies.map { ObjectIdentifier($0.target.storage) })
        for position in copies.indices where written.contains(ObjectIdentifier(copies[position].source.storage)) {
            copies[position].source = try copies[position].source.copy()
        }
        for (target, source) in copies { try target.overwrite(with: source) }
        return (missing, unexpected)
    }
}
