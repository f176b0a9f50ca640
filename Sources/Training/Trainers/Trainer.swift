import Swiftgrad
import SwiftgradNN

/// The loop around a step. Made of a model, an optimiser and a loss it maps inputs to targets; the trainers of other kinds
/// of models are subclasses with steps of their own.
public class Trainer: ManagedObject {
    let training: any TrainingStep
    /// Held by whoever trains or computes with the networks.
    let occupancy = Occupancy()
    /// What the last `fit` reported, also when it ended with an error.
    public var history: History { lastHistory.value }
    private let lastHistory = Guarded(History())

    /// `loss` is a module or a function of output and target that returns a tensor of one element; `metrics` lists names
    /// ("accuracy") and functions, or maps names to functions.
    public convenience init(
        _ model: Module, _ optimiser: Optimiser, loss: Value, metrics: Value = .none,
        updates: UpdateSettings = UpdateSettings()
    ) throws(SwiftgradError) {
        guard let loss = Computation(loss) else {
            throw .type("Trainer: loss must be a loss or a function, got \(loss.kindName)")
        }
        self.init(
            try SupervisedStep(model, optimiser, loss: loss, metrics: Trainer.metrics(metrics), updates))
    }

    init(_ step: any TrainingStep) {
        training = step
        super.init()
    }

    private static func metrics(_ value: Value) throws(SwiftgradError) -> [any Metric] {
        var named: [(key: String, value: Value)] = []
        switch value {
        case .none: return []
        case .map(let entries): named = entries
        case .list(let items):
            for (position, item) in items.enumerated() {
                if case .string(let name) = item {
                    named.append((name, item))
                } else if case .object(let object as StreamingMetric) = item {
                    named.append((object.metric.name, item))
                } else {
                    named.append(("metric_\(position)", item))
                }
            }
        default: named = [("metric", value)]
        }
        var metrics: [any Metric] = []
        for (name, value) in named {
            guard !metrics.contains(where: { $0.name == name }) else {
                throw .value("Trainer: two metrics are named '\(name)'; give a dict of names and metrics")
            }
            if case .string(let known) = value {
                metrics.append(try NamedMetric.metric(known).named(name))
            } else if case .object(let object as StreamingMetric) = value {
                metrics.append(object.metric.named(name))
            } else if let function = Computation(value) {
                metrics.append(ForeignMetric(name: name, function: function))
            } else {
                throw .type("Trainer: a metric must be a name or a function, got \(value.kindName)")
            }
        }
        return metrics
    }

    /// Trains for `epochs` passes over `data`: a loader, arrays, batches, or a function that returns one batch a call.
    @discardableResult
    public func fit(
        _ data: Value, epochs: Int, validation: Value = .none, firstEpoch: Int = 1,
        callbacks: [any TrainingCallback] = [], start: Value = .none, firstUpdate: Int = 0
    ) throws(SwiftgradError) -> History {
        guard epochs >= 0 else { throw .value("fit: epochs must not be negative, got \(epochs)") }
        guard firstEpoch >= 1, firstEpoch < Int.max / 2, epochs < Int.max / 2 else {
            throw .value("fit: there is no epoch \(firstEpoch) to begin \(epochs) epochs with")
        }
        guard 0..<Int.max / 2 ~= firstUpdate else {
            throw .value("fit: there cannot have been \(firstUpdate) updates")
        }
        var held: BatchSource?
        if case .none = validation {} else { held = try BatchSource(validation, isTraining: false) }
        let source = try BatchSource(data, isTraining: true)
        let history = History()
        lastHistory.value = history
        var place: LoopPosition?
        if case .map = start {
            place = try LoopPosition(start, metrics: training.metrics)
        }
        let loop = TrainingLoop(
            training, epochs: epochs, firstEpoch: firstEpoch, history: history, callbacks: callbacks, start: place,
            firstUpdate: firstUpdate)
        try occupancy.hold { () throws(SwiftgradError) in try loop.run(source, validation: held) }
        return history
    }

    /// One update from one batch: its losses and metrics by name.
    public func step(_ batch: [Value]) throws(SwiftgradError) -> [(name: String, value: Double)] {
        try occupancy.hold { () throws(SwiftgradError) in
            try training.with(training: true) { () throws(SwiftgradError) in
                try training.update(batch, at: nil).means
            }
        }
    }

    /// Losses and metrics over all batches, in evaluation mode, without an update.
    public func evaluate(_ data: Value) throws(SwiftgradError) -> [(name: String, value: Double)] {
        let source = try BatchSource(data, isTraining: false)
        return try occupancy.hold { () throws(SwiftgradError) in
            try TrainingLoop(training, epochs: 0, history: History(), callbacks: []).evaluate(source)
        }
    }

    /// The model's outputs for a tensor of samples or for all batches of a loader, in evaluation mode.
    public func predict(_ data: Value) throws(SwiftgradError) -> Tensor {
        var source: BatchSource
        var hasTarget = false
        switch data {
        case .tensor(let x): source = .loader(try DataLoader(ArrayDataset([x]), batchSize: 256))
        default: source = try BatchSource(data, isTraining: false)
        }
        if case .loader(let loader) = source, let arrays = loader.dataset as? ArrayDataset {
            hasTarget = arrays.arrays.count > 1
        }
        var outputs: [Tensor] = []
        try training.with(training: false) { () throws(SwiftgradError) in
            try withNoGrad { () throws(SwiftgradError) in
                try source.eachBatch { batch throws(SwiftgradError) in
                    outputs.append(try training.predict(batch, hasTarget: hasTarget || batch.count > 1))
                    try Interruption.check()
                    return true
                }
            }
        }
        guard let first = outputs.first else { throw .value("predict: the data has no batches") }
        return outputs.count == 1 ? first : try Tensor.concat(outputs, axis: 0)
    }
}
