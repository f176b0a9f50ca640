// What a convolution checks before a kernel sees it.
extension ConvSettings {
    /// Floats of the right rank, and a weight with a kernel.
    func checkOperands(_ inputs: [TensorSpec]) throws(SwiftgradError) {
        for operand in inputs where !operand.dtype.isFloating {
            throw .type("\(name): needs floating-point operands, got \(operand.dtype)")
        }
        let weight = inputs[1].shape
        guard weight.count == rank + 2 else {
            throw .value("\(name): expected a weight of \(rank + 2) axes, got \(Shape.text(weight))")
        }
        for length in weight.dropFirst() where length < 1 {
            throw .value("\(name): the weight has shape \(Shape.text(weight)), whose channels or kernel are empty")
        }
        guard inputs[0].rank == rank + 2 else { throw mismatch("input", nil, inputs[0].shape) }
    }

    func checkBias(_ shape: [Int]?, _ channels: Int) throws(SwiftgradError) {
        if let shape, shape != [channels] {
            throw .value("\(name): the bias has shape \(Shape.text(shape)), expected (\(channels),)")
        }
    }

    /// (input + zeros - dilation * (kernel - 1) - 1) / stride + 1, rounded down.
    func outputSizes(input: [Int], weight: [Int]) throws(SwiftgradError) -> [Int] {
        var sizes: [Int] = []
        for axis in 0..<rank {
            let field = try sum(product(dilation[axis], weight[axis + 2] - 1), 1)
            let padded = try sum(sum(input[axis], padding[axis].before), padding[axis].after)
            guard padded >= field else {
                throw .value(
                    "\(name): the kernel reaches over \(field) elements, more than the \(padded) of the padded input; "
                        + "input \(Shape.text(input)), kernel \(Shape.text(Array(weight.dropFirst(2))))")
            }
            sizes.append((padded - field) / stride[axis] + 1)
        }
        return sizes
    }

    /// (input - 1) * stride - zeros + dilation * (kernel - 1) + extra + 1.
    func transposedSizes(input: [Int], weight: [Int], extra: [Int]) throws(SwiftgradError) -> [Int] {
        var sizes: [Int] = []
        for axis in 0..<rank {
            guard extra[axis] < max(stride[axis], dilation[axis]) else {
                throw .value(
                    "\(name): output_padding must be smaller than stride or dilation, got \(Shape.text(extra))")
            }
            let reach = try sum(product(input[axis] - 1, stride[axis]), product(dilation[axis], weight[axis + 2] - 1))
            let zeros = try sum(padding[axis].before, padding[axis].after)
            let size = try sum(sum(reach, extra[axis]), 1) - zeros
            guard size > 0 else {
                throw .value(
                    "\(name): the output would have \(size) elements along an axis; input \(Shape.text(input)), "
                        + "kernel \(Shape.text(Array(weight.dropFirst(2))))")
            }
            sizes.append(size)
        }
        return sizes
    }

    func product(_ lhs: Int, _ rhs: Int) throws(SwiftgradError) -> Int {
        let (value, overflow) = lhs.multipliedReportingOverflow(by: rhs)
        if overflow { throw tooLarge }
        return value
    }

    func sum(_ lhs: Int, _ rhs: Int) throws(SwiftgradError) -> Int {
        let (value, overflow) = lhs.addingReportingOverflow(rhs)
        if overflow { throw tooLarge }
        return value
    }

    private var tooLarge: SwiftgradError { .value("\(name): sizes, padding or dilation are too large") }

    var outOfMemory: SwiftgradError { .init(.memory, "\(name): there is no memory for the kernel to work in") }

    /// `expected input (N, 16, H, W) or (16, H, W), got ...`
    func mismatch(_ operand: String, _ channels: Int?, _ shape: [Int]) -> SwiftgradError {
        let axes = ["D", "H", "W"].suffix(rank).joined(separator: ", ")
        let image = (channels.map(String.init) ?? "C") + ", " + (rank == 1 ? "L" : axes)
        return .value("\(name): expected \(operand) (N, \(image)) or (\(image)), got \(Shape.text(shape))")
    }
}
