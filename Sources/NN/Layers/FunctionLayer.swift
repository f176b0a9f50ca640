import Swiftgrad

/// A function of `nn.functional` as a layer or a loss: what the function takes after its tensors are the layer's settings.
///
/// A subclass names the function, and that is all: parameters, defaults and documentation are the function's. A parameter
/// `training` is no setting, but the layer's own mode.
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

    /// The function's parameters that are set when the layer is made.
    class var settingParameters: [Parameter] {
        let parameters = Functional.named(functionName)?.signature.parameters.dropFirst(inputCount) ?? []
        return parameters.filter { $0.name != "training" }
    }

    private let function: FunctionDefinition
    private let settings: Guarded<[Value]>

    /// One value for each of the settings; `absent` stands for the default. Settings that are tensors become buffers, those
    /// that are modules children.
    public required init(settings: [Value]) throws(SwiftgradError) {
        guard let function = Functional.named(Self.functionName) else {
            throw .notImplemented("nn.functional.\(Self.functionName) does not exist")
        }
        self.function = function
        self.settings = Guarded(settings.map(FunctionLayer.kept))
        super.init()
        for (parameter, value) in zip(Self.settingParameters, settings) {
            switch value {
            case .tensor(let tensor): try setBuffer(parameter.name, tensor)
            case .object(let module as Module): try setChild(parameter.name, module)
            default: continue
            }
        }
    }

    /// With every setting at its default but those named.
    public convenience init(_ named: [String: Value] = [:]) throws(SwiftgradError) {
        let parameters = Self.settingParameters
        for name in named.keys where !parameters.contains(where: { $0.name == name }) {
            throw .type("\(Self.self) has no parameter '\(name)'")
        }
        try self.init(settings: parameters.map { named[$0.name] ?? .absent })
    }

    /// Settings as Python writes them; without `inplace` unless it is set, as PyTorch prints it.
    open override var extraDescription: String {
        zip(Self.settingParameters, settings.value).compactMap { parameter, value in
            let text = if case .absent = value { parameter.defaultText } else { FunctionLayer.text(value) }
            if parameter.name == "inplace" && text == "False" { return nil }
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
        var values = settings.value.makeIterator()
        for parameter in function.signature.parameters.dropFirst(Self.inputCount) {
            if parameter.name == "training" {
                all.append(.bool(isTraining))
                continue
            }
            let value = values.next() ?? .absent
            switch (value, member(parameter.name)) {
            case (.tensor, .buffer(let tensor?)): all.append(.tensor(tensor))
            case (_, .child(let module)): all.append(.object(module))
            default: all.append(value)
            }
        }
        return try function(all)
    }

    /// The layer's entry in the registry, made from that of its function; none where there is no such function.
    class func definition(in namespace: String = "nn") -> ClassDefinition? {
        guard let function = Functional.named(functionName) else { return nil }
        let parameters = settingParameters
        let type: FunctionLayer.Type = self
        return ClassDefinition(
            type, name: String(describing: type), in: namespace, base: ForeignModule.self, parameters,
            doc: function.doc,
            methods: parameters.enumerated().filter { $1.kind != .tensor }.flatMap { property($1, at: $0) }
        ) { arguments throws(SwiftgradError) in
            var values: [Value] = []
            for parameter in parameters { values.append(try arguments.value(parameter.name)) }
            return try type.init(settings: values)
        }
    }

    /// A setting that outlives the call that gave it.
    private static func kept(_ value: Value) -> Value {
        if case .callable(let function) = value { .callable(function.retained()) } else { value }
    }

    private static func property(_ parameter: Parameter, at position: Int) -> [MethodDefinition] {
        Setting.property(
            FunctionLayer.self, parameter, doc: "The function's \(parameter.name).",
            get: { layer throws(SwiftgradError) in
                if case .child(let module) = layer.member(parameter.name) { return .object(module) }
                let value = layer.settings.value[position]
                guard case .absent = value else { return value }
                return try Arguments(Signature(layer.className, [parameter]), [.absent]).value(parameter.name)
            },
            set: { layer, arguments throws(SwiftgradError) in
                layer.settings.value[position] = kept(try arguments.value(parameter.name))
            })
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
