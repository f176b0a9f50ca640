import CPlatform
import SwiftgradKernels

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

    /// Where the output can be a view of the first input: its strides and offset in elements. Nil when it is new memory.
    func layout(_ input: Tensor, shape: [Int]) -> (strides: [Int], offset: Int)?

    /// The kernel that gives the output from contiguous inputs of one shape, all of this type: such a call needs neither
    /// inference nor a driver. Nil when there is none.
    func pointwiseKernel(_ dtype: DType) -> BlockKernel?

    /// Floating-point operations of one forward, a multiply-add counted as two; nil (the default) where their number says
    /// little about the time it takes. For the profile.
    func flops(_ inputs: [TensorSpec], _ outputs: [TensorSpec]) -> Double?

    /// Bytes that one forward has to read and write; by default every input and output once. For the profile.
    func bytes(_ inputs: [TensorSpec], _ outputs: [TensorSpec]) -> Double
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
    public func layout(_ input: Tensor, shape: [Int]) -> (strides: [Int], offset: Int)? { nil }
    public func pointwiseKernel(_ dtype: DType) -> BlockKernel? { nil }
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
        guard !Profiler.isOn else { return try profiled(primitive, inputs, run) }
        return try run(primitive, inputs)
    }

    private static func run(_ primitive: any Primitive, _ inputs: [Tensor]) throws(SwiftgradError) -> [Tensor] {
        let specs = try primitive.infer(inputs.map(\.spec))
        let outputs: [Tensor]
        if let source = inputs.first, let layout = primitive.layout(source, shape: specs[0].shape) {
            outputs = [
                Tensor(
                    storage: source.storage, shape: specs[0].shape, strides: layout.strides, offset: layout.offset,
                    dtype: source.dtype)
            ]
        } else {
            outputs = try specs.map { spec throws(SwiftgradError) in try Tensor(uninitialised: spec.shape, spec.dtype) }
            try Denormals.flushed { () throws(SwiftgradError) in try primitive.forward(inputs, into: outputs) }
        }
        Node.recordIfWanted(primitive, inputs: inputs, outputs: outputs)
        return outputs
    }

    /// `apply` for an operation with one output.
    public static func apply(_ primitive: any Primitive, _ inputs: Tensor...) throws(SwiftgradError) -> Tensor {
        guard !Profiler.isOn else {
            return try profiled(primitive, inputs) { primitive, inputs throws(SwiftgradError) in
                if let output = try runPointwise(primitive, inputs) { return [output] }
                return try run(primitive, inputs)
            }[0]
        }
        if let output = try runPointwise(primitive, inputs) { return output }
        return try run(primitive, inputs)[0]
    }

    /// The short way for a pointwise operation on contiguous operands that are alike; nil where it does not apply.
    private static func runPointwise(
        _ primitive: any Primitive, _ inputs: [Tensor]
    ) throws(SwiftgradError) -> Tensor? {
        let first = inputs[0]
        guard inputs.count <= 2, first.isContiguous else { return nil }
        if inputs.count == 2 {
            let second = inputs[1]
            guard second.isContiguous && second.dtype == first.dtype && second.shape == first.shape else { return nil }
        }
        guard let kernel = primitive.pointwiseKernel(first.dtype), kernel.inputTypes[0] == first.dtype else {
            return nil
        }
        let output = try Tensor(contiguousLike: first, kernel.outputType)
        let word = sg_flush_denormals()
        withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: 2) { pointers in
            guard let start = pointers.baseAddress else { return }
            start.initialize(to: first.pointer)
            (start + 1).initialize(to: inputs[inputs.count - 1].pointer)
            Elementwise.run(kernel, count: output.count, start, output.pointer)
        }
        sg_restore_denormals(word)
        Node.recordIfWanted(primitive, inputs: inputs, outputs: [output])
        return output
    }
}
