extension EngineFunctions {
    /// The windows of images as columns, and back.
    static let columns: [FunctionDefinition] = [
        FunctionDefinition(
            "unfold", in: "nn.functional", [.x, .ints("kernel_size")] + windows,
            doc: """
                The windows of x (N, C, H, W) or (C, H, W) as columns (N, C * kernel elements, windows), what lies outside being 0.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").unfold(
                    kernel: arguments.ints("kernel_size"), dilation: arguments.ints("dilation"),
                    padding: arguments.ints("padding"), stride: arguments.ints("stride")))
        },
        FunctionDefinition(
            "fold", in: "nn.functional", [.x, .ints("output_size"), .ints("kernel_size")] + windows,
            doc: """
                Columns x (N, C * kernel elements, windows) added up into images (N, C, H, W), output_size being (H, W): each goes
                where unfold takes it from, and where windows overlap, they add up.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").fold(
                    size: arguments.ints("output_size"), kernel: arguments.ints("kernel_size"),
                    dilation: arguments.ints("dilation"), padding: arguments.ints("padding"),
                    stride: arguments.ints("stride")))
        },
    ]

    private static let windows: [Parameter] = [
        .ints("dilation", default: .int(1)), .ints("padding", default: .int(0)), .ints("stride", default: .int(1)),
    ]
}
