import Swiftgrad

extension NNClasses {
    static let convolutions: [ClassDefinition] =
        [Conv1d.self, Conv2d.self, Conv3d.self].map { convolution($0) }
        + [ConvTranspose1d.self, ConvTranspose2d.self, ConvTranspose3d.self].map { transposed($0) }

    private static func convolution(_ type: Convolution.Type) -> ClassDefinition {
        let rank = type.rank
        return ClassDefinition(
            type, name: "Conv\(rank)d", in: "nn", base: ForeignModule.self,
            [
                .int("in_channels"), .int("out_channels"), .ints("kernel_size"), .ints("stride", default: .int(1)),
                Parameter("padding", .any, default: .int(0)), .ints("dilation", default: .int(1)), .int("groups", 1),
                .bool("bias", true), .string("padding_mode", "zeros"), .dtype,
            ],
            doc: """
                Convolution over \(rank == 1 ? "one axis" : "\(rank) axes"), as nn.functional.conv\(rank)d: weight
                (out_channels, in_channels / groups, kernel...), bias (out_channels,).

                Both start uniform in ±1/sqrt(in_channels / groups * kernel elements). padding is ints, 'valid' or 'same';
                padding_mode is 'zeros', 'reflect', 'replicate' or 'circular'.
                """, methods: properties
        ) { arguments throws(SwiftgradError) in
            let mode = try arguments.string("padding_mode")
            guard let paddingMode = PaddingMode(rawValue: mode) else {
                throw .value(
                    "\(arguments.name): padding_mode must be 'zeros', 'reflect', 'replicate' or 'circular', got '\(mode)'"
                )
            }
            return try type.init(
                arguments.int("in_channels"), arguments.int("out_channels"), kernelSize: arguments.ints("kernel_size"),
                stride: arguments.ints("stride"),
                padding: ConvPadding(arguments.value("padding"), operation: arguments.name),
                dilation: arguments.ints("dilation"), groups: arguments.int("groups"), bias: arguments.bool("bias"),
                paddingMode: paddingMode, dtype: arguments.dtype() ?? .float32)
        }
    }

    private static func transposed(_ type: TransposedConvolution.Type) -> ClassDefinition {
        let rank = type.rank
        return ClassDefinition(
            type, name: "ConvTranspose\(rank)d", in: "nn", base: ForeignModule.self,
            [
                .int("in_channels"), .int("out_channels"), .ints("kernel_size"), .ints("stride", default: .int(1)),
                .ints("padding", default: .int(0)), .ints("output_padding", default: .int(0)), .int("groups", 1),
                .bool("bias", true), .ints("dilation", default: .int(1)), .string("padding_mode", "zeros"), .dtype,
            ],
            doc: """
                Transposed convolution over \(rank == 1 ? "one axis" : "\(rank) axes"), as nn.functional.conv_transpose\(rank)d:
                weight (in_channels, out_channels / groups, kernel...), bias (out_channels,).

                Both start uniform in ±1/sqrt(out_channels / groups * kernel elements). A call can be given output_size, the
                spatial size of the result, in place of output_padding. padding_mode can only be 'zeros'.
                """, methods: properties
        ) { arguments throws(SwiftgradError) in
            let mode = try arguments.string("padding_mode")
            guard mode == "zeros" else {
                throw .value("\(arguments.name): padding_mode can only be 'zeros', got '\(mode)'")
            }
            return try type.init(
                arguments.int("in_channels"), arguments.int("out_channels"), kernelSize: arguments.ints("kernel_size"),
                stride: arguments.ints("stride"), padding: arguments.ints("padding"),
                outputPadding: arguments.ints("output_padding"), groups: arguments.int("groups"),
                bias: arguments.bool("bias"), dilation: arguments.ints("dilation"),
                dtype: arguments.dtype() ?? .float32)
        }
    }

    private static let properties: [MethodDefinition] = [
        property("in_channels", "Channels of the input.") { .int($0.inChannels) },
        property("out_channels", "Channels of the output.") { .int($0.outChannels) },
        property("kernel_size", "Elements of the kernel along each axis.") { .ints($0.kernelSize) },
        property("stride", "Step along each axis.") { .ints($0.stride) },
        property("padding", "Elements added on each side of each axis, or their rule.") {
            switch $0.padding {
            case .zeros(let counts): .ints(counts)
            case .valid: .string("valid")
            case .same: .string("same")
            }
        },
        property("output_padding", "Elements added behind the end of each axis of the output.") {
            .ints(($0 as? TransposedConvolution)?.outputPadding ?? [Int](repeating: 0, count: $0.stride.count))
        },
        property("dilation", "Distance between the kernel's elements along each axis.") { .ints($0.dilation) },
        property("groups", "Groups of channels that see only each other.") { .int($0.groups) },
        property("padding_mode", "Where what lies outside comes from.") { .string($0.paddingMode.rawValue) },
    ]

    private static func property(
        _ name: String, _ doc: String, _ value: @escaping @Sendable (ConvolutionLayer) -> Value
    ) -> MethodDefinition {
        .on(ConvolutionLayer.self, name, doc: doc, isProperty: true) { layer, _ in value(layer) }
    }
}

extension Value {
    fileprivate static func ints(_ numbers: [Int]) -> Value { .list(numbers.map(Value.int)) }
}
