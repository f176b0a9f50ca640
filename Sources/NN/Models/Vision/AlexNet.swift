import Swiftgrad

/// AlexNet in its one-tower form (Krizhevsky, arXiv:1404.5997), with torchvision's names.
public final class AlexNet: Module {
    private let channels: Int

    public init(classes: Int = 1000, channels: Int = 3, dropout: Double = 0.5) throws(SwiftgradError) {
        try ModelSettings.checkSizes("AlexNet", ["num_classes": classes, "in_channels": channels])
        self.channels = channels
        func pooling() throws(SwiftgradError) -> Module {
            try MaxPool2d(["kernel_size": .int(3), "stride": .int(2)])
        }
        let features = try Sequential([
            Conv2d(channels, 64, kernelSize: [11], stride: [4], padding: .zeros([2])), ReLU(), pooling(),
            Conv2d(64, 192, kernelSize: [5], padding: .zeros([2])), ReLU(), pooling(),
            Conv2d(192, 384, kernelSize: [3], padding: .zeros([1])), ReLU(),
            Conv2d(384, 256, kernelSize: [3], padding: .zeros([1])), ReLU(),
            Conv2d(256, 256, kernelSize: [3], padding: .zeros([1])), ReLU(), pooling(),
        ])
        let pool = try AdaptiveAvgPool2d(["output_size": .int(6)])
        let classifier = try Sequential([
            Dropout(dropout), Linear(256 * 6 * 6, 4096), ReLU(), Dropout(dropout), Linear(4096, 4096), ReLU(),
            Linear(4096, classes),
        ])
        super.init()
        try setChild("features", features)
        try setChild("avgpool", pool)
        try setChild("classifier", classifier)
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try checkImages(x, channels: channels)
        guard x.shape[2] >= 63 && x.shape[3] >= 63 else {
            throw .value("expected images of 63 x 63 or more, got \(Shape.text(x.shape))")
        }
        return try apply("classifier", apply("avgpool", apply("features", x)).flatten(from: 1))
    }

    static let definition = ClassDefinition(
        AlexNet.self, name: "AlexNet", in: "nn.models", base: ForeignModule.self,
        [.int("num_classes", 1000), .int("in_channels", 3), .float("dropout", 0.5)],
        doc: """
            AlexNet in one tower (arXiv:1404.5997) with torchvision's names: logits (N, num_classes) of images
            (N, in_channels, H, W), H and W 63 or more, 224 in the paper.
            """
    ) { arguments throws(SwiftgradError) in
        try AlexNet(
            classes: arguments.int("num_classes"), channels: arguments.int("in_channels"),
            dropout: arguments.double("dropout"))
    }
}
