import Swiftgrad
import SwiftgradNN

/// The updates of one set of parameters: gradients gathered over a number of batches, clipped, applied, and the weights
/// taken into their average.
final class Updater {
    let optimiser: Optimiser
    let average: WeightAverage?
    private let settings: UpdateSettings
    /// Batches whose gradients wait for the optimiser's step.
    var pending = 0

    /// `averaged` are the networks whose weights are averaged, if the settings ask for it.
    init(
        _ optimiser: Optimiser, averaging averaged: [(name: String, module: Module)], _ settings: UpdateSettings
    ) throws(SwiftgradError) {
        self.optimiser = optimiser
        self.settings = settings
        guard let decay = settings.averageDecay, !averaged.isEmpty else {
            average = nil
            return
        }
        var parameters: [(path: String, tensor: Tensor)] = []
        for (name, module) in averaged {
            parameters += module.namedParameters().map { ("\(name).\($0.path)", $0.tensor) }
        }
        average = try WeightAverage(parameters, decay: decay)
    }

    /// Descends along the gradient of a loss; true when the optimiser took its step. An error leaves the weights as they
    /// were, and the gradients that had been gathered.
    @discardableResult
    func callAsFunction(_ loss: Tensor) throws(SwiftgradError) -> Bool {
        if pending == 0 { try optimiser.zeroGrad() }
        let share = settings.accumulation > 1 ? try loss / Double(settings.accumulation) : loss
        try share.backward()
        pending += 1
        guard pending >= settings.accumulation else { return false }
        if let norm = settings.gradientNorm { try optimiser.clipGradients(norm: norm) }
        try optimiser.step()
        pending = 0
        try average?.update()
        return true
    }

    /// Runs `body` with the averaged weights, where there are any.
    func withAverage<Result>(_ body: () throws(SwiftgradError) -> Result) throws(SwiftgradError) -> Result {
        guard let average, average.count > 0 else { return try body() }
        return try average.applied(body)
    }

    /// The average, and the gradients that wait for a step.
    var state: [(key: String, value: Value)] {
        var state: [(key: String, value: Value)] = [("pending", .int(pending))]
        if pending > 0 {
            let gradients = optimiser.groups.flatMap(\.entries).map { entry -> Value in
                entry.parameter.grad.map { Value.tensor($0.detach()) } ?? .none
            }
            state.append(("gradients", .list(gradients)))
        }
        if let average { state.append(("average", .map(average.state))) }
        return state
    }

    /// Takes what `state` gave. Nothing has changed when it throws.
    func restore(_ state: Value?) throws(SwiftgradError) {
        guard case .map(let fields)? = state, case .int(let pending)? = fields.value("pending"),
            (0..<settings.accumulation).contains(pending)
        else { throw .value("the state does not fit a trainer that gathers \(settings.accumulation) batches") }
        let entries = optimiser.groups.flatMap(\.entries)
        var gradients = [Tensor?](repeating: nil, count: entries.count)
        if pending > 0 {
            guard case .list(let saved)? = fields.value("gradients"), saved.count == entries.count else {
                throw .value("the state has other gradients than those of \(entries.count) parameters")
            }
            for (position, item) in saved.enumerated() {
                guard case .tensor(let gradient) = item else { continue }
                guard gradient.shape == entries[position].parameter.shape else {
                    throw .value("gradient \(position) of the state has another shape than its parameter")
                }
                gradients[position] = try gradient.detach().copy()
            }
        }
        if let average {
            guard case .map(let saved)? = fields.value("average") else {
                throw .value("the state has no average of the weights, and this trainer has ema")
            }
            try average.restore(saved)
        }
        for (entry, gradient) in zip(entries, gradients) where pending > 0 { entry.parameter.grad = gradient }
        self.pending = pending
    }
}
