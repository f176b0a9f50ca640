import Swiftgrad
import SwiftgradKernels
import SwiftgradNN

/// A running mean of a model's parameters, beside the model.
///
/// The first update copies. With a decay d later ones make it exponential, a = d' a + (1 - d') w, where
/// d' = min(d, (1 + n) / (10 + n)) after n updates lets the beginning fade; without one all updates count the same, which
/// is stochastic weight averaging (Izmailov et al., arXiv:1803.05407). Buffers, such as the statistics of batch norms, stay
/// the model's own.
public final class WeightAverage: ManagedObject {
    public let decay: Double?
    /// Updates so far.
    public private(set) var count = 0
    private let entries: [(path: String, source: Tensor, average: Optimiser.Entry)]

    /// Starts from the weights that the module has.
    public convenience init(_ module: Module, decay: Double? = nil) throws(SwiftgradError) {
        try self.init(module.namedParameters(), decay: decay)
    }

    /// The same for parameters of several modules, by paths.
    init(_ parameters: [(path: String, tensor: Tensor)], decay: Double?) throws(SwiftgradError) {
        if let decay, !(decay >= 0 && decay < 1) {
            throw .value("the decay of an average of weights must lie in [0, 1), got \(decay)")
        }
        self.decay = decay
        var entries: [(path: String, source: Tensor, average: Optimiser.Entry)] = []
        try withNoGrad { () throws(SwiftgradError) in
            var seen: Set<ObjectIdentifier> = []
            for (path, source) in parameters where seen.insert(ObjectIdentifier(source)).inserted {
                let average = try source.detach().cast(to: source.dtype.computeType).copy()
                entries.append((path, source, Optimiser.Entry(average)))
            }
        }
        self.entries = entries
        super.init()
    }

    /// What the next update contributes.
    private var share: Double {
        guard let decay, count > 0 else { return 1 / Double(count + 1) }
        return 1 - min(decay, Double(1 + count) / Double(10 + count))
    }

    /// Takes in the weights that the module has now.
    public func update() throws(SwiftgradError) {
        try Profiler.scope(.phase, "average", phase: .step) { () throws(SwiftgradError) in
            var pass = UpdatePass<AverageUpdate>()
            let rule = AverageUpdate(share: share)
            for (_, source, average) in entries { try pass.add(rule, average, gradient: source) }
            try pass.run()
            count += 1
        }
    }

    /// Moves averages towards weights of their shapes, in one pass: a = a + share (w - a).
    static func move(_ averages: [Tensor], to weights: [Tensor], share: Double) throws(SwiftgradError) {
        guard averages.count == weights.count, zip(averages, weights).allSatisfy({ $0.shape == $1.shape }) else {
            throw .value("an average and the weights that it takes in must have the same shapes")
        }
        guard (averages + weights).allSatisfy(\.dtype.isFloating) else {
            throw .type("only floating-point numbers have a running mean")
        }
        guard averages.allSatisfy(\.isWritable) else { throw .value("the memory of an average cannot be written") }
        var pass = UpdatePass<AverageUpdate>()
        for (average, weight) in zip(averages, weights) {
            try pass.add(AverageUpdate(share: share), Optimiser.Entry(average.detach()), gradient: weight)
        }
        try pass.run()
    }

    /// Runs `body` with the average in the module's place.
    public func applied<Result>(
        _ body: () throws(SwiftgradError) -> Result
    ) throws(SwiftgradError) -> Result {
        var kept: [Tensor] = []
        try withNoGrad { () throws(SwiftgradError) in
            for (_, source, _) in entries { kept.append(try source.detach().copy()) }
        }
        defer { for (entry, weight) in zip(entries, kept) { try? entry.source.overwrite(with: weight) } }
        for (_, source, average) in entries { try source.overwrite(with: average.parameter) }
        return try body()
    }

    /// Copies the average into the module, for good.
    public func assign() throws(SwiftgradError) {
        for (_, source, average) in entries { try source.overwrite(with: average.parameter) }
    }

    /// The averages by path, and the number of updates.
    public var state: [(key: String, value: Value)] {
        [
            ("count", .int(count)),
            ("weights", .map(entries.map { (key: $0.path, value: .tensor($0.average.parameter.detach())) })),
        ]
    }

    /// Takes what `state` gave. Nothing has changed when it throws.
    public func restore(_ state: [(key: String, value: Value)]) throws(SwiftgradError) {
        guard case .int(let count)? = state.value("count"), (0..<Int.max / 2).contains(count),
            case .map(let weights)? = state.value("weights"), weights.count == entries.count
        else { throw .value("an average of \(entries.count) weights has 'count' and 'weights'") }
        var copies: [(target: Tensor, source: Tensor)] = []
        for (path, _, average) in entries {
            guard case .tensor(let weight)? = weights.value(path), weight.shape == average.parameter.shape else {
                throw .value("the state of the average has no weight '\(path)' of this shape")
            }
            copies.append((average.parameter, weight))
        }
        for (target, source) in copies { try target.overwrite(with: source) }
        self.count = count
    }
}
