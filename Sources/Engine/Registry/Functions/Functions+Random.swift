import SwiftgradKernels

extension EngineFunctions {
    private static let namespace = "random"

    static let random: [FunctionDefinition] = [
        FunctionDefinition(
            "manual_seed", [.int("seed")],
            doc:
                "Starts the random stream of a seed, for everything that draws from it: the same bits on every machine."
        ) { arguments throws(SwiftgradError) in
            Generator.shared.seed(UInt64(bitPattern: Int64(try arguments.int("seed"))))
            return .none
        },
        FunctionDefinition(
            "uniform", in: namespace,
            [
                .ints("shape", default: .ints([])), .float("low", 0), .float("high", 1), Parameter.dtype.keywordOnly,
                requiresGrad,
            ],
            doc: "Numbers spread evenly over [low, high), float32 unless dtype says otherwise."
        ) { arguments throws(SwiftgradError) in
            try finish(
                Tensor.uniform(
                    arguments.ints("shape"), low: arguments.double("low"), high: arguments.double("high"),
                    arguments.dtype() ?? .float32), arguments)
        },
        FunctionDefinition(
            "normal", in: namespace,
            [
                .ints("shape", default: .ints([])), .float("mean", 0), .float("std", 1), Parameter.dtype.keywordOnly,
                requiresGrad,
            ],
            doc: "Normally distributed numbers, float32 unless dtype says otherwise."
        ) { arguments throws(SwiftgradError) in
            try finish(
                Tensor.normal(
                    arguments.ints("shape"), mean: arguments.double("mean"), deviation: arguments.double("std"),
                    arguments.dtype() ?? .float32), arguments)
        },
        FunctionDefinition(
            "integers", in: namespace,
            [.int("low"), Parameter("high", .int, default: .some(.none)), .ints("shape", default: .ints([]))],
            doc: "Integers of [low, high), or of [0, low) when high is left out, as int64."
        ) { arguments throws(SwiftgradError) in
            let low = try arguments.int("low")
            let high = try arguments.optionalInt("high")
            return .tensor(
                try Tensor.integers(arguments.ints("shape"), low: high == nil ? 0 : low, high: high ?? low))
        },
        FunctionDefinition(
            "bernoulli", in: namespace, [.ints("shape", default: .ints([])), .float("p", 0.5)],
            doc: "Booleans, true with probability p."
        ) { arguments throws(SwiftgradError) in
            .tensor(try Tensor.bernoulli(arguments.ints("shape"), probability: arguments.double("p")))
        },
        FunctionDefinition(
            "permutation", in: namespace, [.int("n")], doc: "0, 1, ..., n - 1 in random order, as int64."
        ) { arguments throws(SwiftgradError) in .tensor(try Tensor.permutation(arguments.int("n"))) },
        FunctionDefinition(
            "get_state", in: namespace, [], doc: "Where the random stream stands, for set_state: two integers."
        ) { _ in
            let position = Generator.shared.position
            return .list([
                .int(Int(truncatingIfNeeded: position.key)), .int(Int(truncatingIfNeeded: position.counter)),
            ])
        },
        FunctionDefinition(
            "set_state", in: namespace, [.ints("state")], doc: "Continues the random stream from what get_state gave."
        ) { arguments throws(SwiftgradError) in
            let state = try arguments.ints("state")
            guard state.count == 2 else { throw .value("set_state: expected two integers, got \(state.count)") }
            Generator.shared.position = RandomState(
                key: UInt64(truncatingIfNeeded: state[0]), counter: UInt64(truncatingIfNeeded: state[1]))
            return .none
        },
    ]
}
