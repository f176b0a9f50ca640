import Swiftgrad

/// A function between two layers, chosen by name.
public enum Activation: String, CaseIterable, Sendable {
    case relu, gelu, silu, tanh
    /// GELU in its approximation by tanh, GPT-2's.
    case tanhGELU = "gelu_tanh"

    init(_ name: String, of model: String) throws(SwiftgradError) {
        guard let activation = Activation(rawValue: name) else {
            let names = Activation.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            throw .value("\(model): activation must be one of \(names), got '\(name)'")
        }
        self = activation
    }

    public func callAsFunction(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        switch self {
        case .relu: try x.relu()
        case .gelu: try x.gelu()
        case .tanh: try x.tanh()
        case .silu: try Functional.compute("silu", [.tensor(x)])
        case .tanhGELU: try Functional.compute("gelu", [.tensor(x), .string("tanh")])
        }
    }

    /// The same as a layer.
    func layer() throws(SwiftgradError) -> Module {
        switch self {
        case .relu: try ReLU()
        case .gelu: try GELU()
        case .tanh: try Tanh()
        case .silu: try SiLU()
        case .tanhGELU: try GELU(["approximate": .string("tanh")])
        }
    }
}

extension Functional {
    /// A function of `nn.functional` that gives one tensor.
    static func compute(_ name: String, _ arguments: [Value]) throws(SwiftgradError) -> Tensor {
        guard let function = named(name) else { throw .notImplemented("nn.functional.\(name) does not exist") }
        let rest = max(0, function.signature.parameters.count - arguments.count)
        return try function(arguments + [Value](repeating: .absent, count: rest)).asResult()
    }
}
