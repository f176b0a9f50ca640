import SwiftgradKernels

/// One of images (N, C, pixels), weights (N, taps, samples) and samples (N, C, samples) from the other two, in this order,
/// and positions int64 (N, taps, samples) below the number of pixels; negative ones count nothing.
///
/// Each is the derivative of sum(samples * weights * images at the positions) with respect to it, and that form is linear
/// in all three, so that the gradients are of the same kind.
struct TapProduct: Primitive {
    enum Role: Int, CaseIterable { case images, weights, samples }

    let name: String
    let result: Role
    /// Pixels of a channel.
    let pixels: Int
    var saves: Saves { Saves(inputs: [0, 1, 2]) }

    private var roles: [Role] { Role.allCases.filter { $0 != result } }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let positions = inputs[2].shape
        let (taps, samples) = (positions[1], positions[2])
        switch result {
        case .images: return [TensorSpec([positions[0], inputs[1].shape[1], pixels], inputs[1].dtype)]
        case .weights: return [TensorSpec([positions[0], taps, samples], inputs[0].dtype.computeType)]
        case .samples: return [TensorSpec([positions[0], inputs[0].shape[1], samples], inputs[0].dtype)]
        }
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { output throws(SwiftgradError) in
            let (first, second) = (try inputs[0].operand(dtype), try inputs[1].operand(dtype))
            let positions = try inputs[2].operand(.int64)
            let ofChannels = result == .images ? second : first
            let taps = Taps(
                batch: positions.shape[0], channels: ofChannels.shape[1], pixels: pixels, count: positions.shape[1],
                samples: positions.shape[2])
            let places = UnsafePointer(positions.pointer.assumingMemoryBound(to: Int64.self))
            withExtendedLifetime((first, second, positions)) {
                switch result {
                case .images:
                    taps.scatter(
                        dtype: dtype, samples: second.pointer, weights: first.pointer, positions: places,
                        images: output.pointer)
                case .weights:
                    taps.correlate(
                        dtype: dtype, images: first.pointer, samples: second.pointer, positions: places,
                        weights: output.pointer)
                case .samples:
                    taps.gather(
                        dtype: dtype, images: first.pointer, weights: second.pointer, positions: places,
                        samples: output.pointer)
                }
            }
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let gradient = try context.gradient()
        let positions = try context.input(2)
        var gradients: [Tensor?] = []
        for place in 0..<2 {
            guard context.needs(place) else {
                gradients.append(nil)
                continue
            }
            let other = roles[1 - place]
            let (first, second) =
                result.rawValue < other.rawValue
                ? (gradient, try context.input(1 - place)) : (try context.input(1 - place), gradient)
            let product = TapProduct(name: name, result: roles[place], pixels: pixels)
            gradients.append(
                try Tensor.apply(product, first, second, positions).cast(to: context.inputSpec(place).dtype))
        }
        return gradients + [nil]
    }
}
