import Swiftgrad
import SwiftgradNN

/// A network that may be told the class of each sample.
///
/// A network of more than one input, and every module of the host, gets the labels (N,), integers, as its last argument. A
/// layer of one input, such as a `Sequential`, gets their one-hot form behind the input along axis 1: columns of a matrix,
/// planes of images.
struct ConditionalNetwork {
    /// What the trainer calls it, for messages.
    let role: String
    let module: Module
    let classes: Int?

    private var takesLabels: Bool { module is ForeignModule || type(of: module).inputs.count > 1 }

    /// The output for `x` and further inputs; `labels` are there exactly when there are classes.
    func callAsFunction(_ x: Tensor, _ further: [Tensor] = [], labels: Tensor?) throws(SwiftgradError) -> Value {
        var arguments = [Value.tensor(x)] + further.map(Value.tensor)
        if let labels, let classes {
            if takesLabels {
                arguments.append(.tensor(labels))
            } else {
                arguments[0] = .tensor(try ConditionalNetwork.appendOneHot(x, labels, classes: classes, role: role))
            }
        }
        let given = arguments
        return try NonFiniteWatch.inside(role) { () throws(SwiftgradError) in try module.call(given) }
    }

    /// The output where it has to be one tensor.
    func tensor(_ x: Tensor, _ further: [Tensor] = [], labels: Tensor?) throws(SwiftgradError) -> Tensor {
        let output = try self(x, further, labels: labels)
        guard case .tensor(let tensor) = output else {
            throw .type("the \(role) must return a tensor, got \(output.kindName)")
        }
        return tensor
    }

    private static func appendOneHot(
        _ x: Tensor, _ labels: Tensor, classes: Int, role: String
    ) throws(SwiftgradError) -> Tensor {
        guard x.rank >= 2 else {
            throw .value("the \(role) takes (N, ...) with labels behind axis 1, got \(Shape.text(x.shape))")
        }
        let numbers = try Tensor.arange(0, Double(classes), .int64)
        var oneHot = try labels.expandDims([1]).equal(numbers).cast(to: x.dtype)
        if x.rank > 2 {
            oneHot = try oneHot.expandDims(Array(2..<x.rank)).broadcast(
                to: [x.shape[0], classes] + Array(x.shape.dropFirst(2)))
        }
        return try .concat([x, oneHot], axis: 1)
    }
}

/// What comes with the data of a generative model: samples, and labels where the model has classes.
struct LabelledBatch {
    let samples: Tensor
    let labels: Tensor?

    /// A batch is the samples (N, ...) and, with classes, the labels (N,); arrays after those are not looked at.
    init(_ batch: [Value], classes: Int?) throws(SwiftgradError) {
        guard case .tensor(let samples)? = batch.first, samples.rank >= 1 else {
            throw .type("a batch must begin with samples (N, ...), got \(batch.first?.kindName ?? "nothing")")
        }
        guard samples.dtype.isFloating else {
            throw .type("samples must be floating-point numbers, got \(samples.dtype); cast and scale them first")
        }
        guard samples.shape[0] > 0 else { throw .value("the batch is empty: samples \(Shape.text(samples.shape))") }
        self.samples = samples.detach()
        guard let classes else {
            labels = nil
            return
        }
        guard batch.count >= 2, case .tensor(let labels) = batch[1] else {
            throw .value("with num_classes=\(classes) a batch must be samples and labels, got \(batch.count) arrays")
        }
        self.labels = try LabelledBatch.checked(labels, count: samples.shape[0], classes: classes)
    }

    /// Class numbers as int64, each one of the classes.
    static func checked(_ labels: Tensor, count: Int, classes: Int) throws(SwiftgradError) -> Tensor {
        guard labels.dtype.isInteger, labels.shape == [count] else {
            throw .value(
                "labels must be integers of shape (\(count),), got \(Shape.text(labels.shape)) of \(labels.dtype)")
        }
        for (position, label) in try labels.integers().enumerated() where !(0..<classes).contains(label) {
            throw .index("labels must lie in 0...\(classes - 1), got \(label) at position \(position)")
        }
        return try labels.detach().cast(to: .int64)
    }

    /// The labels of samples to make: one number for all, or one each; none without classes.
    static func requested(_ labels: Value, count: Int, classes: Int?) throws(SwiftgradError) -> Tensor? {
        switch labels {
        case .none, .absent:
            guard let classes else { return nil }
            return try Tensor.integers([count], low: 0, high: classes)
        case .int(let label):
            return try requested(
                .tensor(try Tensor.full([count], Double(label), .int64)), count: count, classes: classes)
        case .list(let items):
            var numbers: [Double] = []
            for item in items {
                guard case .int(let number) = item else {
                    throw .type("labels must be integers, got \(item.kindName)")
                }
                numbers.append(Double(number))
            }
            let tensor = try Tensor.zeros([items.count], .int64)
            let elements = tensor.pointer.assumingMemoryBound(to: Int64.self)
            for (position, number) in numbers.enumerated() { elements[position] = Int64(clamping: Int(number)) }
            return try requested(.tensor(tensor), count: count, classes: classes)
        case .tensor(let tensor):
            guard let classes else { throw .value("labels need a trainer with num_classes") }
            return try checked(
                tensor.rank == 0 ? tensor.broadcast(to: [count]) : tensor, count: count, classes: classes)
        default: throw .type("labels must be integers, got \(labels.kindName)")
        }
    }
}
