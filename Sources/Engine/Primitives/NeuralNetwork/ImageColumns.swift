import SwiftgradKernels

/// The windows of images as columns: (N, C, H, W) gives (N, C * kernel, windows).
struct Unfold: Primitive {
    let name = "unfold"
    let columns: ImageColumns

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let x = inputs[0]
        let (kernel, windows) = (columns.kernel, columns.windows)
        return [
            TensorSpec([x.shape[0], x.shape[1] * kernel[0] * kernel[1], windows[0] * windows[1]], x.dtype)
        ]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let x = try inputs[0].operand(dtype)
            withExtendedLifetime(x) {
                columns.unfold(
                    dtype: dtype, planes: x.shape[0] * x.shape[1], image: x.pointer, columns: result.pointer)
            }
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try .apply(Fold(columns: columns), context.gradient())]
    }
}

/// Columns (N, C * kernel, windows) added up into images (N, C, H, W), each where `Unfold` takes it from.
struct Fold: Primitive {
    let name = "fold"
    let columns: ImageColumns

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let x = inputs[0]
        let taps = columns.kernel[0] * columns.kernel[1]
        return [TensorSpec([x.shape[0], x.shape[1] / taps] + columns.size, x.dtype)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let x = try inputs[0].operand(dtype)
            withExtendedLifetime(x) {
                columns.fold(
                    dtype: dtype, planes: result.shape[0] * result.shape[1], columns: x.pointer, image: result.pointer)
            }
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try .apply(Unfold(columns: columns), context.gradient())]
    }
}

extension ImageColumns {
    /// Windows over images of this size; one number stands for both axes.
    init(
        size: [Int], kernel: [Int], stride: [Int], padding: [Int], dilation: [Int], operation: String
    ) throws(SwiftgradError) {
        func spread(_ what: String, _ values: [Int], atLeast least: Int) throws(SwiftgradError) -> [Int] {
            guard values.count == 2 || values.count == 1, values.allSatisfy({ $0 >= least && $0 <= 1 << 24 }) else {
                throw .value(
                    "\(operation): \(what) must be one number or 2, of at least \(least), got \(Shape.text(values))")
            }
            return values.count == 2 ? values : [values[0], values[0]]
        }
        let size = try spread("output_size", size, atLeast: 1)
        let (kernel, stride) = (
            try spread("kernel_size", kernel, atLeast: 1), try spread("stride", stride, atLeast: 1)
        )
        let (padding, dilation) = (
            try spread("padding", padding, atLeast: 0), try spread("dilation", dilation, atLeast: 1)
        )
        var windows: [Int] = []
        for axis in 0..<2 {
            let room = size[axis] + 2 * padding[axis] - dilation[axis] * (kernel[axis] - 1) - 1
            guard room >= 0 else {
                throw .value(
                    "\(operation): the kernel \(Shape.text(kernel)) is larger than the padded image \(Shape.text(size))"
                )
            }
            windows.append(room / stride[axis] + 1)
        }
        guard Shape.elementCount(kernel + windows) != nil else {
            throw .value("\(operation): there are more windows than can be counted")
        }
        self.init(
            size: size, kernel: kernel, stride: stride, padding: padding, dilation: dilation, windows: windows)
    }
}

extension Tensor {
    /// The windows of (N, C, H, W) or (C, H, W) as columns (N, C * kernel, windows).
    func unfold(
        kernel: [Int], dilation: [Int], padding: [Int], stride: [Int]
    ) throws(SwiftgradError) -> Tensor {
        guard rank == 3 || rank == 4, dtype.isFloating else {
            throw .value("unfold: expected floats (N, C, H, W) or (C, H, W), got \(Shape.text(shape)) of \(dtype)")
        }
        let columns = try ImageColumns(
            size: Array(shape.suffix(2)), kernel: kernel, stride: stride, padding: padding, dilation: dilation,
            operation: "unfold")
        let product = Shape.elementCount(Array(shape.dropLast(2)) + columns.kernel + columns.windows)
        guard product != nil else { throw .value("unfold: the columns have more elements than can be counted") }
        let x = rank == 4 ? self : try expandDims([0])
        let result = try Tensor.apply(Unfold(columns: columns), x)
        return rank == 4 ? result : try result.reshape(Array(result.shape.dropFirst()))
    }

    /// Columns (N, C * kernel, windows) or (C * kernel, windows) added up into images of a size.
    func fold(
        size: [Int], kernel: [Int], dilation: [Int], padding: [Int], stride: [Int]
    ) throws(SwiftgradError) -> Tensor {
        let columns = try ImageColumns(
            size: size, kernel: kernel, stride: stride, padding: padding, dilation: dilation, operation: "fold")
        let taps = columns.kernel[0] * columns.kernel[1]
        let places = columns.windows[0] * columns.windows[1]
        guard rank == 2 || rank == 3, dtype.isFloating, shape[rank - 2] % taps == 0, shape[rank - 1] == places else {
            throw .value(
                "fold: expected floats (N, C * \(taps), \(places)) or without N, got \(Shape.text(shape)) of \(dtype)")
        }
        let x = rank == 3 ? self : try expandDims([0])
        let result = try Tensor.apply(Fold(columns: columns), x)
        return rank == 3 ? result : try result.reshape(Array(result.shape.dropFirst()))
    }
}
