extension EngineFunctions {
    /// Functions that have a second name: in PyTorch, so that a model ported by changing its import finds them, or in the
    /// array API standard.
    static func aliases(of functions: [FunctionDefinition]) -> [FunctionDefinition] {
        let originals = Dictionary(functions.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        return aliases.compactMap { alias in
            guard let original = originals[alias.original] else { return nil }
            return FunctionDefinition(
                alias.name, in: alias.namespace, method: alias.isMethod ? alias.name : nil, original.parameters,
                doc: "\(original.doc)\n\nAnother name of `\(alias.original)`.", isBlocking: original.isBlocking,
                primitive: original.primitive, body: original.body)
        }
    }

    private struct Alias: Sendable {
        let name: String
        let namespace: String
        let original: String
        let isMethod: Bool

        init(_ name: String, in namespace: String = "", of original: String, isMethod: Bool = false) {
            self.name = name
            self.namespace = namespace
            self.original = original
            self.isMethod = isMethod
        }
    }

    private static let aliases: [Alias] = [
        Alias("cat", of: "concat"),
        Alias("permute", of: "permute_dims"),
        Alias("movedim", of: "moveaxis", isMethod: true),
        Alias("swapaxes", of: "transpose", isMethod: true),
        Alias("clamp", of: "clip"),
        Alias("repeat_interleave", of: "repeat", isMethod: true),
        Alias("broadcast_tensors", of: "broadcast_arrays"),
        Alias("take_along_dim", of: "take_along_axis"),
        Alias("mm", of: "matmul", isMethod: true),
        Alias("bmm", of: "matmul", isMethod: true),
        Alias("mv", of: "matmul", isMethod: true),
        Alias("dot", of: "vecdot", isMethod: true),
        Alias("sub", of: "subtract", isMethod: true),
        Alias("mul", of: "multiply", isMethod: true),
        Alias("div", of: "divide", isMethod: true),
        Alias("neg", of: "negative", isMethod: true),
        Alias("eq", of: "equal", isMethod: true),
        Alias("ne", of: "not_equal", isMethod: true),
        Alias("lt", of: "less", isMethod: true),
        Alias("le", of: "less_equal", isMethod: true),
        Alias("gt", of: "greater", isMethod: true),
        Alias("ge", of: "greater_equal", isMethod: true),
        Alias("amax", of: "max", isMethod: true),
        Alias("amin", of: "min", isMethod: true),
        Alias("norm", of: "linalg.norm", isMethod: true),
        Alias("trace", of: "linalg.trace", isMethod: true),
        Alias("diagonal", of: "linalg.diagonal", isMethod: true),
        Alias("sigmoid", of: "nn.functional.sigmoid"),
        Alias("relu", of: "nn.functional.relu"),
        Alias("softmax", of: "nn.functional.softmax"),
        Alias("log_softmax", of: "nn.functional.log_softmax"),
        Alias("unstack", of: "unbind"),
        Alias("matmul", in: "linalg", of: "matmul"),
        Alias("matrix_transpose", in: "linalg", of: "matrix_transpose"),
        Alias("outer", in: "linalg", of: "outer"),
        Alias("tensordot", in: "linalg", of: "tensordot"),
        Alias("vecdot", in: "linalg", of: "vecdot"),
    ]
}

extension FunctionDefinition {
    /// `name`, or `namespace.name`.
    fileprivate var path: String { namespace.isEmpty ? name : namespace + "." + name }
}
