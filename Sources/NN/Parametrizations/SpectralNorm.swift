import Swiftgrad

/// A weight divided by its largest singular value (Miyato et al., arXiv:1802.05957), which power iteration on the
/// vectors `_u` (rows) and `_v` (columns) of the matrix follows: v = normalize(Wᵀ u), u = normalize(W v), σ = uᵀ W v.
///
/// The matrix has the axis `axis` for rows and all others for columns. Each call in training makes `iterations` steps;
/// in eval mode the vectors stay.
public final class SpectralNorm: Module {
    public let iterations: Int
    public let epsilon: Double
    public let axis: Int

    public override var className: String { "_SpectralNorm" }

    public init(
        _ weight: Tensor, iterations: Int = 1, epsilon: Double = 1e-12, axis: Int = 0
    ) throws(SwiftgradError) {
        guard iterations > 0 else {
            throw .value("spectral_norm: n_power_iterations must be at least 1, got \(iterations)")
        }
        guard weight.rank > 0, weight.count > 0, axis >= -weight.rank, axis < weight.rank else {
            throw .value("spectral_norm: axis \(axis) is none of a weight of shape \(Shape.text(weight.shape))")
        }
        self.iterations = iterations
        self.epsilon = epsilon
        self.axis = axis < 0 ? axis + weight.rank : axis
        super.init()
        guard weight.rank > 1 else { return }
        let matrix = try self.matrix(weight.detach())
        let u = try Tensor.normal([matrix.shape[0]], weight.dtype)
        let v = try Tensor.normal([matrix.shape[1]], weight.dtype)
        try setBuffer("_u", normalize(u))
        try setBuffer("_v", normalize(v))
        _ = try advance(matrix, steps: 15)
    }

    public override var extraDescription: String { "n_power_iterations=\(iterations), eps=\(epsilon), dim=\(axis)" }

    public override func forward(_ weight: Tensor) throws(SwiftgradError) -> Tensor {
        guard weight.rank > 1 else {
            return try normalize(weight)
        }
        let matrix = try matrix(weight)
        let (u, v) = try vectors(matrix.detach())
        return try weight / (u * matrix.matmul(v)).sum()
    }

    /// The vectors to use, in memory that later calls leave alone.
    private func vectors(_ matrix: Tensor) throws(SwiftgradError) -> (u: Tensor, v: Tensor) {
        if isTraining { return try advance(matrix, steps: iterations) }
        guard let u = ownBuffers["_u"]?.tensor, let v = ownBuffers["_v"]?.tensor else {
            throw .runtime("the vectors of the power iteration are missing")
        }
        return (try u.detach().copy(), try v.detach().copy())
    }

    private func advance(_ matrix: Tensor, steps: Int) throws(SwiftgradError) -> (u: Tensor, v: Tensor) {
        guard let storedU = ownBuffers["_u"]?.tensor, let storedV = ownBuffers["_v"]?.tensor else {
            throw .runtime("the vectors of the power iteration are missing")
        }
        var (u, v) = (storedU.detach(), storedV.detach())
        for _ in 0..<steps {
            u = try normalize(matrix.matmul(v))
            v = try normalize(u.matmul(matrix))
        }
        try storedU.overwrite(with: u)
        try storedV.overwrite(with: v)
        return (u, v)
    }

    private func matrix(_ weight: Tensor) throws(SwiftgradError) -> Tensor {
        let order = [axis] + (0..<weight.rank).filter { $0 != axis }
        let rows = weight.shape[axis]
        return try (axis == 0 ? weight : weight.permute(order)).reshape([rows, weight.count / rows])
    }

    private func normalize(_ vector: Tensor) throws(SwiftgradError) -> Tensor {
        let norm = try vector.square().sum().sqrt()
        return try vector / norm.bounded(from: epsilon)
    }
}

extension Module {
    /// Has the parameter `name` divided by its largest singular value. The axis of the matrix's rows is that of the
    /// outputs unless given: 1 for transposed convolutions, 0 for the rest.
    public func addSpectralNorm(
        _ name: String = "weight", iterations: Int = 1, epsilon: Double = 1e-12, axis: Int? = nil
    ) throws(SwiftgradError) {
        let weight = try parameterToParametrize(name, operation: "spectral_norm")
        let isTransposed = className.hasPrefix("ConvTranspose")
        let norm = try SpectralNorm(
            weight, iterations: iterations, epsilon: epsilon, axis: axis ?? (isTransposed ? 1 : 0))
        try parametrize(name, by: norm, originals: [("original", weight)])
    }
}

extension Tensor {
    /// The elements, or `limit` where they are less.
    fileprivate func bounded(from limit: Double) throws(SwiftgradError) -> Tensor {
        let limit = try Tensor.full([], limit, dtype)
        return try .select(less(limit), limit, self)
    }
}
