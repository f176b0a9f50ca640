import Swiftgrad

// Losses as layers of two arguments or more, predictions and targets; their settings are those of the functions.

open class LossLayer: FunctionLayer { public override class var inputCount: Int { 2 } }
open class TripleLossLayer: FunctionLayer { public override final class var inputCount: Int { 3 } }

public final class CrossEntropyLoss: LossLayer {
    public override class var functionName: String { "cross_entropy" }
}
public final class NLLLoss: LossLayer { public override class var functionName: String { "nll_loss" } }
public final class MSELoss: LossLayer { public override class var functionName: String { "mse_loss" } }
public final class L1Loss: LossLayer { public override class var functionName: String { "l1_loss" } }
public final class HuberLoss: LossLayer { public override class var functionName: String { "huber_loss" } }
public final class SmoothL1Loss: LossLayer { public override class var functionName: String { "smooth_l1_loss" } }
public final class BCELoss: LossLayer { public override class var functionName: String { "binary_cross_entropy" } }
public final class BCEWithLogitsLoss: LossLayer {
    public override class var functionName: String { "binary_cross_entropy_with_logits" }
}
public final class KLDivLoss: LossLayer { public override class var functionName: String { "kl_div" } }
public final class SoftMarginLoss: LossLayer { public override class var functionName: String { "soft_margin_loss" } }
public final class HingeEmbeddingLoss: LossLayer {
    public override class var functionName: String { "hinge_embedding_loss" }
}
public final class PoissonNLLLoss: LossLayer { public override class var functionName: String { "poisson_nll_loss" } }
public final class SigmoidFocalLoss: LossLayer {
    public override class var functionName: String { "sigmoid_focal_loss" }
}
public final class MultiMarginLoss: LossLayer {
    public override class var functionName: String { "multi_margin_loss" }
}
public final class MultiLabelMarginLoss: LossLayer {
    public override class var functionName: String { "multilabel_margin_loss" }
}
public final class MultiLabelSoftMarginLoss: LossLayer {
    public override class var functionName: String { "multilabel_soft_margin_loss" }
}
public final class MarginRankingLoss: TripleLossLayer {
    public override class var functionName: String { "margin_ranking_loss" }
}
public final class CosineEmbeddingLoss: TripleLossLayer {
    public override class var functionName: String { "cosine_embedding_loss" }
}
public final class TripletMarginLoss: TripleLossLayer {
    public override class var functionName: String { "triplet_margin_loss" }
}
public final class TripletMarginWithDistanceLoss: TripleLossLayer {
    public override class var functionName: String { "triplet_margin_with_distance_loss" }
}
public final class GaussianNLLLoss: TripleLossLayer {
    public override class var functionName: String { "gaussian_nll_loss" }
}
public final class CTCLoss: FunctionLayer {
    public override class var functionName: String { "ctc_loss" }
    public override class var inputCount: Int { 4 }
}

extension NNClasses {
    static let losses: [ClassDefinition] = {
        let types: [FunctionLayer.Type] = [
            CrossEntropyLoss.self, NLLLoss.self, MSELoss.self, L1Loss.self, HuberLoss.self, SmoothL1Loss.self,
            BCELoss.self, BCEWithLogitsLoss.self, KLDivLoss.self, SoftMarginLoss.self, HingeEmbeddingLoss.self,
            PoissonNLLLoss.self, SigmoidFocalLoss.self, MultiMarginLoss.self, MultiLabelMarginLoss.self,
            MultiLabelSoftMarginLoss.self, MarginRankingLoss.self, CosineEmbeddingLoss.self, TripletMarginLoss.self,
            TripletMarginWithDistanceLoss.self, GaussianNLLLoss.self, CTCLoss.self,
        ]
        return types.compactMap { $0.definition() }
    }()
}
