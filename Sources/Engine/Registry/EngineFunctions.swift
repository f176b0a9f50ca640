/// The engine's part of the registry: every function on tensors, by family.
public enum EngineFunctions {
    public static let all: [FunctionDefinition] = definitions + aliases(of: definitions) + overwriting(definitions)

    private static let definitions: [FunctionDefinition] = [
        pointwise,
        reductions,
        shapes,
        indexing,
        creation,
        linearAlgebra,
        linalg,
        activations,
        thresholdActivations,
        gates,
        losses,
        pairLosses,
        random,
        dropouts,
        normalisation,
        pooling,
        tensorAccess,
        autograd,
        system,
        memory,
        ProfilerFunctions.all,
        serialise,
        checkpoints,
        rearrangements,
        sets,
        types,
        torchMethods,
        torchInPlace,
        torchCreation,
        torchCompositions,
        convolutions,
        recurrent,
        attention,
        embeddings,
        paddings,
        resampling,
        columns,
        distances,
        rotations,
    ].flatMap { $0 }
}

extension FunctionDefinition {
    /// A function of one tensor, which is also its method.
    static func unary(
        _ name: String, in namespace: String = "", isMethod: Bool = true, doc: String,
        _ body: @escaping @Sendable (Tensor) throws(SwiftgradError) -> Tensor
    ) -> FunctionDefinition {
        FunctionDefinition(name, in: namespace, method: isMethod ? name : nil, [.x], doc: doc) {
            arguments throws(SwiftgradError) in
            .tensor(try body(arguments.tensor("x")))
        }
    }

    /// A function of two tensors or numbers that broadcast.
    static func binary(
        _ primitive: any Primitive, method: String? = nil, doc: String
    ) -> FunctionDefinition {
        FunctionDefinition(
            primitive.name, method: method ?? primitive.name, [.scalar("x"), .scalar("y")], doc: doc,
            primitive: primitive
        ) { arguments throws(SwiftgradError) in
            let (x, y) = try arguments.operands("x", "y")
            return .tensor(try Tensor.apply(primitive, x, y))
        }
    }
}
