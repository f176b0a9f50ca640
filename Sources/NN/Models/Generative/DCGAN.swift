import Swiftgrad

/// The sizes that generator and discriminator of a DCGAN go through: from `start` x `start`, doubled `doublings` times.
private struct Pyramid {
    let start: Int
    let doublings: Int
    let widths: [Int]

    /// 4 to 7 pixels, doubled.
    init(_ model: String, size: Int, width: Int) throws(SwiftgradError) {
        try ModelSettings.checkSizes(model, ["image_size": size, "width": width])
        var (start, doublings) = (size, 0)
        while start >= 8 && start % 2 == 0 { (start, doublings) = (start / 2, doublings + 1) }
        guard 4..<8 ~= start, doublings > 0, size <= 1024, width <= 1 << 16 else {
            throw .value(
                "\(model): image_size must be 4, 5, 6 or 7 times a power of two from 2 on, 1024 at most, got \(size)")
        }
        self.start = start
        self.doublings = doublings
        widths = (0..<doublings).map { width << (doublings - 1 - $0) }
    }
}

/// The generator of a DCGAN (Radford et al., arXiv:1511.06434): transposed convolutions with norms, to images in ±1.
public final class DCGANGenerator: Module {
    private let latent: Int
    private let classes: Int?

    /// Weights start normal with deviation 0.02, scales of norms around 1.
    public init(
        latent: Int = 100, channels: Int = 3, width: Int = 64, imageSize: Int = 64, classes: Int? = nil
    ) throws(SwiftgradError) {
        try ModelSettings.checkSizes(
            "DCGANGenerator", ["latent_dim": latent, "channels": channels, "num_classes": classes ?? 1])
        let plan = try Pyramid("DCGANGenerator", size: imageSize, width: width)
        self.latent = latent
        self.classes = classes
        super.init()
        var inputs = classes == nil ? latent : 2 * latent
        let main = try Sequential()
        for (position, outputs) in (plan.widths + [channels]).enumerated() {
            let isFirst = position == 0
            try main.append(
                ConvTranspose2d(
                    inputs, outputs, kernelSize: [isFirst ? plan.start : 4], stride: [isFirst ? 1 : 2],
                    padding: [isFirst ? 0 : 1], bias: false))
            guard position < plan.doublings else { break }
            try main.append(BatchNorm2d(outputs))
            try main.append(ReLU())
            inputs = outputs
        }
        try main.append(Tanh())
        if let classes { try setChild("label", Embedding(classes, latent)) }
        try setChild("main", main)
        try startAsDCGAN()
    }

    public override class var inputs: [Parameter] {
        super.inputs + [.tensor("labels", default: .some(.none))]
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        return .tensor(try forward(given.tensor("input"), labels: given.optionalTensor("labels")))
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor { try forward(x, labels: nil) }

    private func forward(_ z: Tensor, labels: Tensor?) throws(SwiftgradError) -> Tensor {
        guard z.rank == 2, z.shape[1] == latent else {
            throw .value("expected noise (N, \(latent)), got \(Shape.text(z.shape))")
        }
        var code = z
        if let labels = try checkLabels(labels, count: z.shape[0], classes: classes) {
            code = try .concat([z, apply("label", labels)], axis: 1)
        }
        return try apply("main", code.expandDims([2, 3]))
    }

    static let definition = ClassDefinition(
        DCGANGenerator.self, name: "DCGANGenerator", in: "nn.models", base: ForeignModule.self,
        [
            .int("latent_dim", 100), .int("channels", 3), .int("width", 64), .int("image_size", 64),
            Parameter("num_classes", .int, default: .some(.none)),
        ],
        doc: """
            The generator of a DCGAN (arXiv:1511.06434): noise (N, latent_dim) gives images (N, channels, image_size,
            image_size) in ±1.

            image_size is 4, 5, 6 or 7 times a power of two; width is the number of channels before the last layer, doubled
            for each halving. With num_classes forward takes labels (N,), whose embedding follows the noise.
            """
    ) { arguments throws(SwiftgradError) in
        try DCGANGenerator(
            latent: arguments.int("latent_dim"), channels: arguments.int("channels"), width: arguments.int("width"),
            imageSize: arguments.int("image_size"), classes: arguments.optionalInt("num_classes"))
    }
}

/// The discriminator of a DCGAN: convolutions of stride 2, with norms or spectral norms (Miyato et al., arXiv:1802.05957);
/// with classes it is the projection discriminator (Miyato and Koyama, arXiv:1802.05637).
public final class DCGANDiscriminator: Module {
    private let channels: Int
    private let size: Int
    private let classes: Int?

