import Swiftgrad

/// Attention of several heads with projections before and after (Vaswani et al., arXiv:1706.03762).
public final class MultiheadAttention: Module {
    public let width: Int
    public let heads: Int
    /// Heads of keys and values, each shared by as many neighbouring heads of queries.
    public let keyHeads: Int
    /// Whether queries and keys are turned by their places.
    public let isRotary: Bool
    public let dropout: Double
    public let isBatchFirst: Bool
    private let isPacked: Bool
    let output: Linear

    /// One array projects queries, keys and values where all have the same width, else each has its own. Projections start
    /// Xavier-uniform, biases at zero.
    public init(
        _ width: Int, heads: Int, dropout: Double = 0, bias: Bool = true, keyWidth: Int? = nil, valueWidth: Int? = nil,
        isBatchFirst: Bool = false, keyHeads: Int? = nil, isRotary: Bool = false, dtype: DType = .float32
    ) throws(SwiftgradError) {
        guard width > 0, width < 1 << 30, heads > 0, width % heads == 0 else {
            throw .value("MultiheadAttention: num_heads must divide embed_dim, got \(heads) and \(width)")
        }
        let keyHeads = keyHeads ?? heads
        guard keyHeads > 0, heads % keyHeads == 0 else {
            throw .value("MultiheadAttention: num_kv_heads must divide num_heads, got \(keyHeads) and \(heads)")
        }
        guard !isRotary || width / heads % 2 == 0 else {
            throw .value(
                "MultiheadAttention: rotary needs heads of an even size, got \(width / heads) of \(heads) heads")
        }
        let (keyWidth, valueWidth) = (keyWidth ?? width, valueWidth ?? width)
        guard keyWidth > 0, valueWidth > 0 else {
            throw .value("MultiheadAttention: kdim and vdim must be positive, got \(keyWidth) and \(valueWidth)")
        }
        guard dropout >= 0 && dropout <= 1 else {
            throw .value("MultiheadAttention: dropout must lie in [0, 1], got \(dropout)")
        }
        self.width = width
        self.heads = heads
        self.keyHeads = keyHeads
        self.isRotary = isRotary
        self.dropout = dropout
        self.isBatchFirst = isBatchFirst
        isPacked = keyWidth == width && valueWidth == width
        output = try Linear(width, width, bias: bias, dtype: dtype)
        super.init()
        let shared = keyHeads * (width / heads)
        if isPacked {
            try setParameter("in_proj_weight", .xavierParameter([width + 2 * shared, width], dtype))
        } else {
            for (name, rows, columns) in [("q", width, width), ("k", shared, keyWidth), ("v", shared, valueWidth)] {
                try setParameter("\(name)_proj_weight", .xavierParameter([rows, columns], dtype))
            }
        }
        try setParameter("in_proj_bias", bias ? .zeroParameter([width + 2 * shared], dtype) : nil)
        if bias { try Initialiser.constant(output.parameter("bias"), 0) }
        try setChild("out_proj", output)
    }

    public override var extraDescription: String {
        "embed_dim=\(width), num_heads=\(heads)" + (dropout > 0 ? ", dropout=\(dropout)" : "")
            + (isBatchFirst ? ", batch_first=True" : "") + (keyHeads < heads ? ", num_kv_heads=\(keyHeads)" : "")
            + (isRotary ? ", rotary=True" : "")
    }

    public override class var inputs: [Parameter] {
        [
            .tensor("query"), .tensor("key"), .tensor("value"), .tensor("key_padding_mask", default: .some(.none)),
            .bool("need_weights", true), .tensor("attn_mask", default: .some(.none)),
            .bool("average_attn_weights", true), .bool("is_causal", false),
        ]
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        let (result, weights) = try attend(
            given.tensor("query"), given.tensor("key"), given.tensor("value"),
            padding: given.optionalTensor("key_padding_mask"), mask: given.optionalTensor("attn_mask"),
            isCausal: given.bool("is_causal"), needsWeights: given.bool("need_weights"))
        guard let weights else { return .list([.tensor(result), .none]) }
        let isAveraged = try given.bool("average_attn_weights")
        let heads = weights.rank - 3
        return .list([.tensor(result), .tensor(isAveraged ? try weights.mean(axes: [heads]) : weights)])
    }

