import Swiftgrad

// Weights of a fixed pattern.
extension Initialiser {
    /// The identity: ones on the diagonal of a matrix.
    public static func identity(_ tensor: Tensor) throws(SwiftgradError) {
        guard tensor.rank == 2 else {
            throw .value("eye_: needs a matrix, got shape \(Shape.text(tensor.shape))")
        }
        try tensor.overwrite(
            with: .eye(rows: tensor.shape[0], columns: tensor.shape[1], diagonal: 0, tensor.dtype))
    }

    /// A convolution (out, in / groups, kernel...) that hands on its channels: 1 in the middle of the kernel from channel i
    /// to channel i of each group.
    public static func dirac(_ tensor: Tensor, groups: Int = 1) throws(SwiftgradError) {
        guard (3...5).contains(tensor.rank), groups > 0, tensor.shape[0] % groups == 0 else {
            throw .value(
                "dirac_: needs a weight (out, in, kernel...) of three to five axes and out divisible by groups, got shape "
                    + "\(Shape.text(tensor.shape)) and \(groups)")
        }
        let pattern = try Tensor.zeros(tensor.shape, .float64)
        guard pattern.count > 0 else { return }
        let elements = pattern.pointer.assumingMemoryBound(to: Double.self)
        let channels = tensor.shape[0] / groups
        var middle = 0
        for length in tensor.shape[2...] { middle = middle * length + length / 2 }
        let kernel = tensor.shape[2...].reduce(1, *)
        for group in 0..<groups {
            for channel in 0..<min(channels, tensor.shape[1]) {
                elements[((group * channels + channel) * tensor.shape[1] + channel) * kernel + middle] = 1
            }
        }
        try tensor.overwrite(with: pattern)
    }

    /// Normal with this deviation, but a share of each column 0, at random (Martens, ICML 2010).
    public static func sparse(_ tensor: Tensor, sparsity: Double, deviation: Double = 0.01) throws(SwiftgradError) {
        guard tensor.rank == 2 else {
            throw .value("sparse_: needs a matrix, got shape \(Shape.text(tensor.shape))")
        }
        guard sparsity >= 0 && sparsity <= 1 && deviation >= 0 else {
            throw .value("sparse_: needs a sparsity between 0 and 1 and a std from 0, got \(sparsity) and \(deviation)")
        }
        let (rows, columns) = (tensor.shape[0], tensor.shape[1])
        let values = try Tensor.normal([rows, columns], mean: 0, deviation: deviation, .float64)
        let elements = values.pointer.assumingMemoryBound(to: Double.self)
        let zeros = Int((sparsity * Double(rows)).rounded(.up))
        for column in 0..<columns {
            for row in try Tensor.permutation(rows).integers().prefix(zeros) { elements[row * columns + column] = 0 }
        }
        try tensor.overwrite(with: values)
    }
}
