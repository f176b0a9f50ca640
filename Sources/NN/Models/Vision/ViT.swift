import Swiftgrad

/// A vision transformer (Dosovitskiy et al., arXiv:2010.11929) with torchvision's names: patches become tokens of a
/// pre-norm encoder, and a class token or their mean is classified.
public final class ViT: PretrainedModel {
    public struct Settings: Sendable {
        public var imageSize: (height: Int, width: Int) = (224, 224)
        public var patchSize: (height: Int, width: Int) = (16, 16)
        public var classes = 1000
        public var channels = 3
        public var layers = 12
        public var heads = 12
        public var width = 768
        /// Of the feed-forward parts; four times the width if nil.
        public var innerWidth: Int?
        public var dropout = 0.0
        /// Classifies by a token of its own; else by the mean of the patches.
        public var hasClassToken = true
        public var epsilon = 1e-6
        public var activation = Activation.gelu

        public init() {}

        var patches: Int { imageSize.height / patchSize.height * (imageSize.width / patchSize.width) }
    }

    let settings: Settings

    public init(_ settings: Settings = Settings()) throws(SwiftgradError) {
        let (image, patch) = (settings.imageSize, settings.patchSize)
        try Setting.checkEpsilon(settings.epsilon, of: "ViT")
        try ModelSettings.checkHeads("ViT", heads: settings.heads, width: settings.width)
        try ModelSettings.checkCount("ViT", "layers", settings.layers)
        try ModelSettings.checkSizes(
            "ViT",
            [
                "image_size": min(image.height, image.width), "patch_size": min(patch.height, patch.width),
                "num_classes": settings.classes, "in_channels": settings.channels,
                "mlp_width": settings.innerWidth ?? 4 * settings.width,
            ])
        guard image.height % patch.height == 0, image.width % patch.width == 0 else {
            throw .value(
                "ViT: patch_size must divide image_size, got \(patch.height) x \(patch.width) and "
                    + "\(image.height) x \(image.width)")
        }
        self.settings = settings
        let projection = try Conv2d(
            settings.channels, settings.width, kernelSize: [patch.height, patch.width],
            stride: [patch.height, patch.width])
        let head = try Linear(settings.width, settings.classes)
        super.init()
        if settings.hasClassToken { try setParameter("class_token", .zeroParameter([1, 1, settings.width], .float32)) }
        try setChild("conv_proj", projection)
        try setChild("encoder", ViTEncoder(settings))
        try setChild("heads", ModuleDict([("head", head)]))
        let fan = Double(settings.channels * patch.height * patch.width)
        try Initialiser.truncatedNormal(projection.parameter("weight"), deviation: 1 / fan.squareRoot())
        try Initialiser.constant(projection.parameter("bias"), 0)
        for parameter in try [head.parameter("weight"), head.parameter("bias")] {
            try Initialiser.constant(parameter, 0)
        }
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try checkImages(x, channels: settings.channels, size: settings.imageSize)
        var tokens = try apply("conv_proj", x).flatten(from: 2).transpose(1, 2)
        if settings.hasClassToken {
            let token = try parameter("class_token").broadcast(to: [x.shape[0], 1, settings.width])
            tokens = try .concat([token, tokens], axis: 1)
        }
        let encoded = try apply("encoder", tokens)
        let features =
            settings.hasClassToken
            ? try encoded.slice(axis: 1, 0..<1).squeeze([1]) : try encoded.mean(axes: [1])
        return try child("heads").apply("head", features)
    }
}

/// Positions, pre-norm layers and a last norm, for tokens (N, length, width).
final class ViTEncoder: Module {
    init(_ settings: ViT.Settings) throws(SwiftgradError) {
        super.init()
        let length = settings.patches + (settings.hasClassToken ? 1 : 0)
        let positions = try Tensor.normal([1, length, settings.width], deviation: 0.02)
        try positions.setRequiresGrad(true)
        try setParameter("pos_embedding", positions)
        try setChild("dropout", Dropout(settings.dropout))
        let layers = try ModuleDict()
        for number in 0..<settings.layers { try layers.setChild("encoder_layer_\(number)", ViTLayer(settings)) }
        try setChild("layers", layers)
        try setChild("ln", LayerNorm([settings.width], epsilon: settings.epsilon))
    }

