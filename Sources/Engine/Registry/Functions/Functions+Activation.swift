extension EngineFunctions {
    private static let functional = "nn.functional"

    static let activations: [FunctionDefinition] = [
        activation("relu", method: "relu", inplace: true, doc: "max(x, 0).") { x, _ throws(SwiftgradError) in
            try x.relu()
        },
        FunctionDefinition("sigmoid", in: functional, method: "sigmoid", [.x], doc: "1 / (1 + exp(-x)).") {
            arguments throws(SwiftgradError) in .tensor(try arguments.tensor("x").sigmoid())
        },
        FunctionDefinition("tanh", in: functional, [.x], doc: "Hyperbolic tangent.") {
            arguments throws(SwiftgradError) in .tensor(try arguments.tensor("x").tanh())
        },
        activation(
            "leaky_relu", [.float("negative_slope", 0.01)], inplace: true,
            doc: "x where x > 0, negative_slope * x elsewhere."
        ) { x, arguments throws(SwiftgradError) in
            try .unary("leaky_relu", LeakyReLU(slope: arguments.double("negative_slope")), x)
        },
        activation(
            "elu", [.float("alpha", 1)], inplace: true,
            doc: "x where x > 0, alpha * (exp(x) - 1) elsewhere (arXiv:1511.07289)."
        ) { x, arguments throws(SwiftgradError) in
            try .unary("elu", ELU(alpha: arguments.double("alpha"), scale: 1), x)
        },
        activation(
            "selu", inplace: true, doc: "Self-normalising ELU with the constants of arXiv:1706.02515."
        ) { x, _ throws(SwiftgradError) in try .unary("selu", ELU.selu, x) },
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
        activation("silu", inplace: true, doc: "x * sigmoid(x), also called swish.") { x, _ throws(SwiftgradError) in
            try .unary("silu", SiLU(), x)
        },
        activation("mish", inplace: true, doc: "x * tanh(softplus(x)) (arXiv:1908.08681).") {
            x, _ throws(SwiftgradError) in try .unary("mish", Mish(), x)
        },
        activation("hardswish", inplace: true, doc: "x * clip(x + 3, 0, 6) / 6 (arXiv:1905.02244).") {
            x, _ throws(SwiftgradError) in try .unary("hardswish", Hardswish(), x)
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
