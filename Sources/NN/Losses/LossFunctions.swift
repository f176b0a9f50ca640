import Swiftgrad

extension NNFunctions {
    /// Losses written in differentiable operations.
    static let losses: [FunctionDefinition] = classLosses + distanceLosses
}

/// Short ways to define the losses of this module.
enum LossDefinition {
    static let weight = Parameter.tensor("weight", default: .some(.none))
    static let reduction = Parameter.string("reduction", "mean")

    /// A loss that gives the losses before the reduction.
    static func loss(
        _ name: String, _ parameters: [Parameter], doc: String,
        _ body: @escaping @Sendable (Arguments) throws(SwiftgradError) -> Tensor
    ) -> FunctionDefinition {
        FunctionDefinition(
            name, in: "nn.functional", parameters,
            doc: doc + "\n\nThe mean over the losses, their 'sum', or with reduction 'none' each."
        ) { arguments throws(SwiftgradError) in
            let reduction = try LossReduction(named: arguments.string("reduction"), operation: name)
            return .tensor(try reduction.apply(body(arguments)))
        }
    }

    static func requireFloats(_ tensors: Tensor..., operation: String) throws(SwiftgradError) {
        for tensor in tensors where !tensor.dtype.isFloating {
            throw .type("\(operation): needs floating-point tensors, got \(tensor.dtype)")
        }
    }
}

extension Tensor {
    /// max(self, 0) of differences, whose slope at 0 is 0.
    func hinge() throws(SwiftgradError) -> Tensor { try relu() }

    /// The elements as Swift integers, in row-major order.
    public func integers() throws(SwiftgradError) -> [Int] {
        let whole = try detach().cast(to: .int64).contiguous()
        return withExtendedLifetime(whole) {
            let elements = whole.pointer.assumingMemoryBound(to: Int64.self)
            return (0..<whole.count).map { Int(elements[$0]) }
        }
    }
}
