import Swiftgrad

/// What the convolution layers share: settings with one value a spatial axis, weight and bias.
public class ConvolutionLayer: Module {
    /// Spatial axes.
    class var rank: Int { 2 }

    public let inChannels: Int
    public let outChannels: Int
    public let kernelSize: [Int]
    public let stride: [Int]
    public let padding: ConvPadding
    public let dilation: [Int]
    public let groups: Int
    public let paddingMode: PaddingMode
    private let hasBias: Bool

    /// Where what lies outside an image comes from.
    public enum PaddingMode: String, Sendable {
        case zeros, reflect, replicate, circular
    }

    /// Weight (`shape` of channels, kernel) and bias start uniform in ±1/sqrt(fan in), PyTorch's kaiming_uniform(a=sqrt(5)).
    fileprivate init(
        _ inChannels: Int, _ outChannels: Int, kernelSize: [Int], stride: [Int], padding: ConvPadding, dilation: [Int],
        groups: Int, bias: Bool, paddingMode: PaddingMode, dtype: DType, name: String,
        weightChannels: (_ groups: Int) -> [Int]
    ) throws(SwiftgradError) {
        guard groups >= 1 else { throw .value("\(name): groups must be at least 1, got \(groups)") }
        for (label, channels) in [("in_channels", inChannels), ("out_channels", outChannels)] {
            guard channels > 0 else { throw .value("\(name): \(label) must be positive, got \(channels)") }
            guard channels % groups == 0 else {
                throw .value("\(name): \(label) must be divisible by groups, got \(channels) and \(groups)")
            }
        }
        let rank = Self.rank
        self.inChannels = inChannels
        self.outChannels = outChannels
        self.kernelSize = try ConvSettings.perAxis(kernelSize, rank, "kernel_size", atLeast: 1, name)
        self.stride = try ConvSettings.perAxis(stride, rank, "stride", atLeast: 1, name)
        if case .zeros(let counts) = padding {
            self.padding = .zeros(try ConvSettings.perAxis(counts, rank, "padding", atLeast: 0, name))
        } else {
            self.padding = padding
        }
        if case .same = padding, self.stride.contains(where: { $0 != 1 }) {
            throw .value("\(name): padding='same' needs stride 1, got \(Shape.text(self.stride))")
        }
        self.dilation = try ConvSettings.perAxis(dilation, rank, "dilation", atLeast: 1, name)
        self.groups = groups
        self.paddingMode = paddingMode
        hasBias = bias
        super.init()
        let shape = weightChannels(groups) + self.kernelSize
        let fan = Shape.elementCount(Array(shape.dropFirst())) ?? 0
        let bound = 1 / Double(max(1, fan)).squareRoot()
        try setParameter("weight", .uniformParameter(shape, bound: bound, dtype))
        try setParameter("bias", bias ? .uniformParameter([outChannels], bound: bound, dtype) : nil)
    }

    var bias: Tensor? { ownParameters["bias"] ?? nil }

    public override var extraDescription: String { description(outputPadding: nil) }

    fileprivate func description(outputPadding: [Int]?) -> String {
        func differs(_ values: [Int], from usual: Int) -> Bool { values.contains { $0 != usual } }
        var text =
            "\(inChannels), \(outChannels), kernel_size=\(Shape.text(kernelSize)), stride=\(Shape.text(stride))"
        switch padding {
        case .zeros(let counts): if differs(counts, from: 0) { text += ", padding=\(Shape.text(counts))" }
        case .same: text += ", padding=same"
        case .valid: text += ", padding=valid"
        }
        if differs(dilation, from: 1) { text += ", dilation=\(Shape.text(dilation))" }
        if let outputPadding, differs(outputPadding, from: 0) {
            text += ", output_padding=\(Shape.text(outputPadding))"
        }
        if groups != 1 { text += ", groups=\(groups)" }
        if !hasBias { text += ", bias=False" }
        if paddingMode != .zeros { text += ", padding_mode=\(paddingMode.rawValue)" }
        return text
    }
}

/// Convolution over one to three axes, as `conv1d` and so on: weight (out, in / groups, kernel...), bias (out,).
public class Convolution: ConvolutionLayer, ReLUFusing {
    public required init(
        _ inChannels: Int, _ outChannels: Int, kernelSize: [Int], stride: [Int] = [1],
        padding: ConvPadding = .zeros([0]),
        dilation: [Int] = [1], groups: Int = 1, bias: Bool = true, paddingMode: PaddingMode = .zeros,
        dtype: DType = .float32
    ) throws(SwiftgradError) {
        try super.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
            groups: groups, bias: bias, paddingMode: paddingMode, dtype: dtype, name: "Conv\(Self.rank)d"
        ) { [outChannels, inChannels / $0] }
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor { try convolve(x, rectifies: false) }

    /// max(y, 0) in the same pass; errors are this layer's.
    func withReLU(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        do throws(SwiftgradError) { return try convolve(x, rectifies: true) } catch { throw located(error) }
    }

