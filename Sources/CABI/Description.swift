import Swiftgrad

// What `swiftgrad_describe` tells of the registry.

extension Parameter {
    var description: Value {
        .map([
            ("name", .string((isVariadic ? "*" : "") + name)), ("type", .string(typeText)),
            ("required", .bool(defaultValue == nil)), ("keyword_only", .bool(isKeywordOnly)),
            ("default", defaultText.map(Value.string) ?? .none),
        ])
    }
}

extension Signature {
    var description: Value { .list(parameters.map(\.description)) }
}

extension FunctionDefinition {
    var description: Value {
        .map([
            ("name", .string(signature.name)), ("namespace", .string(namespace)),
            ("method", method.map(Value.string) ?? .none), ("doc", .string(doc)),
            ("signature", .string(signature.text)), ("parameters", signature.description),
            ("blocking", .bool(isBlocking)), ("original", original.map(Value.string) ?? .none),
        ])
    }
}

extension Registry {
    func describe(classNumber number: Int) -> Value {
        let definition = classes[number]
        let base = definition.base.flatMap { classNumber($0) } ?? -1
        return .map([
            ("name", .string(definition.signature.name)), ("namespace", .string(definition.namespace)),
            ("base", .int(base)),
            ("doc", .string(definition.doc)), ("signature", .string(definition.signature.text)),
            ("parameters", definition.signature.description),
            (
                "methods",
                .list(
                    definition.methods.enumerated().map { position, method in
                        .map([
                            ("name", .string(method.signature.name)), ("doc", .string(method.doc)),
                            ("signature", .string(method.signature.text)),
                            ("parameters", method.signature.description),
                            ("index", .int(methodStarts[number] + position)),
                            ("property", .bool(method.isProperty)), ("blocking", .bool(method.isBlocking)),
                        ])
                    })
            ),
        ])
    }

    var description: Value {
        .map([
            ("functions", .list(functions.map(\.description))),
            ("classes", .list(classes.indices.map { describe(classNumber: $0) })),
        ])
    }
}
