import Swiftgrad

/// The sum, mean or largest of the rows of a trained table that each bag names: see `nn.functional.embedding_bag`.
public final class EmbeddingBag: Module {
    private let rows: Int
    private let size: Int
    private let settings: [Value]
    private let mode: String
    private let maxNorm: Double?
    private let padding: Int?

    /// The table starts standard normal, the row of padding at zero.
    public init(
        _ rows: Int, _ size: Int, mode: String = "mean", maxNorm: Double? = nil, normType: Double = 2,
        scalesByFrequency: Bool = false, includesLastOffset: Bool = false, padding: Int? = nil, weight: Tensor? = nil,
        dtype: DType = .float32
    ) throws(SwiftgradError) {
        guard ["sum", "mean", "max"].contains(mode) else {
            throw .value("EmbeddingBag: mode must be 'sum', 'mean' or 'max', got '\(mode)'")
        }
        self.rows = rows
        self.size = size
        self.mode = mode
        self.maxNorm = maxNorm
        self.padding = padding
        settings = [
            maxNorm.map(Value.double) ?? .none, .double(normType), .bool(scalesByFrequency), .string(mode),
            .bool(false), .none, .bool(includesLastOffset), padding.map(Value.int) ?? .none,
        ]
        let table = try Embedding(rows, size, padding: padding, weight: weight, dtype: dtype)
        super.init()
        try setParameter("weight", table.parameter("weight"))
    }

    public override var extraDescription: String {
        "\(rows), \(size), " + (maxNorm.map { "max_norm=\($0), " } ?? "") + "mode='\(mode)'"
            + (padding.map { ", padding_idx=\($0)" } ?? "")
    }

    public override class var inputs: [Parameter] {
        [
            .tensor("input"), .tensor("offsets", default: .some(.none)),
            .tensor("per_sample_weights", default: .some(.none)),
        ]
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor { try forward([.tensor(x)]).asResult() }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        var all: [Value] = [
            .tensor(try given.tensor("input")), .tensor(try parameter("weight")), try given.value("offsets"),
        ]
        all += settings
        all[8] = try given.value("per_sample_weights")
        guard let result = try Functional.named("embedding_bag")?(all) else {
            throw .notImplemented("nn.functional.embedding_bag does not exist")
        }
        return result
    }

    static let definition = ClassDefinition(
        EmbeddingBag.self, name: "EmbeddingBag", in: "nn", base: ForeignModule.self,
        [
            .int("num_embeddings"), .int("embedding_dim"), Parameter("max_norm", .float, default: .some(.none)),
            .float("norm_type", 2), .bool("scale_grad_by_freq", false), .string("mode", "mean"),
            .bool("sparse", false), .tensor("_weight", default: .some(.none)), .bool("include_last_offset", false),
            Parameter("padding_idx", .int, default: .some(.none)), .dtype,
        ],
        doc: """
            The sum, mean or max (mode) of the rows of a trained table weight (num_embeddings, embedding_dim) that each bag names.

            Called with input (bags, length), or with input (count,) and offsets that say where each bag starts; a sum also
            takes per_sample_weights of the shape of input. The settings are those of nn.functional.embedding_bag. The table
            starts standard normal, the row padding_idx at zero.
            """
    ) { arguments throws(SwiftgradError) in
        if try arguments.bool("sparse") {
            throw .notImplemented("EmbeddingBag: sparse=True is not supported; gradients are dense")
        }
        return try EmbeddingBag(
            arguments.int("num_embeddings"), arguments.int("embedding_dim"), mode: arguments.string("mode"),
            maxNorm: arguments.optionalDouble("max_norm"), normType: arguments.double("norm_type"),
            scalesByFrequency: arguments.bool("scale_grad_by_freq"),
            includesLastOffset: arguments.bool("include_last_offset"), padding: arguments.optionalInt("padding_idx"),
            weight: arguments.optionalTensor("_weight"), dtype: arguments.dtype() ?? .float32)
    }
}
