import Swiftgrad

/// What the layers that add a vector to each place of a sequence share: (L, N, E), (N, L, E) batch first, or (L, E).
public class PositionalEncoding: Module {
    public let width: Int
    public let longest: Int
    public let isBatchFirst: Bool

    fileprivate init(_ width: Int, longest: Int, isBatchFirst: Bool) throws(SwiftgradError) {
        guard width > 0, longest > 0, Shape.elementCount([longest, width]) != nil else {
            throw .value("positional encoding: d_model and max_len must be positive, got \(width) and \(longest)")
        }
        self.width = width
        self.longest = longest
        self.isBatchFirst = isBatchFirst
        super.init()
    }

    public override var extraDescription: String {
        "d_model=\(width), max_len=\(longest)" + (isBatchFirst ? ", batch_first=True" : "")
    }

    fileprivate func adding(_ table: Tensor, to x: Tensor) throws(SwiftgradError) -> Tensor {
        let axis = isBatchFirst && x.rank == 3 ? 1 : 0
        guard x.rank == 2 || x.rank == 3, x.shape[x.rank - 1] == width, x.shape[axis] <= longest else {
            let batch = isBatchFirst ? "(N, L, \(width))" : "(L, N, \(width))"
            throw .value("expected input \(batch) or (L, \(width)) with L up to \(longest), got \(Shape.text(x.shape))")
        }
        let places = try table.slice(axis: 0, 0..<x.shape[axis])
        return try x + (x.rank == 3 && axis == 0 ? places.expandDims([1]) : places)
    }
}

/// Adds sin(m / 10000^(2 i / E)) to feature 2 i of place m, and the cosine to the one behind (Vaswani et al.,
/// arXiv:1706.03762). Its table is a buffer outside of the state dict.
public final class SinusoidalPositionalEncoding: PositionalEncoding {
    public init(
        _ width: Int, longest: Int = 5000, isBatchFirst: Bool = false, dtype: DType = .float32
    ) throws(SwiftgradError) {
        try super.init(width, longest: longest, isBatchFirst: isBatchFirst)
        try setBuffer("table", .sinusoids(longest, width, dtype), isPersistent: false)
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        guard let table = buffer("table") else { throw .runtime("the table of positions is missing") }
        return try adding(table, to: x)
    }
}

/// Adds a trained vector to each place: weight (longest, E), which starts normal with deviation 0.02.
public final class LearnedPositionalEncoding: PositionalEncoding {
    public init(
        _ width: Int, longest: Int, isBatchFirst: Bool = false, dtype: DType = .float32
    ) throws(SwiftgradError) {
        guard dtype.isFloating else { throw .type("parameters need a floating-point type, got \(dtype)") }
        try super.init(width, longest: longest, isBatchFirst: isBatchFirst)
        let weight = try Tensor.normal([longest, width], mean: 0, deviation: 0.02, dtype)
        try weight.setRequiresGrad(true)
        try setParameter("weight", weight)
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try adding(parameter("weight"), to: x)
    }
}

/// `rotary_embedding` as a layer.
public final class RotaryEmbedding: FunctionLayer {
    public override class var functionName: String { "rotary_embedding" }
}

extension NNClasses {
    static let positionLayers: [ClassDefinition] =
        [
            ClassDefinition(
                SinusoidalPositionalEncoding.self, name: "SinusoidalPositionalEncoding", in: "nn",
                base: ForeignModule.self,
                [.int("d_model"), .int("max_len", 5000), .bool("batch_first", false), .dtype],
                doc: """
                    Adds sin(m / 10000^(2 i / d_model)) to feature 2 i of place m, and the cosine to feature 2 i + 1
                    (arXiv:1706.03762): for inputs (L, N, d_model), (N, L, d_model) with batch_first, or (L, d_model).
                    """
            ) { arguments throws(SwiftgradError) in
                try SinusoidalPositionalEncoding(
                    arguments.int("d_model"), longest: arguments.int("max_len"),
                    isBatchFirst: arguments.bool("batch_first"), dtype: arguments.dtype() ?? .float32)
            },
            ClassDefinition(
                LearnedPositionalEncoding.self, name: "LearnedPositionalEncoding", in: "nn", base: ForeignModule.self,
                [.int("d_model"), .int("max_len"), .bool("batch_first", false), .dtype],
                doc: """
                    Adds a trained vector to each place: weight (max_len, d_model) starts normal with deviation 0.02. Inputs are
                    (L, N, d_model), (N, L, d_model) with batch_first, or (L, d_model).
                    """
            ) { arguments throws(SwiftgradError) in
                try LearnedPositionalEncoding(
                    arguments.int("d_model"), longest: arguments.int("max_len"),
                    isBatchFirst: arguments.bool("batch_first"), dtype: arguments.dtype() ?? .float32)
            },
        ] + [RotaryEmbedding.definition()].compactMap { $0 }
}
