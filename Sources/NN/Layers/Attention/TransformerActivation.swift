import Swiftgrad

/// The function between the two linear layers of a Transformer layer.
public enum TransformerActivation {
    case relu
    case gelu
    case named(Activation)
    case module(Module)
    case foreign(any ForeignCallable)

    /// "relu", "gelu", a module, or a function of the host.
    init(_ value: Value, layer: String) throws(SwiftgradError) {
        switch value {
        case .string("relu"): self = .relu
        case .string("gelu"): self = .gelu
        case .callable(let function): self = .foreign(function.retained())
        case .object(let object):
            guard let module = object as? Module else { fallthrough }
            self = .module(module)
        default:
            var given = value.kindName
            if case .string(let name) = value { given = "'\(name)'" }
            throw .value("\(layer): activation must be 'relu', 'gelu' or a function, got \(given)")
        }
    }

    /// activation(linear(x)), ReLU in the same pass.
    func apply(_ linear: Linear, _ x: Tensor) throws(SwiftgradError) -> Tensor {
        switch self {
        case .relu: return linear.isForeign ? try linear(x).relu() : try linear.withReLU(x)
        case .gelu: return try linear(x).gelu()
        case .named(let function): return try function(linear(x))
        case .module(let module): return try module(linear(x))
        case .foreign(let function): return try function.call([.tensor(linear(x))]).asResult()
        }
    }
}

/// The settings that encoder and decoder layers share.
public struct TransformerSettings {
    public var width: Int
    public var heads: Int
    public var innerWidth = 2048
    public var dropout = 0.1
    public var activation = TransformerActivation.relu
    public var epsilon = 1e-5
    public var isBatchFirst = false
    public var isNormFirst = false
    public var bias = true
    public var dtype = DType.float32

    public init(width: Int, heads: Int) {
        self.width = width
        self.heads = heads
    }

    init(_ arguments: Arguments) throws(SwiftgradError) {
        self.init(width: try arguments.int("d_model"), heads: try arguments.int("nhead"))
        innerWidth = try arguments.int("dim_feedforward")
        dropout = try arguments.double("dropout")
        activation = try TransformerActivation(arguments.value("activation"), layer: arguments.name)
        epsilon = try arguments.double("layer_norm_eps")
        try Setting.checkEpsilon(epsilon, of: arguments.name, named: "layer_norm_eps")
        isBatchFirst = try arguments.bool("batch_first")
        isNormFirst = try arguments.bool("norm_first")
        bias = try arguments.bool("bias")
        dtype = try arguments.dtype() ?? .float32
    }

    static let sizes: [Parameter] = [.int("d_model"), .int("nhead")]
    static let options: [Parameter] = [
        .int("dim_feedforward", 2048), .float("dropout", 0.1), Parameter("activation", .any, default: .string("relu")),
        .float("layer_norm_eps", 1e-5), .bool("batch_first", false), .bool("norm_first", false), .bool("bias", true),
        .dtype,
    ]

    func attention() throws(SwiftgradError) -> MultiheadAttention {
        try MultiheadAttention(
            width, heads: heads, dropout: dropout, bias: bias, isBatchFirst: isBatchFirst, dtype: dtype)
    }

    func norm() throws(SwiftgradError) -> LayerNorm {
        try LayerNorm([width], epsilon: epsilon, bias: bias, dtype: dtype)
    }
}

/// What encoder and decoder layers have in common: settings, a feed-forward part, and how to make another one like it.
public class TransformerLayer: Module {
    let settings: TransformerSettings
    private let wide: Linear
    private let narrow: Linear
    private let innerDropout: Dropout

    init(_ settings: TransformerSettings) throws(SwiftgradError) {
        guard settings.innerWidth > 0 else {
            throw .value("Transformer layer: dim_feedforward must be positive, got \(settings.innerWidth)")
        }
        self.settings = settings
        wide = try Linear(settings.width, settings.innerWidth, bias: settings.bias, dtype: settings.dtype)
        narrow = try Linear(settings.innerWidth, settings.width, bias: settings.bias, dtype: settings.dtype)
        innerDropout = try Dropout(settings.dropout)
        super.init()
    }

    /// Adds the children in PyTorch's order.
    func adopt(attentions: [(String, Module)], norms: [Module], dropouts: [Module]) throws(SwiftgradError) {
        for (name, attention) in attentions { try setChild(name, attention) }
        try setChild("linear1", wide)
        try setChild("dropout", innerDropout)
        try setChild("linear2", narrow)
        for (number, norm) in norms.enumerated() { try setChild("norm\(number + 1)", norm) }
        for (number, dropout) in dropouts.enumerated() { try setChild("dropout\(number + 1)", dropout) }
        if case .module(let module) = settings.activation { try setChild("activation", module) }
    }

    func feedForward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try narrow(innerDropout(settings.activation.apply(wide, x)))
    }

    /// x + part(norm(x)), or norm(x + part(x)).
    func residual(
        _ x: Tensor, _ norm: LayerNorm, _ dropout: Dropout, _ part: (Tensor) throws(SwiftgradError) -> Tensor
    ) throws(SwiftgradError) -> Tensor {
        if settings.isNormFirst { return try x + dropout(part(norm(x))) }
        return try norm(x + dropout(part(x)))
    }

    /// Another layer with these settings, its weights drawn anew.
    func another() throws(SwiftgradError) -> TransformerLayer { throw .notImplemented("\(className) cannot be copied") }

    /// `count` layers: copies of one, or a list of as many.
    static func stack(_ given: Value, count: Int, of name: String) throws(SwiftgradError) -> ModuleList {
        guard count >= 0 else { throw .value("\(name): num_layers must not be negative, got \(count)") }
        if case .list(let items) = given {
            let list = try ModuleList()
            try list.adopt(.list(items), of: name)
            guard list.children.count == count else {
                throw .value("\(name): num_layers is \(count), got a list of \(list.children.count) layers")
            }
            return list
        }
        guard case .object(let object) = given, let layer = object as? TransformerLayer else {
            throw .type("\(name): needs a layer that can be copied, or a list of num_layers layers")
        }
        var layers: [Module] = []
        for _ in 0..<count {
            let copy = try layer.another()
            try copy.loadStateDict(layer.stateDict)
            layers.append(copy)
        }
        return try ModuleList(layers)
    }
}
