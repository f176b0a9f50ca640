/// One differentiable operation: a value whose attributes are plain data, so that a step can be captured and replayed.
///
/// Adding one touches three places: its definition, one line in the registry, one row in the table of test cases.
public protocol Primitive: Sendable {
    /// The name in error messages and in `grad_fn`.
    var name: String { get }

    /// Shapes and dtypes of the outputs. Makes every check of the inputs; `forward` makes none.
    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec]

    /// Computes into `outputs`: contiguous, uninitialised, of the inferred specs.
    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError)

    /// What the pullback will read.
    var saves: Saves { get }

    /// Gradients of the inputs from those of the outputs, written in differentiable operations. A nil is a zero.
    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?]

    /// False when nothing that it computes has a gradient (comparisons, argmax).
    var isDifferentiable: Bool { get }
}

/// Which tensors an operation keeps for its pullback: positions among its inputs and outputs.
public struct Saves: Sendable {
    public var inputs: [Int]
    public var outputs: [Int]

    public init(inputs: [Int] = [], outputs: [Int] = []) {
        self.inputs = inputs
        self.outputs = outputs
    }

    public static let nothing = Saves()
    public static let firstInput = Saves(inputs: [0])
    public static let bothInputs = Saves(inputs: [0, 1])
    public static let output = Saves(outputs: [0])
}

extension Primitive {
    public var saves: Saves { .nothing }
    public var isDifferentiable: Bool { true }
}

/// A primitive whose output looks at its input's memory.
public protocol ViewPrimitive: Primitive {
    /// The view of `input` with the inferred shape: strides and offset in elements. Nil when it takes a copy after all.
    func layout(_ input: Tensor, shape: [Int]) -> (strides: [Int], offset: Int)?
}

/// A primitive without a gradient.
public protocol NonDifferentiablePrimitive: Primitive {}

extension NonDifferentiablePrimitive {
    public var isDifferentiable: Bool { false }
    public func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] { [] }
}

extension Tensor {
    /// Runs an operation and, where a gradient will be wanted, records it.
    public static func apply(_ primitive: any Primitive, _ inputs: [Tensor]) throws(SwiftgradError) -> [Tensor] {
        let specs = try primitive.infer(inputs.map(\.spec))
        let outputs: [Tensor]
        if let view = primitive as? any ViewPrimitive, let layout = view.layout(inputs[0], shape: specs[0].shape) {
            let source = inputs[0]
            outputs = [
                Tensor(
                    storage: source.storage, shape: specs[0].shape, strides: layout.strides, offset: layout.offset,
                    dtype: source.dtype)
            ]
        } else {
            outputs = try specs.map { spec throws(SwiftgradError) in try Tensor(uninitialised: spec.shape, spec.dtype) }
            try Denormals.flushed { () throws(SwiftgradError) in try primitive.forward(inputs, into: outputs) }
        }
        if GradMode.isEnabled && primitive.isDifferentiable && inputs.contains(where: \.requiresGrad) {
            Node.record(primitive, inputs: inputs, outputs: outputs)
        }
        return outputs
    }

    /// `apply` for an operation with one output.
    public static func apply(_ primitive: any Primitive, _ inputs: Tensor...) throws(SwiftgradError) -> Tensor {
        try apply(primitive, inputs)[0]
    }
}
