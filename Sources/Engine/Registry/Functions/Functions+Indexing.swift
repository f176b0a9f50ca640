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
    ]
}
