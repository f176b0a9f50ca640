import Swiftgrad

extension NNFunctions {
    static let parametrizations: [FunctionDefinition] = [
        spectralNorm(in: "nn.utils.parametrizations"), spectralNorm(in: "nn.utils"),
        weightNorm(in: "nn.utils.parametrizations"), weightNorm(in: "nn.utils"),
    ]

    private static let target: [Parameter] = [Parameter("module", .object), .string("name", "weight")]

    private static func spectralNorm(in namespace: String) -> FunctionDefinition {
        FunctionDefinition(
            "spectral_norm", in: namespace,
            target + [
                .int("n_power_iterations", 1), .float("eps", 1e-12), Parameter("dim", .int, default: .some(.none)),
            ],
            doc: """
                Divides a parameter of the module by its largest singular value, found by power iteration: a step with each
                forward in training, none in eval mode (arXiv:1802.05957). Returns the module.

                The parameter is then trained as parametrizations.<name>.original. dim is the axis of the matrix's rows: 1
                for transposed convolutions, 0 for others, unless given.
                """
        ) { arguments throws(SwiftgradError) in
            let module = try arguments.object("module", as: Module.self)
            try module.addSpectralNorm(
                arguments.string("name"), iterations: arguments.int("n_power_iterations"),
                epsilon: arguments.double("eps"), axis: arguments.optionalInt("dim"))
            return .object(module)
        }
    }

    private static func weightNorm(in namespace: String) -> FunctionDefinition {
        FunctionDefinition(
            "weight_norm", in: namespace,
            target + [Parameter("dim", .int, default: .int(0), isOptional: true)],
            doc: """
                Trains a parameter of the module as lengths times directions (arXiv:1602.07868): as
                parametrizations.<name>.original0 and original1. Returns the module.

                Each slice along dim has a length of its own; None gives one length to all.
                """
        ) { arguments throws(SwiftgradError) in
            let module = try arguments.object("module", as: Module.self)
            try module.addWeightNorm(arguments.string("name"), axis: arguments.optionalInt("dim"))
            return .object(module)
        }
    }
}

extension NNClasses {
    /// Made by the functions above; their constructors are not for users.
    static let parametrizations: [ClassDefinition] = [
        hidden(ParametrizationList.self, "_ParametrizationList", doc: "A parameter computed from others."),
        hidden(SpectralNorm.self, "_SpectralNorm", doc: "A weight divided by its largest singular value."),
        hidden(WeightNorm.self, "_WeightNorm", doc: "A weight as length times direction."),
    ]

    private static func hidden(_ type: Module.Type, _ name: String, doc: String) -> ClassDefinition {
        ClassDefinition(type, name: name, in: "nn", base: ForeignModule.self, [], doc: doc) {
            _ throws(SwiftgradError) in
            throw .type("\(name) is made by the functions of nn.utils.parametrizations")
        }
    }
}
