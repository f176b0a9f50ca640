import Swiftgrad

/// A layer that can compute max(y, 0) of its result y in the same pass.
protocol ReLUFusing: Module {
    /// Errors are the layer's own, with its place in the model.
    func withReLU(_ x: Tensor) throws(SwiftgradError) -> Tensor
}

/// Modules in a row, each fed with what the one before it returns; their names are "0", "1", ...
public final class Sequential: Module {
    public init(_ modules: [Module] = []) throws(SwiftgradError) {
        super.init()
        for module in modules { try append(module) }
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor { try forward([.tensor(x)]).asResult() }

    /// The first module takes what the call was given, and the last may return anything. A layer that can do so computes
    /// the `ReLU` behind it in the same pass.
    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let layers = children.values
        var values = arguments
        var position = 0
        while position < layers.count {
            if values.count == 1, case .tensor(let x) = values[0], position + 1 < layers.count,
                let layer = layers[position] as? any ReLUFusing, layers[position + 1] is ReLU,
                !layer.isForeign, !layers[position + 1].isForeign
            {
                values = [.tensor(try layer.profiled { () throws(SwiftgradError) in try layer.withReLU(x) })]
                position += 2
            } else {
                values = [try layers[position].call(values)]
                position += 1
            }
        }
        guard let result = values.first else { throw .type("expected an argument") }
        return result
    }
}

/// Modules by position, for a forward of one's own; their names are "0", "1", ...
public final class ModuleList: Module {
    public init(_ modules: [Module] = []) throws(SwiftgradError) {
        super.init()
        for module in modules { try append(module) }
    }
}

/// Modules by name, for a forward of one's own.
public final class ModuleDict: Module {
    public init(_ modules: [(key: String, module: Module)] = []) throws(SwiftgradError) {
        super.init()
        for (name, module) in modules { try setChild(name, module) }
    }
}

extension Module {
    /// The host takes part in computing it.
    var isForeign: Bool { isCalledThroughHost || self is ForeignModule }

    /// Adds a child under the first number from their count on that is free: it replaces none.
    func append(_ module: Module) throws(SwiftgradError) {
        var number = children.count
        while member(String(number)) != nil { number += 1 }
        try setChild(String(number), module)
    }

    /// The child at a position, counted from the end if negative.
    func child(at position: Int) throws(SwiftgradError) -> Module {
        let count = children.count
        guard position >= -count && position < count else {
            throw .index("index \(position) is out of range for \(count) modules")
        }
        return children.values[position < 0 ? position + count : position]
    }
}
