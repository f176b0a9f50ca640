import Swiftgrad

/// Tokens hidden for a masked language model, as BERT hides them (Devlin et al., arXiv:1810.04805): of those chosen 80 %
/// become the mask, 10 % a random token, and 10 % stay as they are.
struct TokenMasking: Sendable {
    /// The number of the token that stands for a hidden one.
    let mask: Int
    /// Random tokens come from 0..<vocabulary.
    let vocabulary: Int
    let probability: Double
    /// Never chosen.
    let padding: Int?

    static let ignored = -100

    init(mask: Int?, vocabulary: Int?, probability: Double, padding: Int?) throws(SwiftgradError) {
        guard let mask, let vocabulary, (0..<Int(Int32.max)).contains(vocabulary), (0..<vocabulary).contains(mask)
        else {
            throw .value(
                "LanguageModelTrainer: objective='masked' needs mask, a token, and vocab_size, which it is below; got "
                    + "\(mask.map(String.init) ?? "None") and \(vocabulary.map(String.init) ?? "None")")
        }
        guard probability > 0 && probability <= 1 else {
            throw .value("LanguageModelTrainer: mask_probability must lie in (0, 1], got \(probability)")
        }
        self.mask = mask
        self.vocabulary = vocabulary
        self.probability = probability
        self.padding = padding
    }

    /// The tokens (N, L) as the model sees them, and as targets: `ignored` where none was chosen. One is chosen at least.
    func hidden(_ tokens: Tensor) throws(SwiftgradError) -> (inputs: Tensor, targets: Tensor) {
        let inputs = try tokens.detach().cast(to: .int64).copy()
        let targets = try Tensor.full(tokens.shape, Double(TokenMasking.ignored), .int64)
        let chances = try Tensor.uniform([2, inputs.count])
        let strangers = try Tensor.integers([inputs.count], low: 0, high: vocabulary)
        withExtendedLifetime((inputs, targets, chances, strangers)) {
            let (seen, wanted) = (
                inputs.pointer.assumingMemoryBound(to: Int64.self), targets.pointer.assumingMemoryBound(to: Int64.self)
            )
            let chance = chances.pointer.assumingMemoryBound(to: Float.self)
            let stranger = strangers.pointer.assumingMemoryBound(to: Int64.self)
            let count = inputs.count
            func choose(_ position: Int) {
                wanted[position] = seen[position]
                let fate = chance[count + position]
                if fate < 0.8 {
                    seen[position] = Int64(mask)
                } else if fate < 0.9 {
                    seen[position] = stranger[position]
                }
            }
            let padding = padding.map(Int64.init)
            let candidates = (0..<count).filter { seen[$0] != padding }
            let chosen = candidates.filter { Double(chance[$0]) < probability }
            if chosen.isEmpty, let first = candidates.min(by: { chance[$0] < chance[$1] }) { choose(first) }
            for position in chosen { choose(position) }
        }
        return (inputs, targets)
    }
}
