import Swiftgrad

/// y = x Wᵀ + b over the last axis: weight (out, in), bias (out).
public final class Linear: Module, ReLUFusing {
    public let inFeatures: Int
    public let outFeatures: Int
    private let hasBias: Bool

    /// Weight and bias start uniform in ±1/sqrt(in), which is PyTorch's kaiming_uniform(a=sqrt(5)).
    public init(
        _ inFeatures: Int, _ outFeatures: Int, bias: Bool = true, dtype: DType = .float32
    ) throws(SwiftgradError) {
        guard inFeatures >= 0 && outFeatures >= 0 else {
            throw .value("Linear: features must not be negative, got \(inFeatures) and \(outFeatures)")
        }
        self.inFeatures = inFeatures
        self.outFeatures = outFeatures
        hasBias = bias
        super.init()
        let bound = inFeatures > 0 ? 1 / Double(inFeatures).squareRoot() : 0
        try setParameter("weight", .uniformParameter([outFeatures, inFeatures], bound: bound, dtype))
        try setParameter("bias", bias ? .uniformParameter([outFeatures], bound: bound, dtype) : nil)
    }

    public override var extraDescription: String {
        "in_features=\(inFeatures), out_features=\(outFeatures), bias=\(hasBias ? "True" : "False")"
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try x.linear(parameter("weight"), ownParameters["bias"] ?? nil)
    }

    /// max(x Wᵀ + b, 0) in one pass; errors are this layer's.
    func withReLU(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        do throws(SwiftgradError) {
            return try x.linearReLU(parameter("weight"), ownParameters["bias"] ?? nil)
        } catch { throw located(error) }
    }

    static let definition = ClassDefinition(
        Linear.self, name: "Linear", in: "nn", base: ForeignModule.self,
        [.int("in_features"), .int("out_features"), .bool("bias", true), .dtype],
        doc: """
            y = x Wᵀ + b over the last axis: x (..., in_features), weight (out_features, in_features), bias (out_features).

            Both start uniform in ±1/sqrt(in_features).
            """
    ) { arguments throws(SwiftgradError) in
        try Linear(
            arguments.int("in_features"), arguments.int("out_features"), bias: arguments.bool("bias"),
            dtype: arguments.dtype() ?? .float32)
    }
}

extension Tensor {
    /// A trainable tensor with elements uniform in ±bound.
    static func uniformParameter(_ shape: [Int], bound: Double, _ dtype: DType) throws(SwiftgradError) -> Tensor {
        guard dtype.isFloating else { throw .type("parameters need a floating-point type, got \(dtype)") }
        let tensor = try Tensor.uniform(shape, low: -bound, high: bound, dtype)
        try tensor.setRequiresGrad(true)
        return tensor
    }
}
