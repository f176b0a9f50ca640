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
                primitive: original.primitive, original: alias.original, body: original.body)
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
        Alias("take_along_dim", of: "take_along_axis", isMethod: true),
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
        Alias("concatenate", of: "concat"),
        Alias("absolute", of: "abs", isMethod: true),
        Alias("arcsin", of: "asin", isMethod: true),
        Alias("arccos", of: "acos", isMethod: true),
        Alias("arctan", of: "atan", isMethod: true),
        Alias("arctan2", of: "atan2", isMethod: true),
        Alias("arcsinh", of: "asinh", isMethod: true),
        Alias("arccosh", of: "acosh", isMethod: true),
        Alias("arctanh", of: "atanh", isMethod: true),
        Alias("fix", of: "trunc", isMethod: true),
        Alias("true_divide", of: "divide", isMethod: true),
        Alias("bitwise_not", of: "bitwise_invert", isMethod: true),
        Alias("swapdims", of: "transpose", isMethod: true),
        Alias("det", of: "linalg.det", isMethod: true),
        Alias("slogdet", of: "linalg.slogdet", isMethod: true),
        Alias("inverse", of: "linalg.inv", isMethod: true),
        Alias("pinverse", of: "linalg.pinv", isMethod: true),
        Alias("matrix_power", of: "linalg.matrix_power", isMethod: true),
        Alias("cross", of: "linalg.cross", isMethod: true),
        Alias("conv1d", of: "nn.functional.conv1d"),
        Alias("conv2d", of: "nn.functional.conv2d"),
        Alias("conv3d", of: "nn.functional.conv3d"),
        Alias("conv_transpose1d", of: "nn.functional.conv_transpose1d"),
        Alias("conv_transpose2d", of: "nn.functional.conv_transpose2d"),
        Alias("conv_transpose3d", of: "nn.functional.conv_transpose3d"),
        Alias("max_pool1d", of: "nn.functional.max_pool1d"),
        Alias("max_pool2d", of: "nn.functional.max_pool2d"),
        Alias("max_pool3d", of: "nn.functional.max_pool3d"),
        Alias("avg_pool1d", of: "nn.functional.avg_pool1d"),
        Alias("layer_norm", of: "nn.functional.layer_norm"),
        Alias("group_norm", of: "nn.functional.group_norm"),
        Alias("rms_norm", of: "nn.functional.rms_norm"),
        Alias("dropout", of: "nn.functional.dropout"),
        Alias("prelu", of: "nn.functional.prelu", isMethod: true),
        Alias("selu", of: "nn.functional.selu"),
        Alias("celu", of: "nn.functional.celu"),
        Alias("bilinear", of: "nn.functional.bilinear"),
        Alias("cosine_similarity", of: "nn.functional.cosine_similarity"),
        Alias("pairwise_distance", of: "nn.functional.pairwise_distance"),
        Alias("pixel_shuffle", of: "nn.functional.pixel_shuffle"),
        Alias("pixel_unshuffle", of: "nn.functional.pixel_unshuffle"),
        Alias("channel_shuffle", of: "nn.functional.channel_shuffle"),
        Alias("clone", of: "_tensor.clone"),
        Alias("gather", of: "_tensor.gather"),
        Alias("index_select", of: "_tensor.index_select"),
        Alias("masked_fill", of: "_tensor.masked_fill"),
        Alias("masked_select", of: "_tensor.masked_select"),
        Alias("narrow", of: "_tensor.narrow"),
        Alias("select", of: "_tensor.select"),
        Alias("t", of: "_tensor.t"),
        Alias("unflatten", of: "_tensor.unflatten"),
        Alias("clamp_min", of: "maximum", isMethod: true),
        Alias("clamp_max", of: "minimum", isMethod: true),
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
