import Swiftgrad

extension NNClasses {
    /// Layers of sequence models.
    static let sequences: [ClassDefinition] = [Embedding.definition, EmbeddingBag.definition] + transformers
}
