import Swiftgrad

/// LeNet-5 (LeCun et al., Proc. IEEE 1998): two convolutions of 5 x 5 with tanh and average pooling, then three linear
/// layers. The first convolution pads by 2, so that images of 28 x 28 give the paper's sizes.
public final class LeNet: Module {
    private let channels: Int
    private let size: Int

    public init(classes: Int = 10, channels: Int = 1, imageSize: Int = 28) throws(SwiftgradError) {
        try ModelSettings.checkSizes(
            "LeNet", ["num_classes": classes, "in_channels": channels, "image_size": imageSize])
        let side = (imageSize / 2 - 4) / 2
        guard side > 0, side < 1 << 13 else {
            throw .value("LeNet: image_size must lie between 12 and 32768, got \(imageSize)")
        }
        self.channels = channels
        size = imageSize
        let features = try Sequential([
            Conv2d(channels, 6, kernelSize: [5], padding: .zeros([2])), Tanh(),
            AvgPool2d(["kernel_size": .int(2)]), Conv2d(6, 16, kernelSize: [5]), Tanh(),
            AvgPool2d(["kernel_size": .int(2)]),
        ])
        let classifier = try Sequential([
            Flatten(), Linear(16 * side * side, 120), Tanh(), Linear(120, 84), Tanh(), Linear(84, classes),
        ])
        super.init()
        try setChild("features", features)
        try setChild("classifier", classifier)
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try checkImages(x, channels: channels, size: (size, size))
        return try apply("classifier", apply("features", x))
    }

    static let definition = ClassDefinition(
        LeNet.self, name: "LeNet", in: "nn.models", base: ForeignModule.self,
        [.int("num_classes", 10), .int("in_channels", 1), .int("image_size", 28)],
        doc: """
            LeNet-5 (LeCun et al., 1998): logits (N, num_classes) of images (N, in_channels, image_size, image_size).

            Two convolutions of 5 x 5 with tanh and average pooling, the first padded by 2, then linear layers of 120 and
            84. image_size is 12 or more.
            """
    ) { arguments throws(SwiftgradError) in
        try LeNet(
            classes: arguments.int("num_classes"), channels: arguments.int("in_channels"),
            imageSize: arguments.int("image_size"))
    }
}
