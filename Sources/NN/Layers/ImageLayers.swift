import Swiftgrad

// Functions on images, and distances, as layers.

public final class Upsample: FunctionLayer { public override class var functionName: String { "interpolate" } }
public final class PixelShuffle: FunctionLayer { public override class var functionName: String { "pixel_shuffle" } }
public final class PixelUnshuffle: FunctionLayer {
    public override class var functionName: String { "pixel_unshuffle" }
}
public final class ChannelShuffle: FunctionLayer {
    public override class var functionName: String { "channel_shuffle" }
}
public final class Unfold: FunctionLayer { public override class var functionName: String { "unfold" } }
public final class Fold: FunctionLayer { public override class var functionName: String { "fold" } }
public final class LocalResponseNorm: FunctionLayer {
    public override class var functionName: String { "local_response_norm" }
}
public final class CosineSimilarity: FunctionLayer {
    public override class var functionName: String { "cosine_similarity" }
    public override class var inputCount: Int { 2 }
}
public final class PairwiseDistance: FunctionLayer {
    public override class var functionName: String { "pairwise_distance" }
    public override class var inputCount: Int { 2 }
}

extension NNClasses {
    static let imageLayers: [ClassDefinition] = {
        let types: [FunctionLayer.Type] = [
            Upsample.self, PixelShuffle.self, PixelUnshuffle.self, ChannelShuffle.self, Unfold.self, Fold.self,
            LocalResponseNorm.self, CosineSimilarity.self, PairwiseDistance.self,
        ]
        return types.compactMap { $0.definition() }
    }()
}
