/// The same elements in row-major order under another shape; a view where the strides allow it.
struct Reshape: Primitive {
    let name = "reshape"
    let shape: [Int]

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let x = inputs[0]
        let unknown = shape.indices.filter { shape[$0] == -1 }
        guard unknown.count <= 1 else { throw .value("reshape: only one length can be -1, got \(Shape.text(shape))") }
        for length in shape where length < -1 { throw .value("reshape: negative length in \(Shape.text(shape))") }
        guard shape.count <= Shape.maximumRank else {
            throw .value("reshape: an array has at most \(Shape.maximumRank) axes, got \(shape.count)")
        }
        var result = shape
        let count = Shape.elementCount(x.shape) ?? 0
        if let axis = unknown.first {
            result[axis] = 1
            guard let rest = Shape.elementCount(result), rest > 0, count % rest == 0 else { throw misfit(x) }
            result[axis] = count / rest
        }
        guard Shape.elementCount(result) == count else { throw misfit(x) }
        return [TensorSpec(result, x.dtype)]
    }

    private func misfit(_ x: TensorSpec) -> SwiftgradError {
        .value(
            "reshape: an array of shape \(Shape.text(x.shape)) (\(Shape.elementCount(x.shape) ?? 0) elements) "
                + "does not fit \(Shape.text(shape))")
    }

    func layout(_ input: Tensor, shape: [Int]) -> (strides: [Int], offset: Int)? {
        if input.isContiguous { return (Shape.contiguousStrides(shape), input.offset) }
        return Reshape.strides(input, shape).map { ($0, input.offset) }
    }

    /// Strides of the view: axes of both shapes are matched in groups with equal products, and within a group the
    /// old axes must run on from each other.
    private static func strides(_ input: Tensor, _ shape: [Int]) -> [Int]? {
        let old = input.shape.indices.filter { input.shape[$0] != 1 }
        var result = [Int](repeating: 1, count: shape.count)
        guard input.count > 0 else { return Shape.contiguousStrides(shape) }
        var (first, axis) = (0, 0)
        while first < old.count {
            var last = first
            var oldProduct = input.shape[old[first]]
            while axis < shape.count && shape[axis] == 1 { axis += 1 }
            guard axis < shape.count else { return nil }
            var newLast = axis
            var newProduct = shape[axis]
            while oldProduct != newProduct {
                if oldProduct < newProduct {
                    last += 1
                    guard last < old.count else { return nil }
                    guard input.strides[old[last - 1]] == input.shape[old[last]] * input.strides[old[last]] else {
                        return nil
                    }
                    oldProduct *= input.shape[old[last]]
                } else {
                    newLast += 1
                    guard newLast < shape.count else { return nil }
                    newProduct *= shape[newLast]
                }
            }
            var step = input.strides[old[last]]
            for position in stride(from: newLast, through: axis, by: -1) {
                result[position] = step
                step *= shape[position]
            }
            first = last + 1
            axis = newLast + 1
        }
        return result
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let target = outputs[0]
        let sameShape = Tensor(
            storage: target.storage, shape: inputs[0].shape, strides: Shape.contiguousStrides(inputs[0].shape),
            offset: 0,
            dtype: target.dtype)
        inputs[0].copyElements(to: sameShape)
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try context.gradient().reshape(context.inputSpec(0).shape)]
    }
}

extension Tensor {
    /// The same elements under another shape; one length may be -1.
    public func reshape(_ shape: [Int]) throws(SwiftgradError) -> Tensor {
        shape == self.shape ? self : try .apply(Reshape(shape: shape), self)
    }

    /// Axes `start` to `end` (both included) merged into one.
    public func flatten(from start: Int = 0, to end: Int = -1) throws(SwiftgradError) -> Tensor {
        if rank == 0 { return try reshape([1]) }
        let first = try Axes.normalise(start, rank: rank, operation: "flatten")
        let last = try Axes.normalise(end, rank: rank, operation: "flatten")
        guard first <= last else { throw .value("flatten: start_dim \(start) lies behind end_dim \(end)") }
        let merged = shape[first...last].reduce(1, *)
        return try reshape(Array(shape[..<first]) + [merged] + Array(shape[(last + 1)...]))
    }

    /// An axis of length 1 inserted at each position.
    public func expandDims(_ axes: [Int]) throws(SwiftgradError) -> Tensor {
        let rank = rank + axes.count
        let positions = try Axes.normalise(axes, rank: rank, operation: "expand_dims")
        var lengths = shape.makeIterator()
        return try reshape((0..<rank).map { positions.contains($0) ? 1 : lengths.next() ?? 1 })
    }

    /// Axes of length 1 removed: all of them, or those given.
    public func squeeze(_ axes: [Int]? = nil) throws(SwiftgradError) -> Tensor {
        let positions: [Int]
        if let axes {
            positions = try Axes.normalise(axes, rank: rank, operation: "squeeze")
            for axis in positions where shape[axis] != 1 {
                throw .value("squeeze: axis \(axis) of shape \(Shape.text(shape)) has not length 1")
            }
        } else {
            positions = shape.indices.filter { shape[$0] == 1 }
        }
        return try reshape(shape.indices.filter { !positions.contains($0) }.map { shape[$0] })
    }
}
