import Swiftgrad
import SwiftgradNN

/// The update of supervised learning: a batch is the model's inputs and, last, the target.
final class SupervisedStep: TrainingStep {
    let model: Module
    let optimiser: Optimiser
    let loss: Computation
    let metrics: [any Metric]
    private let lossGuard: LossGuard

    init(_ model: Module, _ optimiser: Optimiser, loss: Computation, metrics: [any Metric], stopsOnNaN: Bool) {
        self.model = model
        self.optimiser = optimiser
        self.loss = loss
        self.metrics = metrics
        lossGuard = LossGuard(stopsOnNaN: stopsOnNaN)
    }

    var networks: [(name: String, module: Module)] { [("model", model)] }
    var optimisers: [(name: String, optimiser: Optimiser)] { [("optimizer", optimiser)] }

    func update(_ batch: [Value], at place: TrainingPlace?) throws(SwiftgradError) -> StepResult {
        try GradMode.with(true) { () throws(SwiftgradError) in
            let random = Generator.shared.position
            try optimiser.zeroGrad()
            let (output, target, loss) = try compute(batch)
            let value = try lossGuard.check(loss, batch, at: place, in: networks, from: random) {
                () throws(SwiftgradError) in _ = try compute(batch)
            }
            try loss.backward()
            try optimiser.step()
            return try result(value, output, target)
        }
    }

    func evaluate(_ batch: [Value]) throws(SwiftgradError) -> StepResult {
        try withNoGrad { () throws(SwiftgradError) in
            let (output, target, loss) = try compute(batch)
            return try result(Value.tensor(loss).scalar ?? .nan, output, target)
        }
    }

    func predict(_ batch: [Value], hasTarget: Bool) throws(SwiftgradError) -> Tensor {
        let output = try model.call(hasTarget ? batch.dropLast() : batch)
        guard case .tensor(let tensor) = output else {
            throw .type("predict: the model must return a tensor, got \(output.kindName)")
        }
        return tensor
    }

    private func compute(_ batch: [Value]) throws(SwiftgradError) -> (Tensor, Tensor, loss: Tensor) {
        guard batch.count >= 2, case .tensor(let target) = batch[batch.count - 1] else {
            throw .value("a batch must be one or more inputs and a target, got \(batch.count) arrays")
        }
        let output = try model.call(batch.dropLast())
        guard case .tensor(let prediction) = output else {
            throw .type("the model must return a tensor, got \(output.kindName)")
        }
        let result = try loss([output, .tensor(target)])
        guard case .tensor(let loss) = result, loss.count == 1 else {
            throw .value("the loss must be a tensor of one element; reduce it")
        }
        return (prediction, target, loss)
    }

    private func result(_ loss: Double, _ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> StepResult {
        let samples = max(1, target.shape.first ?? 1)
        let entries = [(name: "loss", sum: loss * Double(samples), count: samples)]
        var result = StepResult(entries)
        for metric in metrics {
            if let metric = metric as? any TallyMetric {
                result.tallies.append((metric.name, try metric.tally(output.detach(), target)))
            } else {
                let (sum, count) = try metric.measure(output.detach(), target)
                result.entries.append((metric.name, sum, count))
            }
        }
        return result
    }
}
