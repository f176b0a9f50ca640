import SwiftgradKernels

extension ConvAxis {
    /// An axis with zeros on both sides and `extra` more behind.
    static func sized(_ input: Int, _ kernel: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1, extra: Int = 0)
        -> ConvAxis
    {
        ConvAxis(
            input: input, kernel: kernel,
            output: (input + 2 * padding + extra - dilation * (kernel - 1) - 1) / stride + 1, stride: stride,
            dilation: dilation, padding: padding)
    }

    /// The input that an output reads through a tap.
    fileprivate func source(_ output: Int, _ tap: Int) -> Int? {
        let index = output * stride + tap * dilation - padding
        return index >= 0 && index < input ? index : nil
    }
}

/// One convolution with random operands, and its three results by the definition, in double precision.
struct ConvolutionCase<Scalar: BinaryFloatingPoint> {
    let geometry: ConvGeometry
    let dtype: DType
    let x: [Scalar]
    let weight: [Scalar]
    let gradient: [Scalar]
    let bias: [Scalar]
    let transposedBias: [Scalar]

    init(_ geometry: ConvGeometry, _ dtype: DType, _ random: inout SplitMix) {
        self.geometry = geometry
        self.dtype = dtype
        func numbers(_ count: Int) -> [Scalar] { (0..<count).map { _ in Scalar(random.uniform()) } }
        let g = geometry
        x = numbers(g.batch * g.groups * g.inputChannels * size(\.input))
        weight = numbers(g.groups * g.outputChannels * g.inputChannels * size(\.kernel))
        gradient = numbers(g.batch * g.groups * g.outputChannels * size(\.output))
        bias = numbers(g.groups * g.outputChannels)
        transposedBias = numbers(g.groups * g.inputChannels)
        func size(_ length: KeyPath<ConvAxis, Int>) -> Int {
            geometry.depth[keyPath: length] * geometry.height[keyPath: length] * geometry.width[keyPath: length]
        }
    }

    private func size(_ length: KeyPath<ConvAxis, Int>) -> Int {
        geometry.depth[keyPath: length] * geometry.height[keyPath: length] * geometry.width[keyPath: length]
    }

    /// The kernels' results, filled with NaN before, one element too long to see writes behind the end.
    func results(activation: Gemm.Activation = .none) -> [[Scalar]]? {
        var y = [Scalar](repeating: .nan, count: gradient.count + 1)
        var dx = [Scalar](repeating: .nan, count: x.count + 1)
        var dw = [Scalar](repeating: .nan, count: weight.count + 1)
        let isComplete =
            Convolution.forward(
                geometry, dtype: dtype, input: x, weight: weight, bias: bias, activation: activation, output: &y)
            && Convolution.inputGradient(
                geometry, dtype: dtype, gradient: gradient, weight: weight, bias: transposedBias, output: &dx)
            && Convolution.weightGradient(geometry, dtype: dtype, input: x, gradient: gradient, output: &dw)
        let isInside = y.popLast()?.isNaN == true && dx.popLast()?.isNaN == true && dw.popLast()?.isNaN == true
        return isComplete && isInside ? [y, dx, dw] : nil
    }

    /// The results by the definition, each with the sum of its terms' magnitudes.
    func reference() -> [[(value: Double, magnitude: Double)]] {
        let (inputSize, outputSize) = (size(\.input), size(\.output))
        var y = (0..<gradient.count).map { start(bias[$0 / outputSize % bias.count]) }
        var dx = (0..<x.count).map { start(transposedBias[$0 / inputSize % transposedBias.count]) }
        var dw = weight.map { _ in start(0) }
        forEachTerm { output, input, tap in
            add(weight[tap], x[input], to: &y[output])
            add(weight[tap], gradient[output], to: &dx[input])
            add(gradient[output], x[input], to: &dw[tap])
        }
        return [y, dx, dw]
    }

    private func start(_ value: Scalar) -> (value: Double, magnitude: Double) {
        (Double(value), abs(Double(value)) + 1)
    }

    private func add(_ a: Scalar, _ b: Scalar, to sum: inout (value: Double, magnitude: Double)) {
        let term = Double(a) * Double(b)
        sum = (sum.value + term, sum.magnitude + abs(term))
    }

    private func forEachTerm(_ body: (_ output: Int, _ input: Int, _ tap: Int) -> Void) {
        let g = geometry
        for image in 0..<g.batch * g.groups {
            for (k, c) in pairs(g.outputChannels, g.inputChannels) {
                let outputPlane = (image * g.outputChannels + k) * size(\.output)
                let inputPlane = (image * g.inputChannels + c) * size(\.input)
                let kernel = ((image % g.groups * g.outputChannels + k) * g.inputChannels + c) * size(\.kernel)
                for (od, td) in pairs(g.depth.output, g.depth.kernel) {
                    guard let d = g.depth.source(od, td) else { continue }
                    for (oh, th) in pairs(g.height.output, g.height.kernel) {
                        guard let h = g.height.source(oh, th) else { continue }
                        for (ow, tw) in pairs(g.width.output, g.width.kernel) {
                            guard let w = g.width.source(ow, tw) else { continue }
                            body(
                                outputPlane + (od * g.height.output + oh) * g.width.output + ow,
                                inputPlane + (d * g.height.input + h) * g.width.input + w,
                                kernel + (td * g.height.kernel + th) * g.width.kernel + tw)
                        }
                    }
                }
            }
        }
    }

    private func pairs(_ first: Int, _ second: Int) -> [(Int, Int)] {
        (0..<first).flatMap { i in (0..<second).map { (i, $0) } }
    }
}
