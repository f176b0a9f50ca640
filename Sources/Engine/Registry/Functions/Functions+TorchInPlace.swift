extension EngineFunctions {
    /// Methods of a tensor that write into its memory, under PyTorch's names.
    static let torchInPlace: [FunctionDefinition] =
        InPlace.methods.map { name, operation in
            inPlace(name, [.scalar("y")], doc: "x \(operation.symbol)= y, into x's memory.") {
                x, arguments throws(SwiftgradError) in
                let (_, y) = try arguments.operands("x", "y")
                return try .apply(operation.primitive, x, y)
            }
        } + [
            inPlace("zero_", [], doc: "Zeros into x's memory.") { x, _ throws(SwiftgradError) in
                try .full([], 0, x.dtype)
            },
            inPlace("fill_", [.scalar("value")], doc: "One number into x's memory.") {
                x, arguments throws(SwiftgradError) in
                try .scalar(arguments.value("value"), x.dtype, operation: "fill_")
            },
            inPlace("copy_", [.tensor("source")], doc: "The elements of source, which broadcasts, into x's memory.") {
                _, arguments throws(SwiftgradError) in try arguments.tensor("source")
            },
            inPlace(
                "clamp_", [.scalar("min", default: .some(.none)), .scalar("max", default: .some(.none))],
                doc: "Limits x to [min, max], in its memory."
            ) { x, arguments throws(SwiftgradError) in try clip(x, arguments) },
            inPlace(
                "masked_fill_", [.tensor("mask"), .scalar("value")],
                doc: "A number into x's memory where mask, which broadcasts, is true."
            ) { x, arguments throws(SwiftgradError) in
                let (_, value) = try arguments.operands("x", "value")
                return try .select(arguments.tensor("mask"), value.cast(to: x.dtype), x)
            },
            inPlace(
                "scatter_add_", [.int("axis"), .tensor("index"), .tensor("source")],
                doc: "Adds each element of source at its position along an axis, in x's memory."
            ) { x, arguments throws(SwiftgradError) in
                try x.addingAlong(
                    arguments.tensor("index"), arguments.tensor("source"), axis: arguments.int("axis"))
            },
            inPlace(
                "normal_", [.float("mean", 0), .float("std", 1)], doc: "Normally distributed numbers into x's memory."
            ) { x, arguments throws(SwiftgradError) in
                try .normal(x.shape, mean: arguments.double("mean"), deviation: arguments.double("std"), x.dtype)
            },
            inPlace(
                "uniform_", [.float("low", 0), .float("high", 1)],
                doc: "Numbers spread evenly over [low, high) into x's memory."
            ) { x, arguments throws(SwiftgradError) in
                try .uniform(x.shape, low: arguments.double("low"), high: arguments.double("high"), x.dtype)
            },
            FunctionDefinition(
                "requires_grad_", in: "_tensor", method: "requires_grad_", [.x, .bool("requires_grad", true)],
                doc: "Asks for gradients of a leaf, or stops asking; returns x."
            ) { arguments throws(SwiftgradError) in
                let x = try arguments.tensor("x")
                try x.setRequiresGrad(arguments.bool("requires_grad"))
                return .tensor(x)
            },
        ]

    /// Functions of one tensor that also write their result into its memory: PyTorch's `exp_`.
    static func overwriting(_ functions: [FunctionDefinition]) -> [FunctionDefinition] {
        let names: Set = [
            "abs", "ceil", "cos", "erf", "exp", "expm1", "floor", "log", "log10", "log1p", "log2", "negative",
            "reciprocal",
            "round", "rsqrt", "sign", "sin", "sqrt", "square", "tan", "tanh", "trunc",
        ]
        let activations: Set = ["relu", "sigmoid"]
        return functions.filter {
            $0.namespace.isEmpty && names.contains($0.name)
                || $0.namespace == "nn.functional" && activations.contains($0.name)
        }.map { function in
            inPlace(
                function.name == "negative" ? "neg_" : function.name + "_", [],
                doc: "\(function.name) of x, into its memory."
            ) { x, _ throws(SwiftgradError) in
                let rest = [Value](repeating: .absent, count: function.parameters.count - 1)
                guard case .tensor(let result) = try function([.tensor(x)] + rest) else { return x }
                return result
            }
        }
    }

    /// A method that overwrites x with what `body` gives, which broadcasts, and returns x.
    private static func inPlace(
        _ name: String, _ parameters: [Parameter], doc: String,
        _ body: @escaping @Sendable (Tensor, Arguments) throws(SwiftgradError) -> Tensor
    ) -> FunctionDefinition {
        FunctionDefinition(
            name, in: "_tensor", method: name, [.x] + parameters,
            doc: doc + " An error while x or what goes into it is on the tape."
        ) { arguments throws(SwiftgradError) in
            let x = try arguments.tensor("x")
            let result = try body(x, arguments)
            guard !GradMode.isEnabled || !(x.requiresGrad || result.requiresGrad) else {
                throw .runtime(
                    "\(name): the gradient of a change in place cannot be recorded; use the form that returns a new "
                        + "tensor, or no_grad()")
            }
            guard !result.dtype.isFloating || x.dtype.isFloating else {
                throw .type("\(name): a result of \(result.dtype) does not fit \(x.dtype)")
            }
            guard Shape.broadcast(result.shape, x.shape) == x.shape else {
                throw .value(
                    "\(name): shape \(Shape.text(result.shape)) does not fit into \(Shape.text(x.shape))")
            }
            try x.overwrite(with: result.broadcast(to: x.shape))
            return .tensor(x)
        }
    }
}
