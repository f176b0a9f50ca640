extension EngineFunctions {
    static let indexing: [FunctionDefinition] = [
        FunctionDefinition(
            "getitem", in: "_tensor", [.x, Parameter("index", .index)], doc: "x[index]."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").indexed(IndexEntry.parse(arguments.value("index"))))
        },
        FunctionDefinition(
            "setitem", in: "_tensor", [.x, Parameter("index", .index), .scalar("value")], doc: "x[index] = value."
        ) { arguments throws(SwiftgradError) in
            let x = try arguments.tensor("x")
            let (_, value) = try arguments.operands("x", "value")
            try x.assign(IndexEntry.parse(arguments.value("index")), value)
            return .none
        },
        FunctionDefinition(
            "take", method: "take", [.x, .tensor("indices"), .int("axis", 0)],
            doc:
                "Elements by position along an axis, negative positions from its end; indices of any shape take the axis's place."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").take(arguments.tensor("indices"), axis: arguments.int("axis")))
        },
        FunctionDefinition(
            "nonzero", method: "nonzero", [.x],
            doc: "Positions of the elements that are not zero: one int64 array for each axis."
        ) { arguments throws(SwiftgradError) in
            let x = try arguments.tensor("x")
            guard x.rank > 0 else { throw .value("nonzero: an array of no axes has no positions") }
            return .list(try AdvancedIndex.coordinates(of: x).map(Value.tensor))
        },
    ]
}