    override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        var x = try apply("dropout", x + parameter("pos_embedding"))
        for layer in try child("layers").children.values { x = try layer(x) }
        return try apply("ln", x)
    }
}

/// x + attention(norm(x)), then x + feed-forward(norm(x)).
final class ViTLayer: Module {
    init(_ settings: ViT.Settings) throws(SwiftgradError) {
        let width = settings.width
        let inner = settings.innerWidth ?? 4 * width
        let (wide, narrow) = (try Linear(width, inner), try Linear(inner, width))
        let feedForward = try Sequential([
            wide, settings.activation.layer(), Dropout(settings.dropout), narrow, Dropout(settings.dropout),
        ])
        super.init()
        try setChild("ln_1", LayerNorm([width], epsilon: settings.epsilon))
        try setChild(
            "self_attention",
            MultiheadAttention(width, heads: settings.heads, dropout: settings.dropout, isBatchFirst: true))
        try setChild("dropout", Dropout(settings.dropout))
        try setChild("ln_2", LayerNorm([width], epsilon: settings.epsilon))
        try setChild("mlp", feedForward)
        for layer in [wide, narrow] {
            let weight = try layer.parameter("weight")
            let deviation = try Initialiser.xavierDeviation(weight, gain: 1, operation: "ViT")
            let bound = 3.0.squareRoot() * deviation
            try Initialiser.uniform(weight, from: -bound, to: bound)
            try Initialiser.normal(layer.parameter("bias"), deviation: 1e-6)
        }
    }

    override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        let y = try apply("ln_1", x)
        let attention = try child("self_attention", as: MultiheadAttention.self)
        let x = try x + apply("dropout", attention(y, y, y, padding: nil, mask: nil, isCausal: false))
        return try x + apply("mlp", apply("ln_2", x))
    }
}

extension ViT {
    static let definition = ClassDefinition(
        ViT.self, name: "ViT", in: "nn.models", base: PretrainedModel.self,
        [
            .ints("image_size", default: .int(224)), .ints("patch_size", default: .int(16)),
            .int("num_classes", 1000), .int("in_channels", 3), .int("layers", 12), .int("heads", 12),
            .int("width", 768), Parameter("mlp_width", .int, default: .some(.none)), .float("dropout", 0),
            .string("pool", "class"), .float("eps", 1e-6), .string("activation", "gelu"),
        ],
        doc: """
            A vision transformer (arXiv:2010.11929) with torchvision's names: logits (N, num_classes) of images
            (N, in_channels, height, width).

            image_size and patch_size are one size or (height, width); a patch must divide the image. pool is 'class', a
            token of its own, or 'mean', the mean of the patches. mlp_width is 4 * width unless given. The head,
            heads.head, starts at zero. from_pretrained(path) reads a folder of Hugging Face's.
            """
    ) { arguments throws(SwiftgradError) in
        var settings = ViT.Settings()
        settings.imageSize = try arguments.pair("image_size")
        settings.patchSize = try arguments.pair("patch_size")
        settings.classes = try arguments.int("num_classes")
        settings.channels = try arguments.int("in_channels")
        settings.layers = try arguments.int("layers")
        settings.heads = try arguments.int("heads")
        settings.width = try arguments.int("width")
        settings.innerWidth = try arguments.optionalInt("mlp_width")
        settings.dropout = try arguments.double("dropout")
        let pool = try arguments.string("pool")
        guard pool == "class" || pool == "mean" else {
            throw .value("ViT: pool must be 'class' or 'mean', got '\(pool)'")
        }
        settings.hasClassToken = pool == "class"
        settings.epsilon = try arguments.double("eps")
        settings.activation = try Activation(arguments.string("activation"), of: "ViT")
        return try ViT(settings)
    }
}

extension Arguments {
    /// One size for both axes, or (height, width).
    func pair(_ name: String) throws(SwiftgradError) -> (height: Int, width: Int) {
        let sizes = try ints(name)
        guard sizes.count == 1 || sizes.count == 2 else {
            throw .value("\(self.name): \(name) must be one size or (height, width), got \(Shape.text(sizes))")
        }
        return (sizes[0], sizes[sizes.count - 1])
    }
}
