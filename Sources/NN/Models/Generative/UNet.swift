import Glibc
import Swiftgrad

/// The denoiser of a diffusion model (Ho et al., arXiv:2006.11239): a U-Net of residual blocks that are told the time.
public final class UNet: Module {
    public struct Settings: Sendable {
        public var channels = 3
        public var width = 64
        /// Channels of each resolution, in widths; the side is halved between them.
        public var multipliers = [1, 2, 4]
        /// Residual blocks of each resolution, on the way down; one more on the way up.
        public var blocks = 1
        /// Attention after the blocks of the last resolutions, this many.
        public var attentions = 1
        public var heads = 4
        public var dropout = 0.0
        public var groups = 8
        public var classes: Int?

        public init() {}
    }

    private let settings: Settings

    public init(_ settings: Settings = Settings()) throws(SwiftgradError) {
        try UNet.check(settings)
        self.settings = settings
        super.init()
        let embedding = 4 * settings.width
        try setChild(
            "time", Sequential([Linear(settings.width, embedding), SiLU(), Linear(embedding, embedding)]))
        if let classes = settings.classes { try setChild("label", Embedding(classes + 1, embedding)) }
        try setChild("input", Conv2d(settings.channels, settings.width, kernelSize: [3], padding: .zeros([1])))
        let widths = settings.multipliers.map { $0 * settings.width }
        func block(_ inputs: Int, _ level: Int) throws(SwiftgradError) -> UNetBlock {
            try UNetBlock(
                inputs, widths[level], settings, hasAttention: level >= widths.count - settings.attentions)
        }
        var (channels, skipped) = (settings.width, [settings.width])
        let (down, up) = (try ModuleList(), try ModuleList())
        for level in widths.indices {
            for _ in 0..<settings.blocks {
                try down.append(block(channels, level))
                channels = widths[level]
                skipped.append(channels)
            }
            guard level < widths.count - 1 else { break }
            try down.append(Conv2d(channels, channels, kernelSize: [3], stride: [2], padding: .zeros([1])))
            skipped.append(channels)
        }
        try setChild("down", down)
        try setChild("middle", block(channels, widths.count - 1))
        for level in widths.indices.reversed() {
            for _ in 0...settings.blocks {
                try up.append(block(channels + (skipped.popLast() ?? 0), level))
                channels = widths[level]
            }
            if level > 0 {
                try up.append(
                    ConvTranspose2d(channels, channels, kernelSize: [4], stride: [2], padding: [1]))
            }
        }
        try setChild("up", up)
        try setChild("norm", GroupNorm(groups: settings.groups, channels: channels))
        let output = try Conv2d(channels, settings.channels, kernelSize: [3], padding: .zeros([1]))
        try setChild("output", output)
        try Initialiser.constant(output.parameter("weight"), 0)
        try Initialiser.constant(output.parameter("bias"), 0)
    }

    private static func check(_ settings: Settings) throws(SwiftgradError) {
        try ModelSettings.checkSizes(
            "UNet",
            [
                "channels": settings.channels, "width": settings.width, "blocks": settings.blocks,
                "groups": settings.groups, "heads": settings.heads, "num_classes": settings.classes ?? 1,
            ])
        guard !settings.multipliers.isEmpty, settings.multipliers.allSatisfy({ 1...64 ~= $0 }), settings.blocks <= 64
        else { throw .value("UNet: multipliers must be 1 to 64, and blocks 64 at most") }
        guard settings.width % settings.groups == 0, settings.width % settings.heads == 0, settings.width % 2 == 0,
            settings.width <= 1 << 16
        else {
            throw .value(
                "UNet: groups, heads and 2 must divide width, got \(settings.groups), \(settings.heads) and "
                    + "\(settings.width)")
        }
        try ModelSettings.checkCount("UNet", "attentions", settings.attentions)
    }

    public override class var inputs: [Parameter] {
        [.tensor("x"), .tensor("t"), .tensor("labels", default: .some(.none))]
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        return .tensor(
            try callAsFunction(given.tensor("x"), at: given.tensor("t"), labels: given.optionalTensor("labels")))
    }

    /// The noise in images (N, channels, H, W) at times (N,), of the classes `labels` (N,).
    public func callAsFunction(_ x: Tensor, at times: Tensor, labels: Tensor? = nil) throws(SwiftgradError) -> Tensor {
        try checkImages(x, channels: settings.channels)
        let step = 1 << (settings.multipliers.count - 1)
        guard x.shape[2] % step == 0, x.shape[3] % step == 0 else {
            throw .value("expected height and width divisible by \(step), got \(Shape.text(x.shape))")
        }
        let context = try embed(times, labels, count: x.shape[0])
        var hidden = try apply("input", x)
        var skipped = [hidden]
        for module in try child("down").children.values {
            hidden = try UNet.pass(module, hidden, context)
            skipped.append(hidden)
        }
        hidden = try UNet.pass(child("middle"), hidden, context)
        for module in try child("up").children.values {
            if module is UNetBlock, let skip = skipped.popLast() { hidden = try .concat([hidden, skip], axis: 1) }
            hidden = try UNet.pass(module, hidden, context)
        }
        return try apply("output", Functional.compute("silu", [.tensor(apply("norm", hidden))]))
    }

    private static func pass(_ module: Module, _ x: Tensor, _ context: Tensor) throws(SwiftgradError) -> Tensor {
        guard let block = module as? UNetBlock else { return try module(x) }
        return try block(x, context)
    }

