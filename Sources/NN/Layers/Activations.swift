import Swiftgrad

// Activation functions as layers.

public final class ReLU: FunctionLayer { public override class var functionName: String { "relu" } }
public final class LeakyReLU: FunctionLayer { public override class var functionName: String { "leaky_relu" } }
public final class ELU: FunctionLayer { public override class var functionName: String { "elu" } }
public final class CELU: FunctionLayer { public override class var functionName: String { "celu" } }
public final class SELU: FunctionLayer { public override class var functionName: String { "selu" } }
public final class GELU: FunctionLayer { public override class var functionName: String { "gelu" } }
public final class SiLU: FunctionLayer { public override class var functionName: String { "silu" } }
public final class Mish: FunctionLayer { public override class var functionName: String { "mish" } }
public final class Softplus: FunctionLayer { public override class var functionName: String { "softplus" } }
public final class Sigmoid: FunctionLayer { public override class var functionName: String { "sigmoid" } }
public final class LogSigmoid: FunctionLayer { public override class var functionName: String { "logsigmoid" } }
public final class Tanh: FunctionLayer { public override class var functionName: String { "tanh" } }
public final class Softsign: FunctionLayer { public override class var functionName: String { "softsign" } }
public final class Hardswish: FunctionLayer { public override class var functionName: String { "hardswish" } }
public final class Hardsigmoid: FunctionLayer { public override class var functionName: String { "hardsigmoid" } }
public final class Hardtanh: FunctionLayer { public override class var functionName: String { "hardtanh" } }
public final class ReLU6: FunctionLayer { public override class var functionName: String { "relu6" } }
public final class Threshold: FunctionLayer { public override class var functionName: String { "threshold" } }
public final class Hardshrink: FunctionLayer { public override class var functionName: String { "hardshrink" } }
public final class Softshrink: FunctionLayer { public override class var functionName: String { "softshrink" } }
public final class Tanhshrink: FunctionLayer { public override class var functionName: String { "tanhshrink" } }
public final class RReLU: FunctionLayer { public override class var functionName: String { "rrelu" } }
public final class GLU: FunctionLayer { public override class var functionName: String { "glu" } }
public final class Softmax: FunctionLayer { public override class var functionName: String { "softmax" } }
public final class Softmin: FunctionLayer { public override class var functionName: String { "softmin" } }
public final class LogSoftmax: FunctionLayer { public override class var functionName: String { "log_softmax" } }

/// Softmax over the channels of (N, C, H, W) or (C, H, W).
public final class Softmax2d: Module {
    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        guard x.rank == 3 || x.rank == 4 else {
            throw .value("expected input (N, C, H, W) or (C, H, W), got \(Shape.text(x.shape))")
        }
        return try x.softmax(axis: -3)
    }
}

/// x where x > 0, weight * x elsewhere, with one trained slope or one a channel (He et al., arXiv:1502.01852).
public final class PReLU: Module {
    public let slopes: Int

    public init(_ slopes: Int = 1, start: Double = 0.25, dtype: DType = .float32) throws(SwiftgradError) {
        guard slopes >= 1 else { throw .value("PReLU: num_parameters must be at least 1, got \(slopes)") }
        guard dtype.isFloating else { throw .type("parameters need a floating-point type, got \(dtype)") }
        self.slopes = slopes
        super.init()
        let weight = try Tensor.full([slopes], start, dtype)
        try weight.setRequiresGrad(true)
        try setParameter("weight", weight)
    }

    public override var extraDescription: String { "num_parameters=\(slopes)" }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        guard case .tensor(let y)? = try Functional.named("prelu")?([.tensor(x), .tensor(parameter("weight"))]) else {
            throw .notImplemented("nn.functional.prelu does not exist")
        }
        return y
    }
}

extension NNClasses {
    static let functionLayers: [ClassDefinition] = {
        let types: [FunctionLayer.Type] = [
            ReLU.self, LeakyReLU.self, ELU.self, CELU.self, SELU.self, GELU.self, SiLU.self, Mish.self,
            Softplus.self, Sigmoid.self, LogSigmoid.self, Tanh.self, Softsign.self, Hardswish.self, Hardsigmoid.self,
            Hardtanh.self, ReLU6.self, Threshold.self, Hardshrink.self, Softshrink.self, Tanhshrink.self, RReLU.self,
            GLU.self, Softmax.self, Softmin.self, LogSoftmax.self,
        ]
        return types.compactMap { $0.definition() } + [
            ClassDefinition(
                Softmax2d.self, name: "Softmax2d", in: "nn", base: ForeignModule.self, [],
                doc: "Softmax over the channels of (N, C, H, W) or (C, H, W)."
            ) { _ in Softmax2d() },
            ClassDefinition(
                PReLU.self, name: "PReLU", in: "nn", base: ForeignModule.self,
                [.int("num_parameters", 1), .float("init", 0.25), .dtype],
                doc: """
                    x where x > 0, weight * x elsewhere (arXiv:1502.01852): weight (num_parameters,) is trained and starts as init;
                    it is one slope, or one for each channel (axis 1) of x.
                    """
            ) { arguments throws(SwiftgradError) in
                try PReLU(
                    arguments.int("num_parameters"), start: arguments.double("init"),
                    dtype: arguments.dtype() ?? .float32)
            },
        ]
    }()
}
