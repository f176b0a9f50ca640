import Swiftgrad

/// A weight as length times direction (Salimans and Kingma, arXiv:1602.07868): g v / |v|, with the norm over all axes but
/// one, or over all.
public final class WeightNorm: Module {
    /// The axis whose slices have lengths of their own; nil for one length.
    public let axis: Int?

    public override var className: String { "_WeightNorm" }

    public init(axis: Int? = 0) {
        self.axis = axis
        super.init()
    }

    public override var extraDescription: String { "dim=\(axis.map(String.init) ?? "None")" }

    /// From the lengths g and the directions v.
    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        guard arguments.count == 2, case .tensor(let length) = arguments[0], case .tensor(let direction) = arguments[1]
        else { throw .type("weight_norm: expected lengths and directions") }
        return .tensor(try direction * (length / norm(direction)))
    }

    func norm(_ weight: Tensor) throws(SwiftgradError) -> Tensor {
        guard let axis else { return try weight.square().sum().sqrt() }
        return try weight.square().sum(axes: (0..<weight.rank).filter { $0 != axis }, keepDimensions: true).sqrt()
    }
}

extension Module {
    /// Has the parameter `name` computed from lengths, `original0`, and directions, `original1`.
    public func addWeightNorm(_ name: String = "weight", axis: Int? = 0) throws(SwiftgradError) {
        let weight = try parameterToParametrize(name, operation: "weight_norm")
        // -1 stands for one length, as in PyTorch.
        let whole = axis == nil || axis == -1
        guard whole || (axis ?? 0) >= -weight.rank && (axis ?? 0) < weight.rank else {
            throw .value("weight_norm: axis \(axis ?? 0) is none of a weight of shape \(Shape.text(weight.shape))")
        }
        let norm = WeightNorm(axis: whole ? nil : axis.map { $0 < 0 ? $0 + weight.rank : $0 })
        let length = try norm.norm(weight.detach())
        try length.setRequiresGrad(weight.requiresGrad)
        try parametrize(name, by: norm, originals: [("original0", length), ("original1", weight)])
    }
}
