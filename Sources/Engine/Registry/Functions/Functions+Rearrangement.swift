extension EngineFunctions {
    /// Sorting, selecting by position, and moving elements about.
    static let rearrangements: [FunctionDefinition] = [
        FunctionDefinition(
            "sort", method: "sort", [.x, .int("axis", -1), Parameter.bool("descending", false).keywordOnly],
            doc: "The elements along an axis in rising order, or falling if descending. NaN counts as the largest."
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x")
                    .sorted(axis: arguments.int("axis"), descending: arguments.bool("descending")))
        },
        FunctionDefinition(
            "argsort", method: "argsort", [.x, .int("axis", -1), Parameter.bool("descending", false).keywordOnly],
            doc: "Positions that sort x along an axis; equal elements stay in their order. NaN counts as the largest."
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x")
                    .argumentSort(axis: arguments.int("axis"), descending: arguments.bool("descending")))
        },
        FunctionDefinition(
            "topk", method: "topk", [.x, .int("k"), .int("axis", -1), .bool("largest", true)],
            doc: "The k largest (or smallest) elements along an axis, in order, and their positions."
        ) { arguments throws(SwiftgradError) in
            let (values, positions) = try arguments.tensor("x").top(
                arguments.int("k"), axis: arguments.int("axis"), largest: arguments.bool("largest"))
            return .list([.tensor(values), .tensor(positions)])
        },
        FunctionDefinition(
            "take_along_axis", [.x, .tensor("indices"), .int("axis", -1)],
            doc: "Elements by position along an axis, for each place of the other axes its own; these broadcast."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").takeAlong(arguments.tensor("indices"), axis: arguments.int("axis")))
        },
        FunctionDefinition(
            "scatter_add", method: "scatter_add", [.x, .int("axis"), .tensor("index"), .tensor("source")],
            doc: "x with each element of source added at its position along an axis; equal positions add up."
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").addingAlong(
                    arguments.tensor("index"), arguments.tensor("source"), axis: arguments.int("axis")))
        },
        FunctionDefinition(
            "tile", method: "repeat", [.x, .variadic("repetitions")],
            doc: "x repeated whole so many times along each axis; missing axes come in front."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").tile(arguments.ints("repetitions")))
        },
        FunctionDefinition(
            "repeat", [.x, Parameter("repeats", .any), Parameter("axis", .int, default: .some(.none)).keywordOnly],
            doc:
                "Each place of an axis (or each element) repeated, side by side: repeats times, or its own number of times."
        ) { arguments throws(SwiftgradError) in
            let (x, axis) = (try arguments.tensor("x"), try arguments.optionalInt("axis"))
            switch try arguments.value("repeats") {
            case .int(let times): return .tensor(try x.repeating(times, axis: axis))
            case .tensor(let times): return .tensor(try x.repeating(times, axis: axis))
            case .list: return .tensor(try x.repeating(.vector(arguments.ints("repeats")), axis: axis))
            case let other: throw .type("repeat: repeats must be integers, got \(other.kindName)")
            }
        },
        FunctionDefinition(
            "moveaxis", method: "moveaxis", [.x, .ints("source"), .ints("destination")],
            doc: "A view with the axes at source moved to destination, the others staying in their order."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").moveAxes(arguments.ints("source"), to: arguments.ints("destination")))
        },
        FunctionDefinition(
            "broadcast_arrays", [Parameter("arrays", .tensors, isVariadic: true)],
            doc: "Views of the arrays, all of the shape that they broadcast to."
        ) { arguments throws(SwiftgradError) in
            .list(try Tensor.broadcastTogether(arguments.tensors("arrays")).map(Value.tensor))
        },
        FunctionDefinition(
            "meshgrid",
            [Parameter("arrays", .tensors, isVariadic: true), Parameter.string("indexing", "xy").keywordOnly],
            doc: """
                Coordinate arrays of vectors: array i holds vector i along axis i, or with indexing "xy", as for images, with
                the first two axes exchanged.
                """
        ) { arguments throws(SwiftgradError) in
            let indexing = try arguments.string("indexing")
            guard indexing == "xy" || indexing == "ij" else {
                throw .value("meshgrid: indexing must be 'xy' or 'ij', got '\(indexing)'")
            }
            return .list(
                try Tensor.mesh(arguments.tensors("arrays"), swapsFirst: indexing == "xy").map(Value.tensor))
        },
        FunctionDefinition(
            "diff", method: "diff",
            [
                .x, Parameter.int("axis", -1).keywordOnly, Parameter.int("n", 1).keywordOnly,
                Parameter.tensor("prepend", default: .some(.none)).keywordOnly,
                Parameter.tensor("append", default: .some(.none)).keywordOnly,
            ],
            doc: "The n-th differences of neighbours along an axis, of x joined with prepend and append."
        ) { arguments throws(SwiftgradError) in
            let (x, axis) = (try arguments.tensor("x"), try arguments.int("axis"))
            let ends = (try arguments.optionalTensor("prepend"), try arguments.optionalTensor("append"))
            let parts = [ends.0, x, ends.1].compactMap { $0 }
            let joined = try parts.count == 1 ? x : Tensor.concat(parts, axis: axis)
            return .tensor(try joined.differences(axis: axis, times: arguments.int("n")))
        },
        FunctionDefinition(
            "roll", method: "roll", [.x, .ints("shift"), .axes],
            doc: "x moved by shift places along the axes, what leaves at one end entering at the other."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").roll(arguments.ints("shift"), axes: arguments.optionalInts("axis")))
        },
        triangle("tril", upper: false, doc: "The lower triangle of the last two axes up to the k-th diagonal, else 0."),
        triangle("triu", upper: true, doc: "The upper triangle of the last two axes from the k-th diagonal, else 0."),
        FunctionDefinition(
            "outer", method: "outer", [.x, .tensor("y")], doc: "The products of the elements of two vectors, a matrix."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").outer(arguments.tensor("y")))
        },
        FunctionDefinition(
            "unbind", method: "unbind", [.x, .int("axis", 0)], doc: "Views of the places of an axis, without it."
        ) { arguments throws(SwiftgradError) in
            .list(try arguments.tensor("x").unbind(axis: arguments.int("axis")).map(Value.tensor))
        },
        FunctionDefinition(
            "chunk", method: "chunk", [.x, .int("chunks"), .int("axis", 0)],
            doc: "At most so many views of equal length along an axis; the last may be shorter."
        ) { arguments throws(SwiftgradError) in
            .list(
                try arguments.tensor("x").chunk(arguments.int("chunks"), axis: arguments.int("axis"))
                    .map(Value.tensor))
        },
    ]

    private static func triangle(_ name: String, upper: Bool, doc: String) -> FunctionDefinition {
        FunctionDefinition(name, method: name, [.x, .int("k", 0)], doc: doc) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").triangle(upper: upper, diagonal: arguments.int("k")))
        }
    }
}
