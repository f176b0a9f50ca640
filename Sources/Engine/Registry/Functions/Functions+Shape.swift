extension EngineFunctions {
    static let shapes: [FunctionDefinition] = [
        FunctionDefinition(
            "reshape", method: "reshape", [.x, .variadic("shape")],
            doc:
                "The elements of x in row-major order under another shape; one length may be -1. A view where possible."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").reshape(arguments.ints("shape")))
        },
        FunctionDefinition(
            "flatten", method: "flatten", [.x, .int("start_dim", 0), .int("end_dim", -1)],
            doc: "Axes start_dim to end_dim (both included) merged into one."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").flatten(from: arguments.int("start_dim"), to: arguments.int("end_dim")))
        },
        FunctionDefinition(
            "permute_dims", method: "permute", [.x, .variadic("axes")],
            doc: "A view whose axis i is axis axes[i] of x."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").permute(arguments.ints("axes")))
        },
        FunctionDefinition(
            "transpose", method: "transpose", [.x, .int("axis0", 0), .int("axis1", 1)],
            doc: "A view with two axes exchanged."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").transpose(arguments.int("axis0"), arguments.int("axis1")))
        },
        .unary("matrix_transpose", isMethod: false, doc: "A view with the last two axes exchanged.") {
            x throws(SwiftgradError) in
            guard x.rank >= 2 else {
                throw .value("matrix_transpose: needs two axes, got shape \(Shape.text(x.shape))")
            }
            return try x.transpose(-1, -2)
        },
        FunctionDefinition(
            "broadcast_to", method: "broadcast_to", [.x, .ints("shape")],
            doc: "A view of x repeated to the shape by NumPy's broadcasting rule."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").broadcast(to: arguments.ints("shape")))
        },
        FunctionDefinition(
            "expand_dims", method: "expand_dims", [.x, .ints("axis", default: .int(0))],
            doc: "A view with an axis of length 1 inserted at each position."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").expandDims(arguments.ints("axis")))
        },
        FunctionDefinition(
            "unsqueeze", method: "unsqueeze", [.x, .int("axis")],
            doc: "A view with an axis of length 1 inserted: expand_dims under PyTorch's name."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").expandDims([arguments.int("axis")]))
        },
        FunctionDefinition(
            "squeeze", method: "squeeze", [.x, .axes],
            doc: "A view without axes of length 1: all of them, or those given, which must have that length."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").squeeze(arguments.optionalInts("axis")))
        },
        FunctionDefinition(
            "flip", method: "flip", [.x, .axes], doc: "A view with the order of the elements reversed along the axes."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").flip(arguments.optionalInts("axis")))
        },
        FunctionDefinition(
            "concat", [.tensors("arrays"), .int("axis", 0)], doc: "Arrays joined along an axis that they have."
        ) { arguments throws(SwiftgradError) in
            .tensor(try Tensor.concat(arguments.tensors("arrays"), axis: arguments.int("axis")))
        },
        FunctionDefinition(
            "stack", [.tensors("arrays"), .int("axis", 0)], doc: "Arrays of one shape joined along a new axis."
        ) { arguments throws(SwiftgradError) in
            .tensor(try Tensor.stack(arguments.tensors("arrays"), axis: arguments.int("axis")))
        },
        FunctionDefinition(
            "split", method: "split", [.x, .ints("sections"), .int("axis", 0)],
            doc:
                "Views of x along an axis: pieces of `sections` elements (the last may be shorter), or of the lengths listed."
        ) { arguments throws(SwiftgradError) in
            let x = try arguments.tensor("x")
            let axis = try Axes.normalise(arguments.int("axis"), rank: x.rank, operation: "split")
            var lengths = try arguments.ints("sections")
            let total = x.shape[axis]
            if case .int(let size) = try arguments.value("sections") {
                guard size > 0 else { throw .value("split: a piece needs at least one element, got \(size)") }
                try x.checkPieces(total / size, of: "split")
                lengths = stride(from: 0, to: max(total, 1), by: size).map { min(size, total - $0) }
            }
            var start = 0
            for length in lengths {
                guard length >= 0 && length <= total - start else {
                    throw .value(
                        "split: lengths \(lengths) do not add up to axis \(axis) of shape \(Shape.text(x.shape))")
                }
                start += length
            }
            guard start == total else {
                throw .value("split: lengths \(lengths) do not add up to axis \(axis) of shape \(Shape.text(x.shape))")
            }
            var pieces: [Value] = []
            start = 0
            for length in lengths {
                pieces.append(.tensor(try x.slice(axis: axis, start..<start + length)))
                start += length
            }
            return .list(pieces)
        },
        FunctionDefinition(
            "contiguous", method: "contiguous", [.x],
            doc: "x itself when it is row-major without gaps, else a copy that is."
        ) { arguments throws(SwiftgradError) in .tensor(try arguments.tensor("x").contiguous()) },
    ]
}
