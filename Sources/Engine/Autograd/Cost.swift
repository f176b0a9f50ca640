/// What one run of an operation costs at least, for the profile: see `Primitive.flops` and `Primitive.bytes`.
///
/// Counts are doubles: products of sizes that are too large to be counted must not trap.
extension TensorSpec {
    /// Number of elements.
    public var elements: Double { shape.reduce(1) { $0 * Double($1) } }

    /// Size of the elements in bytes.
    public var bytes: Double { elements * Double(dtype.itemSize) }
}

extension Primitive {
    public func flops(_ inputs: [TensorSpec], _ outputs: [TensorSpec]) -> Double? { nil }

    public func bytes(_ inputs: [TensorSpec], _ outputs: [TensorSpec]) -> Double {
        (inputs + outputs).reduce(0) { $0 + $1.bytes }
    }
}
