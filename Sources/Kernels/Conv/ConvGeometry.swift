/// One axis of a convolution: output o reads the inputs o * stride + tap * dilation - padding that exist.
public struct ConvAxis: Sendable, Equatable {
    public var input: Int
    public var kernel: Int
    public var output: Int
    public var stride: Int
    public var dilation: Int
    /// Zeros before the first input; those behind the last follow from `output`.
    public var padding: Int

    public init(input: Int, kernel: Int, output: Int, stride: Int = 1, dilation: Int = 1, padding: Int = 0) {
        self.input = input
        self.kernel = kernel
        self.output = output
        self.stride = stride
        self.dilation = dilation
        self.padding = padding
    }

    /// An axis along which nothing happens.
    public static let trivial = ConvAxis(input: 1, kernel: 1, output: 1)

    /// Each output is its own input.
    var isPointwise: Bool { kernel == 1 && stride == 1 && padding == 0 && input == output }

    /// The taps that meet an input somewhere; the others multiply zeros only.
    var usefulTaps: Range<Int> {
        let last = min(kernel - 1, (input - 1 + padding) / dilation)
        let first = max(0, padding - (output - 1) * stride + dilation - 1) / dilation
        return first <= last ? first..<last + 1 : 0..<0
    }
}

/// Sizes of a convolution over three axes of which some may be trivial: x (batch, groups * inputChannels, input...),
/// weight (groups * outputChannels, inputChannels, kernel...), y (batch, groups * outputChannels, output...), contiguous.
public struct ConvGeometry: Sendable, Equatable {
    public var batch: Int
    public var groups: Int
    /// Channels of a group.
    public var inputChannels: Int
    public var outputChannels: Int
    /// The innermost axis comes last.
    public var depth: ConvAxis
    public var height: ConvAxis
    public var width: ConvAxis

    /// `axes`: one to three, the innermost last.
    public init(batch: Int, groups: Int, inputChannels: Int, outputChannels: Int, axes: [ConvAxis]) {
        self.batch = batch
        self.groups = groups
        self.inputChannels = inputChannels
        self.outputChannels = outputChannels
        let padded = [ConvAxis](repeating: .trivial, count: max(0, 3 - axes.count)) + axes
        (depth, height, width) = (padded[0], padded[1], padded[2])
    }

    var taps: Int { depth.kernel * height.kernel * width.kernel }
    var inputSize: Int { depth.input * height.input * width.input }
    var outputSize: Int { depth.output * height.output * width.output }
    /// Terms of one output's sum, zeros of the padding included.
    var terms: Int { inputChannels * taps }
    var multiplications: Double { Double(batch * groups * outputChannels * outputSize) * Double(terms) }

    /// The same convolution over as few axes as possible: a 1x1 kernel sees an image as one row.
    var flattened: ConvGeometry {
        guard depth.isPointwise && height.isPointwise && width.isPointwise else { return self }
        let size = inputSize
        return ConvGeometry(
            batch: batch, groups: groups, inputChannels: inputChannels, outputChannels: outputChannels,
            axes: [ConvAxis(input: size, kernel: 1, output: size)])
    }
}
