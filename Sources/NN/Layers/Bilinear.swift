import Swiftgrad

/// y_o = x1ᵀ weight_o x2 + bias_o over the last axes: weight (out, in1, in2), bias (out).
public final class Bilinear: Module {
    public let firstFeatures: Int
    public let secondFeatures: Int
    public let outFeatures: Int
    private let hasBias: Bool

    /// Weight and bias start uniform in ±1/sqrt(in1).
    public init(
        _ firstFeatures: Int, _ secondFeatures: Int, _ outFeatures: Int, bias: Bool = true, dtype: DType = .float32
    ) throws(SwiftgradError) {
        guard firstFeatures > 0 && secondFeatures >= 0 && outFeatures >= 0 else {
            throw .value(
                "Bilinear: features must not be negative, nor in1_features 0, got \(firstFeatures), \(secondFeatures) and "
                    + "\(outFeatures)")
        }
        self.firstFeatures = firstFeatures
        self.secondFeatures = secondFeatures
        self.outFeatures = outFeatures
        hasBias = bias
        super.init()
        let bound = 1 / Double(firstFeatures).squareRoot()
        try setParameter(
            "weight", .uniformParameter([outFeatures, firstFeatures, secondFeatures], bound: bound, dtype))
        try setParameter("bias", bias ? .uniformParameter([outFeatures], bound: bound, dtype) : nil)
    }

    public override var extraDescription: String {
        "in1_features=\(firstFeatures), in2_features=\(secondFeatures), out_features=\(outFeatures), "
            + "bias=\(hasBias ? "True" : "False")"
    }

    public override class var inputs: [Parameter] { [.tensor("input1"), .tensor("input2")] }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        return .tensor(
            try Tensor.bilinear(
                given.tensor("input1"), given.tensor("input2"), parameter("weight"), ownParameters["bias"] ?? nil))
    }

    static let definition = ClassDefinition(
        Bilinear.self, name: "Bilinear", in: "nn", base: ForeignModule.self,
        [.int("in1_features"), .int("in2_features"), .int("out_features"), .bool("bias", true), .dtype],
        doc: """
            y_o = x1ᵀ weight_o x2 + bias_o over the last axes of two inputs: weight (out_features, in1_features, in2_features),
            bias (out_features).

            Both start uniform in ±1/sqrt(in1_features).
            """
    ) { arguments throws(SwiftgradError) in
        try Bilinear(
            arguments.int("in1_features"), arguments.int("in2_features"), arguments.int("out_features"),
            bias: arguments.bool("bias"), dtype: arguments.dtype() ?? .float32)
    }
}
