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
    ].flatMap { $0 }
}
