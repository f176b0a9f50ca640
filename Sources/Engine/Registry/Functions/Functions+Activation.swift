extension EngineFunctions {
    private static let functional = "nn.functional"

    static let activations: [FunctionDefinition] = [
        FunctionDefinition("relu", in: functional, method: "relu", [.x], doc: "max(x, 0).") {
            arguments throws(SwiftgradError) in .tensor(try arguments.tensor("x").relu())
        },
        FunctionDefinition("sigmoid", in: functional, method: "sigmoid", [.x], doc: "1 / (1 + exp(-x)).") {
            arguments throws(SwiftgradError) in .tensor(try arguments.tensor("x").sigmoid())
        },
        FunctionDefinition("tanh", in: functional, [.x], doc: "Hyperbolic tangent.") {
            arguments throws(SwiftgradError) in .tensor(try arguments.tensor("x").tanh())
        },
        FunctionDefinition(
            "leaky_relu", in: functional, [.x, .float("negative_slope", 0.01)],
            doc: "x where x > 0, negative_slope * x elsewhere."
        ) { arguments throws(SwiftgradError) in
            let formula = LeakyReLU(slope: try arguments.double("negative_slope"))
            return .tensor(try .unary("leaky_relu", formula, arguments.tensor("x")))
        },
        FunctionDefinition(
            "elu", in: functional, [.x, .float("alpha", 1)],
            doc: "x where x > 0, alpha * (exp(x) - 1) elsewhere (arXiv:1511.07289)."
        ) { arguments throws(SwiftgradError) in
            .tensor(try .unary("elu", ELU(alpha: arguments.double("alpha"), scale: 1), arguments.tensor("x")))
        },
        FunctionDefinition(
            "selu", in: functional, [.x], doc: "Self-normalising ELU with the constants of arXiv:1706.02515."
        ) { arguments throws(SwiftgradError) in .tensor(try .unary("selu", ELU.selu, arguments.tensor("x"))) },
        FunctionDefinition(
            "gelu", in: functional, [.x, .string("approximate", "none")],
            doc:
                "x times the normal distribution's cumulative function (arXiv:1606.08415), through erf or, with approximate='tanh', tanh."
        ) { arguments throws(SwiftgradError) in
            let x = try arguments.tensor("x")
            switch try arguments.string("approximate") {
            case "none": return .tensor(try .unary("gelu", GELU(), x))
            case "tanh": return .tensor(try .unary("gelu", TanhGELU(), x))
            case let other: throw .value("gelu: approximate must be 'none' or 'tanh', got '\(other)'")
            }
        },
        FunctionDefinition("silu", in: functional, [.x], doc: "x * sigmoid(x), also called swish.") {
            arguments throws(SwiftgradError) in .tensor(try .unary("silu", SiLU(), arguments.tensor("x")))
        },
        FunctionDefinition("mish", in: functional, [.x], doc: "x * tanh(softplus(x)) (arXiv:1908.08681).") {
            arguments throws(SwiftgradError) in .tensor(try .unary("mish", Mish(), arguments.tensor("x")))
        },
        FunctionDefinition("hardswish", in: functional, [.x], doc: "x * clip(x + 3, 0, 6) / 6 (arXiv:1905.02244).") {
            arguments throws(SwiftgradError) in .tensor(try .unary("hardswish", Hardswish(), arguments.tensor("x")))
        },
        FunctionDefinition(
            "softplus", in: functional, [.x, .float("beta", 1), .float("threshold", 20)],
            doc: "log(1 + exp(beta * x)) / beta, and x itself where beta * x is above the threshold."
        ) { arguments throws(SwiftgradError) in
            let formula = Softplus(beta: try arguments.double("beta"), threshold: try arguments.double("threshold"))
            return .tensor(try .unary("softplus", formula, arguments.tensor("x")))
        },
        FunctionDefinition(
            "softmax", in: functional, method: "softmax", [.x, .int("axis", -1)],
            doc: "exp(x) / sum(exp(x)) along an axis, computed from x - max(x)."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").softmax(axis: arguments.int("axis")))
        },
        FunctionDefinition(
            "log_softmax", in: functional, method: "log_softmax", [.x, .int("axis", -1)],
            doc: "x - log(sum(exp(x))) along an axis, computed from x - max(x)."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").logSoftmax(axis: arguments.int("axis")))
        },
    ]
}

extension Tensor {
    /// max(self, 0).
    public func relu() throws(SwiftgradError) -> Tensor { try .unary("relu", ReLU(), self) }

    /// self times the normal distribution's cumulative function.
    public func gelu() throws(SwiftgradError) -> Tensor { try .unary("gelu", GELU(), self) }
}
