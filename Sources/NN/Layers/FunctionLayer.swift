import Swiftgrad

/// A function of `nn.functional` as a layer or a loss: what the function takes after its tensors are the layer's settings.
///
/// A subclass names the function, and that is all: parameters, defaults and documentation are the function's.
open class FunctionLayer: Module {
    /// The function's name in `nn.functional`.
    open class var functionName: String { "" }
    /// How many of the function's first arguments come with each call.
    open class var inputCount: Int { 1 }

    /// The function's, the first under PyTorch's name.
    open override class var inputs: [Parameter] {
        let parameters = Functional.named(functionName)?.signature.parameters.prefix(inputCount) ?? []
        return super.inputs + parameters.dropFirst()
    }

    private let function: FunctionDefinition
    private let settings: [Value]

    /// One value for each of the function's parameters after the inputs; `absent` stands for the default. Settings that
    /// are tensors become buffers.
    public required init(settings: [Value]) throws(SwiftgradError) {
        guard let function = Functional.named(Self.functionName) else {
            throw .notImplemented("nn.functional.\(Self.functionName) does not exist")
        }
        self.function = function
        self.settings = settings
        super.init()
        for (parameter, value) in zip(function.signature.parameters.dropFirst(Self.inputCount), settings) {
            if case .tensor(let tensor) = value { try setBuffer(parameter.name, tensor) }
        }
    }

    /// With every setting at its default but those named.
    public convenience init(_ named: [String: Value] = [:]) throws(SwiftgradError) {
        let parameters = Functional.named(Self.functionName)?.signature.parameters.dropFirst(Self.inputCount) ?? []
        for name in named.keys where !parameters.contains(where: { $0.name == name }) {
            throw .type("\(Self.self) has no parameter '\(name)'")
        }
        try self.init(settings: parameters.map { named[$0.name] ?? .absent })
    }

    open override var extraDescription: String {
        let parameters = function.signature.parameters.dropFirst(Self.inputCount)
        return zip(parameters, settings).compactMap { parameter, value in
            let text = if case .absent = value { parameter.defaultText } else { FunctionLayer.text(value) }
            return text.map { parameter.name + "=" + $0 }
        }.joined(separator: ", ")
    }

    /// A setting as Python writes it; nil for a tensor or a module.
    private static func text(_ value: Value) -> String? {
        switch value {
        case .none: return "None"
        case .bool(let flag): return flag ? "True" : "False"
        case .int(let number): return "\(number)"
        case .double(let number): return "\(number)"
        case .string(let string): return "'\(string)'"
        case .list(let items):
            let texts = items.compactMap(text)
            return "(" + texts.joined(separator: ", ") + (texts.count == 1 ? ",)" : ")")
        default: return nil
        }
    }

    open override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        guard case .tensor(let result) = try forward([.tensor(x)]) else { throw .type("expected a tensor") }
        return result
    }

    open override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        guard arguments.count == Self.inputCount else {
            throw .type("expected \(Self.inputCount) tensors, got \(arguments.count) arguments")
        }
        var all = arguments
        for (parameter, value) in zip(function.signature.parameters.dropFirst(Self.inputCount), settings) {
            if case .tensor = value, case .buffer(let tensor?) = member(parameter.name) {
                all.append(.tensor(tensor))
            } else {
                all.append(value)
            }
        }
        return try function(all)
    }

    /// The layer's entry in the registry, made from that of its function; none where there is no such function.
    class func definition(in namespace: String = "nn") -> ClassDefinition? {
        guard let function = Functional.named(functionName) else { return nil }
        let settings = Array(function.signature.parameters.dropFirst(inputCount))
        let type: FunctionLayer.Type = self
        return ClassDefinition(
            type, name: String(describing: type), in: namespace, base: ForeignModule.self, settings, doc: function.doc
        ) { arguments throws(SwiftgradError) in
            var values: [Value] = []
            for parameter in settings { values.append(try arguments.value(parameter.name)) }
            return try type.init(settings: values)
        }
    }
}

/// Functions of `nn.functional` by name.
enum Functional {
    private static let byName: [String: FunctionDefinition] = Dictionary(
        (EngineFunctions.all + NNFunctions.losses).filter { $0.namespace == "nn.functional" }
            .map { ($0.signature.name, $0) },
        uniquingKeysWith: { first, _ in first })

    static func named(_ name: String) -> FunctionDefinition? { byName[name] }
}
