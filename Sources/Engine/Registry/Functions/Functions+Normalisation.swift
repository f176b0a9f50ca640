extension EngineFunctions {
    private static let functional = "nn.functional"
    private static let weight = Parameter.tensor("weight", default: .some(.none))
    private static let bias = Parameter.tensor("bias", default: .some(.none))
    private static let epsilon = Parameter.float("eps", 1e-5)

    static let normalisation: [FunctionDefinition] = [
        FunctionDefinition(
            "batch_norm", in: functional,
            [
                .x, Parameter("running_mean", .tensor, isOptional: true),
                Parameter("running_var", .tensor, isOptional: true), weight, bias, .bool("training", false),
                .float("momentum", 0.1), epsilon,
            ],
            doc: """
                (x - mean) / sqrt(var + eps) * weight + bias for each channel of x (N, C, ...) (arXiv:1502.03167).

                In training mean and var are those of the batch, and the running ones, if given, move towards them in place:
                running * (1 - momentum) + momentum * (mean, var with n - 1). Otherwise the running ones are used.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").batchNorm(
                    runningMean: arguments.optionalTensor("running_mean"),
                    runningVariance: arguments.optionalTensor("running_var"),
                    weight: arguments.optionalTensor("weight"), bias: arguments.optionalTensor("bias"),
                    isTraining: arguments.bool("training"), momentum: arguments.double("momentum"),
                    epsilon: arguments.double("eps")))
        },
        FunctionDefinition(
            "layer_norm", in: functional, [.x, .ints("normalized_shape"), weight, bias, epsilon],
            doc: """
                (x - mean) / sqrt(var + eps) * weight + bias over the last axes, whose lengths are normalized_shape
                (arXiv:1607.06450).
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").layerNorm(
                    arguments.ints("normalized_shape"), weight: arguments.optionalTensor("weight"),
                    bias: arguments.optionalTensor("bias"), epsilon: arguments.double("eps")))
        },
        FunctionDefinition(
            "rms_norm", in: functional,
            [.x, .ints("normalized_shape"), weight, Parameter("eps", .float, default: .some(.none))],
            doc: """
                x / sqrt(mean(x**2) + eps) * weight over the last axes, whose lengths are normalized_shape
                (arXiv:1910.07467). eps is the type's epsilon unless given.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").rmsNorm(
                    arguments.ints("normalized_shape"), weight: arguments.optionalTensor("weight"),
                    epsilon: arguments.optionalDouble("eps")))
        },
        FunctionDefinition(
            "group_norm", in: functional, [.x, .int("num_groups"), weight, bias, epsilon],
            doc: """
                (x - mean) / sqrt(var + eps) * weight + bias of x (N, C, ...), with mean and var over each sample's groups
                of channels (arXiv:1803.08494). weight and bias are (C,).
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").groupNorm(
                    groups: arguments.int("num_groups"), weight: arguments.optionalTensor("weight"),
                    bias: arguments.optionalTensor("bias"), epsilon: arguments.double("eps")))
        },
        FunctionDefinition(
            "instance_norm", in: functional,
            [
                .x, .tensor("running_mean", default: .some(.none)), .tensor("running_var", default: .some(.none)),
                weight,
                bias, .bool("use_input_stats", true), .float("momentum", 0.1), epsilon,
            ],
            doc: """
                (x - mean) / sqrt(var + eps) * weight + bias of x (N, C, L, ...), with mean and var over each channel of
                each sample (arXiv:1607.08022). Running statistics, if given, move towards their means over the batch, and
                are used instead when use_input_stats is false.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").instanceNorm(
                    runningMean: arguments.optionalTensor("running_mean"),
                    runningVariance: arguments.optionalTensor("running_var"),
                    weight: arguments.optionalTensor("weight"), bias: arguments.optionalTensor("bias"),
                    usesInputStatistics: arguments.bool("use_input_stats"), momentum: arguments.double("momentum"),
                    epsilon: arguments.double("eps")))
        },
    ]
}
