import Swiftgrad
public enum TrainingFunctions { public static let all: [FunctionDefinition] = [] }
public enum TrainingClasses { public static let all: [ClassDefinition] = [] }
