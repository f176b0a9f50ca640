import Swiftgrad

/// Functions around training: metrics, averages of weights.
public enum TrainingFunctions {
    public static let all: [FunctionDefinition] = [
        metrics,
        coverage,
        averaging,
    ].flatMap { $0 }
}

/// Optimisers, schedules, data sets and trainers.
public enum TrainingClasses {
    public static let all: [ClassDefinition] = [
        optimisers,
        schedules,
        data,
        augmentations,
        metrics,
        trainers,
    ].flatMap { $0 }
}
