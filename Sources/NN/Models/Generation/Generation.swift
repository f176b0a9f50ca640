import Swiftgrad

/// How a model continues sequences: `generate` of every model that writes tokens.
public struct Generation {
    /// Most new tokens.
    public var count: Int
    public var sampler: TokenSampler
    /// Tokens that end a sequence; they belong to it.
    public var stop: Set<Int> = []
    /// What follows sequences that have ended.
    public var padding = 0
    /// The generator of this seed, else the shared one.
    public var seed: UInt64?
    /// Keeps keys and values of earlier tokens instead of computing them again; the tokens are the same.
    public var usesCache = true
    let beams: BeamSearch?

    public init(
        count: Int, sampler: TokenSampler, beams: Int = 1, lengthPenalty: Double = 1, stopsEarly: Bool = false
    ) throws(SwiftgradError) {
        guard count >= 0 && count <= 1 << 24 else {
            throw .value("generate: max_tokens must lie between 0 and \(1 << 24), got \(count)")
        }
        self.count = count
        self.sampler = sampler
        let search = try BeamSearch(width: beams, lengthPenalty: lengthPenalty, stopsEarly: stopsEarly)
        self.beams = beams > 1 ? search : nil
    }

    /// The new tokens of each row of `prompt` (rows, length), where `histories` are the tokens of its rows that count.
    func run(
        _ decoding: any Decoding, _ prompt: Tensor, after histories: [[Int]]
    ) throws(SwiftgradError) -> [[Int]] {
        if let beams {
            return try beams.run(decoding, prompt, after: histories, count: count, stop: stop, sampler)
        }
        let generator = seed.map { Generator(seed: $0) } ?? .shared
        var (rows, pending) = (histories, prompt)
        var isDone = [Bool](repeating: false, count: rows.count)
        for _ in 0..<count {
            try Interruption.check()
            var tokens = try sampler.draw(decoding.next(pending), after: rows, generator)
            for row in rows.indices {
                if isDone[row] {
                    tokens[row] = padding
                } else {
                    rows[row].append(tokens[row])
                    isDone[row] = stop.contains(tokens[row])
                }
            }
            if isDone.allSatisfy(\.self) { break }
            pending = try Tensor.integers(tokens).expandDims([1])
        }
        return zip(rows, histories).map { Array($0.dropFirst($1.count)) }
    }
}

extension Module {
    /// Runs `body` in evaluation mode and off the tape; the modes of the tree are as before afterwards.
    func evaluating<Result>(_ body: () throws(SwiftgradError) -> Result) throws(SwiftgradError) -> Result {
        let modes = modules.map { ($0, $0.isTraining) }
        defer { for (module, mode) in modes { module.restoreMode(mode) } }
        train(false)
        return try withNoGrad(body)
    }
}

extension Generation {
    /// Parameters of `generate` behind the sequences it is given.
    static let parameters: [Parameter] = [
        .int("max_tokens"), .float("temperature", 1), Parameter("top_k", .int, default: .some(.none)),
        Parameter("top_p", .float, default: .some(.none)), .float("repetition_penalty", 1),
        .int("num_beams", 1), .float("length_penalty", 1), .bool("early_stopping", false),
        .ints("stop", default: .some(.none)), Parameter("pad", .int, default: .some(.none)),
        .tensor("lengths", default: .some(.none)), Parameter("seed", .int, default: .some(.none)),
        .bool("use_cache", true),
    ]

    static let doc = """
        Each token is drawn from softmax(logits / temperature), 0 takes the likeliest; of the top_k likeliest tokens only,
        and of the fewest whose probabilities reach top_p. repetition_penalty divides the logits of tokens that are there
        already, or multiplies negative ones. num_beams above 1 searches for the likeliest sequence instead, by the sum of
        log-probabilities over length ** length_penalty; early_stopping ends it when num_beams sequences have. A sequence
        ends with a token of stop and is followed by pad, the first of stop (or 0) unless given. seed draws from a generator
        of its own. use_cache=False computes all tokens again at each step, with the same result. Runs in evaluation mode,
        off the tape.
        """

    init(_ arguments: Arguments, vocabulary: Int) throws(SwiftgradError) {
        let (beams, temperature) = (try arguments.int("num_beams"), try arguments.double("temperature"))
        let sampler = try TokenSampler(
            temperature: temperature, topK: arguments.optionalInt("top_k"), topP: arguments.optionalDouble("top_p"),
            repetitionPenalty: arguments.double("repetition_penalty"))
        if beams > 1 && (sampler.topK != nil || sampler.topP != nil || temperature != 0 && temperature != 1) {
            throw .value("generate: a beam search draws nothing; leave temperature, top_k and top_p out")
        }
        try self.init(
            count: arguments.int("max_tokens"), sampler: sampler, beams: beams,
            lengthPenalty: arguments.double("length_penalty"), stopsEarly: arguments.bool("early_stopping"))
        let stops = try arguments.optionalInts("stop") ?? []
        padding = try arguments.optionalInt("pad") ?? stops.first ?? 0
        for (name, token) in stops.map({ ("stop", $0) }) + [("pad", padding)] {
            guard token >= 0 && token < vocabulary else {
                throw .value("generate: \(name) must be a token below \(vocabulary), got \(token)")
            }
        }
        stop = Set(stops)
        seed = try arguments.optionalInt("seed").map { UInt64(bitPattern: Int64($0)) }
        usesCache = try arguments.bool("use_cache")
    }
}
