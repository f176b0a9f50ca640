import Swiftgrad

/// (x - mean) / sqrt(var + eps) * weight + bias over the last axes (Ba et al., arXiv:1607.06450); weight and bias have
/// the shape of those axes.
public final class LayerNorm: Module {
    public let normalised: [Int]
    public internal(set) var epsilon: Double
    private let isAffine: Bool
    private let hasBias: Bool

    public init(
        _ normalised: [Int], epsilon: Double = 1e-5, isAffine: Bool = true, bias: Bool = true, dtype: DType = .float32
    ) throws(SwiftgradError) {
        try Setting.checkEpsilon(epsilon, of: "LayerNorm")
        self.normalised = normalised
        self.epsilon = epsilon
        self.isAffine = isAffine
        hasBias = bias
        super.init()
        try setScaleParameters(normalised, weight: isAffine, bias: isAffine && bias, dtype)
    }

    public override var extraDescription: String {
        "normalized_shape=\(Shape.text(normalised)), eps=\(epsilon), "
            + "elementwise_affine=\(isAffine ? "True" : "False"), bias=\(hasBias ? "True" : "False")"
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try x.layerNorm(
            normalised, weight: ownParameters["weight"] ?? nil, bias: ownParameters["bias"] ?? nil, epsilon: epsilon)
    }
}

/// x / sqrt(mean(x²) + eps) * weight over the last axes (Zhang and Sennrich, arXiv:1910.07467); weight has the shape of
/// those axes.
public final class RMSNorm: Module {
    public let normalised: [Int]
    /// The type's own epsilon if nil.
    public internal(set) var epsilon: Double?
    private let isAffine: Bool

    public init(
        _ normalised: [Int], epsilon: Double? = nil, isAffine: Bool = true, dtype: DType = .float32
    ) throws(SwiftgradError) {
        if let epsilon { try Setting.checkEpsilon(epsilon, of: "RMSNorm") }
        self.normalised = normalised
        self.epsilon = epsilon
        self.isAffine = isAffine
        super.init()
        try setScaleParameters(normalised, weight: isAffine, bias: nil, dtype)
    }

    public override var extraDescription: String {
        "normalized_shape=\(Shape.text(normalised)), eps=\(epsilon.map { "\($0)" } ?? "None"), "
            + "elementwise_affine=\(isAffine ? "True" : "False")"
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try x.rmsNorm(normalised, weight: ownParameters["weight"] ?? nil, epsilon: epsilon)
    }
}

/// (x - mean) / sqrt(var + eps) * weight + bias of (N, C, ...), with mean and var over each sample's groups of channels
/// (Wu and He, arXiv:1803.08494); weight and bias are (C,).
public final class GroupNorm: Module {
    public let groups: Int
    public let channels: Int
    public internal(set) var epsilon: Double
    private let isAffine: Bool

    public init(
        groups: Int, channels: Int, epsilon: Double = 1e-5, isAffine: Bool = true, dtype: DType = .float32
    ) throws(SwiftgradError) {
        guard groups > 0, channels >= 0, channels % groups == 0 else {
            throw .value("GroupNorm: num_groups must divide num_channels, got \(groups) and \(channels)")
        }
        try Setting.checkEpsilon(epsilon, of: "GroupNorm")
        self.groups = groups
        self.channels = channels
        self.epsilon = epsilon
        self.isAffine = isAffine
        super.init()
        try setScaleParameters([channels], weight: isAffine, bias: isAffine, dtype)
    }

    public override var extraDescription: String {
        "num_groups=\(groups), num_channels=\(channels), eps=\(epsilon), affine=\(isAffine ? "True" : "False")"
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        guard x.rank >= 2, x.shape[1] == channels else {
            throw .value("expected input (N, \(channels), ...), got \(Shape.text(x.shape))")
        }
        return try x.groupNorm(
            groups: groups, weight: ownParameters["weight"] ?? nil, bias: ownParameters["bias"] ?? nil,
            epsilon: epsilon)
    }
}

extension NNClasses {
    private static let affine = Parameter.bool("elementwise_affine", true)

    static let normalisationLayers: [ClassDefinition] = batchNorms + instanceNorms + normalisations

    private static let normalisations: [ClassDefinition] = [
        ClassDefinition(
            LayerNorm.self, name: "LayerNorm", in: "nn", base: ForeignModule.self,
            [.ints("normalized_shape"), .float("eps", 1e-5), affine, .bool("bias", true), .dtype],
            doc: """
                (x - mean) / sqrt(var + eps) * weight + bias over the last axes, whose lengths are normalized_shape
                (arXiv:1607.06450). weight starts as ones, bias as zeros.
                """, methods: Setting.epsilon(LayerNorm.self, \.epsilon)
        ) { arguments throws(SwiftgradError) in
            try LayerNorm(
                arguments.lengths("normalized_shape"), epsilon: arguments.double("eps"),
                isAffine: arguments.bool("elementwise_affine"), bias: arguments.bool("bias"),
                dtype: arguments.dtype() ?? .float32)
        },
        ClassDefinition(
            RMSNorm.self, name: "RMSNorm", in: "nn", base: ForeignModule.self,
            [.ints("normalized_shape"), Parameter("eps", .float, default: .some(.none)), affine, .dtype],
            doc: """
                x / sqrt(mean(x**2) + eps) * weight over the last axes, whose lengths are normalized_shape
                (arXiv:1910.07467). weight starts as ones; eps is the type's epsilon unless given.
                """,
            methods: Setting.property(
                RMSNorm.self, Parameter("eps", .float, isOptional: true),
                doc: "What is added to the mean square; None is the type's epsilon.",
                get: { $0.epsilon.map(Value.double) ?? .none },
                set: { layer, arguments throws(SwiftgradError) in
                    let epsilon = try arguments.optionalDouble("eps")
                    if let epsilon { try Setting.checkEpsilon(epsilon, of: "RMSNorm") }
                    layer.epsilon = epsilon
                })
        ) { arguments throws(SwiftgradError) in
            try RMSNorm(
                arguments.lengths("normalized_shape"), epsilon: arguments.optionalDouble("eps"),
                isAffine: arguments.bool("elementwise_affine"), dtype: arguments.dtype() ?? .float32)
        },
        ClassDefinition(
            GroupNorm.self, name: "GroupNorm", in: "nn", base: ForeignModule.self,
            [.int("num_groups"), .int("num_channels"), .float("eps", 1e-5), .bool("affine", true), .dtype],
            doc: """
                (x - mean) / sqrt(var + eps) * weight + bias of (N, C, ...), with mean and var over each sample's groups of
                channels (arXiv:1803.08494). weight starts as ones, bias as zeros.
                """, methods: Setting.epsilon(GroupNorm.self, \.epsilon)
        ) { arguments throws(SwiftgradError) in
            try GroupNorm(
                groups: arguments.int("num_groups"), channels: arguments.int("num_channels"),
                epsilon: arguments.double("eps"), isAffine: arguments.bool("affine"),
                dtype: arguments.dtype() ?? .float32)
        },
    ]
}

extension Arguments {
    /// One or more axis lengths, none negative.
    func lengths(_ name: String) throws(SwiftgradError) -> [Int] {
        let lengths = try ints(name)
        guard !lengths.isEmpty, lengths.allSatisfy({ $0 >= 0 }) else {
            throw .value("\(self.name): \(name) must be one or more lengths, got \(Shape.text(lengths))")
        }
        return lengths
    }
}
