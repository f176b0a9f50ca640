import Swiftgrad

// Pooling as layers; their settings are those of the functions.

open class MaxPoolLayer: FunctionLayer {
    /// The layers take return_indices before ceil_mode, as PyTorch's do.
    override class func definition(in namespace: String = "nn") -> ClassDefinition? {
        guard let own = super.definition(in: namespace) else { return nil }
        var parameters = own.signature.parameters
        parameters.swapAt(parameters.count - 1, parameters.count - 2)
        return ClassDefinition(
            own.type, name: own.signature.name, in: namespace, base: ForeignModule.self, parameters, doc: own.doc,
            construct: own.construct)
    }
}

public final class MaxPool1d: MaxPoolLayer { public override class var functionName: String { "max_pool1d" } }
public final class MaxPool2d: MaxPoolLayer { public override class var functionName: String { "max_pool2d" } }
public final class MaxPool3d: MaxPoolLayer { public override class var functionName: String { "max_pool3d" } }
public final class AvgPool1d: FunctionLayer { public override class var functionName: String { "avg_pool1d" } }
public final class AvgPool2d: FunctionLayer { public override class var functionName: String { "avg_pool2d" } }
public final class AvgPool3d: FunctionLayer { public override class var functionName: String { "avg_pool3d" } }
public final class AdaptiveAvgPool1d: FunctionLayer {
    public override class var functionName: String { "adaptive_avg_pool1d" }
}
public final class AdaptiveAvgPool2d: FunctionLayer {
    public override class var functionName: String { "adaptive_avg_pool2d" }
}
public final class AdaptiveAvgPool3d: FunctionLayer {
    public override class var functionName: String { "adaptive_avg_pool3d" }
}
public final class AdaptiveMaxPool1d: FunctionLayer {
    public override class var functionName: String { "adaptive_max_pool1d" }
}
public final class AdaptiveMaxPool2d: FunctionLayer {
    public override class var functionName: String { "adaptive_max_pool2d" }
}

extension NNClasses {
    static let poolingLayers: [ClassDefinition] = {
        let types: [FunctionLayer.Type] = [
            MaxPool1d.self, MaxPool2d.self, MaxPool3d.self, AvgPool1d.self, AvgPool2d.self, AvgPool3d.self,
            AdaptiveAvgPool1d.self, AdaptiveAvgPool2d.self, AdaptiveAvgPool3d.self, AdaptiveMaxPool1d.self,
            AdaptiveMaxPool2d.self,
        ]
        return types.compactMap { $0.definition() }
    }()
}
