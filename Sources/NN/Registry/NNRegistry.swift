import Swiftgrad

/// Functions for networks: losses and initialisers.
public enum NNFunctions {
    public static let all: [FunctionDefinition] = losses + initialisers
}

/// Modules, layers and losses.
public enum NNClasses {
    public static let all: [ClassDefinition] =
        [module] + layers + recurrentLayers + convolutions + normalisationLayers + poolingLayers + sequences
        + containers
        + functionLayers + losses
}