    private func convolve(_ x: Tensor, rectifies: Bool) throws(SwiftgradError) -> Tensor {
        let rank = Self.rank
        if paddingMode == .zeros {
            return try x.convolution(
                parameter("weight"), bias, rank: rank, stride: stride, padding: padding, dilation: dilation,
                groups: groups, rectifies: rectifies)
        }
        let weight = try parameter("weight")
        guard x.rank == rank + 1 || x.rank == rank + 2 else {
            return try x.convolution(weight, bias, rank: rank, groups: groups)
        }
        let amounts = try padding.amounts(weight.shape, stride: stride, dilation: dilation, operation: "conv\(rank)d")
        var padded = x
        for axis in 0..<rank {
            padded = try paddingMode.pad(padded, axis: x.rank - rank + axis, amounts[axis])
        }
        return try padded.convolution(
            weight, bias, rank: rank, stride: stride, padding: .valid, dilation: dilation, groups: groups,
            rectifies: rectifies)
    }
}

public final class Conv1d: Convolution { override class var rank: Int { 1 } }
public final class Conv2d: Convolution { override class var rank: Int { 2 } }
public final class Conv3d: Convolution { override class var rank: Int { 3 } }

/// Transposed convolution over one to three axes, as `conv_transpose1d` and so on: weight (in, out / groups, kernel...),
/// bias (out,).
public class TransposedConvolution: ConvolutionLayer {
    public let outputPadding: [Int]

    public required init(
        _ inChannels: Int, _ outChannels: Int, kernelSize: [Int], stride: [Int] = [1], padding: [Int] = [0],
        outputPadding: [Int] = [0], groups: Int = 1, bias: Bool = true, dilation: [Int] = [1], dtype: DType = .float32
    ) throws(SwiftgradError) {
        let name = "ConvTranspose\(Self.rank)d"
        self.outputPadding = try ConvSettings.perAxis(outputPadding, Self.rank, "output_padding", atLeast: 0, name)
        try super.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: .zeros(padding),
            dilation: dilation, groups: groups, bias: bias, paddingMode: .zeros, dtype: dtype, name: name
        ) { [inChannels, outChannels / $0] }
    }

    public override var extraDescription: String { description(outputPadding: outputPadding) }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try forward(x, outputPadding: outputPadding)
    }

    /// The second argument, if there is one, is the spatial size that the output should have.
    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        guard arguments.count == 2, case .tensor(let x) = arguments[0] else { return try super.forward(arguments) }
        switch arguments[1] {
        case .none, .absent: return .tensor(try forward(x))
        case .list(let items):
            let sizes = try items.map { item throws(SwiftgradError) in
                guard case .int(let size) = item else {
                    throw .type("output_size must be ints, got \(item.kindName)")
                }
                return size
            }
            return .tensor(try forward(x, outputPadding: outputPadding(for: sizes, x)))
        case let other: throw .type("output_size must be ints, got \(other.kindName)")
        }
    }

    private func forward(_ x: Tensor, outputPadding: [Int]) throws(SwiftgradError) -> Tensor {
        guard case .zeros(let padding) = padding else { return x }
        return try x.transposedConvolution(
            parameter("weight"), bias, rank: Self.rank, stride: stride, padding: padding, outputPadding: outputPadding,
            groups: groups, dilation: dilation)
    }

    private func outputPadding(for sizes: [Int], _ x: Tensor) throws(SwiftgradError) -> [Int] {
        let rank = Self.rank
        let smallest = try forward(x.detach(), outputPadding: [Int](repeating: 0, count: rank)).shape.suffix(rank)
        let wanted = sizes.suffix(rank)
        let extra = zip(wanted, smallest).map { $0.subtractingReportingOverflow($1).partialValue }
        guard sizes.count == rank || sizes.count == x.rank, zip(extra, stride).allSatisfy({ 0..<$1 ~= $0 }) else {
            let largest = zip(smallest, stride).map { $0 + $1 - 1 }
            throw .value(
                "output_size must lie between \(Shape.text(Array(smallest))) and \(Shape.text(largest)), "
                    + "got \(Shape.text(sizes))")
        }
        return extra
    }
}

public final class ConvTranspose1d: TransposedConvolution { override class var rank: Int { 1 } }
public final class ConvTranspose2d: TransposedConvolution { override class var rank: Int { 2 } }
public final class ConvTranspose3d: TransposedConvolution { override class var rank: Int { 3 } }

extension ConvolutionLayer.PaddingMode {
    /// The array with elements of its own before and behind an axis: mirrored without the edge, the edge repeated, or those
    /// of the other end.
    fileprivate func pad(_ x: Tensor, axis: Int, _ amount: (before: Int, after: Int)) throws(SwiftgradError) -> Tensor {
        if amount.before == 0 && amount.after == 0 { return x }
        let length = x.shape[axis]
        let most = self == .reflect ? length - 1 : self == .circular ? length : Int.max
        guard length > 0 && amount.before <= most && amount.after <= most else {
            throw .value(
                "padding of \(amount.before) and \(amount.after) elements with padding_mode='\(rawValue)' does not fit an "
                    + "axis of length \(length)")
        }
        let positions = try Tensor.arange(-Double(amount.before), Double(length + amount.after), .int64)
        let elements = positions.pointer.assumingMemoryBound(to: Int64.self)
        for i in 0..<positions.count {
            let position = Int(elements[i])
            switch self {
            case .zeros, .replicate: elements[i] = Int64(min(max(position, 0), length - 1))
            case .reflect:
                elements[i] = Int64(length - 1 - abs(length - 1 - abs(position)))
            case .circular: elements[i] = Int64((position + length) % length)
            }
        }
        return try x.take(positions, axis: axis)
    }
}
