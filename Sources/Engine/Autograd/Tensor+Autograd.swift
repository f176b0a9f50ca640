import SwiftgradKernels

extension Tensor {
    /// Whether operations on this tensor are recorded.
    public var requiresGrad: Bool { node != nil || isParameter }

    /// Not computed by a recorded operation.
    public var isLeaf: Bool { node == nil }

    /// The operation that computed this tensor, or nil for a leaf.
    public var gradientFunction: String? { node?.primitive.name }

    /// Asks for gradients of a leaf, or stops asking.
    public func setRequiresGrad(_ flag: Bool) throws(SwiftgradError) {
        guard node == nil else {
            if flag { return }
            throw .runtime("requires_grad of a tensor that an operation computed cannot be turned off; use detach()")
        }
        guard !flag || dtype.isFloating else {
            throw .runtime("only floating-point tensors can require gradients, this one is \(dtype)")
        }
        isParameter = flag
    }

    /// Keeps the gradient of a tensor that is not a leaf in `.grad` when a backward pass reaches it.
    public func retainGrad() throws(SwiftgradError) {
        guard requiresGrad else { throw .runtime("retain_grad: this tensor does not require gradients") }
        node?.retainGradient(of: self)
    }

    /// The same memory, off the tape.
    public func detach() -> Tensor { alias() }

    func alias() -> Tensor {
        Tensor(storage: storage, shape: shape, strides: strides, offset: offset, dtype: dtype)
    }

    /// This gradient as memory of its own, off the tape: one gradient can reach several leaves, each of which may be
    /// changed in place later.
    func ownedGradient() throws(SwiftgradError) -> Tensor {
        let isWhole = isContiguous && storage.byteCount == count * dtype.itemSize
        let owned = isWhole && node == nil && !storage.isShared && !storage.isGradient ? self : try detach().copy()
        owned.storage.isGradient = true
        return owned
    }

    /// Accumulates dself/dleaf into `.grad` of every leaf that requires it.
    ///
    /// `gradient` weighs this tensor's elements; a tensor of one element needs none. Unless `retainGraph`, the tape is
    /// freed on the way. With `createGraph` the gradients can themselves be differentiated.
    public func backward(
        gradient: Tensor? = nil, retainGraph: Bool? = nil, createGraph: Bool = false
    ) throws(SwiftgradError) {
        guard requiresGrad else {
            throw .runtime("backward: this tensor does not require gradients and has no gradient function")
        }
        let seed = try Tensor.seed(gradient, for: self, operation: "backward")
        var pass = BackwardPass(createGraph: createGraph, retainGraph: retainGraph ?? createGraph)
        _ = try pass.run([self], seeds: [seed])
    }

    /// Gradients of `outputs`, weighed by `seeds`, with respect to `inputs`; nil where there is no connection.
    public static func gradients(
        of outputs: [Tensor], withRespectTo inputs: [Tensor], seeds: [Tensor?] = [], retainGraph: Bool? = nil,
        createGraph: Bool = false
    ) throws(SwiftgradError) -> [Tensor?] {
        var all: [Tensor] = []
        for (position, output) in outputs.enumerated() {
            guard output.requiresGrad else {
                throw .runtime("grad: output \(position) does not require gradients and has no gradient function")
            }
            all.append(try seed(position < seeds.count ? seeds[position] : nil, for: output, operation: "grad"))
        }
        for (position, input) in inputs.enumerated() where !input.requiresGrad {
            throw .runtime("grad: input \(position) does not require gradients")
        }
        var pass = BackwardPass(createGraph: createGraph, retainGraph: retainGraph ?? createGraph, targets: inputs)
        return try pass.run(outputs, seeds: all)
    }

    private static func seed(
        _ gradient: Tensor?, for output: Tensor, operation: String
    ) throws(SwiftgradError) -> Tensor {
        if let gradient {
            guard gradient.shape == output.shape else {
                throw .value(
                    "\(operation): the gradient has shape \(Shape.text(gradient.shape)), "
                        + "the output \(Shape.text(output.shape))")
            }
            gradient.storage.isGradient = true
            return try gradient.cast(to: output.dtype)
        }
        guard output.count == 1 else {
            throw .runtime(
                "\(operation): a gradient can be left out only for one element, the output has shape "
                    + Shape.text(output.shape))
        }
        return try Tensor.full(output.shape, 1, output.dtype)
    }
}
