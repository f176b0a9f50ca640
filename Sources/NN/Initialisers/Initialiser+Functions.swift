import Swiftgrad

extension NNFunctions {
    static let initialisers: [FunctionDefinition] = [
        initialiser("uniform_", [.float("a", 0), .float("b", 1)], doc: "Uniform in [a, b).") {
            tensor, arguments throws(SwiftgradError) in
            try Initialiser.uniform(tensor, from: arguments.double("a"), to: arguments.double("b"))
        },
        initialiser("normal_", [.float("mean", 0), .float("std", 1)], doc: "Normal with this mean and deviation.") {
            tensor, arguments throws(SwiftgradError) in
            try Initialiser.normal(tensor, mean: arguments.double("mean"), deviation: arguments.double("std"))
        },
        initialiser(
            "trunc_normal_", [.float("mean", 0), .float("std", 1), .float("a", -2), .float("b", 2)],
            doc: "Normal, cut off below a and above b."
        ) { tensor, arguments throws(SwiftgradError) in
            try Initialiser.truncatedNormal(
                tensor, mean: arguments.double("mean"), deviation: arguments.double("std"),
                from: arguments.double("a"), to: arguments.double("b"))
        },
        initialiser("constant_", [.float("val")], doc: "One number everywhere.") {
            tensor, arguments throws(SwiftgradError) in
            try Initialiser.constant(tensor, arguments.double("val"))
        },
        initialiser("zeros_", [], doc: "Zeros.") { tensor, _ throws(SwiftgradError) in
            try Initialiser.constant(tensor, 0)
        },
        initialiser("ones_", [], doc: "Ones.") { tensor, _ throws(SwiftgradError) in
            try Initialiser.constant(tensor, 1)
        },
        initialiser(
            "xavier_uniform_", [.float("gain", 1)],
            doc: "Uniform in ±gain * sqrt(6 / (fan_in + fan_out)) (Glorot and Bengio, 2010)."
        ) { tensor, arguments throws(SwiftgradError) in
            let bound =
                try 3.0.squareRoot()
                * Initialiser.xavierDeviation(tensor, gain: arguments.double("gain"), operation: "xavier_uniform_")
            try Initialiser.uniform(tensor, from: -bound, to: bound)
        },
        initialiser(
            "xavier_normal_", [.float("gain", 1)],
            doc: "Normal with deviation gain * sqrt(2 / (fan_in + fan_out)) (Glorot and Bengio, 2010)."
        ) { tensor, arguments throws(SwiftgradError) in
            try Initialiser.normal(
                tensor,
                deviation: Initialiser.xavierDeviation(
                    tensor, gain: arguments.double("gain"), operation: "xavier_normal_"))
        },
        initialiser(
            "kaiming_uniform_", kaiming,
            doc: "Uniform in ±gain * sqrt(3 / fan), the gain for a leaky ReLU of slope a (arXiv:1502.01852)."
        ) { tensor, arguments throws(SwiftgradError) in
            let bound = try 3.0.squareRoot() * kaimingDeviation(tensor, arguments)
            try Initialiser.uniform(tensor, from: -bound, to: bound)
        },
        initialiser(
            "kaiming_normal_", kaiming,
            doc: "Normal with deviation gain / sqrt(fan), the gain for a leaky ReLU of slope a (arXiv:1502.01852)."
        ) { tensor, arguments throws(SwiftgradError) in
            try Initialiser.normal(tensor, deviation: kaimingDeviation(tensor, arguments))
        },
        initialiser(
            "orthogonal_", [.float("gain", 1)],
            doc: "A (semi-)orthogonal matrix of axis 0 by all others, times gain (arXiv:1312.6120)."
        ) { tensor, arguments throws(SwiftgradError) in
            try Initialiser.orthogonal(tensor, gain: arguments.double("gain"))
        },
        initialiser("eye_", [], doc: "The identity matrix, as far as it goes.") { tensor, _ throws(SwiftgradError) in
            try Initialiser.identity(tensor)
        },
        initialiser(
            "dirac_", [.int("groups", 1)],
            doc: "A convolution (out, in / groups, kernel...) that hands on its channels, group by group."
        ) { tensor, arguments throws(SwiftgradError) in
            try Initialiser.dirac(tensor, groups: arguments.int("groups"))
        },
        initialiser(
            "sparse_", [.float("sparsity"), .float("std", 0.01)],
            doc: "Normal with deviation std, but the share sparsity of each column of a matrix 0 (Martens, ICML 2010)."
        ) { tensor, arguments throws(SwiftgradError) in
            try Initialiser.sparse(
                tensor, sparsity: arguments.double("sparsity"), deviation: arguments.double("std"))
        },
        FunctionDefinition(
            "calculate_gain", in: "nn.init",
            [.string("nonlinearity"), Parameter("param", .float, default: .some(.none))],
            doc: "The recommended gain for an activation function; param is the slope of leaky_relu."
        ) { arguments throws(SwiftgradError) in
            .double(
                try Initialiser.gain(arguments.string("nonlinearity"), parameter: arguments.optionalDouble("param")))
        },
    ]

    private static let kaiming: [Parameter] = [
        .float("a", 0), .string("mode", "fan_in"), .string("nonlinearity", "leaky_relu"),
    ]

    private static func kaimingDeviation(_ tensor: Tensor, _ arguments: Arguments) throws(SwiftgradError) -> Double {
        try Initialiser.kaimingDeviation(
            tensor, slope: arguments.double("a"), mode: arguments.string("mode"),
            activation: arguments.string("nonlinearity"), operation: arguments.name)
    }

    private static func initialiser(
        _ name: String, _ settings: [Parameter], doc: String,
        _ body: @escaping @Sendable (Tensor, Arguments) throws(SwiftgradError) -> Void
    ) -> FunctionDefinition {
        FunctionDefinition(
            name, in: "nn.init", [.tensor("tensor")] + settings, doc: "Fills the tensor in place: " + doc
        ) { arguments throws(SwiftgradError) in
            let tensor = try arguments.tensor("tensor")
            try body(tensor, arguments)
            return .tensor(tensor)
        }
    }
}
