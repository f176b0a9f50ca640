import SwiftgradKernels

/// Which axes a reduction removes, and whether they stay with length 1.
struct ReductionAxes: Sendable {
    /// Nil means all.
    let axes: [Int]?
    let keepsDimensions: Bool

    /// The reduced axes in rising order.
    func reduced(rank: Int, operation: String) throws(SwiftgradError) -> [Int] {
        try Axes.normalise(axes, rank: rank, operation: operation).sorted()
    }

    func outputShape(_ shape: [Int], operation: String) throws(SwiftgradError) -> [Int] {
        let reduced = try reduced(rank: shape.count, operation: operation)
        return shape.indices.compactMap { axis in
            reduced.contains(axis) ? (keepsDimensions ? 1 : nil) : shape[axis]
        }
    }

    /// An array of the output's shape with the reduced axes back as length 1.
    func restore(_ tensor: Tensor, like shape: [Int]) throws(SwiftgradError) -> Tensor {
        let reduced = try reduced(rank: shape.count, operation: "reduction")
        return try tensor.reshape(shape.indices.map { reduced.contains($0) ? 1 : shape[$0] })
    }

    /// Elements that become one.
    func count(_ shape: [Int], operation: String) throws(SwiftgradError) -> Int {
        try reduced(rank: shape.count, operation: operation).reduce(1) { $0 * shape[$1] }
    }

    /// The sum of squared deviations from `mean`, a contiguous array of the output's shape.
    func runSquaredDeviation(_ input: Tensor, from mean: Tensor, into output: Tensor) throws(SwiftgradError) {
        let reduced = try reduced(rank: input.rank, operation: "reduction")
        let kept = input.shape.indices.filter { !reduced.contains($0) }
        Reduce.sumSquaredDeviation(
            dtype: input.dtype, keptShape: kept.map { input.shape[$0] }, keptStrides: kept.map { input.strides[$0] },
            reducedShape: reduced.map { input.shape[$0] }, reducedStrides: reduced.map { input.strides[$0] },
            input: input.pointer, mean: mean.pointer, output: output.pointer)
    }

    func run(_ operation: ReduceOperation, _ input: Tensor, into output: Tensor) throws(SwiftgradError) {
        let reduced = try reduced(rank: input.rank, operation: "reduction")
        let kept = input.shape.indices.filter { !reduced.contains($0) }
        Reduce.run(
            operation, dtype: input.dtype, keptShape: kept.map { input.shape[$0] },
            keptStrides: kept.map { input.strides[$0] }, reducedShape: reduced.map { input.shape[$0] },
            reducedStrides: reduced.map { input.strides[$0] }, input: input.pointer, output: output.pointer)
    }
}

/// Sum over axes. Booleans and integers add up in 64 bits.
struct Sum: Primitive {
    let name = "sum"
    let over: ReductionAxes

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [
            TensorSpec(
                try over.outputShape(inputs[0].shape, operation: name),
                ReduceOperation.sum.outputType(inputs[0].dtype))
        ]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        try over.run(.sum, inputs[0], into: outputs[0])
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let spec = context.inputSpec(0)
        return [try over.restore(context.gradient(), like: spec.shape).broadcast(to: spec.shape)]
    }
}

/// Product over axes.
struct Product: Primitive {
    let name = "prod"
    let over: ReductionAxes
    var saves: Saves { .firstInput }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [
            TensorSpec(
                try over.outputShape(inputs[0].shape, operation: name),
                ReduceOperation.product.outputType(inputs[0].dtype))
        ]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        try over.run(.product, inputs[0], into: outputs[0])
    }

    /// The product of all the others, exact with zeros too: with z zeros in a group, only a zero element sees a product
    /// without it, and only when z is 1.
    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let x = try context.input(0)
        let zero = try Tensor.full([], 0, x.dtype)
        let one = try Tensor.full([], 1, x.dtype)
        let isZero = try x.equal(zero)
        let nonzero = try Tensor.select(isZero, one, x)
        let axes = try over.reduced(rank: x.rank, operation: name)
        let product = try nonzero.product(axes: axes, keepDimensions: true)
        let zeros = try isZero.sum(axes: axes, keepDimensions: true)
        let others = try product / nonzero
        let noZero = try zeros.equal(Tensor.full([], 0, .int64))
        let oneZero = try zeros.equal(Tensor.full([], 1, .int64))
        let slope = try Tensor.select(
            noZero, others, Tensor.select(Tensor.apply(Logical.and, isZero, oneZero), product, zero))
        return [try over.restore(context.gradient(), like: x.shape) * slope]
    }
}

