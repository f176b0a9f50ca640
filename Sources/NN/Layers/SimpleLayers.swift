import Swiftgrad

/// Hands on its argument.
public final class Identity: Module {
    public override func forward(_ x: Tensor) -> Tensor { x }
}

/// Axes `start` to `end` merged into one; by default all but the first.
public final class Flatten: Module {
    public let start: Int
    public let end: Int

    public init(start: Int = 1, end: Int = -1) {
        self.start = start
        self.end = end
        super.init()
    }

    public override var extraDescription: String { "start_dim=\(start), end_dim=\(end)" }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try x.flatten(from: start, to: end)
    }
}

/// In training, zeroes each element with probability p and scales the rest by 1 / (1 - p) (Srivastava et al., JMLR 2014).
public final class Dropout: Module {
    public let probability: Double

    public init(_ probability: Double = 0.5) throws(SwiftgradError) {
        guard probability >= 0 && probability <= 1 else {
            throw .value("Dropout: p must be between 0 and 1, got \(probability)")
        }
        self.probability = probability
        super.init()
    }

    public override var extraDescription: String { "p=\(probability)" }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        isTraining && probability > 0 ? try x.dropout(probability: probability) : x
    }
}

extension NNClasses {
    static let layers: [ClassDefinition] = [
        Linear.definition,
        ClassDefinition(
            Identity.self, name: "Identity", in: "nn", base: ForeignModule.self, [], doc: "Hands on its argument."
        ) { _ in Identity() },
        ClassDefinition(
            Flatten.self, name: "Flatten", in: "nn", base: ForeignModule.self,
            [.int("start_dim", 1), .int("end_dim", -1)],
            doc: "Axes start_dim to end_dim (both included) merged into one; by default all but the first."
        ) { arguments throws(SwiftgradError) in
            Flatten(start: try arguments.int("start_dim"), end: try arguments.int("end_dim"))
        },
        ClassDefinition(
            Dropout.self, name: "Dropout", in: "nn", base: ForeignModule.self, [.float("p", 0.5)],
            doc: "In training, zeroes each element with probability p and scales the rest by 1 / (1 - p)."
        ) { arguments throws(SwiftgradError) in try Dropout(arguments.double("p")) },
    ]
}
