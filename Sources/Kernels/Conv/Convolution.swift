/// Convolution (cross-correlation, as networks use it), and its two gradients, each of them linear in both operands:
///     forward          y[n, k, o]  = b[k] + sum over c, t of w[k, c, t] x[n, c, o stride + t dilation - padding]
///     input gradient   dx[n, c, i] = b[c] + sum over k, t, o of w[k, c, t] dy[n, k, o], i = o stride + t dilation - padding
///     weight gradient  dw[k, c, t] = sum over n, o of dy[n, k, o] x[n, c, o stride + t dilation - padding]
/// within each group of channels. The input gradient with a bias is the transposed convolution.
///
/// Arrays are contiguous and of type `dtype`, float32 or float64. The bits of a result depend on sizes alone. A call
/// returns false when there is no memory to work in; the result is then undefined.
public enum Convolution {
    public static func forward(
        _ geometry: ConvGeometry, dtype: DType, input: UnsafeRawPointer, weight: UnsafeRawPointer,
        bias: UnsafeRawPointer?, activation: Gemm.Activation = .none, output: UnsafeMutableRawPointer
    ) -> Bool {
        if geometry.outputIsEmpty { return true }
        return dispatch(
            Forward(
                geometry: geometry.flattened, input: input, weight: weight, bias: bias, activation: activation,
                output: output),
            dtype)
    }

    public static func inputGradient(
        _ geometry: ConvGeometry, dtype: DType, gradient: UnsafeRawPointer, weight: UnsafeRawPointer,
        bias: UnsafeRawPointer? = nil, output: UnsafeMutableRawPointer
    ) -> Bool {
        if geometry.inputIsEmpty { return true }
        return dispatch(
            InputGradient(
                geometry: geometry.flattened, gradient: gradient, weight: weight, bias: bias, output: output), dtype)
    }

    public static func weightGradient(
        _ geometry: ConvGeometry, dtype: DType, input: UnsafeRawPointer, gradient: UnsafeRawPointer,
        output: UnsafeMutableRawPointer
    ) -> Bool {
        if geometry.weightIsEmpty { return true }
        return dispatch(
            WeightGradient(geometry: geometry.flattened, input: input, gradient: gradient, output: output), dtype)
    }

    private static func dispatch(_ call: some ConvCall, _ dtype: DType) -> Bool {
        if dtype == .float64 {
            if InstructionSet.vectorBytes == 64 { return call.run(WideConvTiles<F64x8>.self) }
            if InstructionSet.vectorBytes == 32 { return call.run(NarrowConvTiles<F64x4>.self) }
            #if arch(arm64)
                return call.run(WideConvTiles<F64x2>.self)
            #else
                return call.run(NarrowConvTiles<F64x2>.self)
            #endif
        }
        if InstructionSet.vectorBytes == 64 { return call.run(WideConvTiles<F32x16>.self) }
        if InstructionSet.vectorBytes == 32 { return call.run(NarrowConvTiles<F32x8>.self) }
        #if arch(arm64)
            return call.run(WideConvTiles<F32x4>.self)
        #else
            return call.run(NarrowConvTiles<F32x4>.self)
        #endif
    }
}

extension ConvGeometry {
    fileprivate var inputIsEmpty: Bool { batch * groups * inputChannels * inputSize == 0 }
    fileprivate var outputIsEmpty: Bool { batch * groups * outputChannels * outputSize == 0 }
    fileprivate var weightIsEmpty: Bool { groups * outputChannels * terms == 0 }
}

/// One operation with its operands, for the tiles of any instruction set.
private protocol ConvCall {
    func run<Tiles: ConvTiles>(_: Tiles.Type) -> Bool
}

private struct Forward: ConvCall {
    let geometry: ConvGeometry
    let input: UnsafeRawPointer
    let weight: UnsafeRawPointer
    let bias: UnsafeRawPointer?
    let activation: Gemm.Activation
    let output: UnsafeMutableRawPointer

    func run<Tiles: ConvTiles>(_: Tiles.Type) -> Bool {
        let x = input.assumingMemoryBound(to: Tiles.Scalar.self)
        let w = weight.assumingMemoryBound(to: Tiles.Scalar.self)
        let b = bias?.assumingMemoryBound(to: Tiles.Scalar.self)
        let y = output.assumingMemoryBound(to: Tiles.Scalar.self)
        return Tiles.forward(
            geometry, ConvOperands(source: x, weights: w, bias: b, activation: activation, target: y))
    }
}

private struct InputGradient: ConvCall {
    let geometry: ConvGeometry
    let gradient: UnsafeRawPointer
    let weight: UnsafeRawPointer
    let bias: UnsafeRawPointer?
    let output: UnsafeMutableRawPointer

    func run<Tiles: ConvTiles>(_: Tiles.Type) -> Bool {
        let dy = gradient.assumingMemoryBound(to: Tiles.Scalar.self)
        let w = weight.assumingMemoryBound(to: Tiles.Scalar.self)
        let b = bias?.assumingMemoryBound(to: Tiles.Scalar.self)
        let dx = output.assumingMemoryBound(to: Tiles.Scalar.self)
        if geometry.outputIsEmpty {
            for channel in 0..<geometry.batch * geometry.groups * geometry.inputChannels {
                (dx + channel * geometry.inputSize).update(
                    repeating: b?[channel % (geometry.groups * geometry.inputChannels)] ?? 0, count: geometry.inputSize)
            }
            return true
        }
        return Tiles.inputGradient(
            geometry, ConvOperands(source: dy, weights: w, bias: b, activation: .none, target: dx))
    }
}

private struct WeightGradient: ConvCall {
    let geometry: ConvGeometry
    let input: UnsafeRawPointer
    let gradient: UnsafeRawPointer
    let output: UnsafeMutableRawPointer

    func run<Tiles: ConvTiles>(_: Tiles.Type) -> Bool {
        let x = input.assumingMemoryBound(to: Tiles.Scalar.self)
        let dy = gradient.assumingMemoryBound(to: Tiles.Scalar.self)
        let dw = output.assumingMemoryBound(to: Tiles.Scalar.self)
        if geometry.inputIsEmpty || geometry.outputIsEmpty {
            dw.update(repeating: 0, count: geometry.groups * geometry.outputChannels * geometry.terms)
            return true
        }
        return Tiles.weightGradient(geometry, input: x, gradient: dy, target: dw)
    }
}
