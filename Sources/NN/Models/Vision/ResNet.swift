import Swiftgrad

/// A residual network (He et al., arXiv:1512.03385) with torchvision's names, by its number of layers.
///
/// 18, 34, 50, 101 and 152 are those for large images. 8, 14, 20, 32, 44, 56 and 110 are those for 32 x 32 of the paper's
/// section 4.2: a first convolution of 3 x 3 without pooling, three stages of 16, 32 and 64 channels; where a stage
/// changes the shape, its shortcut is a convolution of 1 x 1 as in the large ones.
public final class ResNet: Module {
    private let channels: Int
    private let stages: Int

    private struct Plan {
        var blocks: [Int]
        var isBottleneck = false
        var isSmall = false

        init(depth: Int) throws(SwiftgradError) {
            switch depth {
            case 18: blocks = [2, 2, 2, 2]
            case 34: blocks = [3, 4, 6, 3]
            case 50: (blocks, isBottleneck) = ([3, 4, 6, 3], true)
            case 101: (blocks, isBottleneck) = ([3, 4, 23, 3], true)
            case 152: (blocks, isBottleneck) = ([3, 8, 36, 3], true)
            case 8, 14, 20, 32, 44, 56, 110:
                (blocks, isSmall) = ([Int](repeating: (depth - 2) / 6, count: 3), true)
            default:
                throw .value(
                    "ResNet: depth must be 18, 34, 50, 101 or 152, or 8, 14, 20, 32, 44, 56 or 110 for small images, "
                        + "got \(depth)")
            }
        }
    }

    /// Convolutions start Kaiming-normal by their outputs. With `zeroResidual` the last norm of each block starts at zero,
    /// so that the block starts as its shortcut.
    public init(
        depth: Int, classes: Int = 1000, channels: Int = 3, zeroResidual: Bool = false
    ) throws(SwiftgradError) {
        try ModelSettings.checkSizes("ResNet", ["num_classes": classes, "in_channels": channels])
        let plan = try Plan(depth: depth)
        self.channels = channels
        let width = plan.isSmall ? 16 : 64
        stages = plan.blocks.count
        super.init()
        let (kernel, stride) = plan.isSmall ? (3, 1) : (7, 2)
        try setChild(
            "conv1",
            Conv2d(
                channels, width, kernelSize: [kernel], stride: [stride], padding: .zeros([kernel / 2]), bias: false))
        try setChild("bn1", BatchNorm2d(width))
        if !plan.isSmall {
            try setChild("maxpool", MaxPool2d(["kernel_size": .int(3), "stride": .int(2), "padding": .int(1)]))
        }
        var inputs = width
        for (stage, count) in plan.blocks.enumerated() {
            let outputs = width << stage
            let blocks = try Sequential()
            for block in 0..<count {
                let stride = stage > 0 && block == 0 ? 2 : 1
                try blocks.append(
                    plan.isBottleneck
                        ? Bottleneck(inputs, outputs, stride: stride) : BasicBlock(inputs, outputs, stride: stride))
                inputs = plan.isBottleneck ? 4 * outputs : outputs
            }
            try setChild("layer\(stage + 1)", blocks)
        }
        try setChild("avgpool", AdaptiveAvgPool2d(["output_size": .int(1)]))
        try setChild("fc", Linear(inputs, classes))
        for case let convolution as Conv2d in modules {
            let weight = try convolution.parameter("weight")
            let deviation = try Initialiser.kaimingDeviation(
                weight, slope: 0, mode: "fan_out", activation: "relu", operation: "ResNet")
            try Initialiser.normal(weight, deviation: deviation)
        }
        if zeroResidual {
            for case let block as ResidualBlock in modules { try block.startAsShortcut() }
        }
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try checkImages(x, channels: channels)
        var x = try rectified("bn1", apply("conv1", x))
        if member("maxpool") != nil { x = try apply("maxpool", x) }
        for stage in 1...stages { x = try apply("layer\(stage)", x) }
        return try apply("fc", apply("avgpool", x).flatten(from: 1))
    }

    static let definition = ClassDefinition(
        ResNet.self, name: "ResNet", in: "nn.models", base: ForeignModule.self,
        [.int("depth"), .int("num_classes", 1000), .int("in_channels", 3), .bool("zero_init_residual", false)],
        doc: """
            A residual network (arXiv:1512.03385) with torchvision's names: logits (N, num_classes) of images
            (N, in_channels, H, W).

            depth is 18, 34, 50, 101 or 152, or for small images, without the first pooling and with 16, 32 and 64 channels,
            8, 14, 20, 32, 44, 56 or 110; their shortcuts are convolutions where the shape changes. A state dict of
            torchvision loads. zero_init_residual starts the last norm of each block at zero. To train a pretrained network
            on other classes, replace its head: model.fc = nn.Linear(512, classes).
            """
    ) { arguments throws(SwiftgradError) in
        try ResNet(
            depth: arguments.int("depth"), classes: arguments.int("num_classes"),
            channels: arguments.int("in_channels"), zeroResidual: arguments.bool("zero_init_residual"))
    }
}
