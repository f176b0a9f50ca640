import SwiftgradKernels

/// Elements of the first axis by position: x (n, ...), positions (m,) int64 give (m, ...).
struct Take: Primitive {
    let name = "take"
    var saves: Saves { Saves(inputs: [1]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [TensorSpec(inputs[1].shape + inputs[0].shape.dropFirst(), inputs[0].dtype)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let source = try inputs[0].detach().contiguous()
        let positions = try Positions(inputs[1], length: source.shape[0], operation: name)
        let innerBytes = source.shape.dropFirst().reduce(1, *) * source.dtype.itemSize
        Gather.take(
            outer: 1, axis: source.shape[0], innerBytes: innerBytes, positions: positions.pointer,
            count: positions.count, source: source.pointer, output: outputs[0].pointer)
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let spec = context.inputSpec(0)
        let sum = PlaceTaken(length: spec.shape[0])
        return [try Tensor.apply(sum, context.gradient(), context.input(1)).cast(to: spec.dtype), nil]
    }
}

/// Zeros (length, ...) with the rows of an array (m, ...) added at positions (m,): the gradient of `Take`.
struct PlaceTaken: Primitive {
    let name = "take_backward"
    let length: Int
    var saves: Saves { Saves(inputs: [1]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [TensorSpec([length] + inputs[0].shape.dropFirst(), inputs[0].dtype)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let source = try inputs[0].detach().cast(to: dtype).contiguous()
            let positions = try Positions(inputs[1], length: length, operation: name)
            result.fill(0)
            ScatterAdd.run(
                dtype: dtype, outer: 1, axis: length, inner: source.shape.dropFirst().reduce(1, *),
                positions: positions.pointer, count: positions.count, source: source.pointer, target: result.pointer)
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        [try Tensor.apply(Take(), context.gradient(), context.input(1)), nil]
    }
}

/// Positions along an axis, checked and counted from its start.
struct Positions {
    private let tensor: Tensor
    var pointer: UnsafePointer<Int64> { UnsafePointer(tensor.pointer.assumingMemoryBound(to: Int64.self)) }
    var count: Int { tensor.count }

    init(_ indices: Tensor, length: Int, operation: String) throws(SwiftgradError) {
        let source = try indices.detach().cast(to: .int64).unshared()
        let positions = UnsafePointer(source.pointer.assumingMemoryBound(to: Int64.self))
        if let first = Gather.firstInvalid(positions, count: source.count, length: length) {
            throw .index(
                "\(operation): index \(positions[first]) is out of range for an axis of length \(length)")
        }
        tensor = try Tensor(uninitialised: source.shape, .int64)
        Gather.normalise(
            positions, count: source.count, length: length,
            to: tensor.pointer.assumingMemoryBound(to: Int64.self))
    }
}

extension Tensor {
    /// Elements by position along an axis; `indices` of any shape takes the axis's place. Negative ones count from the end.
    public func take(_ indices: Tensor, axis: Int = 0) throws(SwiftgradError) -> Tensor {
        guard indices.dtype.isInteger else { throw .index("take: indices must be integers, got \(indices.dtype)") }
        let axis = try Axes.normalise(axis, rank: rank, operation: "take")
        let line = try indices.reshape([indices.count])
        let front = axis == 0 ? self : try permute([axis] + shape.indices.filter { $0 != axis })
        let taken = try Tensor.apply(Take(), front, line)
        let rest = Array(front.shape.dropFirst())
        let placed = try taken.reshape(indices.shape + rest)
        if axis == 0 { return placed }
        let (first, count) = (indices.rank, placed.rank)
        let order = Array(first..<first + axis) + Array(0..<first) + Array(first + axis..<count)
        return try placed.permute(order)
    }

    /// Positions of the true elements of a boolean array in its flattened order, as int64.
    func truePositions() throws(SwiftgradError) -> Tensor {
        let mask = try detach().cast(to: .bool).contiguous()
        let bytes = UnsafePointer(mask.pointer.assumingMemoryBound(to: UInt8.self))
        let result = try Tensor(uninitialised: [Gather.countTrue(bytes, count: mask.count)], .int64)
        Gather.nonzero(bytes, count: mask.count, to: result.pointer.assumingMemoryBound(to: Int64.self))
        return result
    }
}
