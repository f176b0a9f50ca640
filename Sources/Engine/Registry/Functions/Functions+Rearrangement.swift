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
