import Swiftgrad

/// A number that says how good predictions are.
public protocol Metric {
    var name: String { get }
    /// The sum over the samples of a batch, and how many there are.
    func measure(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> (sum: Double, count: Int)
}

/// A metric that is no mean over samples: F1, an area under a curve. What it has counted is added up over batches.
public protocol TallyMetric: Metric {
    /// A count of nothing.
    func makeTally() -> any Tally
    /// What one batch counts.
    func tally(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> any Tally
}

extension TallyMetric {
    public func measure(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> (sum: Double, count: Int) {
        (try tally(output, target).value, 1)
    }
}

/// What a metric has counted so far.
public protocol Tally {
    /// Adds what another tally of the same metric has counted.
    mutating func add(_ other: any Tally)
    /// The metric of everything counted.
    var value: Double { get }
    /// What a checkpoint keeps, and `restore` takes.
    var state: Value { get }
    mutating func restore(_ state: Value) throws(SwiftgradError)
}

/// A sum over samples and their number; the metric is a function of the mean.
struct MeanTally: Tally {
    var sum = 0.0
    var count = 0
    let finish: @Sendable (Double) -> Double

    mutating func add(_ other: any Tally) {
        guard let other = other as? MeanTally else { return }
        sum += other.sum
        count += other.count
    }

    var value: Double { finish(sum / Double(count)) }

    var state: Value { .list([.double(sum), .int(count)]) }

    mutating func restore(_ state: Value) throws(SwiftgradError) {
        guard case .list(let parts) = state, parts.count == 2, let sum = parts[0].number,
            case .int(let count) = parts[1],
            (0..<Int.max / 2).contains(count)
        else { throw .value("a metric's mean is a sum and a count") }
        (self.sum, self.count) = (sum, count)
    }
}

/// A metric that the host computes: a function of outputs and targets that returns a number.
struct ForeignMetric: Metric {
    let name: String
    let function: Computation

    func measure(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> (sum: Double, count: Int) {
        let result = try function([.tensor(output), .tensor(target)])
        let samples = max(1, target.shape.first ?? 1)
        guard let number = try result.scalar else {
            throw .type("metric '\(name)' must return a number, got \(result.kindName)")
        }
        return (number * Double(samples), samples)
    }
}

extension Metric {
    /// The metric under another name.
    func named(_ name: String) -> any Metric {
        if name == self.name { return self }
        if let metric = self as? any TallyMetric { return RenamedTallyMetric(name: name, metric: metric) }
        return RenamedMetric(name: name, metric: self)
    }
}

private struct RenamedMetric: Metric {
    let name: String
    let metric: any Metric

    func measure(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> (sum: Double, count: Int) {
        try metric.measure(output, target)
    }
}

private struct RenamedTallyMetric: TallyMetric {
    let name: String
    let metric: any TallyMetric

    func makeTally() -> any Tally { metric.makeTally() }
    func tally(_ output: Tensor, _ target: Tensor) throws(SwiftgradError) -> any Tally {
        try metric.tally(output, target)
    }
}
