import Swiftgrad

/// What the dropout layers share: in training, the function of `nn.functional` with the layer's probability.
public class DropoutLayer: Module {
    class var functionName: String { "dropout" }
    private let stored: Guarded<Double>
    private let isInPlace: Bool

    /// Of each element, or channel, to be left out.
    public var probability: Double {
        get { stored.value }
        set { stored.value = newValue }
    }

    public required init(_ probability: Double = 0.5, isInPlace: Bool = false) throws(SwiftgradError) {
        guard probability >= 0 && probability <= 1 else {
            throw .value("\(Self.self): p must be between 0 and 1, got \(probability)")
        }
        stored = Guarded(probability)
        self.isInPlace = isInPlace
        super.init()
    }

    public override var extraDescription: String { "p=\(probability)" + (isInPlace ? ", inplace=True" : "") }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        guard isTraining && probability > 0 else { return x }
        let arguments: [Value] = [.tensor(x), .double(probability), .bool(true), .bool(isInPlace)]
        guard case .tensor(let y)? = try Functional.named(Self.functionName)?(arguments) else {
            throw .notImplemented("nn.functional.\(Self.functionName) does not exist")
        }
        return y
    }
}

/// In training, zeroes each element with probability p and scales the rest by 1 / (1 - p) (Srivastava et al., JMLR 2014).
public final class Dropout: DropoutLayer {}
public final class Dropout1d: DropoutLayer { override class var functionName: String { "dropout1d" } }
public final class Dropout2d: DropoutLayer { override class var functionName: String { "dropout2d" } }
public final class Dropout3d: DropoutLayer { override class var functionName: String { "dropout3d" } }
public final class AlphaDropout: DropoutLayer { override class var functionName: String { "alpha_dropout" } }
public final class FeatureAlphaDropout: DropoutLayer {
    override class var functionName: String { "feature_alpha_dropout" }
}

extension NNClasses {
    static let dropouts: [ClassDefinition] =
        ([
            Dropout.self, Dropout1d.self, Dropout2d.self, Dropout3d.self, AlphaDropout.self, FeatureAlphaDropout.self,
        ] as [DropoutLayer.Type]).map { type in
            ClassDefinition(
                type, name: "\(type)", in: "nn", base: ForeignModule.self, [.float("p", 0.5), .bool("inplace", false)],
                doc: "In training: " + (Functional.named(type.functionName)?.doc ?? ""),
                methods: Setting.number(
                    DropoutLayer.self, "p", doc: "The probability of being left out.", \.probability,
                    expected: "between 0 and 1", { $0 >= 0 && $0 <= 1 })
            ) { arguments throws(SwiftgradError) in
                try type.init(arguments.double("p"), isInPlace: arguments.bool("inplace"))
            }
        }
}
