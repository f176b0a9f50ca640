import Swiftgrad

// Losses as layers of two arguments, prediction and target; their settings are those of the functions.

open class LossLayer: FunctionLayer { public override final class var inputCount: Int { 2 } }

public final class CrossEntropyLoss: LossLayer {
    public override class var functionName: String { "cross_entropy" }
}
public final class NLLLoss: LossLayer { public override class var functionName: String { "nll_loss" } }
public final class MSELoss: LossLayer { public override class var functionName: String { "mse_loss" } }
public final class L1Loss: LossLayer { public override class var functionName: String { "l1_loss" } }
public final class BCEWithLogitsLoss: LossLayer {
    public override class var functionName: String { "binary_cross_entropy_with_logits" }
}

extension NNClasses {
    static let losses: [ClassDefinition] = {
        let types: [FunctionLayer.Type] = [
            CrossEntropyLoss.self, NLLLoss.self, MSELoss.self, L1Loss.self, BCEWithLogitsLoss.self,
        ]
        return types.compactMap { $0.definition() }
    }()
}
