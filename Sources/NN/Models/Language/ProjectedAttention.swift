import Swiftgrad

/// Attention of a decoder or encoder with a projection each for queries, keys, values and the result, under the names that
/// the model gives them, and a cache for decoding.
final class ProjectedAttention: Module {
    struct Names: Sendable {
        var query: String
        var key: String
        var value: String
        var result: String
    }

    private let names: Names
    private let heads: Int
    private let scale: Double?
    private let dropout: Double

    init(
        width: Int, heads: Int, headSize: Int, names: Names, bias: Bool, scale: Double? = nil, dropout: Double
    ) throws(SwiftgradError) {
        self.names = names
        self.heads = heads
        self.scale = scale
        self.dropout = dropout
        super.init()
        for name in [names.key, names.value, names.query] {
            try setChild(name, Linear(width, heads * headSize, bias: bias))
        }
        try setChild(names.result, Linear(heads * headSize, width, bias: bias))
    }

    override var extraDescription: String { "heads=\(heads)" }

    override class var inputs: [Parameter] {
        [
            .tensor("input"), .tensor("memory", default: .some(.none)), .tensor("mask", default: .some(.none)),
            .bool("is_causal", false),
        ]
    }

    override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        return .tensor(
            try attend(
                given.tensor("input"), given.optionalTensor("memory"), mask: given.optionalTensor("mask"),
                isCausal: given.bool("is_causal"), nil, layer: 0))
    }

    /// Attention of x (batch, length, width) to itself or to a memory; with a cache to all that the cache has too.
    func callAsFunction(
        _ x: Tensor, memory: Tensor? = nil, mask: Tensor?, isCausal: Bool, _ cache: KeyValueCache?, layer: Int
    ) throws(SwiftgradError) -> Tensor {
        guard cache != nil else {
            return try routed(
                [.tensor(x), memory.map(Value.tensor) ?? .none, mask.map(Value.tensor) ?? .none, .bool(isCausal)]
            ) { () throws(SwiftgradError) in
                try attend(x, memory, mask: mask, isCausal: isCausal, nil, layer: layer)
            }
        }
        return try attend(x, memory, mask: mask, isCausal: isCausal, cache, layer: layer)
    }

    private func attend(
        _ x: Tensor, _ memory: Tensor?, mask: Tensor?, isCausal: Bool, _ cache: KeyValueCache?, layer: Int
    ) throws(SwiftgradError) -> Tensor {
        let q = try split(apply(names.query, x))
        func pair() throws(SwiftgradError) -> (Tensor, Tensor) {
            (try split(apply(names.key, memory ?? x)), try split(apply(names.value, memory ?? x)))
        }
        var (k, v): (Tensor, Tensor)
        if let cache, memory != nil {
            (k, v) = try cache.memory(layer: layer, pair)
        } else {
            (k, v) = try pair()
            if let cache { (k, v) = try cache.append(k, v, layer: layer) }
        }
        let result = try Tensor.scaledDotProductAttention(
            q, k, v, mask: mask, dropout: isTraining ? dropout : 0, isCausal: isCausal && q.shape[2] > 1, scale: scale)
        return try apply(
            names.result, result.transpose(1, 2).reshape([q.shape[0], q.shape[2], heads * q.shape[3]]))
    }

    /// (batch, length, heads * size) as (batch, heads, length, size).
    private func split(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        guard x.rank == 3, x.shape[2] % heads == 0 else {
            throw .value("expected (batch, length, heads * size) with \(heads) heads, got \(Shape.text(x.shape))")
        }
        return try x.reshape([x.shape[0], x.shape[1], heads, x.shape[2] / heads]).transpose(1, 2)
    }
}