    /// silu of the embeddings of times and labels, (N, 4 · width).
    private func embed(_ times: Tensor, _ labels: Tensor?, count: Int) throws(SwiftgradError) -> Tensor {
        guard times.shape == [count] else {
            throw .value("expected times (\(count),), got \(Shape.text(times.shape))")
        }
        let dtype = try parameterType()
        let half = settings.width / 2
        let steps = try Tensor.arange(0, Double(half), dtype) * (-log(10_000.0) / Double(half))
        let angles = try times.cast(to: dtype).expandDims([1]) * steps.exp()
        var context = try apply("time", .concat([angles.sin(), angles.cos()], axis: 1))
        if let classes = settings.classes {
            let none = try Tensor.full([count], Double(classes), .int64)
            guard labels.map({ $0.shape == [count] }) ?? true else {
                throw .value("expected labels (\(count),), got \(Shape.text(labels?.shape ?? []))")
            }
            context = try context + apply("label", labels ?? none)
        } else if labels != nil {
            throw .value("labels need a U-Net with num_classes")
        }
        return try Functional.compute("silu", [.tensor(context)])
    }

    private func parameterType() throws(SwiftgradError) -> DType {
        namedParameters().first?.tensor.dtype ?? .float32
    }
}

/// x + conv(silu(norm(conv(silu(norm(x))) + time))), and attention over the pixels behind it.
final class UNetBlock: Module {
    private let heads: Int?

    init(_ inputs: Int, _ outputs: Int, _ settings: UNet.Settings, hasAttention: Bool) throws(SwiftgradError) {
        heads = hasAttention ? settings.heads : nil
        super.init()
        try setChild("norm1", GroupNorm(groups: settings.groups, channels: inputs))
        try setChild("conv1", Conv2d(inputs, outputs, kernelSize: [3], padding: .zeros([1])))
        try setChild("time", Linear(4 * settings.width, outputs))
        try setChild("norm2", GroupNorm(groups: settings.groups, channels: outputs))
        try setChild("dropout", Dropout(settings.dropout))
        try setChild("conv2", Conv2d(outputs, outputs, kernelSize: [3], padding: .zeros([1])))
        if inputs != outputs { try setChild("skip", Conv2d(inputs, outputs, kernelSize: [1])) }
        guard hasAttention else { return }
        try setChild("norm3", GroupNorm(groups: settings.groups, channels: outputs))
        try setChild("attention", MultiheadAttention(outputs, heads: settings.heads, isBatchFirst: true))
    }

    override class var inputs: [Parameter] { [.tensor("x"), .tensor("context")] }

    override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        return .tensor(try compute(given.tensor("x"), given.tensor("context")))
    }

    func callAsFunction(_ x: Tensor, _ context: Tensor) throws(SwiftgradError) -> Tensor {
        try routed([.tensor(x), .tensor(context)]) { () throws(SwiftgradError) in try compute(x, context) }
    }

    private func compute(_ x: Tensor, _ context: Tensor) throws(SwiftgradError) -> Tensor {
        func silu(_ x: Tensor) throws(SwiftgradError) -> Tensor { try Functional.compute("silu", [.tensor(x)]) }
        let first = try apply("conv1", silu(apply("norm1", x))) + apply("time", context).expandDims([2, 3])
        let second = try apply("conv2", apply("dropout", silu(apply("norm2", first))))
        let y = try second + (member("skip") == nil ? x : apply("skip", x))
        guard heads != nil else { return y }
        let pixels = try apply("norm3", y).flatten(from: 2).transpose(1, 2)
        let attention = try child("attention", as: MultiheadAttention.self)
        let attended = try attention(pixels, pixels, pixels, padding: nil, mask: nil, isCausal: false)
        return try y + attended.transpose(1, 2).reshape(y.shape)
    }
}

extension UNet {
    static let definition = ClassDefinition(
        UNet.self, name: "UNet", in: "nn.models", base: ForeignModule.self,
        [
            .int("channels", 3), .int("width", 64), .ints("multipliers", default: .ints([1, 2, 4])), .int("blocks", 1),
            .int("attentions", 1), .int("heads", 4), .float("dropout", 0), .int("groups", 8),
            Parameter("num_classes", .int, default: .some(.none)),
        ],
        doc: """
            The denoiser of a diffusion model (arXiv:2006.11239): model(x, t, labels=None) gives the noise in images x
            (N, channels, H, W) at times t (N,).

            Each resolution has `blocks` residual blocks of width * multiplier channels, the last `attentions` of them
            with self-attention of `heads` heads; the side is halved between resolutions and must be divisible. With
            num_classes labels (N,) can be given; the number num_classes, or None, stands for no class, as guidance without
            a classifier needs it (arXiv:2207.12598). The last layer starts at zero.
            """
    ) { arguments throws(SwiftgradError) in
        var settings = UNet.Settings()
        settings.channels = try arguments.int("channels")
        settings.width = try arguments.int("width")
        settings.multipliers = try arguments.ints("multipliers")
        settings.blocks = try arguments.int("blocks")
        settings.attentions = try arguments.int("attentions")
        settings.heads = try arguments.int("heads")
        settings.dropout = try arguments.double("dropout")
        settings.groups = try arguments.int("groups")
        settings.classes = try arguments.optionalInt("num_classes")
        return try UNet(settings)
    }
}
