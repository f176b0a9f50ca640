import Swiftgrad

/// Encoder layers in a row, and a norm behind them if given.
public final class TransformerEncoder: Module {
    private let layers: ModuleList
    private let norm: Module?

    init(_ layers: ModuleList, norm: Module?) throws(SwiftgradError) {
        self.layers = layers
        self.norm = norm
        super.init()
        try setChild("layers", layers)
        if let norm { try setChild("norm", norm) }
    }

    /// `count` copies of a layer.
    public convenience init(
        _ layer: TransformerEncoderLayer, count: Int, norm: Module? = nil
    ) throws(SwiftgradError) {
        try self.init(TransformerLayer.stack(.object(layer), count: count, of: "TransformerEncoder"), norm: norm)
    }

    public override class var inputs: [Parameter] {
        [
            .tensor("src"), .tensor("mask", default: .some(.none)),
            .tensor("src_key_padding_mask", default: .some(.none)), .bool("is_causal", false),
        ]
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        var x = Value.tensor(try given.tensor("src"))
        let rest: [Value] = [
            .optional(try given.optionalTensor("mask")), .optional(try given.optionalTensor("src_key_padding_mask")),
            .bool(try given.bool("is_causal")),
        ]
        for layer in layers.children.values { x = try layer.call([x] + rest) }
        guard let norm else { return x }
        return .tensor(try norm(x.asResult()))
    }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try forward([.tensor(x)]).asResult()
    }
}

/// Decoder layers in a row, and a norm behind them if given.
public final class TransformerDecoder: Module {
    private let layers: ModuleList
    private let norm: Module?

    init(_ layers: ModuleList, norm: Module?) throws(SwiftgradError) {
        self.layers = layers
        self.norm = norm
        super.init()
        try setChild("layers", layers)
        if let norm { try setChild("norm", norm) }
    }

    /// `count` copies of a layer.
    public convenience init(
        _ layer: TransformerDecoderLayer, count: Int, norm: Module? = nil
    ) throws(SwiftgradError) {
        try self.init(TransformerLayer.stack(.object(layer), count: count, of: "TransformerDecoder"), norm: norm)
    }

    public override class var inputs: [Parameter] { TransformerDecoderLayer.inputs }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        var x = Value.tensor(try given.tensor("tgt"))
        var rest: [Value] = []
        for parameter in Self.inputs.dropFirst() { rest.append(try given.value(parameter.name)) }
        for layer in layers.children.values { x = try layer.call([x] + rest) }
        guard let norm else { return x }
        return .tensor(try norm(x.asResult()))
    }
}

/// An encoder, and a decoder that attends to what it gives.
public final class Transformer: Module {
    private let encoder: Module
    private let decoder: Module

    /// Every matrix starts Xavier-uniform.
    public init(
        _ settings: TransformerSettings, encoderLayers: Int = 6, decoderLayers: Int = 6, encoder: Module? = nil,
        decoder: Module? = nil
    ) throws(SwiftgradError) {
        if let encoder {
            self.encoder = encoder
        } else {
            self.encoder = try TransformerEncoder(
                TransformerEncoderLayer(settings), count: encoderLayers, norm: settings.norm())
        }
        if let decoder {
            self.decoder = decoder
        } else {
            self.decoder = try TransformerDecoder(
                TransformerDecoderLayer(settings), count: decoderLayers, norm: settings.norm())
        }
        super.init()
        try setChild("encoder", self.encoder)
        try setChild("decoder", self.decoder)
        for parameter in parameters where parameter.rank > 1 {
            let bound = try 3.0.squareRoot() * Initialiser.xavierDeviation(parameter, gain: 1, operation: "Transformer")
            try Initialiser.uniform(parameter, from: -bound, to: bound)
        }
    }

    public override class var inputs: [Parameter] {
        let masks = [
            "src_mask", "tgt_mask", "memory_mask", "src_key_padding_mask", "tgt_key_padding_mask",
            "memory_key_padding_mask",
        ]
        return [.tensor("src"), .tensor("tgt")] + masks.map { .tensor($0, default: .some(.none)) }
            + [.bool("src_is_causal", false), .bool("tgt_is_causal", false), .bool("memory_is_causal", false)]
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let given = try bind(arguments)
        func values(_ names: String...) throws(SwiftgradError) -> [Value] {
            var result: [Value] = []
            for name in names { result.append(try given.value(name)) }
            return result
        }
        let memory = try encoder.call(values("src", "src_mask", "src_key_padding_mask", "src_is_causal"))
        return try decoder.call(
            values("tgt") + [memory]
                + values(
                    "tgt_mask", "memory_mask", "tgt_key_padding_mask", "memory_key_padding_mask", "tgt_is_causal",
                    "memory_is_causal"))
    }
}
