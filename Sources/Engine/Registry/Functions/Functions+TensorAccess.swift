extension EngineFunctions {
    /// What the host's tensor type is made of.
    static let tensorAccess: [FunctionDefinition] =
        [
            access("grad") { x in x.grad.map(Value.tensor) ?? .none },
            access("requires_grad") { x in .bool(x.requiresGrad) },
            access("is_leaf") { x in .bool(x.isLeaf) },
            access("grad_fn") { x in x.gradientFunction.map(Value.string) ?? .none },
            access("version") { x in .int(x.storage.version) },
            access("item") { x throws(SwiftgradError) in try x.item() },
            access("detach") { x in .tensor(x.detach()) },
            FunctionDefinition(
                "set_grad", in: "_tensor", [.x, .tensor("grad", default: .some(.none))], doc: "Replaces x.grad."
            ) { arguments throws(SwiftgradError) in
                let x = try arguments.tensor("x")
                let gradient = try arguments.optionalTensor("grad")
                if let gradient, gradient.spec != x.spec {
                    throw .value(
                        "grad: expected \(Shape.text(x.shape)) \(x.dtype), got \(Shape.text(gradient.shape)) \(gradient.dtype)"
                    )
                }
                x.grad = gradient === x ? x.detach() : gradient
                return .none
            },
            FunctionDefinition(
                "set_requires_grad", in: "_tensor", [.x, .bool("flag")],
                doc: "Asks for gradients of a leaf, or stops asking."
            ) { arguments throws(SwiftgradError) in
                try arguments.tensor("x").setRequiresGrad(arguments.bool("flag"))
                return .none
            },
            FunctionDefinition(
                "add_hook", in: "_tensor", [.x, Parameter("hook", .callable)],
                doc: "Has a function called with each gradient of x; returns its number."
            ) { arguments throws(SwiftgradError) in
                guard let hook = try arguments.optionalCallable("hook") else {
                    throw .type("register_hook() needs a function")
                }
                return .int(try arguments.tensor("x").addHook(hook.retained()))
            },
            FunctionDefinition(
                "remove_hook", in: "_tensor", [.x, .int("number")], doc: "Removes the hook of that number from x."
            ) { arguments throws(SwiftgradError) in
                try arguments.tensor("x").removeHook(arguments.int("number"))
                return .none
            },
            FunctionDefinition(
                "detach", method: "detach", [.x], doc: "The same memory, off the tape."
            ) { arguments throws(SwiftgradError) in .tensor(try arguments.tensor("x").detach()) },
            FunctionDefinition(
                "retain_grad", method: "retain_grad", [.x],
                doc: "Keeps the gradient of a tensor that is not a leaf in .grad when a backward pass reaches it."
            ) { arguments throws(SwiftgradError) in
                try arguments.tensor("x").retainGrad()
                return .none
            },
        ]
        + InPlace.all.map { operation in
            FunctionDefinition(
                operation.name, in: "_tensor", [.x, .scalar("y")],
                doc: "x \(operation.symbol)= y: into x's memory, or a new tensor where x is on the tape."
            ) { arguments throws(SwiftgradError) in
                let (x, y) = try arguments.operands("x", "y")
                return .tensor(try operation.apply(x, y))
            }
        }

    private static func access(
        _ name: String, _ body: @escaping @Sendable (Tensor) throws(SwiftgradError) -> Value
    ) -> FunctionDefinition {
        FunctionDefinition(name, in: "_tensor", [.x], doc: "Reads \(name) of x.") { arguments throws(SwiftgradError) in
            try body(arguments.tensor("x"))
        }
    }
}

/// An operation whose result goes back into its first operand's memory.
struct InPlace: Sendable {
    let name: String
    let symbol: String
    let primitive: any Primitive

    static let all = [
        InPlace(name: "iadd", symbol: "+", primitive: Add()),
        InPlace(name: "isub", symbol: "-", primitive: Subtract()),
        InPlace(name: "imul", symbol: "*", primitive: Multiply()),
        InPlace(name: "itruediv", symbol: "/", primitive: Divide()),
        InPlace(name: "ifloordiv", symbol: "//", primitive: FloorDivide()),
        InPlace(name: "imod", symbol: "%", primitive: Remainder()),
        InPlace(name: "ipow", symbol: "**", primitive: Power()),
    ]

    /// PyTorch's method for each.
    static let methods: [(String, InPlace)] = zip(
        ["add_", "sub_", "mul_", "div_", "floor_divide_", "remainder_", "pow_"], all
    )
    .map { ($0, $1) }

    /// While gradients are recorded, a leaf that requires them cannot change, and any other operand on the tape gives a
    /// new tensor instead.
    func apply(_ x: Tensor, _ y: Tensor) throws(SwiftgradError) -> Tensor {
        if GradMode.isEnabled && (x.requiresGrad || y.requiresGrad) {
            guard !x.isParameter else {
                throw .runtime(
                    "in-place \(symbol)= on a leaf tensor that requires gradients; do it under no_grad()")
            }
            return try Tensor.apply(primitive, x, y)
        }
        let inputs = [x.spec, y.spec]
        guard let result = try primitive.infer(inputs).first else { return x }
        guard result.shape == x.shape else {
            throw .value(
                "in-place \(symbol)=: the result has shape \(Shape.text(result.shape)) and does not fit \(Shape.text(x.shape))"
            )
        }
        guard result.dtype == x.dtype || (result.dtype.isFloating == x.dtype.isFloating && x.dtype != .bool) else {
            throw .type("in-place \(symbol)=: a result of \(result.dtype) does not fit \(x.dtype)")
        }
        try x.checkWritable("in-place \(symbol)=")
        // The kernel may read y where it has just written x, so an overlapping operand is computed on the side.
        if x.isContiguous && result.dtype == x.dtype && (!y.storage.overlaps(x.storage) || y.count == 1) {
            let operand = y.storage.overlaps(x.storage) ? try y.detach().copy() : y
            try Denormals.flushed { () throws(SwiftgradError) in try primitive.forward([x, operand], into: [x]) }
        } else {
            try withNoGrad { () throws(SwiftgradError) in try Tensor.apply(primitive, x, y) }.copyElements(to: x)
        }
        x.storage.markWritten()
        return x
    }
}
