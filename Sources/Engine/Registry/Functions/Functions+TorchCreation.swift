extension EngineFunctions {
    /// Arrays of random numbers under PyTorch's names.
    static let torchCreation: [FunctionDefinition] = [
        drawn("rand", doc: "Numbers spread evenly over [0, 1).") { shape, dtype throws(SwiftgradError) in
            try Tensor.uniform(shape, low: 0, high: 1, dtype)
        },
        drawn("randn", doc: "Numbers of the standard normal distribution.") { shape, dtype throws(SwiftgradError) in
            try Tensor.normal(shape, mean: 0, deviation: 1, dtype)
        },
        drawnLike("rand_like", doc: "Numbers spread evenly over [0, 1)") { shape, dtype throws(SwiftgradError) in
            try Tensor.uniform(shape, low: 0, high: 1, dtype)
        },
        drawnLike("randn_like", doc: "Numbers of the standard normal distribution") {
            shape, dtype throws(SwiftgradError) in try Tensor.normal(shape, mean: 0, deviation: 1, dtype)
        },
        FunctionDefinition(
            "randint", [.int("low"), Parameter("high", .any), .ints("size", default: .some(.none))],
            doc: "Integers of [low, high) in an array of a size, int64; randint(high, size) starts at 0."
        ) { arguments throws(SwiftgradError) in
            let first = try arguments.int("low")
            if let shape = try arguments.optionalInts("size") {
                guard case .int(let high) = try arguments.value("high") else {
                    throw .type("randint: high must be an integer")
                }
                return .tensor(try Tensor.integers(shape, low: first, high: high))
            }
            return .tensor(try Tensor.integers(arguments.ints("high"), low: 0, high: first))
        },
        FunctionDefinition("randperm", [.int("n")], doc: "0, 1, ..., n - 1 in random order, as int64.") {
            arguments throws(SwiftgradError) in .tensor(try Tensor.permutation(arguments.int("n")))
        },
        FunctionDefinition(
            "multinomial", method: "multinomial", [.x, .int("num_samples"), .bool("replacement", false)],
            doc: """
                Positions drawn with the probabilities (up to a factor) of a vector or of each row of a matrix, int64.

                Without replacement they differ, in the order in which they were drawn. Negative, infinite or NaN
                probabilities, rows of zeros and more draws than probabilities are errors.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").multinomial(
                    arguments.int("num_samples"), withReplacement: arguments.bool("replacement")))
        },
    ]

    private typealias Draw = @Sendable ([Int], DType) throws(SwiftgradError) -> Tensor

    private static func drawn(_ name: String, doc: String, _ draw: @escaping Draw) -> FunctionDefinition {
        FunctionDefinition(
            name, [.variadic("size"), Parameter.dtype.keywordOnly, requiresGrad],
            doc: doc + " In an array of a size, float32 unless dtype says otherwise."
        ) { arguments throws(SwiftgradError) in
            try finish(draw(arguments.ints("size"), arguments.dtype() ?? .float32), arguments)
        }
    }

    private static func drawnLike(_ name: String, doc: String, _ draw: @escaping Draw) -> FunctionDefinition {
        FunctionDefinition(
            name, [.x, Parameter.dtype.keywordOnly, requiresGrad],
            doc: doc + " in an array of the shape and, unless dtype is given, the type of x."
        ) { arguments throws(SwiftgradError) in
            let x = try arguments.tensor("x")
            return try finish(draw(x.shape, arguments.dtype() ?? x.dtype), arguments)
        }
    }
}
