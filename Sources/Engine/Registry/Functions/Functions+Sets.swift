extension EngineFunctions {
    /// Which elements there are, how often and where.
    static let sets: [FunctionDefinition] = [
        .unary(
            "unique_values", isMethod: false, doc: "The different elements of x, rising; each NaN is one of its own."
        ) {
            x throws(SwiftgradError) in try x.unique().values
        },
        FunctionDefinition(
            "unique_counts", [.x], doc: "The different elements of x, rising, and how often each occurs."
        ) { arguments throws(SwiftgradError) in
            let found = try arguments.tensor("x").unique()
            return .list([.tensor(found.values), .tensor(found.counts)])
        },
        FunctionDefinition(
            "unique_inverse", [.x],
            doc: "The different elements of x, rising, and for each element of x the position of its value."
        ) { arguments throws(SwiftgradError) in
            let found = try arguments.tensor("x").unique()
            return .list([.tensor(found.values), .tensor(found.inverse)])
        },
        FunctionDefinition(
            "unique_all", [.x],
            doc: """
                The different elements of x, rising, the first position of each in the flattened array, for each element of
                x the position of its value, and how often each occurs.
                """
        ) { arguments throws(SwiftgradError) in
            let found = try arguments.tensor("x").unique()
            return .list([found.values, found.indices, found.inverse, found.counts].map(Value.tensor))
        },
        FunctionDefinition(
            "unique", method: "unique", [.x, .bool("return_inverse", false), .bool("return_counts", false)],
            doc:
                "The different elements of x, rising; with the positions of the values of x and their counts if asked for."
        ) { arguments throws(SwiftgradError) in
            let found = try arguments.tensor("x").unique()
            var results = [Value.tensor(found.values)]
            if try arguments.bool("return_inverse") { results.append(.tensor(found.inverse)) }
            if try arguments.bool("return_counts") { results.append(.tensor(found.counts)) }
            return results.count == 1 ? results[0] : .list(results)
        },
        FunctionDefinition(
            "searchsorted",
            [
                .x, .tensor("values"), Parameter.string("side", "left").keywordOnly,
                Parameter.tensor("sorter", default: .some(.none)).keywordOnly,
            ],
            doc: """
                For each value its place in the sorted vector x: before elements that equal it, or with side="right" behind.

                sorter sorts x where it is not sorted itself. NaN counts as the largest.
                """
        ) { arguments throws(SwiftgradError) in
            let side = try arguments.string("side")
            guard side == "left" || side == "right" else {
                throw .value("searchsorted: side must be 'left' or 'right', got '\(side)'")
            }
            return .tensor(
                try arguments.tensor("x").searchSorted(
                    arguments.tensor("values"), isRight: side == "right", order: arguments.optionalTensor("sorter")))
        },
        FunctionDefinition(
            "bincount", method: "bincount", [.x, .tensor("weights", default: .some(.none)), .int("minlength", 0)],
            doc:
                "How often (or with which weight) each integer 0, 1, ... occurs in a vector; at least minlength of them."
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").binCount(
                    weights: arguments.optionalTensor("weights"), least: arguments.int("minlength")))
        },
    ]
}
