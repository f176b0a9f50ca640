import Swiftgrad
import SwiftgradNN

/// Changes parameters by their gradients. Parameters come in groups, each with hyperparameters of its own.
open class Optimiser: ManagedObject {
    /// What an optimiser knows of one parameter.
    public final class Entry {
        public let parameter: Tensor
        /// Steps taken with a gradient.
        public internal(set) var step = 0
        /// By the names of `stateNames`; empty before the first step.
        public internal(set) var states: [Tensor] = []
        /// The names of `states`, which can depend on the hyperparameters.
        public internal(set) var stateNames: [String] = []
        /// Numbers that the optimiser keeps beside the states, by name.
        var scalars: [String: Double] = [:]
        /// The states hold nothing yet.
        var isFresh = true

        init(_ parameter: Tensor) { self.parameter = parameter }
    }

    public struct Group {
        public var entries: [Entry]
        public var settings: Hyperparameters
    }

    public private(set) var groups: [Group] = []
    private let defaults: Hyperparameters

    /// The class as users write it.
    public var className: String { String(describing: type(of: self)) }

    /// What each group can set, with defaults.
    open class var hyperparameters: [Parameter] { [] }

    /// Names of the numbers that the state of a parameter has beside its arrays.
    class var scalarStates: [String] { [] }

    /// Throws when settings make no sense.
    open func check(_ settings: Hyperparameters) throws(SwiftgradError) {}

    /// Throws when this optimiser cannot change such a parameter.
    open func check(_ parameter: Tensor) throws(SwiftgradError) {}

    /// Changes every parameter that has a gradient.
    open func step() throws(SwiftgradError) { throw .notImplemented("\(className) has no step") }

    /// `parameters`: a list of tensors, or of maps with `params` and the hyperparameters that differ.
    required public init(_ parameters: Value, defaults: Hyperparameters) throws(SwiftgradError) {
        self.defaults = defaults
        super.init()
        try check(defaults)
        switch parameters {
        case .list(let items):
            guard let first = items.first else { throw .value("\(className): got an empty list of parameters") }
            if case .map = first {
                for item in items { try addGroup(item) }
            } else {
                try addGroup(.map([("params", parameters)]))
            }
        case .object(let module as Module): try addGroup(.map([("params", .list(module.parameters.map(Value.tensor)))]))
        case .map(let named): try addGroup(.map([("params", .list(named.map(\.value)))]))
        default:
            throw .type("\(className): params must be a list of tensors or of dicts, got \(parameters.kindName)")
        }
    }

    /// As above; settings left out have their defaults.
    public convenience init(_ parameters: Value, settings: [String: Value] = [:]) throws(SwiftgradError) {
        try self.init(
            parameters, defaults: Hyperparameters(String(describing: Self.self), Self.hyperparameters, settings))
    }

    /// Adds the parameters of a map with `params` and the hyperparameters that differ from the defaults.
    public func addGroup(_ group: Value) throws(SwiftgradError) {
        guard case .map(let fields) = group, let parameters = fields.first(where: { $0.key == "params" })?.value else {
            throw .type("\(className): a parameter group must be a dict with 'params'")
        }
        var settings = defaults
        for (name, value) in fields where name != "params" { try settings.set(name, value) }
        try check(settings)
        var known = Set(groups.flatMap(\.entries).map { ObjectIdentifier($0.parameter) })
        var entries: [Entry] = []
        for tensor in try Optimiser.tensors(parameters, className) {
            guard tensor.isLeaf else { throw .value("\(className): cannot optimise a tensor that is not a leaf") }
            guard tensor.dtype.isFloating else { throw .type("\(className): cannot optimise a \(tensor.dtype) tensor") }
            guard known.insert(ObjectIdentifier(tensor)).inserted else {
                throw .value("\(className): a parameter appears twice")
            }
            try check(tensor)
            entries.append(Entry(tensor))
        }
        groups.append(Group(entries: entries, settings: settings))
    }

    private static func tensors(_ value: Value, _ className: String) throws(SwiftgradError) -> [Tensor] {
        let items: [Value]
        switch value {
        case .tensor: items = [value]
        case .list(let list): items = list
        default: throw .type("\(className): params must be a list of tensors, got \(value.kindName)")
        }
        var tensors: [Tensor] = []
        for item in items {
            guard case .tensor(let tensor) = item else {
                throw .type("\(className): can only optimise tensors, got \(item.kindName)")
            }
            tensors.append(tensor)
        }
        return tensors
    }

    /// Changes one hyperparameter of one group, or of all.
    public func set(_ name: String, _ value: Value, group: Int? = nil) throws(SwiftgradError) {
        guard group.map(groups.indices.contains) ?? true else {
            throw .index("\(className): there is no parameter group \(group ?? 0), only \(groups.count)")
        }
        var changed = groups
        for position in changed.indices where group == nil || position == group {
            try changed[position].settings.set(name, value)
            try check(changed[position].settings)
        }
        groups = changed
    }

    /// Lets go of the gradients of all parameters, or fills them with zeros.
    public func zeroGrad(setToNone: Bool = true) throws(SwiftgradError) {
        for group in groups {
            for entry in group.entries { try entry.parameter.clearGradient(setToNone: setToNone) }
        }
    }

    func replaceGroups(_ groups: [Group]) { self.groups = groups }
}
