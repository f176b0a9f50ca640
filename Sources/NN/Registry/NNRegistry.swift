import Swiftgrad

/// Functions for networks: losses and initialisers.
public enum NNFunctions {
    public static let all: [FunctionDefinition] =
        losses
        + initialisers
        + parametrizations
        + clipping
        + [pretrained]
}

/// Modules, layers and losses.
public enum NNClasses {
    public static let all: [ClassDefinition] = [
        [module],
        layers,
        convolutions,
        normalisationLayers,
        poolingLayers,
        containers,
        functionLayers,
        losses,
        recurrentLayers,
        sequences,
        parametrizations,
        models,
    ].flatMap { $0 }.map { $0.withForward() }
}

extension ClassDefinition {
    /// With a method `forward` that takes what the layer's `inputs` say. Classes whose forward takes anything are left alone:
    /// the host's own modules and the containers.
    fileprivate func withForward() -> ClassDefinition {
        guard let layer = type as? Module.Type, base != nil, !(layer is any TakesAnything.Type) else { return self }
        let names = layer.inputs.map(\.name)
        let forward = MethodDefinition.on(
            Module.self, "forward", layer.inputs, doc: "Computes. Call the layer itself, which also runs its hooks.",
            isBlocking: true
        ) { module, arguments throws(SwiftgradError) in
            var values: [Value] = []
            for name in names { values.append(arguments.given(name)) }
            while case .absent? = values.last { values.removeLast() }
            return try module.compute(values)
        }
        return ClassDefinition(
            type, name: signature.name, in: namespace, base: base, signature.parameters, doc: doc,
            methods: methods + [forward], construct: construct)
    }
}

/// Modules whose forward takes whatever the call is given.
protocol TakesAnything: Module {}
extension Sequential: TakesAnything {}
extension ModuleList: TakesAnything {}
extension ModuleDict: TakesAnything {}
