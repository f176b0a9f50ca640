extension EngineFunctions {
    /// Methods of a tensor under PyTorch's names, of functions that have another name here or none.
    static let torchMethods: [FunctionDefinition] =
        [
            method("view", [.variadic("shape")], doc: "reshape, where that needs no copy.") {
                x, arguments throws(SwiftgradError) in
                let result = try x.reshape(arguments.ints("shape"))
                guard result.storage === x.storage else {
                    throw .value(
                        "view: the strides of an array of shape \(Shape.text(x.shape)) do not fit "
                            + "\(Shape.text(result.shape)); use reshape, which copies")
                }
                return .tensor(result)
            },
            method("clone", [], doc: "copy: new memory with the elements of x.") { x, _ throws(SwiftgradError) in
                .tensor(try x.copy())
            },
            method("to", [Parameter("dtype", .any)], doc: "x as a dtype, or as that of another tensor.") {
                x, arguments throws(SwiftgradError) in
                switch try arguments.value("dtype") {
                case .dtype(let dtype): return .tensor(try x.cast(to: dtype))
                case .tensor(let other): return .tensor(try x.cast(to: other.dtype))
                case .string("cpu"): return .tensor(x)
                case let other: throw .type("to: expected a dtype, a tensor or 'cpu', got \(other.kindName)")
                }
            },
            method("clamp", [bound("min"), bound("max")], doc: "clip: x limited to [min, max].") {
                x, arguments throws(SwiftgradError) in .tensor(try clip(x, arguments))
            },
            method("masked_fill", [.tensor("mask"), .scalar("value")], doc: "x with value where mask is true.") {
                x, arguments throws(SwiftgradError) in
                let (_, value) = try arguments.operands("x", "value")
                return .tensor(try .select(arguments.tensor("mask"), value.cast(to: x.dtype), x))
            },
            method("index_select", [.int("axis"), .tensor("index")], doc: "take along an axis with a vector.") {
                x, arguments throws(SwiftgradError) in
                .tensor(try x.take(arguments.tensor("index"), axis: arguments.int("axis")))
            },
            method(
                "gather", [.int("axis"), .tensor("index")],
                doc: "take_along_axis, for an index that may be shorter than x along the other axes."
            ) { x, arguments throws(SwiftgradError) in
                let (index, axis) = (try arguments.tensor("index"), try arguments.int("axis"))
                var source = x
                for other in 0..<min(x.rank, index.rank)
                where index.shape[other] < x.shape[other] && other != (axis < 0 ? axis + x.rank : axis) {
                    source = try source.slice(axis: other, 0..<index.shape[other])
                }
                return .tensor(try source.takeAlong(index, axis: axis))
            },
            method(
                "narrow", [.int("axis"), .int("start"), .int("length")],
                doc: "A view of length places along an axis from start on."
            ) { x, arguments throws(SwiftgradError) in
                .tensor(
                    try x.narrow(
                        axis: arguments.int("axis"), start: arguments.int("start"), length: arguments.int("length")))
            },
        ]
        + casts.map { name, dtype in
            method(name, [], doc: "x as \(dtype).") { x, _ throws(SwiftgradError) in .tensor(try x.cast(to: dtype)) }
        }

    private static let casts: [(String, DType)] = [
        ("float", .float32), ("double", .float64), ("half", .float16), ("bfloat16", .bfloat16), ("long", .int64),
        ("int", .int32), ("bool", .bool),
    ]

    private static func bound(_ name: String) -> Parameter { .scalar(name, default: .some(.none)) }

    private static func method(
        _ name: String, _ parameters: [Parameter], doc: String,
        _ body: @escaping @Sendable (Tensor, Arguments) throws(SwiftgradError) -> Value
    ) -> FunctionDefinition {
        FunctionDefinition(name, in: "_tensor", method: name, [.x] + parameters, doc: doc) {
            arguments throws(SwiftgradError) in try body(arguments.tensor("x"), arguments)
        }
    }

    /// x limited to the arguments `min` and `max`.
    static func clip(_ x: Tensor, _ arguments: Arguments) throws(SwiftgradError) -> Tensor {
        var x = x
        for (name, primitive) in [("min", Maximum() as any Primitive), ("max", Minimum())] {
            if case .none = try arguments.value(name) { continue }
            let (value, bound) = try arguments.operands("x", name)
            x = try Tensor.apply(primitive, x, bound.cast(to: Promotion.promote(value.dtype, bound.dtype)))
        }
        return x
    }
}
