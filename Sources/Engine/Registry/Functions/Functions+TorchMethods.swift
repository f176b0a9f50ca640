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
            method("expand", [.variadic("shape")], doc: "broadcast_to; a length of -1 stays as it is.") {
                x, arguments throws(SwiftgradError) in
                var shape = try arguments.ints("shape")
                let front = shape.count - x.rank
                for position in shape.indices where shape[position] == -1 && position >= front {
                    shape[position] = x.shape[position - front]
                }
                return .tensor(try x.broadcast(to: shape))
            },
            method("expand_as", [.tensor("other")], doc: "broadcast_to the shape of another tensor.") {
                x, arguments throws(SwiftgradError) in .tensor(try x.broadcast(to: arguments.tensor("other").shape))
            },
            method("view_as", [.tensor("other")], doc: "reshape to the shape of another tensor.") {
                x, arguments throws(SwiftgradError) in .tensor(try x.reshape(arguments.tensor("other").shape))
            },
            method("type_as", [.tensor("other")], doc: "x in the type of another tensor.") {
                x, arguments throws(SwiftgradError) in .tensor(try x.cast(to: arguments.tensor("other").dtype))
            },
            method("t", [], doc: "A view of a matrix with its axes exchanged; a vector stays as it is.") {
                x, _ throws(SwiftgradError) in
                guard x.rank <= 2 else { throw .value("t: expected at most two axes, got \(Shape.text(x.shape))") }
                return .tensor(try x.rank < 2 ? x : x.transpose(0, 1))
            },
            method("unflatten", [.int("axis"), .ints("sizes")], doc: "A view with an axis cut into several.") {
                x, arguments throws(SwiftgradError) in
                let axis = try Axes.normalise(arguments.int("axis"), rank: x.rank, operation: "unflatten")
                let part = try x.slice(axis: axis, 0..<x.shape[axis])
                return .tensor(
                    try part.reshape(Array(x.shape[..<axis]) + arguments.ints("sizes") + x.shape[(axis + 1)...]))
            },
            method("select", [.int("axis"), .int("index")], doc: "A view of one place of an axis, without it.") {
                x, arguments throws(SwiftgradError) in
                let axis = try arguments.int("axis")
                return .tensor(
                    try x.narrow(axis: axis, start: arguments.int("index"), length: 1).squeeze([axis]))
            },
            method("masked_select", [.tensor("mask")], doc: "x[mask] for a mask that broadcasts: a vector.") {
                x, arguments throws(SwiftgradError) in
                let both = try Tensor.broadcastTogether([x, arguments.tensor("mask")])
                guard both[1].dtype == .bool else {
                    throw .type("masked_select: mask must be bool, got \(both[1].dtype)")
                }
                return .tensor(
                    try both[0].reshape([both[0].count]).take(AdvancedIndex.coordinates(of: both[1].reshape([-1]))[0]))
            },
            method("where", [.tensor("condition"), .scalar("y")], doc: "x where condition is true, else y.") {
                x, arguments throws(SwiftgradError) in
                let (_, y) = try arguments.operands("x", "y")
                return .tensor(try .select(arguments.tensor("condition"), x, y))
            },
            method("is_contiguous", [], doc: "Whether x is row-major without gaps.") { x, _ in .bool(x.isContiguous) },
            method("element_size", [], doc: "Bytes of one element.") { x, _ in .int(x.dtype.itemSize) },
            method("nelement", [], doc: "The number of elements.") { x, _ in .int(x.count) },
            method("cpu", [], doc: "x itself, which is on the CPU.") { x, _ in .tensor(x) },
            method("new_zeros", [.variadic("shape")], doc: "Zeros of a shape in the type of x.") {
                x, arguments throws(SwiftgradError) in .tensor(try .zeros(arguments.ints("shape"), x.dtype))
            },
            method("new_ones", [.variadic("shape")], doc: "Ones of a shape in the type of x.") {
                x, arguments throws(SwiftgradError) in .tensor(try .ones(arguments.ints("shape"), x.dtype))
            },
            method("new_full", [.ints("shape"), .float("value")], doc: "One number in a shape, in the type of x.") {
                x, arguments throws(SwiftgradError) in
                .tensor(try .full(arguments.ints("shape"), arguments.double("value"), x.dtype))
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
