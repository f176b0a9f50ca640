import SwiftgradKernels

/// Windows of a pooling over the last axes of x (N, C, ...) or (C, ...), one number for each of these axes.
struct PoolSettings: Sendable {
    let name: String
    let kernel: [Int]
    let stride: [Int]
    let padding: [Int]
    let dilation: [Int]
    let roundsUp: Bool

    private var rank: Int { kernel.count }

    /// One number stands for all axes; the stride is the kernel's size unless given.
    init(
        _ name: String, axes: Int, kernel: [Int], stride: [Int]?, padding: [Int] = [0], dilation: [Int] = [1],
        roundsUp: Bool = false
    ) throws(SwiftgradError) {
        func spread(_ what: String, _ values: [Int], atLeast least: Int) throws(SwiftgradError) -> [Int] {
            guard values.count == axes || values.count == 1, values.allSatisfy({ $0 >= least && $0 <= 1 << 24 }) else {
                throw .value(
                    "\(name): \(what) must be one number or \(axes), of at least \(least), got \(Shape.text(values))")
            }
            return values.count == axes ? values : [Int](repeating: values[0], count: axes)
        }
        self.name = name
        self.kernel = try spread("kernel_size", kernel, atLeast: 1)
        self.stride = try spread("stride", stride ?? kernel, atLeast: 1)
        self.padding = try spread("padding", padding, atLeast: 0)
        self.dilation = try spread("dilation", dilation, atLeast: 1)
        self.roundsUp = roundsUp
        for axis in 0..<axes {
            let reach = (self.kernel[axis] - 1) * self.dilation[axis] + 1
            guard self.padding[axis] <= reach / 2 else {
                throw .value(
                    "\(name): padding must be at most half of the kernel, got padding \(Shape.text(self.padding)) "
                        + "for kernel \(Shape.text(self.kernel))")
            }
        }
    }

    /// The shape of the output; throws for inputs of another rank, without elements in a plane, or too small.
    func outputShape(_ x: TensorSpec) throws(SwiftgradError) -> [Int] {
        try checkPoolInput(x, axes: rank, operation: name)
        let first = x.rank - rank
        var shape = x.shape
        for axis in 0..<rank {
            let reach = (kernel[axis] - 1) * dilation[axis]
            let room = x.shape[first + axis] + 2 * padding[axis] - reach - 1
            guard room >= 0 else {
                throw .value(
                    "\(name): the kernel \(Shape.text(kernel)) is larger than the padded input \(Shape.text(x.shape))")
            }
            var length = (room + (roundsUp ? stride[axis] - 1 : 0)) / stride[axis] + 1
            if roundsUp && (length - 1) * stride[axis] >= x.shape[first + axis] + padding[axis] { length -= 1 }
            shape[first + axis] = length
        }
        return shape
    }

    /// The windows for the kernels, from the shapes of input and output.
    func shape(_ input: [Int], _ output: [Int]) -> PoolShape {
        let first = input.count - rank
        let whole = PoolAxis(input: 1, output: 1, kernel: 1, stride: 1, padding: 0, dilation: 1)
        var axes = (0..<rank).map { axis in
            PoolAxis(
                input: input[first + axis], output: output[first + axis], kernel: kernel[axis], stride: stride[axis],
                padding: padding[axis], dilation: dilation[axis])
        }
        while axes.count < 3 { axes.insert(whole, at: 0) }
        return PoolShape(
            planes: input.prefix(first).reduce(1, *), depth: axes[0], height: axes[1], width: axes[2])
    }
}

/// Throws unless x is (N, C, ...) or (C, ...) of floats with so many axes behind C, none of them empty.
func checkPoolInput(_ x: TensorSpec, axes: Int, operation: String) throws(SwiftgradError) {
    guard x.dtype.isFloating else { throw .type("\(operation): needs a floating-point tensor, got \(x.dtype)") }
    guard x.rank == axes + 1 || x.rank == axes + 2, x.shape.suffix(axes).allSatisfy({ $0 > 0 }) else {
        let names = [1: "L", 2: "H, W", 3: "D, H, W"][axes] ?? "..."
        throw .value("\(operation): expected input (N, C, \(names)) or (C, \(names)), got \(Shape.text(x.shape))")
    }
    guard x.shape.suffix(axes).reduce(1, *) <= Int(Int32.max) else {
        throw .value("\(operation): a channel of \(Shape.text(x.shape)) has more than 2^31 elements")
    }
}