    public init(
        channels: Int = 3, width: Int = 64, imageSize: Int = 64, classes: Int? = nil, spectralNorm: Bool = false
    ) throws(SwiftgradError) {
        try ModelSettings.checkSizes("DCGANDiscriminator", ["channels": channels, "num_classes": classes ?? 1])
        let plan = try Pyramid("DCGANDiscriminator", size: imageSize, width: width)
        self.channels = channels
        size = imageSize
        self.classes = classes
        super.init()
        let main = try Sequential()
        var inputs = channels
        for (position, outputs) in plan.widths.reversed().enumerated() {
            let hasNorm = position > 0 && !spectralNorm
            try main.append(
                Conv2d(
                    inputs, outputs, kernelSize: [4], stride: [2], padding: .zeros([1]), bias: spectralNorm))
            if hasNorm { try main.append(BatchNorm2d(outputs)) }
            try main.append(LeakyReLU(["negative_slope": .double(0.2)]))
            inputs = outputs
        }
        try setChild("main", main)
        try setChild("head", Conv2d(inputs, 1, kernelSize: [plan.start], bias: spectralNorm))
        if let classes { try setChild("label", Embedding(classes, inputs)) }
        try startAsDCGAN()
        guard spectralNorm else { return }
        for module in modules where module is Conv2d || module is Embedding { try module.addSpectralNorm() }
    }

    public override class var inputs: [Parameter] {
        super.inputs + [.tensor("labels", default: .some(.none))]
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        return .tensor(try forward(given.tensor("input"), labels: given.optionalTensor("labels")))
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor { try forward(x, labels: nil) }

    private func forward(_ x: Tensor, labels: Tensor?) throws(SwiftgradError) -> Tensor {
        try checkImages(x, channels: channels, size: (size, size))
        let labels = try checkLabels(labels, count: x.shape[0], classes: classes)
        let features = try apply("main", x)
        let score = try apply("head", features).flatten(from: 1)
        guard let labels else { return score }
        let projection = try features.sum(axes: [2, 3]) * apply("label", labels)
        return try score + projection.sum(axes: [1], keepDimensions: true)
    }

    static let definition = ClassDefinition(
        DCGANDiscriminator.self, name: "DCGANDiscriminator", in: "nn.models", base: ForeignModule.self,
        [
            .int("channels", 3), .int("width", 64), .int("image_size", 64),
            Parameter("num_classes", .int, default: .some(.none)), .bool("spectral_norm", false),
        ],
        doc: """
            The discriminator of a DCGAN (arXiv:1511.06434): images (N, channels, image_size, image_size) give a score
            (N, 1), a logit.

            spectral_norm puts a spectral norm on every layer in place of batch norms (arXiv:1802.05957). With num_classes
            forward takes labels (N,), by the projection of arXiv:1802.05637.
            """
    ) { arguments throws(SwiftgradError) in
        try DCGANDiscriminator(
            channels: arguments.int("channels"), width: arguments.int("width"),
            imageSize: arguments.int("image_size"), classes: arguments.optionalInt("num_classes"),
            spectralNorm: arguments.bool("spectral_norm"))
    }
}

extension Module {
    /// Labels (count,) where the model has classes, and none where it has not.
    func checkLabels(_ labels: Tensor?, count: Int, classes: Int?) throws(SwiftgradError) -> Tensor? {
        guard classes != nil else {
            guard labels == nil else { throw .value("labels need a model with num_classes") }
            return nil
        }
        guard let labels, labels.shape == [count] else {
            throw .value("expected labels (\(count),), got \(labels.map { Shape.text($0.shape) } ?? "None")")
        }
        return labels
    }

    fileprivate func startAsDCGAN() throws(SwiftgradError) {
        for module in modules {
            switch module {
            case is ConvolutionLayer: try Initialiser.normal(module.parameter("weight"), deviation: 0.02)
            case is BatchNorm: try Initialiser.normal(module.parameter("weight"), mean: 1, deviation: 0.02)
            default: continue
            }
        }
    }
}