    /// Attention of a sequence to itself, without weights.
    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try attend(x, x, x, padding: nil, mask: nil, isCausal: false, needsWeights: false).result
    }

    /// The result of `attend` without weights for a layer above, through the host where it takes part.
    func callAsFunction(
        _ query: Tensor, _ key: Tensor, _ value: Tensor, padding: Tensor?, mask: Tensor?, isCausal: Bool
    ) throws(SwiftgradError) -> Tensor {
        if isForeign {
            let returned = try call([
                .tensor(query), .tensor(key), .tensor(value), .optional(padding), .bool(false), .optional(mask),
                .bool(true), .bool(isCausal),
            ])
            guard case .list(let pair) = returned, let first = pair.first else { return try returned.asResult() }
            return try first.asResult()
        }
        do throws(SwiftgradError) {
            return try attend(
                query, key, value, padding: padding, mask: mask, isCausal: isCausal, needsWeights: false
            ).result
        } catch { throw located(error) }
    }

    /// The result, and the weights (batch, heads, queries, keys) if wanted. In masks of booleans true hides a key.
    func attend(
        _ query: Tensor, _ key: Tensor, _ value: Tensor, padding: Tensor?, mask: Tensor?, isCausal: Bool,
        needsWeights: Bool
    ) throws(SwiftgradError) -> (result: Tensor, weights: Tensor?) {
        guard query.rank == 2 || query.rank == 3, key.rank == query.rank, value.rank == query.rank else {
            throw .value(
                "expected query, key and value of three axes, or of two without a batch, got "
                    + [query, key, value].map { Shape.text($0.shape) }.joined(separator: ", "))
        }
        guard query.rank == 3 else {
            let (result, weights) = try attend(
                batched(query), key === query ? batched(query) : batched(key), batched(value),
                padding: padding?.expandDims([0]), mask: mask, isCausal: isCausal, needsWeights: needsWeights)
            return (try result.squeeze([isBatchFirst ? 0 : 1]), try weights?.squeeze([0]))
        }
        let isSelf = query === key && key === value && isPacked
        let rate = isTraining ? dropout : 0
        let (batch, queries) = isBatchFirst ? (query.shape[0], query.shape[1]) : (query.shape[1], query.shape[0])
        // Told that the mask is the causal one, nothing needs to read it.
        let mask = isCausal && padding == nil ? nil : mask
        let isCausal = isCausal && mask == nil
        let allowed = try AttentionMask(
            mask: mask, padding: padding, batch: batch, heads: heads, queries: queries,
            keys: key.shape[isBatchFirst ? 1 : 0]
        ).combined(query.dtype)
        var merged: Tensor
        var weights: Tensor?
        if isSelf && !needsWeights && rate == 0 && keyHeads == heads && !isRotary {
            let all = try query.linear(parameter("in_proj_weight"), bias)
            merged = try (isBatchFirst ? all : all.transpose(0, 1)).selfAttention(
                heads: heads, mask: allowed, isCausal: isCausal)
        } else {
            var (q, k, v) = try project(query, key, value)
            if isRotary { (q, k) = (try q.rotaryEmbedding(), try k.rotaryEmbedding()) }
            let result: Tensor
            if needsWeights {
                if keyHeads < heads {
                    k = try k.repeating(heads / keyHeads, axis: 1)
                    v = try v.repeating(heads / keyHeads, axis: 1)
                }
                (result, weights) = try Tensor.attentionWithWeights(
                    q, k, v, mask: allowed, dropout: rate, isCausal: isCausal)
            } else {
                result = try Tensor.scaledDotProductAttention(
                    q, k, v, mask: allowed, dropout: rate, isCausal: isCausal, sharesKeys: keyHeads < heads)
            }
            merged = try result.transpose(1, 2).reshape([batch, queries, width])
        }
        if !isBatchFirst { merged = try merged.transpose(0, 1) }
        return (try output(merged), weights)
    }

    private var bias: Tensor? { ownParameters["in_proj_bias"] ?? nil }

    private func batched(_ x: Tensor) throws(SwiftgradError) -> Tensor { try x.expandDims([isBatchFirst ? 0 : 1]) }

    /// Queries, keys and values (batch, heads, length, size).
    private func project(
        _ query: Tensor, _ key: Tensor, _ value: Tensor
    ) throws(SwiftgradError) -> (Tensor, Tensor, Tensor) {
        let size = width / heads
        let shared = keyHeads * size
        // Where the rows of queries, keys and values end, in what projects them.
        let ends = [0, width, width + shared, width + 2 * shared]
        func rows(_ x: Tensor?, _ first: Int, _ count: Int) throws(SwiftgradError) -> Tensor? {
            try x?.slice(axis: 0, ends[first]..<ends[first + count])
        }
        func projected(_ x: Tensor, _ first: Int, _ count: Int) throws(SwiftgradError) -> Tensor {
            try x.linear(
                parameter("in_proj_weight").slice(axis: 0, ends[first]..<ends[first + count]), rows(bias, first, count))
        }
        func split(_ x: Tensor, _ start: Int, _ length: Int) throws(SwiftgradError) -> Tensor {
            let slice = try x.slice(axis: 2, start..<start + length)
            return try slice.reshape([x.shape[0], x.shape[1], length / size, size]).permute(
                isBatchFirst ? [0, 2, 1, 3] : [1, 2, 0, 3])
        }
        if !isPacked {
            return (
                try split(query.linear(parameter("q_proj_weight"), rows(bias, 0, 1)), 0, width),
                try split(key.linear(parameter("k_proj_weight"), rows(bias, 1, 1)), 0, shared),
                try split(value.linear(parameter("v_proj_weight"), rows(bias, 2, 1)), 0, shared)
            )
        }
        if query === key && key === value {
            let all = try query.linear(parameter("in_proj_weight"), bias)
            return (try split(all, 0, width), try split(all, ends[1], shared), try split(all, ends[2], shared))
        }
        let q = try split(projected(query, 0, 1), 0, width)
        if key === value {
            let both = try projected(key, 1, 2)
            return (q, try split(both, 0, shared), try split(both, shared, shared))
        }
        return (q, try split(projected(key, 1, 1), 0, shared), try split(projected(value, 2, 1), 0, shared))
    }

    static let definition = ClassDefinition(
        MultiheadAttention.self, name: "MultiheadAttention", in: "nn", base: ForeignModule.self,
        [
            .int("embed_dim"), .int("num_heads"), .float("dropout", 0), .bool("bias", true),
            .bool("add_bias_kv", false), .bool("add_zero_attn", false), Parameter("kdim", .int, default: .some(.none)),
            Parameter("vdim", .int, default: .some(.none)), .bool("batch_first", false), .dtype,
            Parameter("num_kv_heads", .int, default: .some(.none)).keywordOnly, .bool("rotary", false).keywordOnly,
        ],
        doc: """
            Attention of num_heads heads with projections before and after (arXiv:1706.03762).

            forward(query, key, value, key_padding_mask=None, need_weights=True, attn_mask=None,
            average_attn_weights=True, is_causal=False) returns (output, weights), weights None unless wanted. query is
            (L, N, embed_dim), key (S, N, kdim), value (S, N, vdim), batch before length with batch_first, or all without
            batch. In boolean masks True hides a key, masks of numbers are added: key_padding_mask (N, S), attn_mask
            (L, S) or (N * num_heads, L, S). Without weights memory is linear in the lengths. add_bias_kv and
            add_zero_attn raise NotImplementedError.

            With num_kv_heads each head of keys and values serves num_heads / num_kv_heads neighbouring heads of queries
            (grouped-query attention, arXiv:2305.13245). rotary turns queries and keys by their places, counted from 0
            (arXiv:2104.09864), as nn.functional.rotary_embedding does.
            """
    ) { arguments throws(SwiftgradError) in
        for name in ["add_bias_kv", "add_zero_attn"] where try arguments.bool(name) {
            throw .notImplemented("MultiheadAttention: \(name)=True is not supported")
        }
        return try MultiheadAttention(
            arguments.int("embed_dim"), heads: arguments.int("num_heads"), dropout: arguments.double("dropout"),
            bias: arguments.bool("bias"), keyWidth: arguments.optionalInt("kdim"),
            valueWidth: arguments.optionalInt("vdim"), isBatchFirst: arguments.bool("batch_first"),
            keyHeads: arguments.optionalInt("num_kv_heads"), isRotary: arguments.bool("rotary"),
            dtype: arguments.dtype() ?? .float32)
    }
}

extension Tensor {
    static func xavierParameter(_ shape: [Int], _ dtype: DType) throws(SwiftgradError) -> Tensor {
        try uniformParameter(shape, bound: (6 / Double(shape[0] + shape[1])).squareRoot(), dtype)
    }

    static func zeroParameter(_ shape: [Int], _ dtype: DType) throws(SwiftgradError) -> Tensor {
        let tensor = try Tensor.zeros(shape, dtype)
        try tensor.setRequiresGrad(true)
        return tensor
    }
}

extension Value {
    static func optional(_ tensor: Tensor?) -> Value { tensor.map(Value.tensor) ?? .none }
}
