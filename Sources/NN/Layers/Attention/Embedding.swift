import Swiftgrad

/// Rows of a trained table by number: indices of any shape give (..., size).
public final class Embedding: Module {
    private let rows: Int
    private let size: Int
    private let padding: Int?
    private let maxNorm: Double?
    private let normType: Double
    private let scalesByFrequency: Bool

    /// The table starts standard normal, the row of padding at zero.
    public init(
        _ rows: Int, _ size: Int, padding: Int? = nil, maxNorm: Double? = nil, normType: Double = 2,
        scalesByFrequency: Bool = false, weight: Tensor? = nil, dtype: DType = .float32
    ) throws(SwiftgradError) {
        guard rows >= 0 && size >= 0 else {
            throw .value("Embedding: sizes must not be negative, got \(rows) and \(size)")
        }
        if let padding, padding < -rows || padding >= rows {
            throw .value("Embedding: padding_idx \(padding) is not one of \(rows) rows")
        }
        self.rows = rows
        self.size = size
        self.padding = padding.map { $0 < 0 ? $0 + rows : $0 }
        self.maxNorm = maxNorm
        self.normType = normType
        self.scalesByFrequency = scalesByFrequency
        super.init()
        if let weight {
            guard weight.shape == [rows, size] else {
                throw .value("Embedding: expected a weight (\(rows), \(size)), got \(Shape.text(weight.shape))")
            }
            try setParameter("weight", weight)
        } else {
            guard dtype.isFloating else {
                throw .type("Embedding: the table needs a floating-point type, got \(dtype)")
            }
            let table = try Tensor.normal([rows, size], dtype)
            if let padding = self.padding {
                try Initialiser.constant(table.slice(axis: 0, padding..<padding + 1), 0)
            }
            try table.setRequiresGrad(true)
            try setParameter("weight", table)
        }
    }

    public override var extraDescription: String {
        "num_embeddings=\(rows), embedding_dim=\(size)" + (padding.map { ", padding_idx=\($0)" } ?? "")
            + (maxNorm.map { ", max_norm=\($0)" } ?? "") + (normType == 2 ? "" : ", norm_type=\(normType)")
            + (scalesByFrequency ? ", scale_grad_by_freq=True" : "")
    }

    public override func forward(_ indices: Tensor) throws(SwiftgradError) -> Tensor {
        let table = try parameter("weight")
        if let maxNorm { try table.limitRows(indices, norm: maxNorm, order: normType) }
        return try table.embedding(indices, padding: padding, scalesByFrequency: scalesByFrequency)
    }

    static let definition = ClassDefinition(
        Embedding.self, name: "Embedding", in: "nn", base: ForeignModule.self,
        [
            .int("num_embeddings"), .int("embedding_dim"), Parameter("padding_idx", .int, default: .some(.none)),
            Parameter("max_norm", .float, default: .some(.none)), .float("norm_type", 2),
            .bool("scale_grad_by_freq", false), .bool("sparse", false),
            .tensor("_weight", default: .some(.none)), .dtype,
        ],
        doc: """
            Rows of a trained table weight (num_embeddings, embedding_dim) by number: integers of any shape give
            (..., embedding_dim).

            The table starts standard normal. The row padding_idx starts at zero and gets no gradient. With max_norm, rows
            of a larger norm_type-norm are scaled down to it, in place, when they are looked up.
            scale_grad_by_freq divides a row's gradient by how often the batch names it. Gradients are dense: sparse raises
            NotImplementedError. from_pretrained(embeddings, freeze=True, ...)
            makes one from a table.
            """
    ) { arguments throws(SwiftgradError) in
        if try arguments.bool("sparse") {
            throw .notImplemented("Embedding: sparse=True is not supported; gradients are dense")
        }
        return try Embedding(
            arguments.int("num_embeddings"), arguments.int("embedding_dim"),
            padding: arguments.optionalInt("padding_idx"), maxNorm: arguments.optionalDouble("max_norm"),
            normType: arguments.double("norm_type"),
            scalesByFrequency: arguments.bool("scale_grad_by_freq"), weight: arguments.optionalTensor("_weight"),
            dtype: arguments.dtype() ?? .float32)
    }
}
