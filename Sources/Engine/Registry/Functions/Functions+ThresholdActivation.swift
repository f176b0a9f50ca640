extension EngineFunctions {
    /// Activation functions with corners, and those that saturate slowly.
    static let thresholdActivations: [FunctionDefinition] = [
        activation(
            "hardtanh", [.float("min_val", -1), .float("max_val", 1)], inplace: true,
            doc: "x cut off below min_val and above max_val."
        ) { x, arguments throws(SwiftgradError) in
            let (low, high) = (try arguments.double("min_val"), try arguments.double("max_val"))
            guard low <= high else { throw .value("hardtanh: min_val \(low) is above max_val \(high)") }
            return try .unary("hardtanh", Hardtanh(low: low, high: high), x)
        },
        activation("relu6", inplace: true, doc: "min(max(x, 0), 6).") { x, _ throws(SwiftgradError) in
            try .unary("relu6", Hardtanh(low: 0, high: 6), x)
        },
        activation("hardsigmoid", inplace: true, doc: "clip(x + 3, 0, 6) / 6 (arXiv:1905.02244).") {
            x, _ throws(SwiftgradError) in try .unary("hardsigmoid", Hardsigmoid(), x)
        },
        activation(
            "threshold", [.float("threshold"), .float("value")], inplace: true,
            doc: "x where x > threshold, value elsewhere."
        ) { x, arguments throws(SwiftgradError) in
            let formula = Threshold(threshold: try arguments.double("threshold"), value: try arguments.double("value"))
            return try .unary("threshold", formula, x)
        },
        activation("hardshrink", [.float("lambd", 0.5)], doc: "x where |x| > lambd, 0 elsewhere.") {
            x, arguments throws(SwiftgradError) in
            try .unary("hardshrink", Hardshrink(lambda: arguments.double("lambd")), x)
        },
        activation(
            "softshrink", [.float("lambd", 0.5)], doc: "x moved by lambd towards 0, and 0 where |x| <= lambd."
        ) { x, arguments throws(SwiftgradError) in
            let lambda = try arguments.double("lambd")
            guard lambda >= 0 else { throw .value("softshrink: lambd must not be negative, got \(lambda)") }
            return try .unary("softshrink", Softshrink(lambda: lambda), x)
        },
        activation("tanhshrink", doc: "x - tanh(x).") { x, _ throws(SwiftgradError) in
            try .unary("tanhshrink", Tanhshrink(), x)
        },
        activation("softsign", doc: "x / (1 + |x|).") { x, _ throws(SwiftgradError) in
            try .unary("softsign", Softsign(), x)
        },
        activation("logsigmoid", doc: "log(sigmoid(x)), computed without overflow.") { x, _ throws(SwiftgradError) in
            try .unary("logsigmoid", LogSigmoid(), x)
        },
        activation(
            "celu", [.float("alpha", 1)], inplace: true,
            doc: "x where x > 0, alpha (exp(x / alpha) - 1) elsewhere (arXiv:1704.07483)."
        ) { x, arguments throws(SwiftgradError) in
            let alpha = try arguments.double("alpha")
            guard alpha != 0 else { throw .value("celu: alpha must not be 0") }
            return try .unary("celu", CELU(alpha: alpha), x)
        },
        .binary(
            Heaviside(),
            doc:
                "0 where x < 0, 1 where x > 0, y where x is 0: the step of a perceptron. Its gradient is 0: none is recorded."
        ),
    ]

    /// A function of `nn.functional`, element by element. Where PyTorch's has `inplace`, this accepts it.
    static func activation(
        _ name: String, method: String? = nil, _ settings: [Parameter] = [], inplace: Bool = false, doc: String,
        _ body: @escaping @Sendable (Tensor, Arguments) throws(SwiftgradError) -> Tensor
    ) -> FunctionDefinition {
        FunctionDefinition(
            name, in: "nn.functional", method: method,
            [.x] + settings + (inplace ? [Parameter.bool("inplace", false)] : []),
            doc: doc
                + (inplace ? "\n\nWith inplace the result also goes into x's memory, unless x is on the tape." : "")
        ) { arguments throws(SwiftgradError) in
            let x = try arguments.tensor("x")
            let y = try body(x, arguments)
            guard inplace, try arguments.bool("inplace") else { return .tensor(y) }
            return .tensor(try x.replaced(by: y, operation: name))
        }
    }
}

extension Tensor {
    /// The result of an operation in place: it goes into this tensor's memory, or is a tensor of its own where gradients
    /// are recorded, because what the operation saved would change.
    func replaced(by result: Tensor, operation: String) throws(SwiftgradError) -> Tensor {
        if GradMode.isEnabled && requiresGrad { return result }
        guard result.spec == spec else {
            throw .type("\(operation): a result of \(result.dtype) does not fit \(dtype) in place")
        }
        try overwrite(with: result)
        return self
    }
}
