import Swiftgrad

/// A name with wildcards: `*` stands for any characters, dots too, `?` for one.
struct NamePattern {
    private let pattern: [UInt8]

    init(_ text: String) { pattern = Array(text.utf8) }

    func matches(_ name: String) -> Bool {
        let name = Array(name.utf8)
        var (here, place) = (0, 0)
        // Where to go on after the last star took one character more.
        var retry: (pattern: Int, name: Int)?
        while place < name.count {
            if here < pattern.count, pattern[here] == UInt8(ascii: "*") {
                retry = (here + 1, place)
                here += 1
            } else if here < pattern.count, pattern[here] == UInt8(ascii: "?") || pattern[here] == name[place] {
                (here, place) = (here + 1, place + 1)
            } else if let last = retry {
                retry = (last.pattern, last.name + 1)
                (here, place) = (last.pattern, last.name + 1)
            } else {
                return false
            }
        }
        return pattern[here...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}

extension Module {
    /// The parameters whose paths match; a pattern that matches none is an error.
    public func parameters(matching pattern: String) throws(SwiftgradError) -> [(path: String, tensor: Tensor)] {
        let found = namedParameters().filter { NamePattern(pattern).matches($0.path) }
        guard !found.isEmpty else { throw .value("\(className): no parameter's name matches '\(pattern)'") }
        return found
    }

    /// Turns gradients of the matching parameters on or off.
    public func setRequiresGrad(_ flag: Bool, matching pattern: String) throws(SwiftgradError) {
        for (_, parameter) in try parameters(matching: pattern) { try parameter.setRequiresGrad(flag) }
    }

    /// The parameters of each pattern that no earlier one has, then those that none has.
    func parameterGroups(_ patterns: [String]) throws(SwiftgradError) -> [[Tensor]] {
        var groups = [[Tensor]](repeating: [], count: patterns.count + 1)
        for pattern in patterns { _ = try parameters(matching: pattern) }
        for (path, parameter) in namedParameters() {
            let group = patterns.firstIndex { NamePattern($0).matches(path) } ?? patterns.count
            groups[group].append(parameter)
        }
        return groups
    }
}

extension NNClasses {
    /// Methods of every module that choose parameters by their names.
    static let patterns: [MethodDefinition] = [
        .on(
            Module.self, "freeze", [.string("pattern", "*")],
            doc: """
                Turns gradients off for the parameters whose names match, as 'layer1.*' or '*.bias'; returns the module.

                * stands for any characters, ? for one. Raises ValueError where no name matches. Frozen batch norms still
                follow their batches in training mode; eval() on them keeps them.
                """
        ) { module, arguments throws(SwiftgradError) in
            try module.setRequiresGrad(false, matching: arguments.string("pattern"))
            return .object(module)
        },
        .on(
            Module.self, "unfreeze", [.string("pattern", "*")],
            doc: "Turns gradients on for the parameters whose names match, as `freeze` does off; returns the module."
        ) { module, arguments throws(SwiftgradError) in
            try module.setRequiresGrad(true, matching: arguments.string("pattern"))
            return .object(module)
        },
        .on(
            Module.self, "parameter_groups", [Parameter("settings", .any)],
            doc: """
                Groups for an optimiser from a dict of patterns and settings: {'fc.*': {'lr': 1e-3}, '*.bias': {...}}.

                A parameter belongs to the first pattern that its name matches; the others come last, in a group without
                settings. Groups without parameters are left out. Raises ValueError for a pattern that no name matches.
                """
        ) { module, arguments throws(SwiftgradError) in
            guard case .map(let rules) = try arguments.value("settings") else {
                throw .type("parameter_groups(): settings must be a dict of patterns and dicts")
            }
            var settings: [[(key: String, value: Value)]] = []
            for (pattern, value) in rules {
                guard case .map(let entries) = value, !entries.contains(where: { $0.key == "params" }) else {
                    throw .type("parameter_groups(): the settings of '\(pattern)' must be a dict without 'params'")
                }
                settings.append(entries)
            }
            let groups = try module.parameterGroups(rules.map(\.key))
            return .list(
                zip(groups, settings + [[]]).filter { !$0.0.isEmpty }.map { parameters, entries in
                    .map([(key: "params", value: .list(parameters.map(Value.tensor)))] + entries)
                })
        },
    ]
}
