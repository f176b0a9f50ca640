import Swiftgrad

/// max(f(x) + shortcut(x), 0): what the blocks of a residual network have in common.
public class ResidualBlock: Module {
    private let layers: Int

    /// Convolutions of (outputs, kernel, stride), each followed by a norm.
    fileprivate init(
        _ inputs: Int, stride: Int, _ shape: [(outputs: Int, kernel: Int, stride: Int)]
    ) throws(SwiftgradError) {
        layers = shape.count
        super.init()
        var channels = inputs
        for (number, (outputs, kernel, stride)) in shape.enumerated() {
            let convolution = try Conv2d(
                channels, outputs, kernelSize: [kernel], stride: [stride], padding: .zeros([kernel / 2]), bias: false)
            try setChild("conv\(number + 1)", convolution)
            try setChild("bn\(number + 1)", BatchNorm2d(outputs))
            channels = outputs
        }
        if stride == 1 && inputs == channels { return }
        let shortcut = try Conv2d(inputs, channels, kernelSize: [1], stride: [stride], bias: false)
        try setChild("downsample", Sequential([shortcut, BatchNorm2d(channels)]))
    }

    func startAsShortcut() throws(SwiftgradError) {
        try Initialiser.constant(child("bn\(layers)").parameter("weight"), 0)
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        var y = x
        for number in 1..<layers { y = try rectified("bn\(number)", apply("conv\(number)", y)) }
        y = try apply("bn\(layers)", apply("conv\(layers)", y))
        return try (y + (member("downsample") == nil ? x : apply("downsample", x))).relu()
    }
}

/// Two convolutions of 3 x 3.
public final class BasicBlock: ResidualBlock {
    init(_ inputs: Int, _ outputs: Int, stride: Int) throws(SwiftgradError) {
        try super.init(inputs, stride: stride, [(outputs, 3, stride), (outputs, 3, 1)])
    }
}

/// Convolutions of 1 x 1, 3 x 3 and 1 x 1 to four times as many channels; the stride is the middle one's, as in torchvision.
public final class Bottleneck: ResidualBlock {
    init(_ inputs: Int, _ outputs: Int, stride: Int) throws(SwiftgradError) {
        try super.init(inputs, stride: stride, [(outputs, 1, 1), (outputs, 3, stride), (4 * outputs, 1, 1)])
    }
}

extension NNClasses {
    /// The blocks of `ResNet`, by which a network of one's own can be built.
    static let residualBlocks: [ClassDefinition] = [
        ClassDefinition(
            BasicBlock.self, name: "BasicBlock", in: "nn.models", base: ForeignModule.self,
            [.int("in_channels"), .int("channels"), .int("stride", 1)],
            doc: "max(conv(conv(x)) + shortcut(x), 0) of (N, in_channels, H, W), with 3 x 3 kernels, to channels."
        ) { arguments throws(SwiftgradError) in
            let (inputs, outputs, stride) = try arguments.block()
            return try BasicBlock(inputs, outputs, stride: stride)
        },
        ClassDefinition(
            Bottleneck.self, name: "Bottleneck", in: "nn.models", base: ForeignModule.self,
            [.int("in_channels"), .int("channels"), .int("stride", 1)],
            doc: """
                max(f(x) + shortcut(x), 0) of (N, in_channels, H, W), f three convolutions, 1 x 1, 3 x 3 and 1 x 1, of
                channels, channels and 4 * channels.
                """
        ) { arguments throws(SwiftgradError) in
            let (inputs, outputs, stride) = try arguments.block()
            return try Bottleneck(inputs, outputs, stride: stride)
        },
    ]
}

extension Arguments {
    fileprivate func block() throws(SwiftgradError) -> (Int, Int, Int) {
        let sizes = (try int("in_channels"), try int("channels"), try int("stride"))
        try ModelSettings.checkSizes(name, ["in_channels": sizes.0, "channels": sizes.1, "stride": sizes.2])
        return sizes
    }
}
