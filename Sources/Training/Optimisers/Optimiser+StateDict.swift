import Swiftgrad

// The state dict of an optimiser has the shape of PyTorch's: "state" by the number of the parameter, "param_groups".
extension Optimiser {
    /// Hyperparameters and the numbers of the parameters of each group, or the parameters themselves.
    func describeGroups(parameters: (Int, Entry) -> Value) -> Value {
        var number = 0
        return .list(
            groups.map { group in
                let entries = group.entries.map { entry in
                    defer { number += 1 }
                    return parameters(number, entry)
                }
                return .map(group.settings.entries + [("params", .list(entries))])
            })
    }

    public var stateDict: Value {
        var state: [(key: String, value: Value)] = []
        for (number, entry) in groups.flatMap(\.entries).enumerated() where entry.step > 0 {
            let tensors = zip(entry.stateNames, entry.states).map { (key: $0, value: Value.tensor($1.detach())) }
            let scalars = entry.scalars.sorted { $0.key < $1.key }.map { (key: $0.key, value: Value.double($0.value)) }
            state.append((String(number), .map([("step", .int(entry.step))] + scalars + tensors)))
        }
        return .map([("state", .map(state)), ("param_groups", describeGroups { number, _ in .int(number) })])
    }

    /// Restores what `stateDict` gave, for the same parameters in the same order. Nothing has changed when it throws.
    public func loadStateDict(_ source: Value) throws(SwiftgradError) {
        guard case .map(let fields) = source, case .map(let state)? = fields.value("state"),
            case .list(let saved)? = fields.value("param_groups")
        else { throw .value("\(className): a state dict has 'state' and 'param_groups'") }
        guard saved.count == groups.count else {
            throw .value("\(className): the state has \(saved.count) parameter groups, this optimiser \(groups.count)")
        }
        var restored = groups
        for position in restored.indices {
            guard case .map(let fields) = saved[position], case .list(let numbers)? = fields.value("params"),
                numbers.count == restored[position].entries.count
            else { throw .value("\(className): parameter group \(position) of the state has other parameters") }
            for (name, value) in fields where restored[position].settings.has(name) {
                try restored[position].settings.set(name, value)
            }
            try check(restored[position].settings)
        }
        let old = restored.flatMap(\.entries)
        let entries = old.map { Entry($0.parameter) }
        for (key, value) in state {
            guard let number = Int(key), entries.indices.contains(number), case .map(let fields) = value else {
                throw .value("\(className): the state names parameter '\(key)', there are \(entries.count)")
            }
            try entries[number].restore(fields, number, className, scalars: Self.scalarStates)
        }
        var next = 0
        for position in restored.indices {
            let count = restored[position].entries.count
            restored[position].entries = Array(entries[next..<next + count])
            next += count
        }
        replaceGroups(restored)
    }
}

extension Optimiser.Entry {
    fileprivate func restore(
        _ fields: [(key: String, value: Value)], _ number: Int, _ className: String, scalars names: [String]
    ) throws(SwiftgradError) {
        var hasCount = false
        for (name, value) in fields {
            switch value {
            case _ where name == "step":
                guard let steps = try Optimiser.Entry.number(value), steps >= 0, steps < 0x1p53 else {
                    throw .value("\(className): the step of parameter \(number) is not a count")
                }
                step = Int(steps)
                hasCount = true
            case _ where names.contains(name):
                guard let scalar = try Optimiser.Entry.number(value) else {
                    throw .value("\(className): \(name) of parameter \(number) is not a number")
                }
                scalars[name] = scalar
            case .tensor(let tensor):
                guard tensor.shape == parameter.shape else {
                    throw .value(
                        "\(className): \(name) of parameter \(number): expected \(Shape.text(parameter.shape)), "
                            + "got \(Shape.text(tensor.shape))")
                }
                stateNames.append(name)
                let converted = try tensor.detach().cast(to: parameter.dtype.computeType)
                states.append(
                    converted === tensor || converted.storage === tensor.storage ? try converted.copy() : converted)
            default: continue
            }
        }
        isFresh = states.isEmpty
        // SGD's state in PyTorch's files has no count.
        if !hasCount && !states.isEmpty { step = 1 }
    }

    /// A number, or a tensor of one element.
    private static func number(_ value: Value) throws(SwiftgradError) -> Double? {
        if case .tensor(let tensor) = value { return try tensor.item().number }
        return value.number
    }
}

extension [(key: String, value: Value)] {
    /// The value of a key.
    func value(_ key: String) -> Value? { first { $0.key == key }?.value }
}

extension Hyperparameters {
    func has(_ name: String) -> Bool { parameters.contains { $0.name == name } }

    /// Whether a setting that can be None is something else.
    func hasValue(_ name: String) -> Bool {
        switch values[name] {
        case nil, .some(.none): false
        default: true
        }
    }
}
