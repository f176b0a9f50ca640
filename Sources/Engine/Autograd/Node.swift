import Synchronization

/// One recorded operation on the tape.
final class Node {
    /// Where the gradient of an input goes.
    enum Edge {
        case none
        case leaf(Tensor)
        case node(Node, output: Int)
    }

    /// An output that keeps its gradient although it is not a leaf.
    struct Retainer {
        weak var tensor: Tensor?
    }

    /// The place in the order of recording; what a node reads has a lower one.
    let sequence: UInt64
    let primitive: any Primitive
    let inputSpecs: [TensorSpec]
    let outputSpecs: [TensorSpec]
    /// The path of the module that recorded it, if a profile was running.
    let layer: String
    var edges: [Edge]
    var saved: [SavedTensor]
    var retainers: [Retainer] = []
    /// What looks at the gradients of the outputs, by their positions.
    var hooks: [Int: GradientHooks] = [:]
    /// The saved tensors were given up by a `backward` that did not retain the graph.
    var isReleased = false

    private static let counter = Atomic<UInt64>(0)

    private init(_ primitive: any Primitive, inputs: [Tensor], outputs: [Tensor]) {
        sequence = Node.counter.wrappingAdd(1, ordering: .relaxed).oldValue
        self.primitive = primitive
        inputSpecs = inputs.map(\.spec)
        outputSpecs = outputs.map(\.spec)
        layer = Profiler.isOn ? ProfiledThread.current.layer : ""
        edges = inputs.map(Node.edge)
        let saves = primitive.saves
        var saved: [SavedTensor] = []
        saved.reserveCapacity(saves.inputs.count + saves.outputs.count)
        for position in saves.inputs { saved.append(SavedTensor(inputs[position])) }
        for position in saves.outputs { saved.append(SavedTensor(outputs[position], output: position)) }
        self.saved = saved
    }

    static func edge(_ tensor: Tensor) -> Edge {
        if let node = tensor.node { return .node(node, output: tensor.outputIndex) }
        return tensor.isParameter ? .leaf(tensor) : .none
    }

    @inline(__always)
    static func recordIfWanted(_ primitive: any Primitive, inputs: [Tensor], outputs: @autoclosure () -> [Tensor]) {
        guard inputs.contains(where: \.requiresGrad), GradMode.isEnabled, primitive.isDifferentiable else { return }
        record(primitive, inputs: inputs, outputs: outputs())
    }

    /// Puts an operation on the tape: its floating-point outputs become non-leaf tensors.
    static func record(_ primitive: any Primitive, inputs: [Tensor], outputs: [Tensor]) {
        let node = Node(primitive, inputs: inputs, outputs: outputs)
        for (position, output) in outputs.enumerated() where output.dtype.isFloating {
            output.node = node
            output.outputIndex = position
        }
    }

    deinit { Remains.release(self) }
}
