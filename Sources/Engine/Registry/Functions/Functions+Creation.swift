extension EngineFunctions {
    static let creation: [FunctionDefinition] = [
        filled("zeros", 0), filled("ones", 1), filled("empty", 0),
        filledLike("zeros_like", 0), filledLike("ones_like", 1), filledLike("empty_like", 0),
        FunctionDefinition(
            "full", [.ints("shape"), .scalar("fill_value"), Parameter.dtype.keywordOnly, requiresGrad],
            doc: "An array filled with one number, of the number's own type unless dtype is given."
        ) { arguments throws(SwiftgradError) in
            let value = try Tensor.scalar(arguments.value("fill_value"), operation: "full")
            let dtype = try arguments.dtype() ?? value.dtype
            let result = try Tensor(uninitialised: arguments.ints("shape"), dtype)
            guard value.count == 1 else {
                throw .value("full: fill_value has shape \(Shape.text(value.shape)), expected one element")
            }
            try value.detach().reshape([]).copyElements(to: result)
            return try finish(result, arguments)
        },
        FunctionDefinition(
            "full_like", [.x, .scalar("fill_value"), Parameter.dtype.keywordOnly, requiresGrad],
            doc: "An array of the shape and type of x filled with one number."
        ) { arguments throws(SwiftgradError) in
            let x = try arguments.tensor("x")
            let dtype = try arguments.dtype() ?? x.dtype
            let value = try Tensor.scalar(arguments.value("fill_value"), dtype, operation: "full_like")
            let result = try Tensor(uninitialised: x.shape, dtype)
            guard value.count == 1 else {
                throw .value("full_like: fill_value has shape \(Shape.text(value.shape)), expected one element")
            }
            try value.detach().reshape([]).copyElements(to: result)
            return try finish(result, arguments)
        },
        FunctionDefinition(
            "arange",
            [
                .scalar("start"), .scalar("stop", default: .some(.none)), .scalar("step", default: .int(1)),
                Parameter.dtype.keywordOnly, requiresGrad,
            ],
            doc:
                "start, start + step, ... below stop; with one argument 0, 1, ... below it. int64 for ints, else float32."
        ) { arguments throws(SwiftgradError) in
            let isOneBound = if case .none = try arguments.value("stop") { true } else { false }
            let (first, last) = isOneBound ? (nil, "start") : ("start", "stop")
            var isInteger = true
            for name in ["start", "stop", "step"] {
                if case .double = try arguments.value(name) { isInteger = false }
            }
            let dtype = try arguments.dtype() ?? (isInteger ? .int64 : .float32)
            let result =
                isInteger
                ? try Tensor.arange(
                    first.map { name throws(SwiftgradError) in try arguments.int(name) } ?? 0, arguments.int(last),
                    step: arguments.int("step"), dtype)
                : try Tensor.arange(
                    first.map { name throws(SwiftgradError) in try arguments.double(name) } ?? 0,
                    arguments.double(last), step: arguments.double("step"), dtype)
            return try finish(result, arguments)
        },
        FunctionDefinition(
            "linspace",
            [
                .float("start"), .float("stop"), .int("num", 50), Parameter.bool("endpoint", true).keywordOnly,
                Parameter.dtype.keywordOnly, requiresGrad,
            ],
            doc: "num numbers from start to stop in equal steps; without the endpoint one step short of stop."
        ) { arguments throws(SwiftgradError) in
            try finish(
                Tensor.linspace(
                    arguments.double("start"), arguments.double("stop"), count: arguments.int("num"),
                    endpoint: arguments.bool("endpoint"), arguments.dtype() ?? .float32), arguments)
        },
        FunctionDefinition(
            "eye",
            [
                .int("n_rows"), Parameter("n_cols", .int, default: .some(.none)),
                Parameter.int("k", 0).keywordOnly, Parameter.dtype.keywordOnly, requiresGrad,
            ],
            doc: "Ones on the k-th diagonal of an (n_rows, n_cols) array of zeros."
        ) { arguments throws(SwiftgradError) in
            let rows = try arguments.int("n_rows")
            return try finish(
                Tensor.eye(
                    rows: rows, columns: arguments.optionalInt("n_cols") ?? rows, diagonal: arguments.int("k"),
                    arguments.dtype() ?? .float32), arguments)
        },
    ]

    static let requiresGrad = Parameter.bool("requires_grad", false).keywordOnly

    static func finish(_ tensor: Tensor, _ arguments: Arguments) throws(SwiftgradError) -> Value {
        if try arguments.bool("requires_grad") { try tensor.setRequiresGrad(true) }
        return .tensor(tensor)
    }

    private static func filled(_ name: String, _ value: Double) -> FunctionDefinition {
        FunctionDefinition(
            name, [.variadic("shape"), Parameter.dtype.keywordOnly, requiresGrad],
            doc: "An array of the shape, float32 unless dtype says otherwise, "
                + (name == "empty" ? "for the caller to fill (zeros for now)." : "filled with \(name).")
        ) { arguments throws(SwiftgradError) in
            try finish(Tensor.full(arguments.ints("shape"), value, arguments.dtype() ?? .float32), arguments)
        }
    }

    private static func filledLike(_ name: String, _ value: Double) -> FunctionDefinition {
        FunctionDefinition(
            name, [.x, Parameter.dtype.keywordOnly, requiresGrad],
            doc: "An array of the shape and, unless dtype is given, the type of x; see \(name.dropLast(5))."
        ) { arguments throws(SwiftgradError) in
            let x = try arguments.tensor("x")
            return try finish(Tensor.full(x.shape, value, arguments.dtype() ?? x.dtype), arguments)
        }
    }
}
