import Swiftgrad
public enum NNFunctions { public static let all: [FunctionDefinition] = [] }
public enum NNClasses { public static let all: [ClassDefinition] = [] }
