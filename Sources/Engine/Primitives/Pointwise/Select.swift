import SwiftgradKernels

/// `condition ? x : y` element by element.
struct Select: Primitive {
    let name = "where"
    var saves: Saves { .firstInput }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let (condition, x, y) = (inputs[0], inputs[1], inputs[2])
        guard let values = Shape.broadcast(x.shape, y.shape), let shape = Shape.broadcast(values, condition.shape)
        else {
            throw .value(
                "where: shapes \(Shape.text(condition.shape)), \(Shape.text(x.shape)) and \(Shape.text(y.shape)) "
                    + "do not broadcast")
        }
        return [TensorSpec(shape, Promotion.promote(x.dtype, y.dtype))]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        Pointwise.run(.select(outputs[0].dtype), inputs, outputs[0])
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let gradient = try context.gradient()
        let condition = try context.input(0)
        let zero = try Tensor.full([], 0, gradient.dtype)
        return [
            nil,
            context.needs(1) ? try context.reduced(Tensor.select(condition, gradient, zero), to: 1) : nil,
            context.needs(2) ? try context.reduced(Tensor.select(condition, zero, gradient), to: 2) : nil,
        ]
    }
}

extension Tensor {
    /// Elements of `x` where `condition` holds, of `y` elsewhere; all three broadcast.
    public static func select(_ condition: Tensor, _ x: Tensor, _ y: Tensor) throws(SwiftgradError) -> Tensor {
        try apply(Select(), condition, x, y)
    }
}
