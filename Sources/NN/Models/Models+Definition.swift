import Swiftgrad

extension NNClasses {
    /// Whole models, and the parts by which one's own can be built.
    static let models: [ClassDefinition] = [
        [pretrainedModel],
        [MLP.definition],
        [LeNet.definition],
        [AlexNet.definition],
        residualBlocks,
        [ResNet.definition],
        [ViT.definition],
        gptParts,
        [GPT.definition],
        bert,
        [T5.definition],
        [BART.definition],
        [Seq2Seq.definition],
        [Autoencoder.definition],
        [VAE.definition],
        [DCGANGenerator.definition],
        [DCGANDiscriminator.definition],
        [UNet.definition],
        parts,
    ].flatMap { $0 }

    /// What only stands inside the models.
    private static let parts: [ClassDefinition] = [
        part(ViTEncoder.self, of: "ViT", "Positions, pre-norm layers and a last norm for tokens (N, length, width)."),
        part(ViTLayer.self, of: "ViT", "x + attention(norm(x)), then x + mlp(norm(x)), for (N, length, width)."),
        part(BERTEmbeddings.self, of: "BERT", "Words, positions and types of token, normalised."),
        part(
            ProjectedAttention.self, of: "T5 and BART", "Attention with a projection each for queries, keys and values."
        ),
        part(T5Stack.self, of: "T5", "The encoder or the decoder of T5."),
        part(T5Block.self, of: "T5", "x + part(norm(x)) for attention and a feed-forward part."),
        part(T5FeedForward.self, of: "T5", "wo(f(wi(x))), or wo(f(wi_0(x)) * wi_1(x))."),
        part(BARTStack.self, of: "BART", "The encoder or the decoder of BART."),
        part(BARTLayer.self, of: "BART", "norm(x + part(x)) for attention and a feed-forward part."),
        part(UNetBlock.self, of: "UNet", "x + conv(silu(norm(conv(silu(norm(x))) + time))), and attention behind it."),
    ]

    private static func part(_ type: Module.Type, of models: String, _ doc: String) -> ClassDefinition {
        let name = String(describing: type)
        return ClassDefinition(
            type, name: name, in: "nn.models", base: ForeignModule.self, [], doc: "Part of \(models): \(doc)"
        ) { _ throws(SwiftgradError) in throw .type("\(name) is made as a part of \(models)") }
    }
}
