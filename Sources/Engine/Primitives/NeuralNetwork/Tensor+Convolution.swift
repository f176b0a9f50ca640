/// Zeros around an image: as many for each axis, none, or as many as keep its size.
public enum ConvPadding: Sendable {
    case zeros([Int])
    case valid
    /// The kernel's reach less one, half of it (rounded down) before the image; needs stride 1.
    case same
}

extension Tensor {
    /// Convolution over `rank` spatial axes: self (N, C, ...) or (C, ...), weight (K, C / groups, ...), bias (K,). Settings
    /// have one value an axis, or one for all. With `rectifies` max(y, 0) of the result y, in one pass.
    public func convolution(
        _ weight: Tensor, _ bias: Tensor? = nil, rank spatial: Int, stride: [Int] = [1], padding: ConvPadding = .valid,
        dilation: [Int] = [1], groups: Int = 1, rectifies: Bool = false
    ) throws(SwiftgradError) -> Tensor {
        let name = "conv\(spatial)d"
        let stride = try ConvSettings.perAxis(stride, spatial, "stride", atLeast: 1, name)
        let dilation = try ConvSettings.perAxis(dilation, spatial, "dilation", atLeast: 1, name)
        let settings = ConvSettings(
            name: name, stride: stride,
            padding: try padding.amounts(weight.shape, stride: stride, dilation: dilation, operation: name),
            dilation: dilation, groups: try ConvSettings.checkedGroups(groups, name))
        let channels = weight.rank > 1 ? weight.shape[1].multipliedReportingOverflow(by: groups).partialValue : nil
        return try convolved(spatial, settings, channels) { x throws(SwiftgradError) in
            let primitive = ConvolutionPrimitive(
                settings: settings, hasBias: bias != nil, activation: rectifies ? .relu : .none)
            return try .apply(primitive, [x, weight] + (bias.map { [$0] } ?? []))[0]
        }
    }

    /// Transposed convolution, the gradient of a convolution with respect to its input: self (N, K, ...) or (K, ...),
    /// weight (K, C / groups, ...), bias (C,). `outputPadding` picks one of the `stride` sizes that convolution maps to
    /// this one.
    public func transposedConvolution(
        _ weight: Tensor, _ bias: Tensor? = nil, rank spatial: Int, stride: [Int] = [1], padding: [Int] = [0],
        outputPadding: [Int] = [0], groups: Int = 1, dilation: [Int] = [1]
    ) throws(SwiftgradError) -> Tensor {
        let name = "conv_transpose\(spatial)d"
        let stride = try ConvSettings.perAxis(stride, spatial, "stride", atLeast: 1, name)
        let dilation = try ConvSettings.perAxis(dilation, spatial, "dilation", atLeast: 1, name)
        let padding = try ConvSettings.perAxis(padding, spatial, "padding", atLeast: 0, name)
        let extra = try ConvSettings.perAxis(outputPadding, spatial, "output_padding", atLeast: 0, name)
        let settings = ConvSettings(
            name: name, stride: stride, padding: padding.map { ($0, $0) }, dilation: dilation,
            groups: try ConvSettings.checkedGroups(groups, name))
        return try convolved(spatial, settings, weight.shape.first) { x throws(SwiftgradError) in
            let operands = [x, weight] + (bias.map { [$0] } ?? [])
            try settings.checkOperands(operands.map(\.spec))
            let sizes = try settings.transposedSizes(
                input: Array(x.shape.dropFirst(2)), weight: weight.shape, extra: extra)
            let primitive = ConvolutionInputGradient(settings: settings, sizes: sizes, hasBias: bias != nil)
            return try .apply(primitive, operands)[0]
        }
    }

    /// Runs `body` on a batch; a single image becomes a batch of one.
    private func convolved(
        _ spatial: Int, _ settings: ConvSettings, _ channels: Int?,
        _ body: (Tensor) throws(SwiftgradError) -> Tensor
    ) throws(SwiftgradError) -> Tensor {
        guard rank == spatial + 1 || rank == spatial + 2 else { throw settings.mismatch("input", channels, shape) }
        if rank == spatial + 2 { return try body(self) }
        guard channels == nil || shape[0] == channels else { throw settings.mismatch("input", channels, shape) }
        return try body(expandDims([0])).squeeze([0])
    }
}

extension ConvPadding {
    /// Elements before and behind each axis, for a weight (_, _, kernel...).
    public func amounts(
        _ weight: [Int], stride: [Int], dilation: [Int], operation: String
    ) throws(SwiftgradError) -> [(before: Int, after: Int)] {
        switch self {
        case .valid: return stride.map { _ in (0, 0) }
        case .zeros(let counts):
            return try ConvSettings.perAxis(counts, stride.count, "padding", atLeast: 0, operation).map { ($0, $0) }
        case .same:
            for step in stride where step != 1 {
                throw .value("\(operation): padding='same' needs stride 1, got \(Shape.text(stride))")
            }
            guard weight.count == stride.count + 2 else { return stride.map { _ in (0, 0) } }
            return try (0..<stride.count).map { axis throws(SwiftgradError) in
                let (total, overflow) = dilation[axis].multipliedReportingOverflow(by: max(weight[axis + 2], 1) - 1)
                if overflow { throw .value("\(operation): dilation \(Shape.text(dilation)) is too large") }
                return (total / 2, total - total / 2)
            }
        }
    }

    /// An int, ints, "valid" or "same".
    public init(_ value: Value, operation: String) throws(SwiftgradError) {
        switch value {
        case .int(let count): self = .zeros([count])
        case .string("valid"): self = .valid
        case .string("same"): self = .same
        case .string(let text):
            throw .value("\(operation): padding must be ints, 'valid' or 'same', got '\(text)'")
        case .list(let items):
            self = .zeros(
                try items.map { item throws(SwiftgradError) in
                    guard case .int(let count) = item else { throw ConvPadding.mismatch(item, operation) }
                    return count
                })
        default: throw ConvPadding.mismatch(value, operation)
        }
    }

    private static func mismatch(_ value: Value, _ operation: String) -> SwiftgradError {
        .type("\(operation)(): argument 'padding' must be ints or str, got \(value.kindName)")
    }
}

extension ConvSettings {
    /// One value for each axis from one for all or one each.
    public static func perAxis(
        _ values: [Int], _ rank: Int, _ label: String, atLeast least: Int, _ operation: String
    ) throws(SwiftgradError) -> [Int] {
        guard values.count == rank || values.count == 1 else {
            throw .value("\(operation): \(label) needs one value or \(rank), got \(Shape.text(values))")
        }
        for value in values where value < least {
            throw .value("\(operation): \(label) must be at least \(least), got \(Shape.text(values))")
        }
        return values.count == rank ? values : [Int](repeating: values[0], count: rank)
    }

    fileprivate static func checkedGroups(_ groups: Int, _ operation: String) throws(SwiftgradError) -> Int {
        guard groups >= 1 else { throw .value("\(operation): groups must be at least 1, got \(groups)") }
        return groups
    }
}