/// The largest or smallest element over axes; the gradient is shared among equals.
struct Extremum: Primitive {
    let name: String
    let operation: ReduceOperation
    let over: ReductionAxes
    var saves: Saves { Saves(inputs: [0], outputs: [0]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let shape = inputs[0].shape
        for axis in try over.reduced(rank: shape.count, operation: name) where shape[axis] == 0 {
            throw .value("\(name): axis \(axis) of shape \(Shape.text(shape)) is empty and has no \(name)imum")
        }
        return [TensorSpec(try over.outputShape(shape, operation: name), inputs[0].dtype)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        try over.run(operation, inputs[0], into: outputs[0])
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let x = try context.input(0)
        // Half precision cannot count that many equals.
        let chosen = try x.equal(over.restore(context.output(0), like: x.shape)).cast(to: x.dtype.computeType)
        let axes = try over.reduced(rank: x.rank, operation: name)
        let share = try chosen / chosen.sum(axes: axes, keepDimensions: true)
        return [try (over.restore(context.gradient(), like: x.shape) * share).cast(to: x.dtype)]
    }
}

/// The position of the first largest or smallest element along an axis, or in the flattened array.
struct ExtremumPosition: NonDifferentiablePrimitive {
    let name: String
    let operation: ReduceOperation
    let over: ReductionAxes

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let shape = inputs[0].shape
        for axis in try over.reduced(rank: shape.count, operation: name) where shape[axis] == 0 {
            throw .value("\(name): axis \(axis) of shape \(Shape.text(shape)) is empty")
        }
        return [TensorSpec(try over.outputShape(shape, operation: name), .int64)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        try over.run(operation, inputs[0], into: outputs[0])
    }
}

/// Whether any, or all, of the elements along the axes are true.
struct TruthReduction: NonDifferentiablePrimitive {
    let name: String
    let operation: ReduceOperation
    let over: ReductionAxes

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [TensorSpec(try over.outputShape(inputs[0].shape, operation: name), .bool)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        try over.run(operation, inputs[0], into: outputs[0])
    }
}

extension Tensor {
    /// Sum over the axes, all unless given.
    public func sum(axes: [Int]? = nil, keepDimensions: Bool = false) throws(SwiftgradError) -> Tensor {
        try .apply(Sum(over: ReductionAxes(axes: axes, keepsDimensions: keepDimensions)), self)
    }

    /// Product over the axes, all unless given.
    public func product(axes: [Int]? = nil, keepDimensions: Bool = false) throws(SwiftgradError) -> Tensor {
        try .apply(Product(over: ReductionAxes(axes: axes, keepsDimensions: keepDimensions)), self)
    }

    /// Largest element over the axes, all unless given.
    public func maximum(axes: [Int]? = nil, keepDimensions: Bool = false) throws(SwiftgradError) -> Tensor {
        let over = ReductionAxes(axes: axes, keepsDimensions: keepDimensions)
        return try .apply(Extremum(name: "max", operation: .maximum, over: over), self)
    }

    /// Position of the first largest element along an axis, or in the flattened array.
    public func argmax(axis: Int? = nil, keepDimensions: Bool = false) throws(SwiftgradError) -> Tensor {
        let over = ReductionAxes(axes: axis.map { [$0] }, keepsDimensions: keepDimensions)
        return try .apply(ExtremumPosition(name: "argmax", operation: .argmax, over: over), self)
    }
}
