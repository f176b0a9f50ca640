/// A differentiable function written in the host's language: it has been computed there, and its pullback lives there.
struct ForeignFunction: Primitive {
    let name: String
    /// Inputs of the function; behind them come the tensors it saved, then its outputs.
    let inputCount: Int
    let savedInputs: [Int]
    let savedOutputs: [Int]
    /// For each saved tensor in the order of saving: its place in what the context returns.
    let pullbackFunction: Pullback

    /// The host may be called on any thread that is inside a call of its own, and guards its objects itself.
    struct Pullback: @unchecked Sendable {
        let callable: any ForeignCallable
        let order: [SavedPlace]
    }

    enum SavedPlace: Sendable {
        case input(Int)
        case output(Int)
    }

    /// Computed already: never inferred or run.
    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] { [] }
    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {}

    var saves: Saves { Saves(inputs: savedInputs, outputs: savedOutputs) }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let saved = try pullbackFunction.order.map { place throws(SwiftgradError) -> Value in
            switch place {
            case .input(let position): .tensor(try context.input(position))
            case .output(let position): .tensor(try context.output(position))
            }
        }
        let gradients = context.gradients.map { $0.map(Value.tensor) ?? .none }
        let result = try pullbackFunction.callable.call([.list(gradients), .list(saved)])
        guard case .list(let items) = result, items.count == inputCount else {
            throw .runtime("\(name): backward must return \(inputCount) gradients, one for each tensor input")
        }
        return try items.enumerated().map { position, item throws(SwiftgradError) in
            switch item {
            case .none: return nil
            case .tensor(let gradient):
                let spec = context.inputSpec(position)
                guard gradient.shape == spec.shape else {
                    throw .runtime(
                        "\(name): backward returned a gradient of shape \(Shape.text(gradient.shape)) for an input of "
                            + "shape \(Shape.text(spec.shape))")
                }
                return try gradient.cast(to: spec.dtype)
            default: throw .type("\(name): backward must return tensors or None, got \(item.kindName)")
            }
        }
    }

    /// Puts the function on the tape; an output that is an input, or on the tape already, is aliased first.
    static func record(
        _ pullback: any ForeignCallable, name: String, inputs: [Tensor], outputs: [Tensor], saved: [Tensor]
    ) throws(SwiftgradError) -> [Tensor] {
        let results = outputs.map { output in
            output.requiresGrad || inputs.contains { $0 === output } ? output.alias() : output
        }
        guard GradMode.isEnabled && inputs.contains(where: \.requiresGrad) else { return results }
        var order: [SavedPlace] = []
        var extra: [Tensor] = []
        for tensor in saved {
            if let position = inputs.firstIndex(where: { $0 === tensor }) {
                order.append(.input(position))
            } else if let position = outputs.firstIndex(where: { $0 === tensor }) {
                order.append(.output(position))
            } else {
                order.append(.input(inputs.count + extra.count))
                extra.append(tensor.detach())
            }
        }
        var savedInputs: [Int] = []
        var savedOutputs: [Int] = []
        for place in order {
            switch place {
            case .input(let position): if !savedInputs.contains(position) { savedInputs.append(position) }
            case .output(let position): if !savedOutputs.contains(position) { savedOutputs.append(position) }
            }
        }
        let function = ForeignFunction(
            name: name, inputCount: inputs.count, savedInputs: savedInputs, savedOutputs: savedOutputs,
            pullbackFunction: Pullback(callable: pullback.retained(), order: order))
        Node.record(function, inputs: inputs + extra, outputs: results)
        return results
    }
}
