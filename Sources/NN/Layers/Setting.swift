import Swiftgrad

/// Settings of layers that the host can read and change, as an attribute: a property, and a method that sets it.
enum Setting {
    static func property<Layer: Module>(
        _ type: Layer.Type, _ parameter: Parameter, doc: String,
        get: @escaping @Sendable (Layer) throws(SwiftgradError) -> Value,
        set: @escaping @Sendable (Layer, Arguments) throws(SwiftgradError) -> Void
    ) -> [MethodDefinition] {
        let given = Parameter(parameter.name, parameter.kind, isOptional: parameter.isOptional)
        return [
            .on(type, parameter.name, doc: doc, isProperty: true) { layer, _ throws(SwiftgradError) in try get(layer) },
            .on(type, "set_" + parameter.name, [given], doc: "Sets \(parameter.name).") {
                layer, arguments throws(SwiftgradError) in
                try set(layer, arguments)
                return .none
            },
        ]
    }

    /// A number that `isValid` accepts.
    static func number<Layer: Module>(
        _ type: Layer.Type, _ name: String, doc: String, _ place: ReferenceWritableKeyPath<Layer, Double> & Sendable,
        expected: String, _ isValid: @escaping @Sendable (Double) -> Bool
    ) -> [MethodDefinition] {
        property(
            type, .float(name), doc: doc, get: { .double($0[keyPath: place]) },
            set: { layer, arguments throws(SwiftgradError) in
                let value = try arguments.double(name)
                guard isValid(value) else {
                    throw .value("\(layer.className): \(name) must be \(expected), got \(value)")
                }
                layer[keyPath: place] = value
            })
    }

    /// What is added to a variance: `eps`.
    static func epsilon<Layer: Module>(
        _ type: Layer.Type, _ place: ReferenceWritableKeyPath<Layer, Double> & Sendable
    ) -> [MethodDefinition] {
        number(
            type, "eps", doc: "What is added to the variance.", place, expected: "a number from 0", { $0 >= 0 })
    }

    /// Throws unless what is added to a variance, under the name that the caller knows, is a number from 0.
    static func checkEpsilon(_ value: Double, of owner: String, named name: String = "eps") throws(SwiftgradError) {
        guard value >= 0 else { throw .value("\(owner): \(name) must be a number from 0, got \(value)") }
    }
}
