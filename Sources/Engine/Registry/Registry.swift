/// Everything that can be reached by name, put together from the parts that each module brings.
///
/// Positions in the lists are the numbers by which other languages call.
public struct Registry: Sendable {
    public let functions: [FunctionDefinition]
    public let classes: [ClassDefinition]
    /// Methods of all classes; a class's own are consecutive.
    public let methods: [MethodDefinition]
    /// For each class, where its methods start.
    public let methodStarts: [Int]
    private let classNumbers: [ObjectIdentifier: Int]

    public init(functions: [FunctionDefinition], classes: [ClassDefinition]) {
        self.functions = functions
        self.classes = classes
        var methods: [MethodDefinition] = []
        var starts: [Int] = []
        var numbers: [ObjectIdentifier: Int] = [:]
        for (number, definition) in classes.enumerated() {
            starts.append(methods.count)
            methods += definition.methods
            numbers[ObjectIdentifier(definition.type)] = number
        }
        self.methods = methods
        methodStarts = starts
        classNumbers = numbers
    }

    /// The number of an object's class; nil for one that is not registered.
    public func classNumber(_ type: ManagedObject.Type) -> Int? { classNumbers[ObjectIdentifier(type)] }
}
