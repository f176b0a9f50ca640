import Swiftgrad

// Activation functions as layers.

public final class ReLU: FunctionLayer { public override class var functionName: String { "relu" } }
public final class LeakyReLU: FunctionLayer { public override class var functionName: String { "leaky_relu" } }
public final class ELU: FunctionLayer { public override class var functionName: String { "elu" } }
public final class SELU: FunctionLayer { public override class var functionName: String { "selu" } }
public final class GELU: FunctionLayer { public override class var functionName: String { "gelu" } }
public final class SiLU: FunctionLayer { public override class var functionName: String { "silu" } }
public final class Mish: FunctionLayer { public override class var functionName: String { "mish" } }
public final class Hardswish: FunctionLayer { public override class var functionName: String { "hardswish" } }
public final class Softplus: FunctionLayer { public override class var functionName: String { "softplus" } }
public final class Sigmoid: FunctionLayer { public override class var functionName: String { "sigmoid" } }
public final class Tanh: FunctionLayer { public override class var functionName: String { "tanh" } }
public final class Softmax: FunctionLayer { public override class var functionName: String { "softmax" } }
public final class LogSoftmax: FunctionLayer { public override class var functionName: String { "log_softmax" } }

extension NNClasses {
    static let functionLayers: [ClassDefinition] = {
        let types: [FunctionLayer.Type] = [
            ReLU.self, LeakyReLU.self, ELU.self, SELU.self, GELU.self, SiLU.self, Mish.self, Hardswish.self,
            Softplus.self, Sigmoid.self, Tanh.self, Softmax.self, LogSoftmax.self,
        ]
        return types.compactMap { $0.definition() }
    }()
}
