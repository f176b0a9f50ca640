extension EngineFunctions {
    private static let functional = "nn.functional"
    private static let stride = Parameter("stride", .ints, default: .some(.none))
    private static let padding = Parameter.ints("padding", default: .int(0))
    private static let imageShapes = [1: "(N, C, L)", 2: "(N, C, H, W)", 3: "(N, C, D, H, W)"]

    static let pooling: [FunctionDefinition] =
        (1...3).map(maxPool) + (1...3).map(averagePool) + (1...3).map(adaptiveAveragePool)
        + (1...2).map(adaptiveMaxPool)

    private static func maxPool(_ axes: Int) -> FunctionDefinition {
        let name = "max_pool\(axes)d"
        return FunctionDefinition(
            name, in: functional,
            [
                .x, .ints("kernel_size"), stride, padding, .ints("dilation", default: .int(1)),
                .bool("ceil_mode", false), .bool("return_indices", false),
            ],
            doc: """
                The largest element of each window of x \(imageShapes[axes] ?? ""), or of one sample without N; of equals the
                first, NaN if there is one.

                The stride is kernel_size unless given. ceil_mode keeps a last window that reaches over the end. With
                return_indices also int64 positions in the flattened plane.
                """
        ) { arguments throws(SwiftgradError) in
            let settings = try PoolSettings(
                name, axes: axes, kernel: arguments.ints("kernel_size"), stride: arguments.optionalInts("stride"),
                padding: arguments.ints("padding"), dilation: arguments.ints("dilation"),
                roundsUp: arguments.bool("ceil_mode"))
            let outputs = try Tensor.apply(MaxPoolPrimitive(settings: settings), [arguments.tensor("x")])
            guard try arguments.bool("return_indices") else { return .tensor(outputs[0]) }
            return .list([.tensor(outputs[0]), .tensor(try outputs[1].cast(to: .int64))])
        }
    }

    private static func averagePool(_ axes: Int) -> FunctionDefinition {
        let name = "avg_pool\(axes)d"
        let divisor = Parameter("divisor_override", .int, default: .some(.none))
        return FunctionDefinition(
            name, in: functional,
            [
                .x, .ints("kernel_size"), stride, padding, .bool("ceil_mode", false),
                .bool("count_include_pad", true),
            ] + (axes > 1 ? [divisor] : []),
            doc: """
                The mean of each window of x \(imageShapes[axes] ?? ""), or of one sample without N.

                The stride is kernel_size unless given. ceil_mode keeps a last window that reaches over the end. Padding
                counts as zeros with count_include_pad, and not at all without.
                """
        ) { arguments throws(SwiftgradError) in
            let settings = try PoolSettings(
                name, axes: axes, kernel: arguments.ints("kernel_size"), stride: arguments.optionalInts("stride"),
                padding: arguments.ints("padding"), roundsUp: arguments.bool("ceil_mode"))
            let divisor = axes > 1 ? try arguments.optionalInt("divisor_override") : nil
            guard divisor != 0 else { throw .value("\(name): divisor_override must not be 0") }
            let primitive = AveragePoolPrimitive(
                settings: settings, countsPadding: try arguments.bool("count_include_pad"), divisor: divisor ?? 0)
            return .tensor(try .apply(primitive, arguments.tensor("x")))
        }
    }

    private static let outputSize = Parameter("output_size", .any)

    /// One length, or one an axis; None stands for the input's own.
    private static func outputSize(
        _ arguments: Arguments, _ axes: Int, of x: Tensor
    ) throws(SwiftgradError) -> [Int] {
        let given: [Value] =
            if case .list(let items) = try arguments.value("output_size") { items } else {
                [try arguments.value("output_size")]
            }
        let own = Array(x.shape.suffix(axes))
        var lengths: [Int] = []
        for place in given.count == 1 ? Array(repeating: 0, count: axes) : Array(given.indices) {
            switch given[place] {
            case .none where lengths.count < own.count: lengths.append(own[lengths.count])
            case .int(let length): lengths.append(length)
            case let other:
                throw .type(
                    "\(arguments.name)(): argument 'output_size' must be ints or None, got \(other.kindName)")
            }
        }
        guard lengths.count == axes, lengths.allSatisfy({ $0 > 0 && $0 <= 1 << 24 }) else {
            throw .value(
                "\(arguments.name): output_size must be one number or \(axes), of at least 1, got \(Shape.text(lengths))"
            )
        }
        return lengths
    }

    private static func adaptiveAveragePool(_ axes: Int) -> FunctionDefinition {
        let name = "adaptive_avg_pool\(axes)d"
        return FunctionDefinition(
            name, in: functional, [.x, outputSize],
            doc: """
                The mean of windows that share out x \(imageShapes[axes] ?? ""), or one sample without N, evenly among an output
                of output_size: one length or one an axis, where None keeps that of x.
                """
        ) { arguments throws(SwiftgradError) in
            let x = try arguments.tensor("x")
            return .tensor(try x.adaptiveAveragePool(outputSize(arguments, axes, of: x), operation: name))
        }
    }

    private static func adaptiveMaxPool(_ axes: Int) -> FunctionDefinition {
        let name = "adaptive_max_pool\(axes)d"
        return FunctionDefinition(
            name, in: functional, [.x, outputSize, .bool("return_indices", false)],
            doc: """
                The largest element of windows that share out x \(imageShapes[axes] ?? ""), or one sample without N, evenly among
                an output of output_size (where None keeps the length of x); with return_indices also int64 positions in the flattened plane.
                """
        ) { arguments throws(SwiftgradError) in
            let x = try arguments.tensor("x")
            let primitive = AdaptiveMaxPoolPrimitive(name: name, output: try outputSize(arguments, axes, of: x))
            let outputs = try Tensor.apply(primitive, [x])
            guard try arguments.bool("return_indices") else { return .tensor(outputs[0]) }
            return .list([.tensor(outputs[0]), .tensor(try outputs[1].cast(to: .int64))])
        }
    }
}
